package org.worthwhile.desktop;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.worthwhile.exchange.NumberText;

/**
 * Numbers as people type and paste them: in the writing of the locale or of the format, negative by a minus of the keyboard or
 * of print or by brackets as accountants write, with the sign or the code of a currency, a per cent sign, or k, m and bn.
 * Thousands may be separated, but only where thousands are: a decimal comma where commas separate thousands is no number, not
 * another one.
 */
public final class NumberParser {

    private static final Pattern SCALED =
            Pattern.compile("(.*\\d)\\s*(k|thousand|m|mn|million|bn|billion)(\\)?)", Pattern.CASE_INSENSITIVE);

    private static final Map<String, Integer> POWERS_OF_TEN =
            Map.of("k", 3, "thousand", 3, "m", 6, "mn", 6, "million", 6, "bn", 9, "billion", 9);

    private static final Pattern PLAIN = Pattern.compile("\\d+(\\.\\d*)?([eE][-+]?\\d{1,3})?");

    private NumberParser() {}

    /**
     * A number.
     *
     * @param currency its sign or code as it was written; empty without one
     * @param percent whether it was written in per cent, of which the value is the fraction
     */
    public record Parsed(double value, String currency, boolean percent) {}

    /** A number without what was written beside it. */
    public static Optional<Double> number(String text) {
        return parse(text).map(Parsed::value);
    }

    /** Empty where the text is no number, or may be one or another. */
    public static Optional<Parsed> parse(String text) {
        Matcher scaled = SCALED.matcher(text.strip());
        String unscaled = scaled.matches() ? scaled.group(1) + scaled.group(3) : text;
        int power =
                scaled.matches() ? POWERS_OF_TEN.getOrDefault(scaled.group(2).toLowerCase(Locale.ROOT), 0) : 0;
        return NumberText.of(unscaled)
                .filter(written -> !(written.percent() && power > 0))
                .flatMap(written -> value(written)
                        .map(number -> number.movePointRight(written.percent() ? -2 : power)
                                .doubleValue())
                        .filter(Double::isFinite)
                        .map(value -> new Parsed(value, written.currency(), written.percent())));
    }

    private static Optional<BigDecimal> value(NumberText written) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.getDefault(Locale.Category.FORMAT));
        char decimal = symbols.getDecimalSeparator();
        char thousands = decimal == '.' ? ',' : '.';
        boolean isOfLocale =
                symbols.getGroupingSeparator() == thousands || written.digits().indexOf(thousands) < 0;
        OptionalDouble value = isOfLocale ? written.value(decimal) : OptionalDouble.empty();
        if (value.isPresent()) {
            return Optional.of(BigDecimal.valueOf(value.getAsDouble()));
        }
        return PLAIN.matcher(written.digits()).matches()
                ? Optional.of(new BigDecimal(written.digits()))
                        .map(number -> written.negative() ? number.negate() : number)
                : Optional.empty();
    }
}
