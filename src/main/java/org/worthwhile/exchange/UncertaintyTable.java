package org.worthwhile.exchange;

import static org.worthwhile.exchange.TemplateTable.Column.choice;
import static org.worthwhile.exchange.TemplateTable.Column.flag;
import static org.worthwhile.exchange.TemplateTable.Column.number;
import static org.worthwhile.exchange.TemplateTable.Column.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.worthwhile.exchange.TemplateTable.Column;
import org.worthwhile.exchange.TemplateTable.Parent;
import org.worthwhile.proposal.DistributionKind;
import org.worthwhile.proposal.DistributionParameter;

/** The sheet of the input template on how unsure inputs are, a row for each, with the catalogue's distributions. */
final class UncertaintyTable {

    /** What a distribution is of. */
    private static final List<Column> INPUT = List.of(
            text("Option", "", "id of an option"),
            text("Line", "", "id of a cost or an impact"),
            text("Input", "", "field of the line such as quantity/effect; blank for a whole cost"));

    private static final List<Column> DISTRIBUTION = Stream.concat(
                    Stream.of(
                            choice(
                                    "Distribution",
                                    "distribution",
                                    DistributionKind.ALL.stream()
                                            .map(DistributionKind::word)
                                            .toArray(String[]::new)),
                            flag("Relative", "relative", "yes: factors on the value")),
                    DistributionKind.allParameters().stream().map(UncertaintyTable::column))
            .toList();

    static final TemplateTable TABLE = new TemplateTable(
            "Uncertainty",
            Parent.LINE,
            "uncertainty",
            Stream.concat(INPUT.stream(), DISTRIBUTION.stream()).toList());

    private UncertaintyTable() {}

    /** The columns that say which distribution it is. */
    static List<Column> ofDistribution() {
        return DISTRIBUTION;
    }

    /** Whether a column's cells hold several numbers. */
    static boolean isList(Column column) {
        return DistributionKind.allParameters().stream()
                .anyMatch(parameter -> parameter.isList() && parameter.name().equals(column.field()));
    }

    private static Column column(DistributionParameter parameter) {
        String heading = heading(parameter.name());
        return parameter.isList()
                ? text(heading, parameter.name(), "numbers separated by semicolons")
                : number(heading, parameter.name(), "");
    }

    private static String heading(String name) {
        String words = name.equals("sd")
                ? "standard deviation"
                : name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
