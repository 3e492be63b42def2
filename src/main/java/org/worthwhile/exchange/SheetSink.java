package org.worthwhile.exchange;

/** What the rows of a sheet are told to, cell by cell. */
interface SheetSink {

    /** A text in a column of the present row; the last one in a column counts. */
    void put(int column, String text);

    /** A number, written with a point. */
    default void number(int column, String text) {
        put(column, text);
    }

    /** A number that the sheet shows in per cent, as the fraction that it is. */
    default void percent(int column, String text) {
        number(column, text);
    }

    /** A number that the sheet shows as money of a currency, by its sign or code. */
    default void money(int column, String text, String currency) {
        number(column, text);
    }

    /** A formula whose value is an error such as {@code #REF!}; a missing value unless more is made of it. */
    default void error(int column, String error) {
        put(column, "");
    }

    /** A formula that no program has computed yet; a missing value unless more is made of it. */
    default void notComputed(int column) {
        put(column, "");
    }

    /** A range of cells that are shown as one, told after all rows where {@link #needsMerges} says so. */
    default void merged(String range) {}

    /** A row that a spreadsheet program does not show, told at its beginning by its number as the sheet shows it. */
    default void hiddenRow(int line) {}

    /** Columns that it does not show, from 0. */
    default void hiddenColumns(int first, int last) {}

    /** Whether to read on to the ranges of cells that are shown as one. */
    default boolean needsMerges() {
        return false;
    }

    /**
     * The end of the present row.
     *
     * @param line its number as the sheet shows it
     * @return whether to go on
     */
    boolean end(int line);
}
