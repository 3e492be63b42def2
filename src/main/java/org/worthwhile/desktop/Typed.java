package org.worthwhile.desktop;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Figures as people type and paste them. */
public final class Typed {

    /** Signs of currencies, their codes, and the sign of per cent. */
    private static final String UNITS = "[£€$%]|^\\s*[A-Z]{3}(?=[\\s\\d-])";

    private Typed() {}

    /**
     * A number in the writing of the locale or of the format, with or without a currency or a per cent sign. Thousands may be
     * separated, but only where thousands are: a decimal comma where commas separate thousands is no number, not another one.
     */
    public static Optional<Double> number(String text) {
        boolean percent = text.strip().endsWith("%");
        String figure = text.replaceAll(UNITS, "").replace('−', '-').strip();
        String digits = withPoint(figure).orElse(figure);
        try {
            BigDecimal number = new BigDecimal(digits);
            double value = (percent ? number.movePointLeft(2) : number).doubleValue();
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** The figure without separators and with a decimal point, where it is written as the locale writes figures. */
    private static Optional<String> withPoint(String figure) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.getDefault(Locale.Category.FORMAT));
        String point = String.valueOf(symbols.getDecimalSeparator());
        String separator = "[" + Pattern.quote(String.valueOf(symbols.getGroupingSeparator())) + "\\h]";
        boolean fits =
                figure.matches("[-+]?(\\d{1,3}(" + separator + "\\d{3})+|\\d+)(" + Pattern.quote(point) + "\\d*)?");
        return fits ? Optional.of(figure.replaceAll(separator, "").replace(point, ".")) : Optional.empty();
    }
}
