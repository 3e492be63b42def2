package org.worthwhile.attribution;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as sentences have them. */
public final class Rounded {

    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private Rounded() {}

    /** A number to four significant digits at most, without noughts at its end and never as a power of ten. */
    public static String plain(double value) {
        if (Double.isNaN(value)) {
            return "not known";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "without limit" : "below any limit";
        }
        return value == 0
                ? "0"
                : new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros().toPlainString();
    }

    /** A number that somebody gave, with every digit of it. */
    public static String exact(double value) {
        return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
