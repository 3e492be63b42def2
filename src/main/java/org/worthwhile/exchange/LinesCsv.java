package org.worthwhile.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Nearest;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.Proposal;
import tools.jackson.databind.node.ObjectNode;

/**
 * Adds cost lines and impacts from CSV files to a proposal. The columns are those of the template's sheets Costs and
 * Impacts; columns that are not needed may be left out.
 */
public final class LinesCsv {

    private static final long LARGEST_FILE = 32L << 20;

    private final ProposalReader reader;

    /** @param models the folder of model packs, which holds the schemas */
    public LinesCsv(Path models) {
        this.reader = new ProposalReader(models);
    }

    /**
     * The proposal with the lines added to their options.
     *
     * @throws InvalidInput with every problem in the files, or in the proposal that results
     */
    public Located<Proposal> add(Proposal proposal, Optional<Path> costs, Optional<Path> impacts) {
        List<Problem> problems = new ArrayList<>();
        String name = costs.or(() -> impacts).map(Path::toString).orElse(proposal.id());
        TemplateTree tree = new TemplateTree(name, problems, (ObjectNode) ProposalWriter.tree(proposal));
        costs.ifPresent(
                file -> rows(file, TemplateTables.COSTS, problems).forEach(row -> tree.add(TemplateTables.COSTS, row)));
        impacts.ifPresent(file ->
                rows(file, TemplateTables.IMPACTS, problems).forEach(row -> tree.add(TemplateTables.IMPACTS, row)));
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return reader.read(tree.text());
    }

    private static List<TemplateRow> rows(Path file, TemplateTable table, List<Problem> problems) {
        String name = file.toString();
        String text = WholeText.of(name, WholeText.bytes(file, name, LARGEST_FILE));
        List<TemplateRow> rows = new ArrayList<>();
        List<Optional<TemplateTable.Column>> columns = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (CsvRecord values : reader) {
                int line = (int) values.getStartingLineNumber();
                if (columns.isEmpty()) {
                    values.getFields().forEach(heading -> columns.add(column(name, table, heading, problems)));
                } else {
                    rows.add(row(name, line, values, columns));
                }
            }
        } catch (CsvParseException | IOException malformed) {
            throw new InvalidInput(new Problem(Place.of(name), "is not well-formed CSV", "mend its quotation marks"));
        }
        return rows;
    }

    private static Optional<TemplateTable.Column> column(
            String name, TemplateTable table, String heading, List<Problem> problems) {
        Optional<TemplateTable.Column> column = table.column(heading);
        if (column.isEmpty()) {
            problems.add(new Problem(
                    new Place(name, "", 1),
                    "there is no column '" + heading + "'",
                    Nearest.remedy(heading, table.headings())));
        }
        return column;
    }

    private static TemplateRow row(
            String name, int line, CsvRecord values, List<Optional<TemplateTable.Column>> columns) {
        Map<TemplateTable.Column, TemplateRow.Entry> cells = new HashMap<>();
        for (int i = 0; i < Math.min(columns.size(), values.getFieldCount()); i++) {
            String value = values.getField(i);
            if (columns.get(i).isPresent() && !value.isEmpty()) {
                TemplateTable.Column column = columns.get(i).get();
                cells.put(column, new TemplateRow.Entry(typed(value, column), new Place(name, column.heading(), line)));
            }
        }
        return new TemplateRow(cells, new Place(name, "", line));
    }

    private static Object typed(String value, TemplateTable.Column column) {
        if (column.kind() == TemplateTable.Kind.TEXT || column.kind() == TemplateTable.Kind.FLAG) {
            return value;
        }
        try {
            return Double.valueOf(value.strip());
        } catch (NumberFormatException notANumber) {
            return value;
        }
    }
}
