package org.worthwhile.report.workbook;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Formulas that sum up a column over those rows of a sheet that fit conditions, for other sheets.
 *
 * @param first row
 * @param last row
 */
record ConditionalSums(SheetWriter sheet, int first, int last) {

    /**
     * What a cell of a row has to be.
     *
     * @param block of the cells of all rows
     * @param operator equal or unequal
     * @param operand a text or, where there are no quotes around it, a cell
     */
    record Condition(String block, String operator, String operand) {

        private String criterion() {
            return block + "," + (operator.equals("=") ? operand : "\"" + operator + operand.substring(1));
        }

        private String holds() {
            return "(" + block + operator + operand + ")";
        }
    }

    /** The sum of a column, which moves along where the formula is copied to the right; see {@link #ofFixed}. */
    String of(int column, Condition... conditions) {
        return sumifs(sheet.at(first, column, true, false) + ":" + SheetWriter.rowFixed(last, column), conditions);
    }

    /** The sum of a column that stays where it is. */
    String ofFixed(int column, Condition... conditions) {
        return sumifs(block(column), conditions);
    }

    /** The sum over several columns, which comes to what the sums of each come to, by another function. */
    String across(int firstColumn, int lastColumn, Condition... conditions) {
        return CellCounts.sum(List.of(conditions).stream().map(Condition::holds).collect(Collectors.joining("*")) + "*"
                + sheet.block(first, firstColumn, last, lastColumn));
    }

    private static String sumifs(String summed, Condition... conditions) {
        return "SUMIFS(" + summed + ","
                + List.of(conditions).stream().map(Condition::criterion).collect(Collectors.joining(",")) + ")";
    }

    /** That a column holds a text. */
    Condition where(int column, String text) {
        return new Condition(block(column), "=", "\"" + text + "\"");
    }

    /** That a column holds anything but a text. */
    Condition unless(int column, String text) {
        return new Condition(block(column), "<>", "\"" + text + "\"");
    }

    /** That a column holds what a cell does. */
    Condition whereCell(int column, String reference) {
        return new Condition(block(column), "=", reference);
    }

    private String block(int column) {
        return sheet.block(first, column, last, column);
    }
}
