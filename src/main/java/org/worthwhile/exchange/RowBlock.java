package org.worthwhile.exchange;

import java.util.Arrays;

/** Some consecutive rows of a file with as many values each, as characters. */
final class RowBlock {

    /** As many as stay in a processor's own cache while one column after another takes its values. */
    private static final int CHARACTERS = 1 << 16;

    private static final int MOST_VALUES = 1 << 15;

    private final int width;
    private char[] text = new char[1 << 12];

    /** Where each value ends; it begins where the one before it ends. */
    private int[] ends = new int[1 << 8];

    private int values;
    private int length;

    /** @param width of the rows */
    RowBlock(int width) {
        this.width = width;
    }

    /** The next value, row by row. */
    void add(char[] buffer, int offset, int count) {
        if (length + count > text.length) {
            text = Arrays.copyOf(text, Math.max(2 * text.length, length + count));
        }
        if (values == ends.length) {
            ends = Arrays.copyOf(ends, 2 * values);
        }
        System.arraycopy(buffer, offset, text, length, count);
        length += count;
        ends[values++] = length;
    }

    /** Whether it is worth being taken in. */
    boolean isFull() {
        return length >= CHARACTERS || values >= MOST_VALUES;
    }

    void clear() {
        values = 0;
        length = 0;
    }

    /** Adds the values of a column to it. */
    void tell(int column, ColumnBuilder builder) {
        for (int value = column; value < values; value += width) {
            int from = value == 0 ? 0 : ends[value - 1];
            builder.add(text, from, ends[value] - from);
        }
    }
}
