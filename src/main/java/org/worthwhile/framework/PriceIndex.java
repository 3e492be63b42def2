package org.worthwhile.framework;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.worthwhile.proposal.FinancialYear;

/**
 * A price index by financial year.
 *
 * @param firstYear the year in which the index is 100
 * @param growth into each year after the first, as fractions, without gaps; the last goes on for ever. Empty where no
 *     index is at hand: then only the first year is covered
 * @param missing years between the first and the last that the source has no figure for; growth into and out of them is what
 *     leads from the year before to the year after, and they are not covered
 * @param provisional to be replaced with the published series before it is relied on
 * @param provisionalFrom the first year that is a forecast; empty where none is, or where nothing is known of it
 */
public record PriceIndex(
        String id,
        String title,
        FinancialYear firstYear,
        List<Double> growth,
        Set<FinancialYear> missing,
        boolean provisional,
        Optional<FinancialYear> provisionalFrom,
        Source source) {

    public PriceIndex {
        growth = List.copyOf(growth);
        missing = Set.copyOf(missing);
    }

    /** Where no index is at hand: money of {@code year} alone can be used, as it is. */
    public static PriceIndex unknown(FinancialYear year) {
        return new PriceIndex(
                "none",
                "No price index",
                year,
                List.of(),
                Set.of(),
                false,
                Optional.empty(),
                new Source("No price index is part of this framework", "", "", "", "", "", Standing.VERIFIED, "", ""));
    }

    /** How far it can be relied on: provisional or else as its source. */
    public Standing standing() {
        return provisional ? Standing.PROVISIONAL : source.standing();
    }

    /** How far it can be relied on up to a year, of which forecasts are provisional. */
    public Standing standingTo(FinancialYear last) {
        return provisionalFrom.filter(first -> first.compareTo(last) <= 0).isPresent()
                ? Standing.PROVISIONAL
                : standing();
    }

    /** The same years without any change of prices. */
    public PriceIndex flat() {
        return new PriceIndex(
                id,
                title,
                firstYear,
                growth.stream().map(_ -> 0.0).toList(),
                missing,
                provisional,
                provisionalFrom,
                source);
    }

    /** Whether there is any year to convert to: the base year alone is no index. */
    public boolean isKnown() {
        return !growth.isEmpty();
    }

    /**
     * Whether money of a year can be converted: from the first year on but for missing ones, and after the last year by
     * its last growth. Without an index only in its one year.
     */
    public boolean covers(FinancialYear year) {
        return isKnown() ? year.compareTo(firstYear) >= 0 && !missing.contains(year) : year.equals(firstYear);
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
     * @throws IllegalArgumentException before the first year, or in one that the source has no figure for
     */
    public double at(FinancialYear year) {
        if (!covers(year)) {
            throw new IllegalArgumentException(title + " has no figure for " + year);
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
