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

    /** Of screens: as this computer is set to write figures. */
    public static Wording here() {
        return new Wording(Locale.getDefault(Locale.Category.FORMAT));
    }

    /** Money in whole units with thousands separated, such as {@code £1,250,000} or {@code -£300}. */
    public String money(double amount, String currency) {
        String digits = fixed(Math.abs(amount), 0);
        String sign = amount < 0 && !digits.equals("0") ? "-" : "";
        return sign + symbol(currency) + digits;
    }

    /** What stands before an amount of money: a pound sign, or the currency's code and a space. */
    public static String symbol(String currency) {
        return currency.equals("GBP") ? "£" : currency + " ";
    }

    /** Money as a sentence writes it, such as {@code £2.4 million} or {@code £85,000}. */
    public String shortMoney(double amount, String currency) {
        double size = Math.abs(amount);
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
        return String.format(locale, "%,." + decimals + "f", value);
    }

    /** A number with the decimals it has, thousands separated. */
    public String exact(BigDecimal value) {
        return String.format(
                locale, "%,." + Math.max(0, value.stripTrailingZeros().scale()) + "f", value);
    }

    /** A ratio to two decimals, or a dash where there is none. */
    public String ratio(Indicator indicator) {
        return indicator.value().isPresent()
                ? String.format(locale, "%.2f", indicator.value().getAsDouble())
                : "–";
    }

    /** A ratio as a sentence writes it, such as {@code 1.8 to 1}. */
    public String toOne(double ratio) {
        return String.format(locale, ratio < 0.1 && ratio > 0 ? "%.2f to 1" : "%.1f to 1", ratio);
    }

    public static String year(Optional<FinancialYear> year) {
        return year.map(FinancialYear::label).orElse("–");
    }

    /** A number to four significant digits. */
    public String significant(double value) {
        if (value == 0) {
            return "0";
        }
        if (!Double.isFinite(value)) {
            return Rounded.plain(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(4));
        return rounded.abs().doubleValue() >= 1e-5 && rounded.abs().doubleValue() < 1e9
                ? separated(rounded.toPlainString())
                : String.format(locale, "%.3e", value);
    }

    private String separated(String plain) {
        return plain.replace('.', DecimalFormatSymbols.getInstance(locale).getDecimalSeparator());
    }

    /** A p-value to three decimals. */
    public String probability(double pValue) {
        return pValue < 0.001 ? "below " + fixed(0.001, 3) : fixed(pValue, 3);
    }
}
