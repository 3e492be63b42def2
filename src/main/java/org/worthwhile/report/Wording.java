package org.worthwhile.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import org.worthwhile.appraisal.Indicator;
import org.worthwhile.proposal.FinancialYear;

/** Figures as the field writes them. */
public final class Wording {

    private Wording() {}

    /** Money in whole units with thousands separated, such as {@code £1,250,000} or {@code -£300}. */
    public static String money(double amount, String currency) {
        String digits = String.format(Locale.UK, "%,.0f", Math.abs(amount));
        String sign = amount < 0 && !digits.equals("0") ? "-" : "";
        return sign + symbol(currency) + digits;
    }

    /** What stands before an amount of money: a pound sign, or the currency's code and a space. */
    public static String symbol(String currency) {
        return currency.equals("GBP") ? "£" : currency + " ";
    }

    /** Money as a sentence writes it, such as {@code £2.4 million} or {@code £85,000}. */
    public static String shortMoney(double amount, String currency) {
        double size = Math.abs(amount);
        String sign = amount < 0 ? "-" : "";
        String symbol = symbol(currency);
        if (size >= 999_500_000) {
            return sign + symbol + String.format(Locale.UK, "%.1f billion", size / 1e9);
        }
        if (size >= 999_500) {
            return sign + symbol + String.format(Locale.UK, "%.1f million", size / 1e6);
        }
        return money(size < 1000 ? amount : Math.rint(amount / 1000) * 1000, currency);
    }

    /** A ratio to two decimals, or a dash where there is none. */
    public static String ratio(Indicator indicator) {
        return indicator.value().isPresent()
                ? String.format(Locale.UK, "%.2f", indicator.value().getAsDouble())
                : "–";
    }

    /** A ratio as a sentence writes it, such as {@code 1.8 to 1}. */
    public static String toOne(double ratio) {
        return String.format(Locale.UK, ratio < 0.1 && ratio > 0 ? "%.2f to 1" : "%.1f to 1", ratio);
    }

    public static String year(Optional<FinancialYear> year) {
        return year.map(FinancialYear::label).orElse("–");
    }

    /** A number to four significant digits. */
    public static String significant(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(4));
        return rounded.abs().doubleValue() >= 1e-5 && rounded.abs().doubleValue() < 1e9
                ? rounded.toPlainString()
                : String.format(Locale.ROOT, "%.3e", value);
    }

    /** A number to four significant digits at most, without noughts at its end. */
    public static String plain(double value) {
        return value == 0
                ? "0"
                : new BigDecimal(value)
                        .round(new MathContext(4))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /** A p-value to three decimals. */
    public static String probability(double pValue) {
        return pValue < 0.001 ? "below 0.001" : String.format(Locale.ROOT, "%.3f", pValue);
    }
}
