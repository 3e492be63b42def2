package org.worthwhile.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Organisation;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.proposal.Saving;

/** What options do to the budgets of organisations. */
final class BudgetImpacts {

    private final Proposal proposal;
    private final Discounting discounting;
    private final Optional<Flows> inflators;
    private final List<Sums> before;

    BudgetImpacts(Proposal proposal, Discounting discounting, Optional<Flows> inflators, OptionFlows businessAsUsual) {
        this.proposal = proposal;
        this.discounting = discounting;
        this.inflators = inflators;
        this.before = proposal.organisations().stream()
                .map(organisation -> sums(organisation, businessAsUsual))
                .toList();
    }

    /** By organisation, in the proposal's order, against business as usual. */
    List<BudgetImpact> of(OptionFlows own) {
        List<BudgetImpact> impacts = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            Organisation organisation = proposal.organisations().get(i);
            Sums over = sums(organisation, own);
            over.minus(before.get(i));
            Flows costs = Flows.owning(over.costs);
            Flows savings = Flows.owning(over.savings);
            Flows real = costs.minus(savings);
            impacts.add(new BudgetImpact(
                    organisation,
                    costs,
                    Flows.owning(over.capital),
                    Flows.owning(over.residual),
                    savings,
                    Flows.owning(over.cashable),
                    real,
                    inflators.map(real::times),
                    Flows.owning(over.discounted)));
        }
        return impacts;
    }

    /** Money of one organisation by year, added up line by line. */
    private static final class Sums {
        private final double[] costs;
        private final double[] capital;
        private final double[] residual;
        private final double[] savings;
        private final double[] cashable;
        private final double[] discounted;

        private Sums(int years) {
            this.costs = new double[years];
            this.capital = new double[years];
            this.residual = new double[years];
            this.savings = new double[years];
            this.cashable = new double[years];
            this.discounted = new double[years];
        }

        private void minus(Sums other) {
            take(costs, other.costs);
            take(capital, other.capital);
            take(residual, other.residual);
            take(savings, other.savings);
            take(cashable, other.cashable);
            take(discounted, other.discounted);
        }

        private static void take(double[] from, double[] amounts) {
            for (int t = 0; t < from.length; t++) {
                from[t] -= amounts[t];
            }
        }
    }

    private Sums sums(Organisation organisation, OptionFlows flows) {
        FinancialYear baseYear = proposal.appraisal().baseYear();
        Flows factors = discounting.standard();
        Sums sums = new Sums(factors.years());
        for (CostResult result : flows.costs()) {
            if (result.line().bearer().equals(organisation.id())
                    && !result.line().sunk()) {
                result.flows().addTo(sums.costs);
                switch (result.line().kind()) {
                    case CAPITAL -> result.flows().addTo(sums.capital);
                    case RESIDUAL_VALUE -> result.flows().addTo(sums.residual);
                    default -> {}
                }
            }
        }
        for (int t = 0; t < factors.years(); t++) {
            sums.discounted[t] = sums.costs[t] * factors.at(t);
        }
        for (ImpactResult impact : flows.impacts()) {
            for (Saving saving : impact.line().savings()) {
                if (saving.organisation().equals(organisation.id())) {
                    addSaving(sums, saving, impact, baseYear);
                }
            }
        }
        return sums;
    }

    private void addSaving(Sums sums, Saving saving, ImpactResult impact, FinancialYear baseYear) {
        int from = saving.cashableFrom().map(year -> year.since(baseYear)).orElse(Integer.MIN_VALUE);
        Flows factors = discounting.factors(impact.line().health());
        for (int t = 0; t < factors.years(); t++) {
            double saved = impact.flows().at(t) * saving.share().value();
            sums.savings[t] += saved;
            sums.cashable[t] += t < from ? 0 : saved * saving.cashable().value();
            sums.discounted[t] -= saved * factors.at(t);
        }
    }
}
