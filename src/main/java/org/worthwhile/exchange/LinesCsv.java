package org.worthwhile.exchange;

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
        List<TemplateRow> rows = new ArrayList<>();
        List<Optional<TemplateTable.Column>> columns = new ArrayList<>();
        CsvTable csv = CsvTable.of(new InputFile(file, LARGEST_FILE));
        for (CsvTable.Row row : csv.rows()) {
            if (columns.isEmpty()) {
                row.values().forEach(heading -> {
                    Optional<TemplateTable.Column> column = column(name, row.line(), table, heading, problems);
                    if (column.isPresent() && columns.contains(column)) {
                        problems.add(TemplateTable.repeated(
                                new Place(name, column.get().heading(), row.line())));
                    }
                    columns.add(column);
                });
            } else {
                requireHeadings(name, row, columns.size(), problems);
                rows.add(row(name, row, columns));
            }
        }
        if (columns.isEmpty()) {
            problems.add(new Problem(Place.of(name), "is empty", "begin it with a row of column headings"));
        }
        // Values that commas separate are of a place where points separate decimals.
        NumberNotation notation = NumberNotation.of(
                rows.stream().flatMap(TemplateRow::numbersAsTexts).toList(),
                csv.separator() == ',' ? Optional.of('.') : Optional.empty());
        return rows.stream().map(row -> row.read(notation)).toList();
    }

    /** Values beyond the last heading would be lost, and those before them may stand under the wrong ones. */
    private static void requireHeadings(String name, CsvTable.Row row, int headings, List<Problem> problems) {
        if (row.values().stream().skip(headings).anyMatch(value -> !value.isBlank())) {
            problems.add(new Problem(
                    new Place(name, "", row.line()),
                    "has " + row.values().size() + " values and there are " + headings + " headings",
                    "put a value that holds the separator between quotation marks"));
        }
    }

    private static Optional<TemplateTable.Column> column(
            String name, int line, TemplateTable table, String heading, List<Problem> problems) {
        Optional<TemplateTable.Column> column = table.column(heading);
        if (column.isEmpty()) {
            problems.add(new Problem(
                    new Place(name, "", line),
                    "there is no column '" + heading + "'",
                    Nearest.remedy(heading, table.headings())));
        }
        return column;
    }

    private static TemplateRow row(String name, CsvTable.Row row, List<Optional<TemplateTable.Column>> columns) {
        Map<TemplateTable.Column, TemplateRow.Entry> cells = new HashMap<>();
        for (int i = 0; i < Math.min(columns.size(), row.values().size()); i++) {
            String value = row.values().get(i);
            if (columns.get(i).isPresent() && !value.isEmpty()) {
                TemplateTable.Column column = columns.get(i).get();
                Place place = new Place(name, column.heading(), row.line());
                cells.put(column, new TemplateRow.Entry(value, place));
            }
        }
        return new TemplateRow(cells, new Place(name, "", row.line()));
    }
}
