package org.worthwhile.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.worthwhile.framework.Denominator;
import org.worthwhile.framework.Denominator.Holder;
import org.worthwhile.framework.Framework;
import org.worthwhile.proposal.AppraisalSettings;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Option;
import org.worthwhile.proposal.Proposal;

/** Appraises proposals: flows, present values and indicators of each option against business as usual. */
public final class Appraiser {

    /** Indicators closer than this share of the larger are the same view told twice. */
    private static final double ROUNDING = 1e-12;

    private final AppraisalCase basis;
    private final Proposal proposal;
    private final AppraisalSettings settings;
    private final Framework framework;
    private final List<FinancialYear> years;
    private final Rates rates;
    private final Discounting discounting;
    private final Set<String> publicBodies;
    private final Optional<Flows> inflators;
    private final CostFlows costFlows;
    private final ImpactFlows impactFlows;
    private final Checks checks;

    private Appraiser(AppraisalCase basis) {
        this.basis = basis;
        this.proposal = basis.proposal();
        this.settings = proposal.appraisal();
        this.framework = basis.framework();
        this.years = IntStream.range(0, settings.years())
                .mapToObj(settings.baseYear()::plus)
                .toList();
        this.rates = Rates.of(framework, settings);
        this.discounting = rates.headline();
        this.publicBodies = proposal.publicBodies();
        PriceLevels prices = new PriceLevels(basis.priceIndex(), settings.lastYear());
        this.inflators = basis.priceIndex().isKnown()
                ? Optional.of(Flows.of(settings.years(), t -> prices.factor(settings.priceYear(), years.get(t))))
                : Optional.empty();
        this.costFlows = new CostFlows(basis, prices);
        this.impactFlows = new ImpactFlows(basis, costFlows, prices);
        this.checks = new Checks(basis);
    }

    /** Appraises a proposal whose references have been found. The same case always gives the same bits. */
    public static Appraisal appraise(AppraisalCase basis) {
        return new Appraiser(basis).appraise();
    }

    private Appraisal appraise() {
        Optional<Option> usual = proposal.businessAsUsual();
        OptionFlows before = usual.map(this::flows).orElseGet(() -> OptionFlows.none(discounting));
        OptionValues valuesBefore = OptionValues.of(before, rates, publicBodies);
        BudgetImpacts budgets = new BudgetImpacts(proposal, discounting, inflators, before);
        List<OptionResult> results = new ArrayList<>();
        for (Option option : proposal.options()) {
            boolean isUsual = usual.isPresent() && usual.get() == option;
            OptionFlows own = isUsual ? before : flows(option);
            OptionValues values = isUsual ? valuesBefore : OptionValues.of(own, rates, publicBodies);
            results.add(result(option, own, before, values.minus(valuesBefore), budgets));
        }
        List<OptionResult> complete =
                results.stream().map(result -> withUnmonetised(result, results)).toList();
        return new Appraisal(
                basis,
                years,
                discounting.standard(),
                discounting.health(),
                inflators,
                complete,
                IncrementalAnalysis.ofMoney(complete.stream()),
                CostEffectiveness.of(complete));
    }

    private OptionFlows flows(Option option) {
        return OptionFlows.of(option, costFlows, impactFlows, discounting);
    }

    private OptionResult result(
            Option option, OptionFlows own, OptionFlows before, OptionValues all, BudgetImpacts budgets) {
        PresentValues values = all.headline();
        Indicators headline = values.indicators(framework.denominator());
        List<BudgetImpact> budget = budgets.of(own);
        return new OptionResult(
                option,
                own.costs(),
                own.impacts(),
                headline,
                views(values, headline),
                all.withoutUplift().indicators(framework.denominator()),
                all.longHorizon().map(lower -> lower.indicators(framework.denominator())),
                sensitivities(all, own.hasResidualValues() || before.hasResidualValues()),
                values.publicCost(),
                Indicator.ratio(headline.npsv(), values.publicCost(), "the option has no public cost to divide by"),
                values.mvpf(),
                headline.npsv() / discounting.standard().total(),
                InternalRates.of(
                        Flows.owning(own.net(settings.years())).minus(Flows.owning(before.net(settings.years())))),
                budget,
                Funding.of(budget, discounting.standard(), settings.baseYear()),
                Incidence.of(headline.npsv(), own, before, proposal.groups(), framework),
                OutcomeResult.of(own, before, discounting, values.publicCost()),
                List.of(),
                headline.bcr().value().isPresent()
                        ? framework
                                .valueForMoney()
                                .map(words ->
                                        words.category(headline.bcr().value().getAsDouble()))
                        : Optional.empty(),
                new OptionChecks(() -> checks.of(option, own, headline.npsv())));
    }

    private Sensitivities sensitivities(OptionValues all, boolean hasResidualValues) {
        return new Sensitivities(
                IntStream.range(0, rates.others().size())
                        .mapToObj(rate -> new Sensitivities.AtRate(
                                rates.others().get(rate).label(),
                                all.atOtherRates().get(rate).indicators(framework.denominator())))
                        .toList(),
                hasResidualValues
                        ? Optional.of(all.withoutResidual().indicators(framework.denominator()))
                        : Optional.empty(),
                framework
                        .marginalCostOfPublicFunds()
                        .map(factor -> all.headline().indicators(framework.denominator(), factor)));
    }

    /** Each dividing line besides the framework's that gives another ratio. */
    private static List<OptionResult.RatioView> views(PresentValues values, Indicators headline) {
        List<OptionResult.RatioView> views = new ArrayList<>();
        for (Holder holder : Holder.values()) {
            for (boolean netted : new boolean[] {false, true}) {
                Denominator denominator = new Denominator(holder, netted);
                Indicators indicators = values.indicators(denominator);
                boolean known = isSame(indicators, headline)
                        || views.stream().anyMatch(view -> isSame(indicators, view.indicators()));
                if (!known) {
                    views.add(new OptionResult.RatioView(denominator, indicators));
                }
            }
        }
        return views;
    }

    private static boolean isSame(Indicators one, Indicators other) {
        return Math.abs(one.pvc() - other.pvc()) <= ROUNDING * Math.max(Math.abs(one.pvc()), Math.abs(other.pvc()));
    }

    private static OptionResult withUnmonetised(OptionResult result, List<OptionResult> all) {
        List<Double> others = all.stream()
                .filter(other -> other != result)
                .map(OptionResult::npsv)
                .toList();
        return result.withUnmonetised(result.option().unmonetised().stream()
                .map(impact -> UnmonetisedResult.of(impact, result.npsv(), others))
                .toList());
    }
}
