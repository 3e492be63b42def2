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
        int point = -1;
        for (int i = first; i < end; i++) {
            int digit = buffer[i] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = 10 * digits + digit;
            } else if (buffer[i] == '.' && point < 0) {
                point = i;
            } else {
                return Double.NaN;
            }
        }
        int decimals = point < 0 ? 0 : end - point - 1;
        boolean plain = end > first && point != first && point != end - 1 && (point >= 0 || end - first <= MOST_DIGITS);
        if (!plain) {
            return Double.NaN;
        }
        double number = digits / POWERS_OF_TEN[decimals];
        return negative ? -number : number;
    }
}
