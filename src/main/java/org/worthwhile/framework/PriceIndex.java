package org.worthwhile.framework;

import java.util.List;
import org.worthwhile.proposal.FinancialYear;

/**
 * A price index by financial year.
 *
 * @param firstYear the year in which the index is 100
 * @param growth into each year after the first, as fractions, without gaps; the last goes on for ever. Empty where no
 *     index is at hand: then only the first year is covered
 * @param provisional to be replaced with the published series before it is relied on
 */
public record PriceIndex(
        String id, String title, FinancialYear firstYear, List<Double> growth, boolean provisional, Source source) {

    public PriceIndex {
        growth = List.copyOf(growth);
    }

    /** Where no index is at hand: money of {@code year} alone can be used, as it is. */
    public static PriceIndex unknown(FinancialYear year) {
        return new PriceIndex(
                "none",
                "No price index",
                year,
                List.of(),
                false,
                new Source("No price index is part of this framework", "", "", "", "", "", Standing.VERIFIED, "", ""));
    }

    /** How far it can be relied on: provisional or else as its source. */
    public Standing standing() {
        return provisional ? Standing.PROVISIONAL : source.standing();
    }

    /** The same years without any change of prices. */
    public PriceIndex flat() {
        return new PriceIndex(
                id, title, firstYear, growth.stream().map(_ -> 0.0).toList(), provisional, source);
    }

    public boolean isKnown() {
        return !growth.isEmpty();
    }

    public boolean covers(FinancialYear year) {
        return isKnown() ? year.compareTo(firstYear) >= 0 : year.equals(firstYear);
    }

    /** The last year with a figure of its own. */
    public FinancialYear lastYear() {
        return firstYear.plus(growth.size());
    }

    /** Growth into {@code year}; beyond the last year, the last growth. */
    public double growthInto(FinancialYear year) {
        return growth.get(Math.min(year.since(firstYear), growth.size()) - 1);
    }

    /**
     * The index of a year, 100 in the first.
     *
     * @throws IllegalArgumentException before the first year
     */
    public double at(FinancialYear year) {
        if (!covers(year)) {
            throw new IllegalArgumentException(title + " has no figure for " + year + ": it begins in " + firstYear);
        }
        double index = 100;
        for (FinancialYear next = firstYear.plus(1); next.compareTo(year) <= 0; next = next.plus(1)) {
            index *= 1 + growthInto(next);
        }
        return index;
    }

    /** What turns money of price year {@code from} into money of price year {@code to}: P(to) / P(from). */
    public double factor(FinancialYear from, FinancialYear to) {
        return from.equals(to) ? 1 : at(to) / at(from);
    }
}
