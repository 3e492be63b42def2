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

    /**
     * A whole number from a least to a most; formulas that rest on it take {@link #wholeOf} it.
     *
     * @param word that may stand in place of a number; empty for none
     */
    record Whole(int least, int most, String word) implements InputRule {}

    /** A whole number as a formula takes it from a cell: an error where it is none. */
    static String wholeOf(String cell) {
        return "IF(" + cell + "=INT(" + cell + ")," + cell + ",NA())";
    }

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
        if (kind.unit() == InputKind.Unit.YEARS) {
            return new Whole((int) bounds.low(), (int) bounds.high(), word);
        }
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
            case Whole(int least, int most, String word) ->
                "IF(ISNUMBER(" + cell + "),AND(" + cell + ">=" + least + "," + cell + "<=" + most + "," + cell + "=INT("
                        + cell + "))," + (word.isEmpty() ? "FALSE" : cell + "=" + quoted(word)) + ")";
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
            // Which of them are whole is for the formulas that rest on them, for COUNTIFS cannot tell.
            case Whole(int least, int most, String word) ->
                within(block, String.valueOf(least), String.valueOf(most), word);
            case Number(double least, double most, String word, boolean mayBeEmpty) ->
                mayBeEmpty
                        ? "COUNTA(" + block + ")-" + within(block, plain(least), plain(most), "")
                        : within(block, plain(least), plain(most), word);
        };
    }

    /** Whether a text is counted. */
    default boolean counts(String text) {
        return switch (this) {
            case OneOf(List<String> words) -> words.stream().anyMatch(text::equalsIgnoreCase);
            case Year _ -> FinancialYear.isLabel(text);
            case Whole(int _, int _, String word) -> !word.isEmpty() && word.equalsIgnoreCase(text);
            case Number(double _, double _, String word, boolean mayBeEmpty) ->
                mayBeEmpty || !word.isEmpty() && word.equalsIgnoreCase(text);
        };
    }

    /** Whether a number is counted. */
    default boolean counts(double number) {
        return switch (this) {
            case Whole(int least, int most, String _) -> number >= least && number <= most;
            case Number(double least, double most, String _, boolean mayBeEmpty) ->
                mayBeEmpty != (number >= least && number <= most);
            case OneOf _, Year _ -> false;
        };
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
            case Whole(int least, int most, String word)
            when word.isEmpty() ->
                validations.createIntegerConstraint(
                        DataValidationConstraint.OperatorType.BETWEEN, String.valueOf(least), String.valueOf(most));
            case OneOf _, Year _, Number _, Whole _ -> validations.createCustomConstraint(holds(firstCell));
        };
    }

    /** What is asked for, to those who typed something else. */
    default String asked() {
        return switch (this) {
            case OneOf(List<String> words) ->
                "One of: " + String.join(", ", words.subList(0, Math.min(8, words.size())))
                        + (words.size() > 8 ? " and others" : "");
            case Year _ -> "A financial year, such as 2026/27";
            case Whole(int least, int most, String word) ->
                "A whole number from " + least + " to " + most + (word.isEmpty() ? "" : ", or: " + word);
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

    private static String within(String block, String least, String most, String word) {
        String numbers = "COUNTIFS(" + block + ",\">=" + least + "\"," + block + ",\"<=" + most + "\")";
        return word.isEmpty() ? numbers : numbers + "+" + countIf(block, word);
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
