package org.worthwhile.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.worthwhile.proposal.CostKind;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Organisation;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.proposal.Saving;

/** What options do to the budgets of organisations. */
final class BudgetImpacts {

    private final Proposal proposal;
    private final Discounting discounting;
    private final Optional<Flows> inflators;

    BudgetImpacts(Proposal proposal, Discounting discounting, Optional<Flows> inflators) {
        this.proposal = proposal;
        this.discounting = discounting;
        this.inflators = inflators;
    }

    /** By organisation, in the proposal's order, against business as usual. */
    List<BudgetImpact> of(OptionFlows own, OptionFlows businessAsUsual) {
        List<BudgetImpact> impacts = new ArrayList<>();
        for (Organisation organisation : proposal.organisations()) {
            Sums ownSums = sums(organisation, own);
            Sums before = sums(organisation, businessAsUsual);
            Flows costs = ownSums.costs.minus(before.costs);
            Flows savings = ownSums.savings.minus(before.savings);
            Flows real = costs.minus(savings);
            impacts.add(new BudgetImpact(
                    organisation,
                    costs,
                    ownSums.capital.minus(before.capital),
                    ownSums.residual.minus(before.residual),
                    savings,
                    ownSums.cashable.minus(before.cashable),
                    real,
                    inflators.map(real::times),
                    ownSums.discounted.minus(before.discounted)));
        }
        return impacts;
    }

    private record Sums(Flows costs, Flows capital, Flows residual, Flows savings, Flows cashable, Flows discounted) {}

    private Sums sums(Organisation organisation, OptionFlows flows) {
        FinancialYear baseYear = proposal.appraisal().baseYear();
        Flows costs = Flows.zero(discounting.standard().years());
        Flows capital = costs;
        Flows residual = costs;
        Flows savings = costs;
        Flows cashable = costs;
        for (CostResult result : flows.costs()) {
            if (result.line().bearer().equals(organisation.id())
                    && !result.line().sunk()) {
                costs = costs.plus(result.flows());
                capital = result.line().kind() == CostKind.CAPITAL ? capital.plus(result.flows()) : capital;
                residual = result.line().kind() == CostKind.RESIDUAL_VALUE ? residual.plus(result.flows()) : residual;
            }
        }
        Flows discounted = costs.times(discounting.standard());
        for (ImpactResult impact : flows.impacts()) {
            for (Saving saving : impact.line().savings()) {
                if (saving.organisation().equals(organisation.id())) {
                    Flows saved = impact.flows().times(saving.share().value());
                    savings = savings.plus(saved);
                    cashable = cashable.plus(cashable(saving, saved, baseYear));
                    discounted = discounted.minus(
                            saved.times(discounting.factors(impact.line().health())));
                }
            }
        }
        return new Sums(costs, capital, residual, savings, cashable, discounted);
    }

    private static Flows cashable(Saving saving, Flows saved, FinancialYear baseYear) {
        int from = saving.cashableFrom().map(year -> year.since(baseYear)).orElse(Integer.MIN_VALUE);
        return Flows.of(
                saved.years(),
                t -> t < from ? 0 : saved.at(t) * saving.cashable().value());
    }
}
