package org.worthwhile.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.Dataset;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Nearest;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.synthesis.IncludedStudy;
import tools.jackson.databind.JsonNode;

/** The table of the studies of a meta-analysis, with a row for each. */
final class StudyTable {

    private static final Pattern OF_STUDY = Pattern.compile("/studies/(\\d+)(?:/(\\w+))?");

    private final Dataset table;
    private final Function<String, Place> places;
    private final Map<String, String> headings = new TreeMap<>();
    private final Map<String, String> moderators = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /**
     * @param columns the heading of each field
     * @param places of the file that names the table
     */
    StudyTable(Dataset table, JsonNode columns, Function<String, Place> places) {
        this.table = table;
        this.places = places;
        columns.propertyStream()
                .filter(entry -> entry.getValue().isString())
                .forEach(entry -> headings.put(entry.getKey(), entry.getValue().asString()));
        columns.path("moderators")
                .propertyStream()
                .forEach(
                        entry -> moderators.put(entry.getKey(), entry.getValue().asString()));
    }

    /**
     * The studies, in the order of the rows.
     *
     * @throws InvalidInput with every heading that is not there, and every cell that cannot be used
     */
    List<IncludedStudy> read() {
        headings.forEach((field, heading) -> requireHeading("/data/columns/" + field, heading));
        moderators.forEach((name, heading) -> requireHeading("/data/columns/moderators/" + name, heading));
        stopAtProblems();
        List<IncludedStudy> studies = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            int before = problems.size();
            try {
                studies.add(study(row));
            } catch (InvalidInput incomplete) {
                // What a cell that is no number leaves out is not missing as well.
                if (problems.size() == before) {
                    problems.addAll(incomplete.problems());
                }
            }
        }
        stopAtProblems();
        return studies;
    }

    private void stopAtProblems() {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private void requireHeading(String pointer, String heading) {
        if (table.column(heading).isEmpty()) {
            problems.add(new Problem(
                    places.apply(pointer),
                    table.name() + " has no column '" + heading + "'",
                    Nearest.remedy(heading, table.columnNames())));
        }
    }

    private IncludedStudy study(int row) {
        String name = text("study", row).orElse("");
        if (name.isEmpty()) {
            problems.add(new Problem(cell(row, "study"), "the study has no name", "name it, or remove the row"));
        }
        Map<String, Double> figures = new TreeMap<>();
        for (String field : StudyFigures.FIELDS) {
            if (headings.containsKey(field)) {
                number(headings.get(field), row).ifPresent(value -> figures.put(field, value));
            }
        }
        Map<String, Double> values = new TreeMap<>();
        moderators.forEach(
                (moderator, heading) -> number(heading, row).ifPresent(value -> values.put(moderator, value)));
        return new IncludedStudy(
                name,
                StudyFigures.of(name, figures, row(row)),
                headings.containsKey("order") ? number(headings.get("order"), row) : OptionalDouble.empty(),
                text("group", row),
                text("cluster", row),
                text("design", row),
                values);
    }

    private Optional<String> text(String field, int row) {
        return Optional.ofNullable(headings.get(field))
                .flatMap(table::column)
                .filter(column -> !column.isMissing(row))
                .map(column -> column.text(row));
    }

    private OptionalDouble number(String heading, int row) {
        Column column = table.column(heading).orElseThrow();
        if (column.isMissing(row)) {
            return OptionalDouble.empty();
        }
        if (column instanceof Column.Numeric numeric) {
            return OptionalDouble.of(numeric.values()[row]);
        }
        OptionalDouble number = DecimalText.parse(column.text(row));
        if (number.isEmpty()) {
            problems.add(new Problem(
                    Place.of(table.name()).within(position(row, heading)),
                    "'" + column.text(row) + "' is no number",
                    "write the number, or leave the cell blank"));
        }
        return number;
    }

    /** Where a part of a study stands in the table; empty for what is not of a study. */
    Optional<Place> place(String pointer) {
        return OF_STUDY.matcher(pointer).results().findFirst().map(this::place);
    }

    private Place place(MatchResult found) {
        int row = Integer.parseInt(found.group(1));
        return found.group(2) == null || !headings.containsKey(found.group(2)) ? row(row) : cell(row, found.group(2));
    }

    private Place row(int row) {
        return Place.of(table.name()).within("row " + (row + 1));
    }

    private Place cell(int row, String field) {
        return Place.of(table.name()).within(position(row, headings.getOrDefault(field, field)));
    }

    private static String position(int row, String heading) {
        return "row " + (row + 1) + ", column '" + heading + "'";
    }
}
