package org.worthwhile.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Some consecutive lines of a file of ASCII characters without quotation marks, parted into values. Numbers in the plainest
 * notation are read as they are parted; the other values are told as characters.
 */
final class AsciiBlock {

    private static final int FEWEST = 1 << 8;

    private final byte separator;
    private final int width;

    /** The lines, with a line feed after them and room for a look at the digits that a word holds. */
    private byte[] text = new byte[0];

    private int length;

    /** Where each value starts and ends, row by row. */
    private int[] starts = new int[0];

    private int[] ends = new int[0];

    /** By columns; NaN for what is no number in the plainest notation. */
    private final double[][] numbers;

    /** Whether a number of the column has a point. */
    private final boolean[] points;

    /** Whether a value of the column is no number in the plainest notation. */
    private final boolean[] others;

    private int rows;
    private int lines;
    private boolean odd;

    /** @param width how many values each row should have */
    AsciiBlock(char separator, int width) {
        this.separator = (byte) separator;
        this.width = width;
        this.numbers = new double[width][0];
        this.points = new boolean[width];
        this.others = new boolean[width];
    }

    /**
     * Takes some bytes and as many as there are after them, up to a size in all.
     *
     * @return whether there are no more
     */
    boolean read(byte[] first, InputStream more, int size) throws IOException {
        int room = Math.max(size, first.length);
        if (text.length < room + Long.BYTES) {
            text = new byte[room + Long.BYTES];
        }
        System.arraycopy(first, 0, text, 0, first.length);
        length = first.length + more.readNBytes(text, first.length, room - first.length);
        return length < room;
    }

    /** Leaves out what follows the last line feed, and returns it. */
    byte[] cut() {
        int end = length;
        while (end > 0 && text[end - 1] != '\n') {
            end--;
        }
        byte[] rest = Arrays.copyOfRange(text, end, length);
        length = end;
        return rest;
    }

    byte[] bytes() {
        return Arrays.copyOf(text, length);
    }

    boolean isEmpty() {
        return length == 0;
    }

    /** Parts the lines into values, or finds that some are odd: of another width, or with a quotation mark. */
    void part() {
        rows = 0;
        lines = 0;
        odd = false;
        Arrays.fill(points, false);
        Arrays.fill(others, false);
        text[length] = '\n';
        int place = 0;
        while (place < length && !odd) {
            place = isLineEnd(text[place]) ? place : row(place);
            place = odd ? place : afterLine(place);
        }
    }

    private static boolean isLineEnd(byte sign) {
        return sign == '\n' || sign == '\r';
    }

    /** Steps over a line end; a carriage return alone is odd. */
    private int afterLine(int end) {
        lines++;
        boolean carriage = text[end] == '\r';
        odd = carriage && text[end + 1] != '\n';
        return carriage ? end + 2 : end + 1;
    }

    /** Parts the row that starts at a place; returns where it ends. */
    private int row(int from) {
        if (rows == numbers[0].length) {
            makeRoom();
        }
        int place = from;
        for (int column = 0; column < width; column++) {
            int end = value(column, place);
            odd = column < width - 1 ? text[end] != separator : !isLineEnd(text[end]);
            if (odd) {
                return end;
            }
            place = end + 1;
        }
        rows++;
        return place - 1;
    }

    private void makeRoom() {
        int most = Math.max(FEWEST, 2 * rows);
        Arrays.setAll(numbers, column -> Arrays.copyOf(numbers[column], most));
        starts = Arrays.copyOf(starts, most * width);
        ends = Arrays.copyOf(ends, most * width);
    }

    /** Reads the value that starts at a place; returns where it ends. */
    private int value(int column, int start) {
        byte[] signs = text;
        boolean negative = signs[start] == '-';
        int first = negative ? start + 1 : start;
        int place = first;
        long digits = 0;
        int run;
        do {
            long word = EightDigits.at(signs, place);
            run = EightDigits.count(word);
            digits = EightDigits.append(digits, word, run);
            place += run;
        } while (run == Long.BYTES);
        int whole = place - first;
        int decimals = 0;
        boolean point = signs[place] == '.';
        if (point) {
            int after = ++place;
            do {
                long word = EightDigits.at(signs, place);
                run = EightDigits.count(word);
                digits = EightDigits.append(digits, word, run);
                place += run;
            } while (run == Long.BYTES);
            decimals = place - after;
        }
        int end = place;
        while (signs[end] != separator && (signs[end] > '"' || !isEnd(signs[end]))) {
            end++;
        }
        int value = rows * width + column;
        starts[value] = start;
        ends[value] = end;
        points[column] |= point;
        double number = end == place ? PlainNumber.of(negative, digits, whole, point, decimals) : Double.NaN;
        numbers[column][rows] = number;
        others[column] |= Double.isNaN(number);
        return end;
    }

    private static boolean isEnd(byte sign) {
        return isLineEnd(sign) || sign == '"';
    }

    boolean isOdd() {
        return odd;
    }

    int rows() {
        return rows;
    }

    /** How many lines there are, empty ones among them. */
    int lines() {
        return lines;
    }

    /** Tells a column its values, row by row. */
    void tell(int column, ColumnBuilder builder) {
        if (others[column] || !builder.addAllPlain(numbers[column], rows, points[column])) {
            tellEach(column, builder);
        }
    }

    private void tellEach(int column, ColumnBuilder builder) {
        char[] single = new char[FEWEST];
        for (int row = 0; row < rows; row++) {
            double number = numbers[column][row];
            if (Double.isNaN(number) || !builder.addPlain(number, points[column])) {
                int start = starts[row * width + column];
                int count = ends[row * width + column] - start;
                single = count > single.length ? new char[count] : single;
                for (int i = 0; i < count; i++) {
                    single[i] = (char) text[start + i];
                }
                builder.add(single, 0, count);
            }
        }
    }
}
