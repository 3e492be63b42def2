package org.worthwhile.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.worthwhile.framework.Framework;
import org.worthwhile.framework.PriceIndex;
import org.worthwhile.proposal.AppraisalSettings;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Option;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.proposal.Role;
import org.worthwhile.proposal.Sector;

/** Appraises proposals: flows, present values and indicators of each option against business as usual. */
public final class Appraiser {

    /** Amounts of money closer than this share of the largest one involved are the same. */
    private static final double ROUNDING = 1e-12;

    private Appraiser() {}

    /** Appraises a proposal whose references have been found. The same case always gives the same bits. */
    public static Appraisal appraise(AppraisalCase basis) {
        Proposal proposal = basis.proposal();
        AppraisalSettings settings = proposal.appraisal();
        Framework framework = basis.framework();
        PriceIndex index = basis.priceIndex();
        List<FinancialYear> years = IntStream.range(0, settings.years())
                .mapToObj(settings.baseYear()::plus)
                .toList();
        Flows standard = Flows.of(framework.standard().factors(settings.years(), settings.timing()));
        Flows health = Flows.of(framework.health().factors(settings.years(), settings.timing()));
        Flows inflators = Flows.of(settings.years(), t -> index.factor(settings.priceYear(), years.get(t)));

        OptionTotals nothing = OptionTotals.of(
                basis,
                new Option("", "", Role.BUSINESS_AS_USUAL, List.of(), List.of(), List.of()),
                standard,
                health,
                inflators);
        OptionTotals businessAsUsual = proposal.businessAsUsual()
                .map(option -> OptionTotals.of(basis, option, standard, health, inflators))
                .orElse(nothing);
        List<OptionResult> results = new ArrayList<>();
        for (Option option : proposal.options()) {
            OptionTotals totals = OptionTotals.of(basis, option, standard, health, inflators);
            results.add(result(basis, option, totals, businessAsUsual, standard));
        }
        return new Appraisal(basis, years, standard, health, inflators, results);
    }

    private static OptionResult result(
            AppraisalCase basis, Option option, OptionTotals own, OptionTotals businessAsUsual, Flows standard) {
        double pvc = own.publicCost() - businessAsUsual.publicCost();
        double pvb = own.benefit() - own.otherCost() - (businessAsUsual.benefit() - businessAsUsual.otherCost());
        double npsv = pvb - pvc;
        String noRatio = pvc < 0
                ? "the option saves public money, so there is no public cost to divide by"
                : "the option has no public cost to divide by";
        Indicator bcr = Indicator.ratio(pvb, pvc, noRatio);
        List<BudgetImpact> budget = new ArrayList<>();
        for (int i = 0; i < own.budget().size(); i++) {
            budget.add(less(own.budget().get(i), businessAsUsual.budget().get(i)));
        }
        List<BudgetImpact> publicBudget = budget.stream()
                .filter(impact -> impact.organisation().sector() == Sector.PUBLIC)
                .toList();
        int years = standard.years();
        Flows publicCosts = sum(publicBudget, BudgetImpact::costs, years);
        Flows publicReal = sum(publicBudget, BudgetImpact::real, years);
        Flows publicDiscounted = sum(publicBudget, BudgetImpact::discounted, years);
        FinancialYear baseYear = basis.proposal().appraisal().baseYear();
        return new OptionResult(
                option,
                own.costs(),
                own.impacts(),
                pvb,
                pvc,
                npsv,
                bcr,
                Indicator.ratio(npsv, pvc, noRatio),
                froi(publicCosts.presentValue(standard), publicDiscounted.total()),
                budget,
                payback(publicCosts, publicReal, baseYear),
                payback(publicCosts.times(standard), publicDiscounted, baseYear),
                bcr.value().isPresent()
                        ? Optional.of(basis.framework()
                                .valueForMoney()
                                .category(bcr.value().getAsDouble()))
                        : Optional.empty(),
                Checks.of(basis, option));
    }

    private static Indicator froi(double cost, double net) {
        return Indicator.ratio(cost - net, cost, "public organisations bear no cost");
    }

    private static BudgetImpact less(BudgetImpact own, BudgetImpact businessAsUsual) {
        return new BudgetImpact(
                own.organisation(),
                own.costs().minus(businessAsUsual.costs()),
                own.savings().minus(businessAsUsual.savings()),
                own.cashable().minus(businessAsUsual.cashable()),
                own.real().minus(businessAsUsual.real()),
                own.nominal().minus(businessAsUsual.nominal()),
                own.discounted().minus(businessAsUsual.discounted()));
    }

    private static Flows sum(List<BudgetImpact> impacts, Function<BudgetImpact, Flows> flows, int years) {
        return impacts.stream().map(flows).reduce(Flows.zero(years), Flows::plus);
    }

    /** The first year by which something has been paid out and all of it has come back. */
    private static Optional<FinancialYear> payback(Flows costs, Flows net, FinancialYear baseYear) {
        Flows paid = costs.cumulative();
        Flows outstanding = net.cumulative();
        double largest = IntStream.range(0, paid.years())
                .mapToDouble(t -> Math.abs(paid.at(t)))
                .max()
                .orElse(0);
        OptionalInt outlay = IntStream.range(0, paid.years())
                .filter(t -> paid.at(t) > largest * ROUNDING)
                .findFirst();
        return IntStream.range(outlay.orElse(paid.years()), paid.years())
                .filter(t -> outstanding.at(t) <= largest * ROUNDING)
                .mapToObj(baseYear::plus)
                .findFirst();
    }
}
