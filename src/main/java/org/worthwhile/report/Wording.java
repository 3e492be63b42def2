package org.worthwhile.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import org.worthwhile.appraisal.Indicator;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.proposal.FinancialYear;

/**
 * Figures as the field writes them.
 *
 * @param locale whose separators they have
 */
public record Wording(Locale locale) {

    /** Of reports and files, which are the same whatever computer wrote them. */
    public static final Wording BRITISH = new Wording(Locale.UK);

    /** From here on a number is told as a power of ten. */
    private static final double LARGEST_PLAIN = 1e15;

    /** And likewise below here. */
    private static final double SMALLEST_PLAIN = 1e-5;

    /** Of screens: as this computer is set to write figures. */
    public static Wording here() {
        return new Wording(Locale.getDefault(Locale.Category.FORMAT));
    }

    /** What stands in place of a number that is none: a calculation that overflowed, or one that has no answer. */
    private static Optional<String> unwritable(double value) {
        return Double.isNaN(value)
                ? Optional.of("not known")
                : Double.isInfinite(value) ? Optional.of("too large to be told") : Optional.empty();
    }

    /** Money in whole units with thousands separated, such as {@code £1,250,000} or {@code -£300}. */
    public String money(double amount, String currency) {
        if (!Double.isFinite(amount)) {
            return unwritable(amount).orElseThrow();
        }
        String digits = fixed(Math.abs(amount), 0);
        String sign = amount < 0 && !digits.equals("0") ? "-" : "";
        return sign + symbol(currency) + digits;
    }

    /** What one unit of something costs: in whole units of money from 100 up, else with two decimals. */
    public String price(double amount, String currency) {
        return !Double.isFinite(amount) || Math.abs(amount) >= 99.995
                ? money(amount, currency)
                : (amount < 0 ? "-" : "") + symbol(currency) + fixed(Math.abs(amount), 2);
    }

    /**
     * What one unit of an outcome is worth: in whole units of money from 1,000 up, else with two decimals, and with two digits where
     * that would leave fewer.
     */
    public String unitValue(double amount, String currency) {
        double size = Math.abs(amount);
        if (!Double.isFinite(amount) || size >= 999.995) {
            return money(amount, currency);
        }
        return (amount < 0 ? "-" : "")
                + symbol(currency)
                + (size == 0 || size >= SMALLEST_PLAIN ? fixed(size, decimals(size)) : significant(size));
    }

    private static int decimals(double size) {
        return size == 0
                ? 2
                : Math.max(
                        2,
                        new BigDecimal(size)
                                .round(new MathContext(2))
                                .stripTrailingZeros()
                                .scale());
    }

    /** What stands before an amount of money: a pound sign, or the currency's code and a space. */
    public static String symbol(String currency) {
        return currency.equals("GBP") ? "£" : currency + " ";
    }

    /** Money as a sentence writes it, such as {@code £2.4 million} or {@code £85,000}. */
    public String shortMoney(double amount, String currency) {
        double size = Math.abs(amount);
        if (!Double.isFinite(amount) || size >= LARGEST_PLAIN) {
            return money(amount, currency);
        }
        String sign = amount < 0 ? "-" : "";
        String symbol = symbol(currency);
        if (size >= 999_500_000) {
            return sign + symbol + fixed(size / 1e9, 1) + " billion";
        }
        if (size >= 999_500) {
            return sign + symbol + fixed(size / 1e6, 1) + " million";
        }
        return money(size < 1000 ? amount : Math.rint(amount / 1000) * 1000, currency);
    }

    /** A number with so many decimals, thousands separated. */
    public String fixed(double value, int decimals) {
        return unwritable(value)
                .orElseGet(() -> String.format(
                        locale, Math.abs(value) >= LARGEST_PLAIN ? "%.3e" : "%,." + decimals + "f", value));
    }

    /** A number with the decimals it has, thousands separated. */
    public String exact(BigDecimal value) {
        return String.format(
                locale, "%,." + Math.max(0, value.stripTrailingZeros().scale()) + "f", value);
    }

    /** A ratio to two decimals, or a dash where there is none. */
    public String ratio(Indicator indicator) {
        return indicator.value().isPresent() ? plain(indicator.value().getAsDouble(), 2) : "–";
    }

    /** A ratio as a sentence writes it, such as {@code 1.8 to 1}. */
    public String toOne(double ratio) {
        return plain(ratio, ratio < 0.1 && ratio > 0 ? 2 : 1) + " to 1";
    }

    /** A number with so many decimals and no thousands separated. */
    private String plain(double value, int decimals) {
        return unwritable(value)
                .orElseGet(() -> String.format(
                        locale, Math.abs(value) >= LARGEST_PLAIN ? "%.3e" : "%." + decimals + "f", value));
    }

    public static String year(Optional<FinancialYear> year) {
        return year.map(FinancialYear::label).orElse("–");
    }

    /** A number to four significant digits. */
    public String significant(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return unwritable(value).orElse("0");
        }
        if (!Double.isFinite(value)) {
            return Rounded.plain(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(4));
        return rounded.abs().doubleValue() >= 1e-5 && rounded.abs().doubleValue() < 1e9
                ? separated(rounded.toPlainString())
                : String.format(locale, "%.3e", value);
    }

    /** A number to at most six significant digits, and whole where it has more before its point; thousands separated. */
    public String brief(BigDecimal value) {
        int whole = value.precision() - value.scale();
        return exact(value.round(new MathContext(Math.max(6, whole))));
    }

    private String separated(String plain) {
        return plain.replace('.', DecimalFormatSymbols.getInstance(locale).getDecimalSeparator());
    }

    /** How often something happens in a sample of trials, to a tenth of a per cent: what a sample cannot exclude is not told as 0 or 100. */
    public String chance(double share) {
        return share < 0.0005
                ? "under " + fixed(0.1, 1) + "%"
                : share > 0.9995 ? "over " + fixed(99.9, 1) + "%" : fixed(share * 100, 1) + "%";
    }

    /** A p-value to three decimals. */
    public String probability(double pValue) {
        return pValue >= 0 && pValue < 0.001 ? "below " + fixed(0.001, 3) : fixed(pValue, 3);
    }
}
