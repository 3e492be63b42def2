package org.worthwhile.report;

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
        return sign + (currency.equals("GBP") ? "£" : currency + " ") + digits;
    }

    /** A ratio to two decimals, or a dash where there is none. */
    public static String ratio(Indicator indicator) {
        return indicator.value().isPresent()
                ? String.format(Locale.UK, "%.2f", indicator.value().getAsDouble())
                : "–";
    }

    public static String year(Optional<FinancialYear> year) {
        return year.map(FinancialYear::label).orElse("–");
    }
}
