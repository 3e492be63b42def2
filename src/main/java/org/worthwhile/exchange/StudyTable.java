package org.worthwhile.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.worthwhile.attribution.Dataset;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.synthesis.IncludedStudy;
import tools.jackson.databind.JsonNode;

/** The table of the studies of a meta-analysis, with a row for each. */
final class StudyTable {

    private static final Pattern OF_STUDY = Pattern.compile("/studies/(\\d+)(?:/(\\w+))?");

    private final NamedColumns columns;
    private final Map<String, String> moderators = new TreeMap<>();

    /**
     * @param columns the heading of each field
     * @param places of the file that names the table
     */
    StudyTable(Dataset table, JsonNode columns, Function<String, Place> places) {
        this.columns = new NamedColumns(table, columns, places);
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
        columns.requireHeadings("/data/columns");
        moderators.forEach((name, heading) -> columns.requireHeading("/data/columns/moderators/" + name, heading));
        columns.stopAtProblems();
        List<IncludedStudy> studies = new ArrayList<>();
        for (int row = 0; row < columns.rows(); row++) {
            int before = columns.problems();
            try {
                studies.add(study(row));
            } catch (InvalidInput incomplete) {
                // What a cell that is no number leaves out is not missing as well.
                if (columns.problems() == before) {
                    columns.addAll(incomplete.problems());
                }
            }
        }
        columns.stopAtProblems();
        return studies;
    }

    private IncludedStudy study(int row) {
        String name = columns.text("study", row).orElse("");
        if (name.isEmpty()) {
            columns.add(new Problem(columns.cell(row, "study"), "the study has no name", "name it, or remove the row"));
        }
        Map<String, Double> figures = new TreeMap<>();
        for (String field : StudyFigures.FIELDS) {
            columns.number(field, row).ifPresent(value -> figures.put(field, value));
        }
        Map<String, Double> values = new TreeMap<>();
        moderators.forEach((moderator, heading) ->
                columns.numberUnder(heading, row).ifPresent(value -> values.put(moderator, value)));
        return new IncludedStudy(
                name,
                StudyFigures.of(name, figures, columns.row(row)),
                columns.number("order", row),
                columns.text("group", row),
                columns.text("cluster", row),
                columns.text("design", row),
                values);
    }

    /** Where a part of a study stands in the table; empty for what is not of a study. */
    Optional<Place> place(String pointer) {
        return OF_STUDY.matcher(pointer).results().findFirst().map(this::place);
    }

    private Place place(MatchResult found) {
        int row = Integer.parseInt(found.group(1));
        return found.group(2) == null ? columns.row(row) : columns.cell(row, found.group(2));
    }
}
