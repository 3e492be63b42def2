package org.worthwhile.desktop.values;

import java.util.Arrays;
import java.util.List;
import org.worthwhile.appraisal.Flows;
import org.worthwhile.desktop.Words;
import org.worthwhile.framework.UnitValue;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.report.Wording;

/** What units of outcomes are worth, as screens write it. */
public final class UnitValueText {

    private static final String POUNDS = "uk-";
    private static final double ROUNDING = 1e-9;

    private UnitValueText() {}

    /** Packs of the United Kingdom are in pounds; others do not say, and the proposal's currency is meant. */
    static String money(UnitValue value, double amount) {
        String pounds = Wording.here().unitValue(amount, "GBP");
        return value.id().startsWith(POUNDS) ? pounds : pounds.replace(Wording.symbol("GBP"), "");
    }

    /** A value at its own prices; of one that changes by year, the years of its first figure and its last. */
    public static String of(UnitValue value) {
        if (value.byYear().isEmpty()) {
            return money(value, value.value());
        }
        FinancialYear first = value.byYear().firstKey();
        FinancialYear last = value.byYear().lastKey();
        return Words.of(
                "values.ofYears",
                money(value, value.in(first)),
                first.label(),
                money(value, value.in(last)),
                last.label());
    }

    /** Money for each unit by year as an appraisal counts it: one amount, or those of the first year and the last. */
    public static String byYear(Flows unitValues, List<FinancialYear> years, String currency) {
        String first = Wording.here().unitValue(unitValues.at(0), currency);
        return isConstant(unitValues)
                ? first
                : Words.of(
                        "values.ofYears",
                        first,
                        years.getFirst().label(),
                        Wording.here().unitValue(unitValues.at(years.size() - 1), currency),
                        years.getLast().label());
    }

    private static boolean isConstant(Flows unitValues) {
        double first = unitValues.at(0);
        return Arrays.stream(unitValues.toArray())
                .allMatch(amount -> Math.abs(amount - first) <= ROUNDING * Math.abs(first));
    }
}
