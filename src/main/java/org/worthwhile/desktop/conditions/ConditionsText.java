package org.worthwhile.desktop.conditions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.chart.Curves;
import org.worthwhile.desktop.chart.RangeBars;
import org.worthwhile.desktop.values.UnitValueText;
import org.worthwhile.proposal.InputKind;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.report.SpreadRows;
import org.worthwhile.report.Wording;
import org.worthwhile.report.briefing.InputWords;
import org.worthwhile.uncertainty.ResultUncertainty.OptionSpreads;
import org.worthwhile.uncertainty.SensitivityResult;
import org.worthwhile.uncertainty.SensitivityResult.Switching;
import org.worthwhile.uncertainty.UncertainInput;
import org.worthwhile.uncertainty.UncertaintyResult;
import org.worthwhile.uncertainty.UncertaintyResult.Estimate;

/** Inputs and what moving them does, as the screen says it. */
final class ConditionsText {

    private static final int MOST_BARS = 10;
    private static final double MILLION = 1e6;

    private ConditionsText() {}

    /** Why no scenario is shown. */
    static String noScenarios(Optional<Appraisal> appraisal) {
        return Words.of(appraisal
                .map(found -> found.basis().proposal().scenarios().isEmpty()
                        ? "conditions.noScenarios"
                        : "conditions.workingScenarios")
                .orElse("conditions.notAppraised"));
    }

    static String value(Appraisal appraisal, UncertainInput input, double value) {
        return InputWords.value(appraisal.basis().proposal(), input.path(), value);
    }

    /**
     * What one unit is worth in the appraisal, where the value of the input does not tell it: one of the library is a share of
     * that, and one that is typed may be at other prices or grow.
     */
    static Optional<String> inAppraisal(Appraisal appraisal, UncertainInput input) {
        String[] parts = input.path().split("/", 3);
        if (parts.length < 3 || !parts[2].equals(InputKind.VALUE.word())) {
            return Optional.empty();
        }
        var settings = appraisal.basis().proposal().appraisal();
        String shown = value(appraisal, input, input.base());
        return appraisal.option(parts[0]).impacts().stream()
                .filter(impact -> impact.line().id().equals(parts[1]))
                .map(impact -> UnitValueText.byYear(impact.unitValues(), appraisal.years(), settings.currency()))
                .filter(money -> !money.equals(shown))
                .findFirst()
                .map(money -> Words.of(
                        "conditions.unitValue", money, settings.priceYear().label()));
    }

    static String name(Appraisal appraisal, String path, String option) {
        String name = InputWords.name(appraisal.basis().proposal(), path, option);
        return capitalised(name);
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    static List<RangeBars.Range> tornado(Appraisal appraisal, SensitivityResult result, String option) {
        return result.tornado().stream()
                .filter(bar -> bar.option().equals(option))
                .limit(MOST_BARS)
                .map(bar -> new RangeBars.Range(
                        name(appraisal, bar.input(), option), bar.npsvAtLow() / MILLION, bar.npsvAtHigh() / MILLION))
                .toList();
    }

    /** A line for each input: where it would change something, those that have least far to go first. */
    record SwitchingRow(String input, String base, String breakEven, String overtaken) {}

    static List<SwitchingRow> switching(Appraisal appraisal, SensitivityResult result, String option) {
        Proposal proposal = appraisal.basis().proposal();
        return result.switching().stream()
                .filter(switching -> switching.option().equals(option))
                .sorted(Comparator.comparingDouble(ConditionsText::distance))
                .map(switching -> new SwitchingRow(
                        name(appraisal, switching.input(), option),
                        InputWords.value(proposal, switching.input(), switching.base()),
                        point(proposal, switching.input(), switching.breakEven()),
                        point(proposal, switching.input(), switching.overtaken())))
                .toList();
    }

    /** The share of itself by which an input would have to move; without end where nothing would change. */
    private static double distance(Switching switching) {
        return Stream.concat(switching.breakEven().stream(), switching.overtaken().stream())
                .mapToDouble(point -> Math.abs(point - switching.base()) / Math.abs(switching.base()))
                .filter(Double::isFinite)
                .min()
                .orElse(Double.MAX_VALUE);
    }

    private static String point(Proposal proposal, String input, Optional<Double> value) {
        return value.map(found -> InputWords.value(proposal, input, found)).orElse(Words.of("conditions.nowhere"));
    }

    /** Scenarios by option. */
    static List<List<String>> scenarios(Appraisal appraisal, SensitivityResult result) {
        String currency = appraisal.basis().proposal().appraisal().currency();
        return result.scenarios().stream()
                .map(scenario -> {
                    List<String> row = new ArrayList<>(List.of(scenario.title()));
                    scenario.npsv().forEach(npsv -> row.add(Wording.here().shortMoney(npsv, currency)));
                    return List.copyOf(row);
                })
                .toList();
    }

    /** An option after a simulation. */
    record SimulatedRow(String option, String mean, String low, String high, String positive, String best) {}

    static List<SimulatedRow> simulated(Appraisal appraisal, UncertaintyResult result) {
        String currency = appraisal.basis().proposal().appraisal().currency();
        return result.options().stream()
                .map(option -> new SimulatedRow(
                        appraisal.option(option.id()).option().title(),
                        Words.of(
                                "conditions.plusMinus",
                                Wording.here().shortMoney(option.mean().value(), currency),
                                Wording.here().shortMoney(option.mean().standardError(), currency)),
                        Wording.here().shortMoney(option.p5().value(), currency),
                        Wording.here().shortMoney(option.p95().value(), currency),
                        option.isKnown() ? share(option.probabilityPositive()) : Words.of("conditions.notEntered"),
                        result.isKnown() ? share(option.probabilityBest()) : Words.of("conditions.notEntered")))
                .toList();
    }

    private static String share(Estimate probability) {
        return Wording.here().fixed(probability.value() * 100, 1) + "%";
    }

    /** The cumulative curves of all options whose result is not certain. */
    static List<Curves.Curve> curves(Appraisal appraisal, UncertaintyResult result) {
        return result.options().stream()
                .filter(option -> option.sd().value() > 0)
                .map(option -> {
                    int points = option.curve().size();
                    double[] x = new double[points];
                    double[] y = new double[points];
                    for (int i = 0; i < points; i++) {
                        x[i] = option.curve().get(i) / MILLION;
                        y[i] = 100.0 * i / (points - 1);
                    }
                    return new Curves.Curve(
                            appraisal.option(option.id()).option().title(), x, y, false, false);
                })
                .toList();
    }

    /** How the other results of an option are spread, cash by year last. */
    static List<SpreadRows.Row> spreads(Appraisal appraisal, OptionSpreads option) {
        Proposal proposal = appraisal.basis().proposal();
        return Stream.concat(
                        SpreadRows.of(proposal, option, Wording.here()).stream(),
                        SpreadRows.funding(proposal, option, Wording.here()).stream())
                .toList();
    }

    /** What knowing more would be worth and what the variance comes from, in sentences. */
    static List<String> information(Appraisal appraisal, UncertaintyResult result, String option) {
        String currency = appraisal.basis().proposal().appraisal().currency();
        if (!result.isKnown()) {
            return List.of(Words.of("conditions.notKnown", capitalised(result.whyNotKnown())));
        }
        List<String> sentences = new ArrayList<>();
        result.truncated().forEach(truncation -> sentences.add(truncation.sentence()));
        result.warning().ifPresent(sentences::add);
        sentences.add(Words.of(
                "conditions.evpi", Wording.here().shortMoney(result.evpi().value(), currency)));
        result.evppi().stream()
                .filter(value -> value.value().value() > 0)
                .limit(5)
                .forEach(value -> sentences.add(Words.of(
                        "conditions.evppi",
                        name(appraisal, value.input(), option),
                        Wording.here().shortMoney(value.value().value(), currency))));
        result.whyNoShares().map(ConditionsText::capitalised).ifPresent(sentences::add);
        result.options().stream()
                .filter(each -> each.id().equals(option))
                .flatMap(each -> each.drivers().stream())
                .limit(5)
                .forEach(driver -> driver.index()
                        .ifPresent(index -> sentences.add(Words.of(
                                "conditions.variance",
                                name(appraisal, driver.input(), option),
                                share(index.firstOrder()),
                                share(index.total())))));
        return sentences;
    }
}
