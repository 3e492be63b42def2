package org.worthwhile.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.CostResult;
import org.worthwhile.appraisal.Flows;
import org.worthwhile.appraisal.ImpactResult;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.exchange.OfficeFile;

/** Every line's flows as open data: a row for each proposal, option, line and year, and a dictionary of the columns. */
public final class FlowsCsv {

    /** A column: its name, its type, its unit and what it means. */
    private static final List<List<String>> COLUMNS = List.of(
            List.of("proposal", "text", "", "The proposal's id"),
            List.of("option", "text", "", "The option's id"),
            List.of("role", "text", "", "What the option is to the choice"),
            List.of("line", "text", "", "The id of the cost line or impact"),
            List.of("title", "text", "", "Its title"),
            List.of("kind", "text", "", "cost, or the impact's category"),
            List.of("organisation", "text", "", "Who bears the cost; empty for impacts"),
            List.of("counted", "true or false", "", "Whether it counts for society: not where sunk or a transfer"),
            List.of("year", "text", "financial year", "April to March"),
            List.of(
                    "quantity",
                    "number",
                    "the impact's own unit",
                    "Units of the outcome after additionality; empty for costs"),
            List.of("flow", "number", "currency, real", "Positive where money is spent, or where society gains"),
            List.of("discount_factor", "number", "", "What the year's amounts are multiplied by"),
            List.of("present_value", "number", "currency", "flow times discount_factor"),
            List.of("currency", "text", "", "ISO 4217"),
            List.of("price_year", "text", "financial year", "Whose prices real amounts are in"));

    private FlowsCsv() {}

    public static String text(Appraisal appraisal) {
        StringWriter text = new StringWriter();
        write(appraisal, text);
        return text.toString();
    }

    /** Writes the rows in UTF-8. */
    static void write(Appraisal appraisal, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        write(appraisal, text);
        text.flush();
    }

    private static void write(Appraisal appraisal, Writer text) {
        CsvWriter rows = CsvWriter.builder().bufferSize(0).build(text);
        rows.writeRecord(COLUMNS.stream().map(List::getFirst).toList());
        for (OptionResult option : appraisal.options()) {
            for (CostResult cost : option.costs()) {
                for (int t = 0; t < appraisal.years().size(); t++) {
                    rows.writeRecord(row(
                            appraisal,
                            option,
                            List.of(
                                    cost.line().id(),
                                    cost.line().title(),
                                    "cost",
                                    cost.line().bearer()),
                            cost.counted(),
                            t,
                            "",
                            cost.flows(),
                            appraisal.standardFactors()));
                }
            }
            for (ImpactResult impact : option.impacts()) {
                for (int t = 0; t < appraisal.years().size(); t++) {
                    rows.writeRecord(row(
                            appraisal,
                            option,
                            List.of(
                                    impact.line().id(),
                                    impact.line().title(),
                                    JsonText.nameOf(impact.line().category()),
                                    ""),
                            true,
                            t,
                            Double.toString(impact.quantity().at(t)),
                            impact.flows(),
                            appraisal.factors(impact.line().health())));
                }
            }
        }
    }

    private static List<String> row(
            Appraisal appraisal,
            OptionResult option,
            List<String> line,
            boolean counted,
            int t,
            String quantity,
            Flows flows,
            Flows factors) {
        var settings = appraisal.basis().proposal().appraisal();
        return List.of(
                passive(appraisal.basis().proposal().id()),
                passive(option.option().id()),
                JsonText.nameOf(option.option().role()),
                passive(line.get(0)),
                passive(line.get(1)),
                line.get(2),
                passive(line.get(3)),
                Boolean.toString(counted),
                appraisal.years().get(t).label(),
                quantity,
                Double.toString(flows.at(t)),
                Double.toString(factors.at(t)),
                Double.toString(flows.at(t) * factors.at(t)),
                settings.currency(),
                settings.priceYear().label());
    }

    /**
     * Text that a spreadsheet program would take for a formula begins with an apostrophe; control characters, which move a
     * terminal's cursor or ring its bell, are spaces.
     */
    static String passive(String given) {
        String text = given.replaceAll("\\p{Cc}", " ");
        return OfficeFile.isActive(text) ? "'" + text : text;
    }

    /** What the columns mean. */
    public static String dictionary() {
        StringWriter text = new StringWriter();
        CsvWriter rows = CsvWriter.builder().bufferSize(0).build(text);
        rows.writeRecord("column", "type", "unit", "meaning");
        COLUMNS.forEach(rows::writeRecord);
        return text.toString();
    }
}
