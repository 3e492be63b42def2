package org.worthwhile.appraisal;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Option;
import org.worthwhile.proposal.Organisation;
import org.worthwhile.proposal.Saving;
import org.worthwhile.proposal.Sector;

/**
 * What an option adds up to by itself, before business as usual is taken off.
 *
 * @param publicCost present value of counted costs less receipts of public organisations
 * @param otherCost the same of all others
 * @param benefit present value of impacts
 * @param budget by organisation, in the proposal's order
 */
record OptionTotals(
        List<CostResult> costs,
        List<ImpactResult> impacts,
        double publicCost,
        double otherCost,
        double benefit,
        List<BudgetImpact> budget) {

    /** Adds up an option whose flows are discounted with the given factors. */
    static OptionTotals of(AppraisalCase basis, Option option, Flows standard, Flows health, Flows inflators) {
        CostFlows costFlows = new CostFlows(basis);
        ImpactFlows impactFlows = new ImpactFlows(basis, costFlows);
        List<CostResult> costs = option.costs().stream().map(costFlows::of).toList();
        List<ImpactResult> impacts =
                option.impacts().stream().map(impactFlows::of).toList();
        double publicCost = 0;
        double otherCost = 0;
        for (CostResult cost : costs) {
            double presentValue = cost.counted() ? cost.flows().presentValue(standard) : 0;
            if (isPublic(basis, cost.line().bearer())) {
                publicCost += presentValue;
            } else {
                otherCost += presentValue;
            }
        }
        double benefit = 0;
        for (ImpactResult impact : impacts) {
            benefit += impact.flows().presentValue(impact.line().health() ? health : standard);
        }
        List<BudgetImpact> budget = new ArrayList<>();
        for (Organisation organisation : basis.proposal().organisations()) {
            budget.add(budget(basis, organisation, costs, impacts, standard, health, inflators));
        }
        return new OptionTotals(costs, impacts, publicCost, otherCost, benefit, budget);
    }

    private static boolean isPublic(AppraisalCase basis, String bearer) {
        return basis.proposal().organisations().stream()
                .anyMatch(organisation -> organisation.id().equals(bearer) && organisation.sector() == Sector.PUBLIC);
    }

    private static BudgetImpact budget(
            AppraisalCase basis,
            Organisation organisation,
            List<CostResult> costs,
            List<ImpactResult> impacts,
            Flows standard,
            Flows health,
            Flows inflators) {
        FinancialYear baseYear = basis.proposal().appraisal().baseYear();
        Flows cost = Flows.zero(standard.years());
        Flows savings = cost;
        Flows cashable = cost;
        for (CostResult result : costs) {
            if (result.line().bearer().equals(organisation.id())
                    && !result.line().sunk()) {
                cost = cost.plus(result.flows());
            }
        }
        Flows discounted = cost.times(standard);
        for (ImpactResult impact : impacts) {
            for (Saving saving : impact.line().savings()) {
                if (saving.organisation().equals(organisation.id())) {
                    Flows saved = impact.flows().times(saving.share().value());
                    savings = savings.plus(saved);
                    cashable = cashable.plus(cashable(saving, saved, baseYear));
                    discounted = discounted.minus(saved.times(impact.line().health() ? health : standard));
                }
            }
        }
        Flows real = cost.minus(savings);
        return new BudgetImpact(organisation, cost, savings, cashable, real, real.times(inflators), discounted);
    }

    private static Flows cashable(Saving saving, Flows saved, FinancialYear baseYear) {
        int from = saving.cashableFrom().map(year -> year.since(baseYear)).orElse(Integer.MIN_VALUE);
        return Flows.of(
                saved.years(),
                t -> t < from ? 0 : saved.at(t) * saving.cashable().value());
    }
}
