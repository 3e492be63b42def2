package org.worthwhile.desktop.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.worthwhile.desktop.Words;
import org.worthwhile.problem.Problem;
import tools.jackson.databind.JsonNode;

/** A problem of a proposal with its place in the words of the proposal, and not as a pointer into its file. */
final class PlaceWords {

    private PlaceWords() {}

    /** Such as: Community classes, Equipment, annual: is the text 'lots'; write a number. */
    static String sentence(JsonNode proposal, Problem problem) {
        String where = where(proposal, problem.place().position());
        String what =
                problem.what() + "; " + problem.remedy() + (problem.remedy().endsWith("?") ? "" : ".");
        return where.isEmpty() ? what : Words.of("sheet.problem", where, what);
    }

    /** The titles of what the pointer passes through, and the name of what it ends at. */
    private static String where(JsonNode proposal, String pointer) {
        List<String> words = new ArrayList<>();
        JsonNode node = proposal;
        String last = "";
        for (String step : pointer.split("/", -1)) {
            if (step.isEmpty()) {
                continue;
            }
            String name = step.replace("~1", "/").replace("~0", "~");
            node = node.isArray() && name.matches("\\d+") ? node.path(Integer.parseInt(name)) : node.path(name);
            String title = node.path("title").asString("");
            if (!title.isBlank()) {
                words.add(title);
                last = "";
            } else {
                last = name;
            }
        }
        if (!last.isEmpty() && !last.matches("\\d+")) {
            String field = last;
            words.add(Words.find("edit." + field).orElseGet(() -> spaced(field)));
        }
        return String.join(", ", words);
    }

    private static String spaced(String field) {
        return field.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
