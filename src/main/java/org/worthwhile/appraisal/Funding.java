package org.worthwhile.appraisal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.worthwhile.proposal.FinancialYear;

/**
 * What an option asks of public budgets together, against business as usual. Payback and the peak are of funding need:
 * costs less receipts and cashable savings, without what assets are worth at the end.
 *
 * @param froi present value of public savings, cashable or not, for each pound of public cost
 * @param payback the first year by which receipts and cashable savings have covered costs; absent when they never do, or when
 *     nothing is to be paid back
 * @param discountedPayback the same of present values at the standard rate
 * @param peak the largest funding need that has come together at any time, real; 0 when none ever has
 * @param peakYear when it is out; absent when none ever is
 */
public record Funding(
        Indicator froi,
        Optional<FinancialYear> payback,
        Optional<FinancialYear> discountedPayback,
        double peak,
        Optional<FinancialYear> peakYear) {

    /** Amounts of money closer than this share of the largest one involved are the same. */
    private static final double ROUNDING = 1e-12;

    static Funding of(List<BudgetImpact> budget, Flows standard, FinancialYear baseYear) {
        List<BudgetImpact> publicBudget = budget.stream()
                .filter(impact -> impact.organisation().isPublic())
                .toList();
        int years = standard.years();
        Flows costs = sum(publicBudget, BudgetImpact::costs, years);
        Flows need = sum(publicBudget, BudgetImpact::fundingNeed, years);
        Flows paid = costs.minus(sum(publicBudget, BudgetImpact::residual, years));
        Flows discounted = sum(publicBudget, BudgetImpact::discounted, years);
        double cost = costs.presentValue(standard);
        Flows outstanding = need.cumulative();
        int peak = 0;
        for (int t = 1; t < years; t++) {
            peak = outstanding.at(t) > outstanding.at(peak) ? t : peak;
        }
        boolean everOut = outstanding.at(peak) > ROUNDING * largest(paid.cumulative());
        return new Funding(
                froi(cost - discounted.total(), cost),
                payback(paid, need, baseYear),
                payback(paid.times(standard), need.times(standard), baseYear),
                everOut ? outstanding.at(peak) : 0,
                everOut ? Optional.of(baseYear.plus(peak)) : Optional.empty());
    }

    /** Public savings for each pound of public cost, both as present values. */
    public static Indicator froi(double savings, double cost) {
        return Indicator.ratio(savings, cost, "public organisations bear no cost");
    }

    private static double largest(Flows flows) {
        double largest = 0;
        for (int t = 0; t < flows.years(); t++) {
            largest = Math.max(largest, Math.abs(flows.at(t)));
        }
        return largest;
    }

    private static Flows sum(List<BudgetImpact> impacts, Function<BudgetImpact, Flows> flows, int years) {
        return impacts.stream().map(flows).reduce(Flows.zero(years), Flows::plus);
    }

    /** That what was paid out does not come back. */
    public static final int NEVER = -1;

    /** That nothing is paid out, so that nothing is to come back. */
    public static final int NOTHING_PAID = -2;

    private static Optional<FinancialYear> payback(Flows costs, Flows net, FinancialYear baseYear) {
        int year = paybackYear(costs.toArray(), net.toArray());
        return year < 0 ? Optional.empty() : Optional.of(baseYear.plus(year));
    }

    /**
     * The first year by which something has been paid out and all of it has come back.
     *
     * @param paid by year, from t = 0; its cumulative sums take its place
     * @param need what is paid less what comes back by year; likewise
     * @return t, or {@link #NEVER} or {@link #NOTHING_PAID}
     */
    public static int paybackYear(double[] paid, double[] need) {
        double largest = 0;
        for (int t = 0; t < paid.length; t++) {
            paid[t] += t == 0 ? 0 : paid[t - 1];
            need[t] += t == 0 ? 0 : need[t - 1];
            largest = Math.max(largest, Math.abs(paid[t]));
        }
        boolean isOut = false;
        for (int t = 0; t < paid.length; t++) {
            isOut |= paid[t] > largest * ROUNDING;
            if (isOut && need[t] <= largest * ROUNDING) {
                return t;
            }
        }
        return isOut ? NEVER : NOTHING_PAID;
    }
}
