package org.worthwhile.report.workbook;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.InputBounds;
import org.worthwhile.proposal.InputKind;

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

    /** How many characters of a list a spreadsheet program takes as it stands. */
    int LONGEST_LIST = 255;

    static InputRule yesOrNo() {
        return new OneOf(List.of("yes", "no"));
    }

    static InputRule share() {
        return within(0, 1);
    }

    static InputRule within(double least, double most) {
        return new Number(least, most, "", false);
    }

    /** What proposals hold an input of a kind to. */
    static InputRule of(InputKind kind) {
        return of(kind, "");
    }

    /** @param word that may stand in place of a number */
    static InputRule of(InputKind kind, String word) {
        InputBounds bounds = kind.bounds();
        return new Number(Math.max(-ANY, bounds.low()), Math.min(ANY, bounds.high()), word, false);
    }

    /** Of amounts that may be positive or negative. */
    static InputRule amount() {
        return within(-ANY, ANY);
    }

    /** Whether a cell keeps to the rule, as a formula of it. */
    default String holds(String cell) {
        return switch (this) {
            case OneOf(List<String> words) ->
                words.stream()
                        .map(word -> "(" + cell + "=" + quoted(word) + ")")
                        .collect(Collectors.joining("+", "", ">0"));
            case Year _ -> "ISNUMBER(" + SettingsSheet.startOf(cell) + ")";
            case Number(double least, double most, String word, boolean mayBeEmpty) -> {
                String number = "IF(ISNUMBER(" + cell + "),AND(" + cell + ">=" + plain(least) + "," + cell + "<="
                        + plain(most) + "),";
                yield number
                        + (word.isEmpty() ? mayBeEmpty ? "ISBLANK(" + cell + ")" : "FALSE" : cell + "=" + quoted(word))
                        + ")";
            }
        };
    }

    /** How many cells of a block keep to the rule or, where cells may be empty, how many hold something that does not. */
    default String counted(String block) {
        return switch (this) {
            case OneOf(List<String> words) ->
                words.stream().map(word -> countIf(block, word)).collect(Collectors.joining("+"));
            case Year _ -> countIf(block, "????/??");
            case Number(double least, double most, String word, boolean mayBeEmpty) -> {
                String numbers =
                        "COUNTIFS(" + block + ",\">=" + plain(least) + "\"," + block + ",\"<=" + plain(most) + "\")";
                yield mayBeEmpty
                        ? "COUNTA(" + block + ")-" + numbers
                        : word.isEmpty() ? numbers : numbers + "+" + countIf(block, word);
            }
        };
    }

    /** Whether a text is counted. */
    default boolean counts(String text) {
        return switch (this) {
            case OneOf(List<String> words) -> words.stream().anyMatch(text::equalsIgnoreCase);
            case Year _ -> FinancialYear.isLabel(text);
            case Number(double _, double _, String word, boolean mayBeEmpty) ->
                mayBeEmpty || !word.isEmpty() && word.equalsIgnoreCase(text);
        };
    }

    /** Whether a number is counted. */
    default boolean counts(double number) {
        return this instanceof Number(double least, double most, String _, boolean mayBeEmpty)
                && mayBeEmpty != (number >= least && number <= most);
    }

    /** How spreadsheet programs hold those who type to it. */
    default DataValidationConstraint constraint(DataValidationHelper validations, String firstCell) {
        return switch (this) {
            case OneOf(List<String> words)
            when words.stream().mapToInt(word -> word.length() + 1).sum() < LONGEST_LIST
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
                "One of: " + String.join(", ", words.subList(0, Math.min(8, words.size())))
                        + (words.size() > 8 ? " and others" : "");
            case Year _ -> "A financial year, such as 2026/27";
            case Number(double least, double most, String word, boolean mayBeEmpty) ->
                (least <= -ANY && most >= ANY
                                ? "A number"
                                : least <= -ANY || most >= ANY
                                        ? "A number not "
                                                + (most >= ANY ? "below " + plain(least) : "above " + plain(most))
                                        : "A number from " + plain(least) + " to " + plain(most))
                        + (word.isEmpty() ? "" : ", or: " + word)
                        + (mayBeEmpty ? ", or nothing" : "");
        };
    }

    private static String countIf(String block, String word) {
        return "COUNTIF(" + block + "," + quoted(word) + ")";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }
}
