package org.worthwhile.uncertainty;

import java.util.function.BiPredicate;
import org.worthwhile.proposal.CostLine;
import org.worthwhile.proposal.FinancialYear;

/** What is simulated of each option, against business as usual. */
public sealed interface Measure {

    /** Present values. */
    enum Present implements Measure {
        NPSV,

        /** With each group's gains times its distributional weight, whose shares are drawn too. */
        WEIGHTED_NPSV,
        PVB,

        /** The net cost of public bodies before savings. */
        PUBLIC_COST
    }

    /**
     * What public bodies spend, real, transfers included, sunk lines and residual values left out and before savings.
     *
     * @param counted whether a line's money of a year is
     */
    record PublicSpending(BiPredicate<CostLine, FinancialYear> counted) implements Measure {}
}
