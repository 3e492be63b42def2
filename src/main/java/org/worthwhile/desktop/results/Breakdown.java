package org.worthwhile.desktop.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.BudgetImpact;
import org.worthwhile.appraisal.CostEffectiveness;
import org.worthwhile.appraisal.CostResult;
import org.worthwhile.appraisal.ImpactResult;
import org.worthwhile.appraisal.Incidence;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.chart.Bars;
import org.worthwhile.desktop.chart.Waterfall;
import org.worthwhile.proposal.Category;
import org.worthwhile.proposal.Effect;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.Intake;
import org.worthwhile.proposal.UnitWorth;
import org.worthwhile.proposal.Valuation;
import org.worthwhile.report.IncrementText;
import org.worthwhile.report.Wording;

/** What an option's result is made of: by kind, by organisation and by group. */
final class Breakdown {

    private static final double THOUSAND = 1000;

    private Breakdown() {}

    /** Present values by kind against business as usual, from nothing to the net present social value. */
    static List<Waterfall.Step> steps(OptionResult result, Appraisal appraisal) {
        String currency = appraisal.basis().proposal().appraisal().currency();
        Optional<OptionResult> usual =
                appraisal.basis().proposal().businessAsUsual().map(option -> appraisal.option(option.id()));
        List<Waterfall.Step> steps = new ArrayList<>();
        double costs = costs(result, appraisal)
                - usual.map(option -> costs(option, appraisal)).orElse(0.0);
        add(steps, Words.of("results.step.costs"), -costs, currency);
        for (Category category : Category.values()) {
            double benefits = benefits(result, category, appraisal)
                    - usual.map(option -> benefits(option, category, appraisal)).orElse(0.0);
            add(steps, Words.of("options." + category), benefits, currency);
        }
        steps.add(new Waterfall.Step(
                Words.of("options.npsv"), result.npsv(), Wording.here().shortMoney(result.npsv(), currency), true));
        return steps;
    }

    private static void add(List<Waterfall.Step> steps, String name, double amount, String currency) {
        if (amount != 0) {
            steps.add(new Waterfall.Step(name, amount, Wording.here().shortMoney(amount, currency), false));
        }
    }

    private static double costs(OptionResult result, Appraisal appraisal) {
        return result.costs().stream()
                .filter(CostResult::counted)
                .mapToDouble(cost -> cost.flows().presentValue(appraisal.standardFactors()))
                .sum();
    }

    private static double benefits(OptionResult result, Category category, Appraisal appraisal) {
        return result.impacts().stream()
                .filter(impact -> impact.line().category() == category)
                .mapToDouble((ImpactResult impact) -> impact.flows()
                        .presentValue(appraisal.factors(impact.line().health())))
                .sum();
    }

    static List<OptionsViewModel.Payer> payers(OptionResult result, Appraisal appraisal) {
        String currency = appraisal.basis().proposal().appraisal().currency();
        return result.budget().stream()
                .map(impact -> payer(impact, appraisal, currency))
                .toList();
    }

    private static OptionsViewModel.Payer payer(BudgetImpact impact, Appraisal appraisal, String currency) {
        return new OptionsViewModel.Payer(
                impact.organisation().title(),
                Words.of("sector." + impact.organisation().sector()),
                Wording.here().money(impact.costs().presentValue(appraisal.standardFactors()), currency),
                Wording.here().money(impact.savings().presentValue(appraisal.standardFactors()), currency),
                Wording.here().money(impact.cashable().presentValue(appraisal.standardFactors()), currency),
                Wording.here().money(impact.present(), currency),
                new Bars(
                        impact.organisation().title(),
                        "costs",
                        impact.real().times(1 / THOUSAND).toArray()));
    }

    static List<OptionsViewModel.Gainer> gainers(OptionResult result, String currency) {
        Incidence incidence = result.incidence();
        List<OptionsViewModel.Gainer> rows = new ArrayList<>();
        for (Incidence.GroupGain gain : incidence.groups()) {
            rows.add(gainer(gain.group().title(), gain.presentValue(), gain.weight(), gain.weighted(), currency));
        }
        if (!rows.isEmpty()) {
            double rest = incidence.notAllocated();
            rows.add(gainer(Words.of("results.notAllocated"), rest, 1, rest, currency));
        }
        return rows;
    }

    private static OptionsViewModel.Gainer gainer(
            String title, double gain, double weight, double weighted, String currency) {
        return new OptionsViewModel.Gainer(
                title,
                Wording.here().money(gain, currency),
                Wording.here().fixed(weight, 2),
                Wording.here().money(weighted, currency));
    }

    /** What each option adds to the next cheaper one worth considering, in money and then by outcome. */
    static List<String> stepByStep(Appraisal appraisal) {
        IncrementText text = IncrementText.of(appraisal, Wording.here());
        List<String> lines = new ArrayList<>();
        appraisal
                .increments()
                .forEach(increment -> lines.add(Words.of(
                        "results.inMoney",
                        appraisal.option(increment.option()).option().title(),
                        text.inMoney(increment))));
        for (CostEffectiveness compared : appraisal.costEffectiveness()) {
            compared.rows()
                    .forEach(increment -> lines.add(Words.of(
                            "results.inUnits",
                            IncrementText.unit(appraisal, compared),
                            appraisal.option(increment.option()).option().title(),
                            text.inUnits(increment, IncrementText.unit(appraisal, compared)))));
        }
        return lines;
    }

    /** What could not be valued, and what it would have to be worth to matter; then what comes to nothing and why. */
    static List<String> unvalued(OptionResult result, String currency) {
        List<String> lines = new ArrayList<>(unmonetised(result, currency));
        result.impacts()
                .forEach(impact -> notFilledIn(impact.line())
                        .ifPresent(what -> lines.add(
                                Words.of("results.notFilledIn", impact.line().title(), Words.of(what)))));
        return lines.isEmpty() && result.impacts().isEmpty() ? List.of(Words.of("results.noImpacts")) : lines;
    }

    /** The word for what makes an impact come to nothing: a part of it that is 0. */
    private static Optional<String> notFilledIn(Impact impact) {
        return switch (impact.valuation()) {
            case Valuation.Schedule schedule ->
                schedule.amounts().values().stream().allMatch(amount -> amount.value() == 0)
                        ? Optional.of("results.notFilledIn.amounts")
                        : Optional.empty();
            case Valuation.Chain chain -> {
                if (chain.worth() instanceof UnitWorth.Typed typed
                        && typed.amount().value() == 0) {
                    yield Optional.of("results.notFilledIn.value");
                }
                if (chain.quantity().effect() instanceof Effect.Stated stated
                        && stated.figure().value() == 0) {
                    yield Optional.of("results.notFilledIn.effect");
                }
                boolean isOfNobody = switch (chain.quantity().intake()) {
                    case Intake.Once once -> once.population().value() == 0;
                    case Intake.Users users -> users.counted() == 0;
                    case Intake.Annual annual -> annual.annual().value() == 0;
                    case Intake.ByYear byYear ->
                        byYear.people().values().stream().allMatch(people -> people.value() == 0);
                };
                yield isOfNobody ? Optional.of("results.notFilledIn.population") : Optional.empty();
            }
        };
    }

    private static List<String> unmonetised(OptionResult result, String currency) {
        return result.unmonetised().stream()
                .map(unvalued -> Words.of(
                        "results.unvalued",
                        unvalued.impact().title(),
                        unvalued.impact().score(),
                        unvalued.toBreakEven().value().isPresent()
                                ? Words.of(
                                        "results.breakEven",
                                        Wording.here()
                                                .shortMoney(
                                                        unvalued.toBreakEven()
                                                                .value()
                                                                .getAsDouble(),
                                                        currency))
                                : unvalued.toBreakEven().reason()))
                .toList();
    }
}
