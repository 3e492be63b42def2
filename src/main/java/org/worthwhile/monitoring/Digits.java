package org.worthwhile.monitoring;

import java.math.BigDecimal;

/** Numbers with all their digits, as problems name them. */
final class Digits {

    private static final double LARGE = 1e15;

    private Digits() {}

    static String of(double number) {
        return Math.abs(number) < LARGE
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : Double.toString(number);
    }
}
