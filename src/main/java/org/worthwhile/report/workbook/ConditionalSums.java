package org.worthwhile.report.workbook;

/**
 * Formulas that sum up a column over those rows of a sheet that fit conditions, for other sheets.
 *
 * @param first row
 * @param last row
 */
record ConditionalSums(SheetWriter sheet, int first, int last) {

    /** The sum of a column, which moves along where the formula is copied to the right; see {@link #ofFixed}. */
    String of(int column, String... conditions) {
        return sumifs(sheet.at(first, column, true, false) + ":" + SheetWriter.rowFixed(last, column), conditions);
    }

    /** The sum of a column that stays where it is. */
    String ofFixed(int column, String... conditions) {
        return sumifs(block(column), conditions);
    }

    private static String sumifs(String summed, String... conditions) {
        return "SUMIFS(" + summed + "," + String.join(",", conditions) + ")";
    }

    /** That a column holds a text, which may be a comparison such as {@code <>sunk}. */
    String where(int column, String text) {
        return block(column) + ",\"" + text + "\"";
    }

    /** That a column holds what a cell does. */
    String whereCell(int column, String reference) {
        return block(column) + "," + reference;
    }

    private String block(int column) {
        return sheet.block(first, column, last, column);
    }
}
