package org.worthwhile.appraisal;

import org.worthwhile.framework.PriceIndex;
import org.worthwhile.proposal.FinancialYear;

/** A price index worked out once for the years of an appraisal. */
final class PriceLevels {

    private final PriceIndex index;
    private final double[] levels;

    /** @param last the last year of interest */
    PriceLevels(PriceIndex index, FinancialYear last) {
        this.index = index;
        this.levels = new double[Math.max(1, last.since(index.firstYear()) + 1)];
        levels[0] = 100;
        for (int year = 1; index.isKnown() && year < levels.length; year++) {
            levels[year] =
                    levels[year - 1] * (1 + index.growthInto(index.firstYear().plus(year)));
        }
    }

    /** What turns money of price year {@code from} into money of price year {@code to}: P(to) / P(from). */
    double factor(FinancialYear from, FinancialYear to) {
        return from.equals(to) ? 1 : level(to) / level(from);
    }

    private double level(FinancialYear year) {
        int position = year.since(index.firstYear());
        return position < levels.length ? levels[position] : index.at(year);
    }
}
