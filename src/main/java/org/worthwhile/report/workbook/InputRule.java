package org.worthwhile.report.workbook;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;

/** What the input cells of a block can hold: for those who type, for the colour of what is wrong, and for the check of all. */
sealed interface InputRule {

    /** One of some words. */
    record OneOf(List<String> words) implements InputRule {}

    /** A financial year, such as 2026/27. */
    record Year() implements InputRule {}

    /**
     * A number from a least to a most.
     *
     * @param word that may stand in place of a number; empty for none
     * @param mayBeEmpty whether a cell may be left empty
     */
    record Number(double least, double most, String word, boolean mayBeEmpty) implements InputRule {}

    double ANY = 1e15;

    static InputRule yesOrNo() {
        return new OneOf(List.of("yes", "no"));
    }

    static InputRule share() {
        return within(0, 1);
    }

    static InputRule within(double least, double most) {
        return new Number(least, most, "", false);
    }

    /** Of amounts that may be positive or negative. */
    static InputRule amount() {
        return within(-ANY, ANY);
    }

    /** Whether a cell keeps to the rule, as a formula of it. */
    default String holds(String cell) {
        return switch (this) {
            case OneOf(List<String> words) ->
                "OR(" + words.stream().map(word -> cell + "=" + quoted(word)).collect(Collectors.joining(",")) + ")";
            case Year _ ->
                "AND(LEN(" + cell + ")=7,MID(" + cell + ",5,1)=\"/\",ISNUMBER(VALUE(LEFT(" + cell
                        + ",4))),ISNUMBER(VALUE(RIGHT(" + cell + ",2))))";
            case Number(double least, double most, String word, boolean mayBeEmpty) -> {
                String number = "IF(ISNUMBER(" + cell + "),AND(" + cell + ">=" + plain(least) + "," + cell + "<="
                        + plain(most) + "),";
                yield number
                        + (word.isEmpty() ? mayBeEmpty ? "ISBLANK(" + cell + ")" : "FALSE" : cell + "=" + quoted(word))
                        + ")";
            }
        };
    }

    /**
     * Whether a block holds as many cells that keep to the rule as it did when it was written, and none that does not.
     *
     * @param kept how many did
     */
    default String holdsAll(String block, long kept) {
        return switch (this) {
            case OneOf(List<String> words) ->
                words.stream()
                                .map(word -> "COUNTIF(" + block + "," + quoted(word) + ")")
                                .collect(Collectors.joining("+"))
                        + "=" + kept;
            case Year _ -> "COUNTIF(" + block + ",\"????/??\")=" + kept;
            case Number(double least, double most, String word, boolean mayBeEmpty) ->
                "AND("
                        + (mayBeEmpty
                                ? "COUNTA(" + block + ")=COUNT(" + block + ")"
                                : "COUNT(" + block + ")"
                                        + (word.isEmpty() ? "" : "+COUNTIF(" + block + "," + quoted(word) + ")") + "="
                                        + kept)
                        + ",COUNTIF(" + block + ",\"<" + plain(least) + "\")=0,COUNTIF(" + block + ",\">" + plain(most)
                        + "\")=0)";
        };
    }

    /** How spreadsheet programs hold those who type to it. */
    default DataValidationConstraint constraint(DataValidationHelper validations, String firstCell) {
        return switch (this) {
            case OneOf(List<String> words)
            when words.stream().mapToInt(word -> word.length() + 1).sum() < 255
                    && words.stream().noneMatch(word -> word.contains(",")) ->
                validations.createExplicitListConstraint(words.toArray(String[]::new));
            case Number(double least, double most, String word, boolean _)
            when word.isEmpty() ->
                validations.createDecimalConstraint(
                        DataValidationConstraint.OperatorType.BETWEEN, plain(least), plain(most));
            case OneOf _, Year _, Number _ -> validations.createCustomConstraint(holds(firstCell));
        };
    }

    /** What is asked for, to those who typed something else. */
    default String asked() {
        return switch (this) {
            case OneOf(List<String> words) ->
                "One of: " + String.join(", ", words.subList(0, Math.min(8, words.size())));
            case Year _ -> "A financial year, such as 2026/27";
            case Number(double least, double most, String word, boolean _) ->
                (least <= -ANY && most >= ANY
                                ? "A number"
                                : least <= -ANY || most >= ANY
                                        ? "A number not "
                                                + (most >= ANY ? "below " + plain(least) : "above " + plain(most))
                                        : "A number from " + plain(least) + " to " + plain(most))
                        + (word.isEmpty() ? "" : ", or: " + word);
        };
    }

    /** Whether a text that was written keeps to it, where it asks for texts. */
    default boolean isText(String text) {
        return switch (this) {
            case OneOf(List<String> words) -> words.stream().anyMatch(text::equalsIgnoreCase);
            case Year _ -> text.matches("(?s)....\\/..");
            case Number(double _, double _, String word, boolean _) -> !word.isEmpty() && word.equalsIgnoreCase(text);
        };
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }
}
