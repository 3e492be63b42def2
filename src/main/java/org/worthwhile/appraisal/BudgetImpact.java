package org.worthwhile.appraisal;

import java.util.Optional;
import org.worthwhile.proposal.Organisation;

/**
 * What an option does to the budget of one organisation, against business as usual. Positive is money out.
 *
 * @param costs less receipts by year, real, transfers included and sunk lines left out
 * @param capital the part of costs that is capital, real
 * @param residual what assets are worth at the end, real: the part of costs below 0 that is no money in hand
 * @param savings by year, real; positive where money is saved
 * @param cashable the part of the savings that can be taken out of a budget by year, real
 * @param real costs less savings by year
 * @param nominal the same at the prices of each year; absent where there is no price index
 * @param discounted the same as present values by year
 */
public record BudgetImpact(
        Organisation organisation,
        Flows costs,
        Flows capital,
        Flows residual,
        Flows savings,
        Flows cashable,
        Flows real,
        Optional<Flows> nominal,
        Flows discounted) {

    /**
     * The cash that the organisation needs by year, real: costs less receipts, and less those savings that can be taken out of
     * its budget. What an asset is worth at the end is not cash.
     */
    public Flows fundingNeed() {
        return costs.minus(residual).minus(cashable);
    }

    /** The same for what is not capital, before savings. */
    public Flows revenue() {
        return costs.minus(residual).minus(capital);
    }

    /** Savings that cannot be taken out of a budget, real. */
    public Flows notCashable() {
        return savings.minus(cashable);
    }

    /** The present value over the appraisal period. */
    public double present() {
        return discounted.total();
    }
}
