package org.worthwhile.desktop.attribution;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.worthwhile.attribution.DataSummary;
import org.worthwhile.desktop.Words;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.Document;
import org.worthwhile.workspace.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A study as a document, begun and changed. */
final class StudyDraft {

    private StudyDraft() {}

    /**
     * A study of a dataset, whose columns are guessed where the data tell.
     *
     * @param path as the study names the dataset
     */
    static Change begun(Path file, String path, DataSummary summary, List<Document> others) {
        String stem = file.getFileName()
                .toString()
                .replaceFirst("\\..*", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9-]+", "-")
                .replaceAll("^-+|-+$", "");
        String base = stem.isEmpty() ? "study" : stem;
        String name = Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? base : base + "-" + number)
                .filter(candidate ->
                        others.stream().noneMatch(other -> other.name().equals(candidate)))
                .findFirst()
                .orElseThrow();
        ObjectNode tree = JsonText.object()
                .put("format", "worthwhile-study/1")
                .put("id", name)
                .put("title", Words.of("attribution.newTitle", file.getFileName()))
                .put("question", "");
        tree.putObject("data").put("path", path);
        tree.put("design", "observational");
        ObjectNode columns = tree.putObject("columns");
        columns.put("outcome", outcome(summary));
        summary.panel().ifPresent(panel -> columns.put("unit", panel.unit()).put("time", panel.time()));
        return Change.added(Kind.STUDY, name, tree);
    }

    /** The last column of numbers that is no time and no yes or no: a guess to begin with. */
    private static String outcome(DataSummary summary) {
        Optional<String> time = summary.panel().map(DataSummary.PanelShape::time);
        return summary.columns().stream()
                .filter(column ->
                        column.type() == DataSummary.Type.NUMBERS || column.type() == DataSummary.Type.WHOLE_NUMBERS)
                .map(DataSummary.ColumnSummary::name)
                .filter(name -> !time.equals(Optional.of(name)))
                .reduce((_, last) -> last)
                .orElse(summary.columns().getLast().name());
    }

    /** The columns that have a role. */
    static List<String> columns(Document study, RoleField role) {
        JsonNode node = study.tree().path("columns").path(role.field());
        return node.isArray()
                ? node.valueStream().map(name -> name.asString("")).toList()
                : node.isString() ? List.of(node.asString()) : List.of();
    }

    /** The change by which columns have a role. */
    static Change withRole(Document study, RoleField role, List<String> columns) {
        String pointer = "/columns/" + role.field();
        if (columns.isEmpty()) {
            return study.remove(pointer);
        }
        if (!role.isForSeveral()) {
            return study.set(pointer, JsonText.string(columns.getFirst()));
        }
        ArrayNode list = JsonText.object().putArray("columns");
        columns.forEach(list::add);
        return study.set(pointer, list);
    }
}
