package org.worthwhile.exchange;

import java.util.Arrays;

/** Collects the cells of a sheet's row, and tells them to a reader without the blank ones at the end. */
final class SheetRows implements SheetSink {

    /** Excel has no more. */
    private static final int MOST_COLUMNS = 16_384;

    private final DatasetReader reader;
    private String[] cells = new String[64];
    private int width;

    SheetRows(DatasetReader reader) {
        this.reader = reader;
        Arrays.fill(cells, "");
    }

    /** Puts a text into a column of the present row; the last one in a column counts. */
    @Override
    public void put(int column, String text) {
        if (column < 0 || column >= MOST_COLUMNS) {
            throw new IllegalArgumentException("There is no column " + column);
        }
        if (column >= cells.length) {
            int known = cells.length;
            cells = Arrays.copyOf(cells, Math.max(column + 1, 2 * known));
            Arrays.fill(cells, known, cells.length, "");
        }
        cells[column] = text;
        width = Math.max(width, column + 1);
    }

    /**
     * The end of the present row, which is passed over if it is blank.
     *
     * @param line its number as the sheet shows it
     * @return whether to go on
     */
    @Override
    public boolean end(int line) {
        while (width > 0 && cells[width - 1].isEmpty()) {
            width--;
        }
        if (width == 0) {
            return true;
        }
        int told = Math.max(width, reader.width());
        for (int column = 0; column < told; column++) {
            char[] value = column < width ? cells[column].toCharArray() : new char[0];
            reader.value(column, value, 0, value.length);
        }
        Arrays.fill(cells, 0, width, "");
        width = 0;
        return reader.endOfRow(told, line);
    }
}
