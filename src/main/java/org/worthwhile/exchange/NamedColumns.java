package org.worthwhile.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.Dataset;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Nearest;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import tools.jackson.databind.JsonNode;

/** A table of which a file says which column holds which field. */
final class NamedColumns {

    private final Dataset table;
    private final Function<String, Place> places;
    private final Map<String, String> headings = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /**
     * @param columns the heading of each field
     * @param places of the file that names the table
     */
    NamedColumns(Dataset table, JsonNode columns, Function<String, Place> places) {
        this.table = table;
        this.places = places;
        columns.propertyStream()
                .filter(entry -> entry.getValue().isString())
                .forEach(entry -> headings.put(entry.getKey(), entry.getValue().asString()));
    }

    /** Requires the heading of every field, which stands at a JSON pointer. */
    void requireHeadings(String pointer) {
        headings.forEach((field, heading) -> requireHeading(pointer + "/" + field, heading));
    }

    /** Requires a heading that is named at a JSON pointer. */
    void requireHeading(String pointer, String heading) {
        if (table.column(heading).isEmpty()) {
            add(new Problem(
                    places.apply(pointer),
                    table.name() + " has no column '" + heading + "'",
                    Nearest.remedy(heading, table.columnNames())));
        }
    }

    int rows() {
        return table.rows();
    }

    /** The text of a field; empty where it has no column or the cell is blank. */
    Optional<String> text(String field, int row) {
        return Optional.ofNullable(headings.get(field))
                .flatMap(table::column)
                .filter(column -> !column.isMissing(row))
                .map(column -> column.text(row));
    }

    /** The number of a field, likewise, 12% being 0.12; a cell that holds none is a problem. */
    OptionalDouble number(String field, int row) {
        String heading = headings.get(field);
        return heading == null ? OptionalDouble.empty() : numberUnder(heading, row);
    }

    /** The number under a heading that is there. */
    OptionalDouble numberUnder(String heading, int row) {
        Column column = table.column(heading).orElseThrow();
        if (column.isMissing(row)) {
            return OptionalDouble.empty();
        }
        if (column instanceof Column.Numeric numeric) {
            double value = numeric.values()[row];
            return OptionalDouble.of(numeric.scale() == Column.Scale.PERCENT ? value / 100 : value);
        }
        OptionalDouble number = DecimalText.parse(column.text(row));
        if (number.isEmpty()) {
            add(new Problem(
                    Place.of(table.name()).within(position(row, heading)),
                    "'" + column.text(row) + "' is no number",
                    "write the number, or leave the cell blank"));
        }
        return number;
    }

    Place row(int row) {
        return Place.of(table.name()).within("row " + (row + 1));
    }

    /** A field's cell, or the row where it has no column. */
    Place cell(int row, String field) {
        String heading = headings.get(field);
        return heading == null ? row(row) : Place.of(table.name()).within(position(row, heading));
    }

    private static String position(int row, String heading) {
        return "row " + (row + 1) + ", column '" + heading + "'";
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    void addAll(List<Problem> more) {
        problems.addAll(more);
    }

    int problems() {
        return problems.size();
    }

    /** @throws InvalidInput with every problem found so far, if there is any */
    void stopAtProblems() {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }
}
