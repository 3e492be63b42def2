package org.worthwhile.attribution;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as sentences have them. */
public final class Rounded {

    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private static final double SMALLEST_PLAIN = 1e-6;
    private static final double LARGEST_PLAIN = 1e15;

    /** As many as a number may need. */
    private static final int MOST_DECIMALS = 12;

    private Rounded() {}

    /**
     * A number to four significant digits at most, thousands separated and without zeros at its end; very large and very small
     * ones as {@code 1.25e-7}.
     */
    public static String plain(double value) {
        if (Double.isNaN(value)) {
            return "not known";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "without limit" : "below any limit";
        }
        double size = Math.abs(value);
        if (size != 0 && (size < SMALLEST_PLAIN || size >= LARGEST_PLAIN)) {
            return new DecimalFormat("0.###E0", DecimalFormatSymbols.getInstance(Locale.UK))
                    .format(value)
                    .replace("E", "e");
        }
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.UK));
        format.setMaximumFractionDigits(MOST_DECIMALS);
        return value == 0 ? "0" : format.format(new BigDecimal(value).round(FOUR_DIGITS));
    }

    /** A number that somebody gave, with every digit of it. */
    public static String exact(double value) {
        return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
