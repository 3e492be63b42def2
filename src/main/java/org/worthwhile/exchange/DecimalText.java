package org.worthwhile.exchange;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** A number typed as text in a cell: decimal digits with a point, and an exponent or not; nothing else that Java reads as one. */
final class DecimalText {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,9})?");

    private DecimalText() {}

    /** The number; empty for any other text, and for a number that is too large to hold or too small to tell from 0. */
    static OptionalDouble parse(String text) {
        String trimmed = text.strip();
        if (!DECIMAL.matcher(trimmed).matches()) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(trimmed);
        return isHeld(trimmed, number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    /** Whether what was written is kept in the number that it was read as. */
    static boolean isHeld(String written, double number) {
        return Double.isFinite(number) && (number != 0 || !hasDigitAboveZero(written));
    }

    private static boolean hasDigitAboveZero(String written) {
        return written.chars()
                .takeWhile(character -> character != 'e' && character != 'E')
                .anyMatch(character -> character >= '1' && character <= '9');
    }
}
