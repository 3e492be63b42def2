package org.worthwhile.appraisal;

import java.util.List;
import java.util.Optional;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Option;

/**
 * The results of an option against business as usual. The lines are the option's own, before business as usual is taken
 * off.
 *
 * @param pvb present value of benefits less disbenefits and less costs that do not fall on public organisations
 * @param pvc present value of costs less receipts that fall on public organisations
 * @param bcr pvb / pvc
 * @param npsvPerPublicPound npsv for each pound of public cost
 * @param froi present value of public organisations' savings for each pound of their costs
 * @param budget by organisation, in the proposal's order
 * @param payback the first year by which public organisations' savings have covered their costs; absent when they never
 *     do, or when nothing is to be paid back
 * @param valueForMoney the framework's word for the ratio; absent when there is no ratio
 */
public record OptionResult(
        Option option,
        List<CostResult> costs,
        List<ImpactResult> impacts,
        double pvb,
        double pvc,
        double npsv,
        Indicator bcr,
        Indicator npsvPerPublicPound,
        Indicator froi,
        List<BudgetImpact> budget,
        Optional<FinancialYear> payback,
        Optional<FinancialYear> discountedPayback,
        Optional<String> valueForMoney,
        List<Check> checks) {
    public OptionResult {
        costs = List.copyOf(costs);
        impacts = List.copyOf(impacts);
        budget = List.copyOf(budget);
        checks = List.copyOf(checks);
    }

    /** The net cost to public organisations as a present value. */
    public double pvPublicCost() {
        return pvc;
    }
}
