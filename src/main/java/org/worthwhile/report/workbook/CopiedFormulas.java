package org.worthwhile.report.workbook;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.poi.ss.formula.ptg.AreaPtgBase;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.RefPtgBase;

/**
 * Formulas that are copies of one another along a row or down a column, as nearly all of a workbook are: the first is parsed, and
 * the others are it with their relative references moved.
 */
final class CopiedFormulas {

    private final Map<String, Parsed> firsts = new HashMap<>();

    /** The first of a formula's copies. */
    private record Parsed(int row, int column, Ptg[] tokens) {}

    /** The tokens of a formula in a cell, for which it is parsed only if no copy of it was. */
    Ptg[] tokens(String formula, int row, int column, Supplier<Ptg[]> parse) {
        String relative = relative(formula, row, column);
        Parsed first = firsts.get(relative);
        if (first == null) {
            first = new Parsed(row, column, parse.get());
            firsts.put(relative, first);
        }
        return moved(first.tokens(), row - first.row(), column - first.column());
    }

    private static Ptg[] moved(Ptg[] tokens, int rows, int columns) {
        Ptg[] moved = new Ptg[tokens.length];
        for (int i = 0; i < tokens.length; i++) {
            moved[i] = switch (tokens[i]) {
                case RefPtgBase reference -> moved((RefPtgBase) reference.copy(), rows, columns);
                case AreaPtgBase area -> moved((AreaPtgBase) area.copy(), rows, columns);
                default -> tokens[i];
            };
        }
        return moved;
    }

    private static Ptg moved(RefPtgBase reference, int rows, int columns) {
        reference.setRow(reference.getRow() + (reference.isRowRelative() ? rows : 0));
        reference.setColumn(reference.getColumn() + (reference.isColRelative() ? columns : 0));
        return reference;
    }

    private static Ptg moved(AreaPtgBase area, int rows, int columns) {
        area.setFirstRow(area.getFirstRow() + (area.isFirstRowRelative() ? rows : 0));
        area.setLastRow(area.getLastRow() + (area.isLastRowRelative() ? rows : 0));
        area.setFirstColumn(area.getFirstColumn() + (area.isFirstColRelative() ? columns : 0));
        area.setLastColumn(area.getLastColumn() + (area.isLastColRelative() ? columns : 0));
        return area;
    }

    /** The formula with its relative references written as distances from its cell, which copies of it have in common. */
    static String relative(String formula, int row, int column) {
        return worded(formula, (text, word, _) -> appendReference(text, word, row, column));
    }

    /** The formula as another sheet writes it: its references to cells of its own sheet with that sheet's name. */
    static String from(String sheet, String formula) {
        return worded(formula, (text, word, before) -> {
            boolean isOwn = before != '!' && before != ':' && appendReference(new StringBuilder(), word, 0, 0);
            if (isOwn) {
                text.append('\'').append(sheet).append("'!").append(word);
            }
            return isOwn;
        });
    }

    /** Writes a word of a formula, which may be a reference, in another way, or leaves it and says so. */
    private interface Wording {

        boolean append(StringBuilder text, String word, char before);
    }

    private static String worded(String formula, Wording wording) {
        StringBuilder worded = new StringBuilder(formula.length() + 16);
        int at = 0;
        while (at < formula.length()) {
            char character = formula.charAt(at);
            int end = at + 1;
            if (character == '"' || character == '\'') {
                end = formula.indexOf(character, at + 1) + 1;
                worded.append(formula, at, end);
            } else if (isOfWord(character)) {
                while (end < formula.length() && isOfWord(formula.charAt(end))) {
                    end++;
                }
                boolean isName = end < formula.length() && (formula.charAt(end) == '(' || formula.charAt(end) == '!');
                char before = at == 0 ? ' ' : formula.charAt(at - 1);
                if (isName || !wording.append(worded, formula.substring(at, end), before)) {
                    worded.append(formula, at, end);
                }
            } else {
                worded.append(character);
            }
            at = end;
        }
        return worded.toString();
    }

    private static boolean isOfWord(char character) {
        return Character.isLetterOrDigit(character) || character == '$' || character == '_' || character == '.';
    }

    /** Appends a word as a distance if it is a reference, such as {@code $B12}. */
    private static boolean appendReference(StringBuilder relative, String word, int row, int column) {
        int at = 0;
        boolean fixedColumn = word.charAt(at) == '$';
        at += fixedColumn ? 1 : 0;
        int named = 0;
        int letters = at;
        while (at < word.length() && word.charAt(at) >= 'A' && word.charAt(at) <= 'Z') {
            named = named * 26 + word.charAt(at++) - 'A' + 1;
        }
        if (at == letters || at > letters + 3 || at == word.length()) {
            return false;
        }
        boolean fixedRow = word.charAt(at) == '$';
        at += fixedRow ? 1 : 0;
        int numbered = 0;
        int digits = at;
        while (at < word.length() && word.charAt(at) >= '0' && word.charAt(at) <= '9') {
            numbered = numbered * 10 + word.charAt(at++) - '0';
        }
        if (at == digits || at < word.length()) {
            return false;
        }
        appendPlace(relative.append('C'), named, column + 1, fixedColumn);
        appendPlace(relative.append('R'), numbered, row + 1, fixedRow);
        return true;
    }

    private static void appendPlace(StringBuilder relative, int place, int here, boolean isFixed) {
        if (isFixed) {
            relative.append(place);
        } else {
            relative.append('[').append(place - here).append(']');
        }
    }
}
