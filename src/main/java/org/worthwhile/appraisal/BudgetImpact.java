package org.worthwhile.appraisal;

import java.util.Optional;
import org.worthwhile.proposal.Organisation;

/**
 * What an option does to the budget of one organisation, against business as usual. Positive is money out.
 *
 * @param costs less receipts by year, real, transfers included and sunk lines left out
 * @param savings by year, real; positive where money is saved
 * @param cashable the part of the savings that can be taken out of a budget by year, real
 * @param real costs less savings by year
 * @param nominal the same at the prices of each year; absent where there is no price index
 * @param discounted the same as present values by year
 */
public record BudgetImpact(
        Organisation organisation,
        Flows costs,
        Flows savings,
        Flows cashable,
        Flows real,
        Optional<Flows> nominal,
        Flows discounted) {

    /** The present value over the appraisal period. */
    public double present() {
        return discounted.total();
    }
}
