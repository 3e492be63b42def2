package org.worthwhile.report.workbook;

/** Formulas that count the cells of blocks for which a condition holds. */
final class CellCounts {

    private CellCounts() {}

    /**
     * How many of several cells a condition on whole blocks holds for. Every program works conditions out cell by cell for INDEX; not all do so
     * for SUMPRODUCT alone.
     */
    static String of(String condition) {
        return "SUMPRODUCT(INDEX(--(" + condition + "),0,0))";
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
