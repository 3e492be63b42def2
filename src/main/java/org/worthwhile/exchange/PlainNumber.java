package org.worthwhile.exchange;

/**
 * A number in the plainest notation, digits with a point among them or not and a minus before them or not, read without an object.
 * One of few digits is a whole number over a power of ten, both of which are held exactly, so that their quotient is the number
 * nearest to what is written, as {@link Double#parseDouble} has it (Clinger 1990, How to Read Floating Point Numbers
 * Accurately, section 3).
 */
final class PlainNumber {

    /** Whole numbers of as many digits are held exactly. */
    private static final int MOST_DIGITS = 15;

    private static final double[] POWERS_OF_TEN = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private PlainNumber() {}

    /** The number that the characters write; NaN if they write none in this notation or one of too many digits. */
    static double of(char[] buffer, int offset, int length) {
        int end = offset + length;
        boolean negative = length > 0 && buffer[offset] == '-';
        int first = negative ? offset + 1 : offset;
        if (end - first > MOST_DIGITS + 1) {
            return Double.NaN;
        }
        long digits = 0;
        int i = first;
        while (i < end && isDigit(buffer[i])) {
            digits = 10 * digits + (buffer[i++] - '0');
        }
        int point = i;
        int decimals = 0;
        if (i < end && i > first && buffer[i] == '.') {
            i++;
            while (i < end && isDigit(buffer[i])) {
                digits = 10 * digits + (buffer[i++] - '0');
            }
            decimals = i - point - 1;
        }
        return i == end ? of(negative, digits, point - first, point < end, decimals) : Double.NaN;
    }

    /**
     * The number of digits that were read; NaN if it is not in this notation, or has too many digits.
     *
     * @param digits as a whole number, of those before the point and after it
     * @param whole how many stand before the point
     * @param decimals how many stand after it
     */
    static double of(boolean negative, long digits, int whole, boolean point, int decimals) {
        boolean complete = whole > 0 && whole + decimals <= MOST_DIGITS && (decimals > 0 || !point);
        double number = complete ? digits / POWERS_OF_TEN[decimals] : Double.NaN;
        return negative ? -number : number;
    }

    private static boolean isDigit(char character) {
        return (char) (character - '0') <= 9;
    }
}
