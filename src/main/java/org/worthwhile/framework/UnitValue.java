package org.worthwhile.framework;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.worthwhile.proposal.Category;
import org.worthwhile.proposal.FinancialYear;

/**
 * What one unit of an outcome is worth.
 *
 * @param id of the pack and the value, such as {@code uk-services/inpatient-episode}
 * @param value money at the prices of {@code priceYear}; for a value that changes by year, that of its first year
 * @param low the lowest reasonable value, as a factor of the central one where values change by year
 * @param high the highest likewise
 * @param byYear the value in certain years, where it changes; empty otherwise
 * @param realGrowth a year from the base year, as a fraction
 * @param category to whom the value comes
 * @param gainer who saves or gains, in words
 * @param agencies the share of each kind of organisation, such as {@code nhs}; empty where the split is not known
 * @param healthRate whether its guidance discounts it at the health rate
 * @param standing how far it can be relied on, where that differs from its source's
 */
public record UnitValue(
        String id,
        String title,
        String unit,
        double value,
        OptionalDouble low,
        OptionalDouble high,
        SortedMap<FinancialYear, Double> byYear,
        FinancialYear priceYear,
        double realGrowth,
        Category category,
        String gainer,
        SortedMap<String, Double> agencies,
        boolean healthRate,
        Standing standing,
        String note,
        Source source) {

    public UnitValue {
        byYear = Collections.unmodifiableSortedMap(new TreeMap<>(byYear));
        agencies = Collections.unmodifiableSortedMap(new TreeMap<>(agencies));
    }

    /** Whether this figure was read in its source. */
    public boolean verified() {
        return standing.isVerified();
    }

    /**
     * The value in a year before real growth: between two given years on the straight line from one to the other, before
     * the first and after the last as in those.
     */
    public double in(FinancialYear year) {
        return series(year, 1)[0];
    }

    /** The same in each of {@code years} years from a first one on. */
    public double[] series(FinancialYear first, int years) {
        double[] series = new double[years];
        if (byYear.isEmpty()) {
            Arrays.fill(series, value);
            return series;
        }
        List<FinancialYear> given = List.copyOf(byYear.keySet());
        int next = 0;
        for (int t = 0; t < years; t++) {
            FinancialYear year = first.plus(t);
            while (next < given.size() && given.get(next).compareTo(year) <= 0) {
                next++;
            }
            if (next == 0 || next == given.size()) {
                series[t] = at(given.get(Math.max(0, next - 1)));
            } else {
                FinancialYear before = given.get(next - 1);
                double share = (double) year.since(before) / given.get(next).since(before);
                series[t] = at(before) * (1 - share) + at(given.get(next)) * share;
            }
        }
        return series;
    }

    private double at(FinancialYear year) {
        return byYear.getOrDefault(year, value);
    }

    /** The last year with a figure, where the value changes by year. */
    public Optional<FinancialYear> lastYear() {
        return byYear.isEmpty() ? Optional.empty() : Optional.of(byYear.lastKey());
    }
}
