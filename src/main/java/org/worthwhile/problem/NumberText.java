package org.worthwhile.problem;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as sentences about inputs write them: plain, in the notation of the input files, the same in every country. */
public final class NumberText {

    private static final MathContext DIGITS = new MathContext(6);
    private static final double SIX_DIGITS = 1e6;
    private static final double LARGEST_PLAIN = 1e16;
    private static final double SMALLEST_PLAIN = 1e-6;

    private NumberText() {}

    /** To six digits, such as {@code 0.12} or {@code 1500000}; very large and very small ones as {@code 1E+20}. */
    public static String of(double number) {
        if (!Double.isFinite(number)) {
            return Double.isNaN(number) ? "not a number" : number > 0 ? "infinity" : "minus infinity";
        }
        if (number == Math.rint(number) && Math.abs(number) < SIX_DIGITS) {
            return Long.toString((long) number);
        }
        BigDecimal rounded = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
        double size = Math.abs(number);
        return size < LARGEST_PLAIN && size >= SMALLEST_PLAIN ? rounded.toPlainString() : rounded.toString();
    }

    /** To six digits with thousands separated by commas, for amounts that are read and not copied into a file. */
    public static String grouped(double number) {
        String plain = of(number);
        return plain.matches("-?\\d{4,}(\\.\\d+)?")
                ? new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.UK))
                        .format(new BigDecimal(plain))
                : plain;
    }
}
