package org.worthwhile.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.worthwhile.framework.Denominator;
import org.worthwhile.framework.Denominator.Holder;
import org.worthwhile.framework.Framework;
import org.worthwhile.framework.LongHorizon;
import org.worthwhile.proposal.AppraisalSettings;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Option;
import org.worthwhile.proposal.Parameter;
import org.worthwhile.proposal.ParameterUse;
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
    private final Discounting discounting;
    private final List<Parameter> unused;
    private final Optional<Flows> inflators;
    private final CostFlows costFlows;
    private final ImpactFlows impactFlows;

    private Appraiser(AppraisalCase basis) {
        this.basis = basis;
        this.proposal = basis.proposal();
        this.settings = proposal.appraisal();
        this.framework = basis.framework();
        this.years = IntStream.range(0, settings.years())
                .mapToObj(settings.baseYear()::plus)
                .toList();
        this.discounting = Discounting.of(framework.standard(), framework.health(), settings);
        this.unused = ParameterUse.unused(proposal);
        PriceLevels prices = new PriceLevels(basis.priceIndex(), settings.lastYear());
        this.inflators = basis.priceIndex().isKnown()
                ? Optional.of(Flows.of(settings.years(), t -> prices.factor(settings.priceYear(), years.get(t))))
                : Optional.empty();
        this.costFlows = new CostFlows(basis, prices);
        this.impactFlows = new ImpactFlows(basis, costFlows, prices);
    }

    /** Appraises a proposal whose references have been found. The same case always gives the same bits. */
    public static Appraisal appraise(AppraisalCase basis) {
        return new Appraiser(basis).appraise();
    }

    private Appraisal appraise() {
        OptionFlows businessAsUsual =
                proposal.businessAsUsual().map(this::flows).orElse(OptionFlows.NONE);
        List<OptionResult> results = new ArrayList<>();
        for (Option option : proposal.options()) {
            results.add(result(option, flows(option), businessAsUsual));
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
        return OptionFlows.of(option, costFlows, impactFlows);
    }

    private OptionResult result(Option option, OptionFlows own, OptionFlows before) {
        PresentValues values = difference(own, before, discounting, true);
        Indicators headline = values.indicators(framework.denominator());
        List<BudgetImpact> budget = new BudgetImpacts(proposal, discounting, inflators).of(own, before);
        return new OptionResult(
                option,
                own.costs(),
                own.impacts(),
                headline,
                views(values, headline),
                difference(own, before, discounting, false).indicators(framework.denominator()),
                framework
                        .longHorizon()
                        .filter(horizon -> settings.years() > horizon.beyondYears())
                        .map(horizon -> longHorizon(horizon, own, before)),
                sensitivities(own, before, values),
                values.publicCost(),
                Indicator.ratio(headline.npsv(), values.publicCost(), "the option has no public cost to divide by"),
                values.mvpf(),
                headline.npsv() / discounting.standard().total(),
                InternalRates.of(own.net(settings.years()).minus(before.net(settings.years()))),
                budget,
                Funding.of(budget, discounting.standard(), settings.baseYear()),
                Incidence.of(headline.npsv(), own, before, proposal.groups(), framework, discounting),
                OutcomeResult.of(own, before, discounting, values.publicCost()),
                List.of(),
                headline.bcr().value().isPresent()
                        ? framework
                                .valueForMoney()
                                .map(words ->
                                        words.category(headline.bcr().value().getAsDouble()))
                        : Optional.empty(),
                Checks.of(basis, option, own, headline.npsv(), discounting, unused));
    }

    private PresentValues difference(OptionFlows own, OptionFlows before, Discounting rates, boolean uplifted) {
        return own.presentValues(proposal, rates, uplifted).minus(before.presentValues(proposal, rates, uplifted));
    }

    private Indicators longHorizon(LongHorizon horizon, OptionFlows own, OptionFlows before) {
        Discounting lower = Discounting.of(horizon.rates(), framework.health(), settings);
        return difference(own, before, lower, true).indicators(framework.denominator());
    }

    private Sensitivities sensitivities(OptionFlows own, OptionFlows before, PresentValues values) {
        return new Sensitivities(
                framework.rateSensitivities().stream()
                        .map(rates -> new Sensitivities.AtRate(
                                rates.label(),
                                difference(
                                                own,
                                                before,
                                                Discounting.of(rates.standard(), rates.health(), settings),
                                                true)
                                        .indicators(framework.denominator())))
                        .toList(),
                own.hasResidualValues() || before.hasResidualValues()
                        ? Optional.of(difference(
                                        own.withoutResidualValues(), before.withoutResidualValues(), discounting, true)
                                .indicators(framework.denominator()))
                        : Optional.empty(),
                framework
                        .marginalCostOfPublicFunds()
                        .map(factor -> values.indicators(framework.denominator(), factor)));
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
