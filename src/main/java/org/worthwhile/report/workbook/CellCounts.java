package org.worthwhile.report.workbook;

import java.util.regex.Pattern;

/** Formulas that count the cells of blocks for which a condition holds, and sums over blocks. */
final class CellCounts {

    private static final Pattern BLOCK = Pattern.compile("(\\$?[A-Z]+\\$?\\d+):(\\$?[A-Z]+\\$?\\d+)");

    private CellCounts() {}

    /**
     * How many of several cells a condition on whole blocks holds for. Every program works conditions out cell by cell for INDEX; not all do so
     * for SUMPRODUCT alone.
     */
    static String of(String condition) {
        return sum("--(" + condition + ")");
    }

    /** The sum over cells of an expression of whole blocks; where all are of one cell, there is nothing for INDEX to take from. */
    static String sum(String expression) {
        boolean isOfBlocks = BLOCK.matcher(expression)
                .results()
                .anyMatch(block -> !block.group(1).equals(block.group(2)));
        return isOfBlocks ? "SUMPRODUCT(INDEX(" + expression + ",0,0))" : "SUMPRODUCT(" + expression + ")";
    }

    /** How many cells of a block are errors. */
    static String errors(String block) {
        return of("ISERROR(" + block + ")");
    }

    /** How many cells of a block hold formulas. */
    static String formulas(String block) {
        return of(IsFormula.NAME + "(" + block + ")");
    }
}
