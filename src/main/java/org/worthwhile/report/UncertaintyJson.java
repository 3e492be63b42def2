package org.worthwhile.report;

import org.worthwhile.attribution.ResultFields;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.uncertainty.SensitivityResult;
import org.worthwhile.uncertainty.UncertaintyAnalysis;
import org.worthwhile.uncertainty.UncertaintyResult;
import org.worthwhile.uncertainty.UncertaintyResult.Estimate;
import org.worthwhile.uncertainty.UncertaintyResult.OptionUncertainty;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How sure an appraisal is, as JSON; each simulated figure with its Monte Carlo standard error. */
final class UncertaintyJson {

    /** The steps of the cumulative curve: twentieths. */
    private static final int CURVE = 20;

    private UncertaintyJson() {}

    static ObjectNode tree(UncertaintyAnalysis analysis) {
        UncertaintyResult result = analysis.simulated();
        SensitivityResult sensitivity = analysis.sensitivity();
        if (!result.isKnown()) {
            ObjectNode none = JsonText.object().put("none", result.whyNotKnown());
            if (analysis.results().isKnown()) {
                none.put("resultTrials", analysis.results().trials())
                        .put("fundingTrials", analysis.results().fundingTrials());
                new JsonFields(none).list("results", analysis.results().options(), (option, of) -> {
                    of.text("id", option.id());
                    ResultSpreadsJson.fields(option, of);
                });
            }
            moved(none, sensitivity);
            scenarios(none, sensitivity);
            return none;
        }
        ObjectNode node = JsonText.object()
                .put("trials", result.trials())
                .put("seed", result.seed())
                .put("sampling", JsonText.nameOf(result.sampling()));
        ArrayNode options = node.putArray("options");
        for (int i = 0; i < result.options().size(); i++) {
            ObjectNode option = option(result.options().get(i));
            ResultSpreadsJson.fields(analysis.results().options().get(i), new JsonFields(option));
            options.add(option);
        }
        node.put("resultTrials", analysis.results().trials())
                .put("fundingTrials", analysis.results().fundingTrials());
        moved(node, sensitivity);
        JsonFields fields = new JsonFields(node);
        node.put("evpi", result.evpi().value())
                .put("evpiStandardError", result.evpi().standardError());
        ArrayNode partial = node.putArray("evppi");
        result.evppi()
                .forEach(value -> estimate(partial.addObject().put("input", value.input()), "value", value.value()));
        fields.list("evppiGroups", result.groups(), (group, of) -> {
            of.text("title", group.title());
            of.texts("inputs", group.inputs());
            of.number("value", group.value().value())
                    .number("valueStandardError", group.value().standardError());
        });
        result.population()
                .ifPresent(population -> fields.object(
                        "populationValue",
                        of -> of.number("decisionsPerYear", population.decisionsPerYear())
                                .number("years", population.years())
                                .number("discountedDecisions", population.discounted())
                                .number("value", population.value().value())
                                .number("valueStandardError", population.value().standardError())));
        fields.list("acceptability", result.acceptability(), UncertaintyJson::acceptability);
        fields.list(
                "costEffectivenessAcceptability",
                result.byOutcome(),
                (each, of) -> of.text("outcome", each.outcome())
                        .text("unit", each.unit())
                        .list("curve", each.curve(), UncertaintyJson::acceptability));
        scenarios(node, sensitivity);
        fields.list(
                "truncated",
                result.truncated(),
                (each, of) -> of.text("input", each.input())
                        .number("share", each.share())
                        .number("low", each.bounds().low())
                        .number("high", each.bounds().high()));
        result.whyNoShares().ifPresent(reason -> node.put("noVarianceShares", reason));
        result.warning().ifPresent(warning -> node.put("warning", warning));
        return node;
    }

    /** What moving inputs does. */
    private static void moved(ObjectNode node, SensitivityResult sensitivity) {
        JsonFields fields = new JsonFields(node);
        fields.list("tornado", sensitivity.tornado(), UncertaintyJson::bar);
        fields.list("grids", sensitivity.grids(), UncertaintyJson::grid);
        ArrayNode switching = node.putArray("switching");
        sensitivity
                .switching()
                .forEach(value -> switching
                        .addObject()
                        .put("input", value.input())
                        .put("option", value.option())
                        .put("value", value.breakEven().orElse(null))
                        .put("valueToChangeRanking", value.overtaken().orElse(null))
                        .put("base", value.base())
                        .put("from", value.from())
                        .put("to", value.to()));
    }

    private static void scenarios(ObjectNode node, SensitivityResult sensitivity) {
        JsonFields fields = new JsonFields(node);
        fields.list(
                "scenarios",
                sensitivity.scenarios(),
                (scenario, of) -> of.text("id", scenario.id())
                        .text("title", scenario.title())
                        .numbers("npsv", scenario.npsv()));
    }

    private static void acceptability(UncertaintyResult.Acceptability each, ResultFields of) {
        of.number("threshold", each.threshold())
                .list(
                        "probabilities",
                        each.probabilities(),
                        (probability, to) -> to.number("value", probability.value())
                                .number("standardError", probability.standardError()));
    }

    private static void bar(SensitivityResult.Bar bar, ResultFields to) {
        to.text("input", bar.input())
                .text("option", bar.option())
                .number("low", bar.low())
                .number("high", bar.high())
                .number("npsvAtLow", bar.npsvAtLow())
                .number("npsvAtHigh", bar.npsvAtHigh());
    }

    private static void grid(SensitivityResult.Grid grid, ResultFields to) {
        to.text("option", grid.option())
                .text("first", grid.first())
                .numbers("firstValues", grid.firstValues())
                .text("second", grid.second())
                .numbers("secondValues", grid.secondValues())
                .table("npsv", grid.npsv());
    }

    private static ObjectNode option(OptionUncertainty option) {
        ObjectNode node = JsonText.object().put("id", option.id());
        ObjectNode npsv = node.putObject("npsv")
                .put("mean", option.mean().value())
                .put("standardError", option.mean().standardError());
        estimate(npsv, "sd", option.sd());
        estimate(npsv, "p5", option.p5());
        estimate(npsv, "p25", option.p25());
        estimate(npsv, "p50", option.p50());
        estimate(npsv, "p75", option.p75());
        estimate(npsv, "p95", option.p95());
        ArrayNode curve = npsv.putArray("curve");
        for (int step = 0; step <= CURVE; step++) {
            curve.add(option.curve().get(step * (option.curve().size() - 1) / CURVE));
        }
        estimate(node, "probabilityPositive", option.probabilityPositive());
        estimate(node, "probabilityBest", option.probabilityBest());
        estimate(node, "expectedRegret", option.expectedRegret());
        ArrayNode bands = node.putArray("probabilityBcrAtLeast");
        option.aboveBands()
                .forEach(band -> estimate(
                        bands.addObject().put("band", band.band()).put("from", band.from()),
                        "probability",
                        band.probability()));
        ArrayNode drivers = node.putArray("drivers");
        option.drivers().forEach(driver -> {
            ObjectNode entry = drivers.addObject().put("input", driver.input());
            estimate(entry, "rankCorrelation", driver.rankCorrelation());
            driver.varianceShare().ifPresent(share -> entry.put("varianceShare", share));
            driver.index().ifPresent(index -> {
                estimate(entry, "firstOrder", index.firstOrder());
                estimate(entry, "total", index.total());
            });
        });
        return node;
    }

    private static void estimate(ObjectNode node, String name, Estimate estimate) {
        node.put(name, estimate.value()).put(name + "StandardError", estimate.standardError());
    }
}
