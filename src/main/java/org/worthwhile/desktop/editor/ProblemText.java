package org.worthwhile.desktop.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.worthwhile.desktop.NumberParser;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.table.Sheet;
import org.worthwhile.problem.Fault;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.FinancialYear;
import tools.jackson.databind.JsonNode;

/** A problem of a proposal in the words of the editor, its place by titles and columns and not as a pointer into its file. */
record ProblemText(Choices choices) {

    private static final Pattern MISSING = Pattern.compile("'(\\w+)' is missing");

    /** Such as: Community classes, Equipment, Amount a year: “lots” is not a number; write one in figures. */
    String sentence(Problem problem) {
        String where = where(pointer(problem));
        String what = what(problem);
        return where.isEmpty() ? what : Words.of("sheet.problem", where, what);
    }

    /** What is doubtful and what to do about it, without the place. */
    static String sentence(Fault fault) {
        return fault.what() + "; " + fault.remedy() + (fault.remedy().endsWith("?") ? "" : ".");
    }

    /** What is wrong and what to do about it, without the place. */
    String what(Problem problem) {
        String pointer = pointer(problem);
        return FieldPlace.of(choices.proposal(), pointer)
                .flatMap(field -> MISSING.matcher(problem.what()).matches()
                        ? Optional.of(Words.of("edit.missing"))
                        : refused(choices.proposal().at(pointer), field))
                .orElseGet(() -> sentence(new Fault(problem.what(), problem.remedy())));
    }

    /** Where a problem is; where something is missing, the place of that. */
    static String pointer(Problem problem) {
        Matcher missing = MISSING.matcher(problem.what());
        return problem.place().position() + (missing.matches() ? "/" + missing.group(1) : "");
    }

    /** Why what stands in a field cannot stand there, and what can, as its sheet shows it. */
    private Optional<String> refused(JsonNode present, Field field) {
        if (!present.isString() && !present.isNumber()) {
            return Optional.empty();
        }
        String text = present.isNumber() ? Entry.text(present, Field.Input.NUMBER) : present.asString();
        return switch (field.input()) {
            case NUMBER, ESTIMATE, COUNT, MONEY, SHARE, AMOUNT -> noNumber(present, field.input());
            case NUMBERS -> noNumber(present, Field.Input.NUMBER);
            case AMOUNTS -> noNumber(present, Field.Input.MONEY);
            case SHARES -> noNumber(present, Field.Input.SHARE);
            case EFFECT -> noNumber(present, field.input()).map(_ -> Words.of("number.noEffect", text));
            case WORTH -> present.isString() ? Optional.of(noWorth(text)) : Optional.empty();
            case YEAR -> FinancialYear.isLabel(text) ? Optional.empty() : Optional.of(Words.of("year.none", text));
            case FLAG, NOT -> Optional.of(Words.of("flag.none", text));
            case CHOICE -> noChoice(present.asString(""), field);
            case TEXT, LONG_TEXT, WORDS, FIXED -> Optional.empty();
        };
    }

    private Optional<String> noNumber(JsonNode text, Field.Input input) {
        return text.isString()
                        && NumberEntry.of(text.asString(), input, choices.currency())
                                instanceof NumberEntry.Refused(String why)
                ? Optional.of(why)
                : Optional.empty();
    }

    /** What is a number for itself, such as a percentage, is refused as one. */
    private String noWorth(String text) {
        boolean isNumber = NumberParser.number(text).isPresent();
        return isNumber
                        && NumberEntry.of(text, Field.Input.WORTH, choices.currency())
                                instanceof NumberEntry.Refused(String why)
                ? why
                : noUnitValue(text);
    }

    private String noUnitValue(String text) {
        List<String> near = new UnitValueNames(choices.library()).near(text);
        return near.isEmpty()
                ? Words.of("number.noWorth", text)
                : Words.of(
                        "number.noWorthNear",
                        text,
                        near.stream().map(title -> "“" + title + "”").collect(Collectors.joining(", ")));
    }

    private Optional<String> noChoice(String text, Field field) {
        List<Sheet.Choice> offered = field.choices().apply(choices).stream()
                .filter(choice -> !choice.value().isEmpty())
                .toList();
        if (offered.stream().anyMatch(choice -> choice.value().equals(text))) {
            return Optional.empty();
        }
        String titles =
                offered.stream().map(choice -> "“" + choice.title() + "”").collect(Collectors.joining(", "));
        String which = text.isBlank() ? Words.of("offered.empty") : Words.of("offered.none", text);
        return Optional.of(
                offered.isEmpty() ? Words.of("offered.nothing", which) : Words.of("offered.oneOf", which, titles));
    }

    /** The titles of what the pointer passes through, and the column or the name of what it ends at. */
    private String where(String pointer) {
        JsonNode proposal = choices.proposal();
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
