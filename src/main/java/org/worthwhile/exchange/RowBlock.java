package org.worthwhile.exchange;

import java.util.Arrays;

/** Some consecutive rows of a file with as many values each, as characters. */
final class RowBlock {

    /** As many as stay in a processor's own cache while one column after another takes its values. */
    static final int CHARACTERS = 1 << 16;

    private static final int MOST_VALUES = 1 << 15;

    private char[] text = new char[1 << 12];
    private int length;
    private int[] starts = new int[1 << 8];

    /** The complement of where a value ends whose quotation marks are doubled. */
    private int[] ends = new int[1 << 8];

    private int values;

    /** Its characters, with room for as many and one more. */
    char[] text(int characters) {
        if (text.length <= characters) {
            text = Arrays.copyOf(text, characters + 1);
        }
        return text;
    }

    /** The next value, row by row, which is copied. */
    void add(char[] buffer, int offset, int count) {
        if (length + count > text.length) {
            text = Arrays.copyOf(text, Math.max(2 * text.length, length + count));
        }
        System.arraycopy(buffer, offset, text, length, count);
        mark(length, length + count);
        length += count;
    }

    /** The next value, which is among its characters. */
    void mark(int start, int end) {
        if (values == ends.length) {
            starts = Arrays.copyOf(starts, 2 * values);
            ends = Arrays.copyOf(ends, 2 * values);
        }
        starts[values] = start;
        ends[values++] = end;
    }

    /** Likewise a value in which each quotation mark is written twice. */
    void markDoubled(int start, int end) {
        mark(start, ~end);
    }

    int values() {
        return values;
    }

    /** Leaves out the last values. */
    void keep(int first) {
        values = first;
    }

    /** Whether it is worth being taken in. */
    boolean isFull() {
        return length >= CHARACTERS || values >= MOST_VALUES;
    }

    void clear() {
        values = 0;
        length = 0;
    }

    /** What takes a value. */
    interface Taker {
        void add(char[] buffer, int offset, int length);
    }

    /** Tells the values of a column of rows of a width. */
    void tell(int column, int width, Taker taker) {
        for (int value = column; value < values; value += width) {
            if (ends[value] >= 0) {
                taker.add(text, starts[value], ends[value] - starts[value]);
            } else {
                char[] single = new String(text, starts[value], ~ends[value] - starts[value])
                        .replace("\"\"", "\"")
                        .toCharArray();
                taker.add(single, 0, single.length);
            }
        }
    }
}
