package org.worthwhile.desktop.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.worthwhile.desktop.Words;
import org.worthwhile.problem.Problem;
import tools.jackson.databind.JsonNode;

/** A problem of a proposal in the words of the editor, its place by titles and columns and not as a pointer into its file. */
final class ProblemText {

    private static final Pattern MISSING = Pattern.compile("'(\\w+)' is missing");

    private ProblemText() {}

    /** Such as: Community classes, Equipment, Amount a year: “lots” is not a number; write one in figures. */
    static String sentence(JsonNode proposal, Problem problem) {
        String where = where(proposal, pointer(problem));
        String what = what(proposal, problem);
        return where.isEmpty() ? what : Words.of("sheet.problem", where, what);
    }

    /** What is wrong and what to do about it, without the place. */
    static String what(JsonNode proposal, Problem problem) {
        String pointer = pointer(problem);
        return FieldPlace.of(proposal, pointer)
                .flatMap(field -> MISSING.matcher(problem.what()).matches()
                        ? Optional.of(Words.of("edit.missing"))
                        : refused(proposal, pointer, field))
                .orElseGet(() -> problem.what() + "; " + problem.remedy()
                        + (problem.remedy().endsWith("?") ? "" : "."));
    }

    /** Where a problem is; where something is missing, the place of that. */
    static String pointer(Problem problem) {
        Matcher missing = MISSING.matcher(problem.what());
        return problem.place().position() + (missing.matches() ? "/" + missing.group(1) : "");
    }

    /** Why a text is no number, where a number belongs. */
    private static Optional<String> refused(JsonNode proposal, String pointer, Field field) {
        Optional<Field.Input> number = switch (field.input()) {
            case NUMBER, NUMBERS -> Optional.of(Field.Input.NUMBER);
            case SHARE, SHARES -> Optional.of(Field.Input.SHARE);
            case AMOUNT -> Optional.of(Field.Input.AMOUNT);
            default -> Optional.empty();
        };
        JsonNode text = proposal.at(pointer);
        String currency = proposal.at("/appraisal/currency").asString("");
        return number.filter(_ -> text.isString())
                .flatMap(input ->
                        NumberEntry.of(text.asString(), input, currency) instanceof NumberEntry.Refused(String why)
                                ? Optional.of(why)
                                : Optional.empty());
    }

    /** The titles of what the pointer passes through, and the column or the name of what it ends at. */
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
        Optional<String> column = FieldPlace.of(proposal, pointer).map(Field::title);
        if (column.isPresent()) {
            words.add(column.get());
        } else if (!last.isEmpty() && !last.matches("\\d+")) {
            String field = last;
            words.add(Words.find("edit." + field).orElseGet(() -> spaced(field)));
        }
        return String.join(", ", words);
    }

    private static String spaced(String field) {
        return field.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
