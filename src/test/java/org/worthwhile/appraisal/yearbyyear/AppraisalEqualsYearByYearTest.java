package org.worthwhile.appraisal.yearbyyear;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.appraisal.BudgetImpact;
import org.worthwhile.appraisal.Flows;
import org.worthwhile.appraisal.Indicator;
import org.worthwhile.appraisal.Indicators;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.appraisal.References;
import org.worthwhile.exchange.Located;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.proposal.Evidence;
import org.worthwhile.proposal.Proposal;
import tools.jackson.databind.JsonNode;

/** What the program makes of a text is what working it out year by year makes of the same text and packs. */
class AppraisalEqualsYearByYearTest {

    private static final double TOLERANCE = 1e-9;

    /** Of the money involved: what is left where gains and losses cancel out. */
    private static final double ROUNDING = 1e-12;

    private static final Path MODELS = Path.of("models");
    private static final ModelLibrary LIBRARY = PackReader.read(MODELS);
    private static final Map<String, Evidence> EVIDENCE = Map.of(
            "trial",
            new Evidence(
                    "trial",
                    "A trial",
                    "falls",
                    "case",
                    StatedFigures.EVIDENCE,
                    0.01,
                    OptionalDouble.empty(),
                    List.of(),
                    "participant",
                    new Evidence.Source.Citation("Invented"),
                    Optional.empty(),
                    LocalDate.of(2026, 1, 1),
                    "",
                    true,
                    List.of()));

    private final ProposalReader reader = new ProposalReader(MODELS);

    @Test
    void resultsOfGeneratedTextsAreThoseWorkedOutYearByYear() {
        LongStream.range(0, 300).forEach(this::assertSame);
    }

    @Test
    @Tag("proof")
    void resultsOfFiveThousandGeneratedTextsAreThoseWorkedOutYearByYear() {
        LongStream.range(10_000, 15_000).forEach(this::assertSame);
    }

    private void assertSame(long seed) {
        JsonNode text = GeneratedTexts.of(seed);
        Located<Proposal> proposal = reader.read("seed " + seed, text);
        Appraisal appraisal =
                Appraiser.appraise(References.resolve(proposal.value(), proposal.places(), LIBRARY, EVIDENCE));
        for (OptionResult option : appraisal.options()) {
            String id = option.option().id();
            Map<String, double[]> expected = StatedResults.of(text, id);
            List<String> differences = differences(named(option), expected);
            differences.addAll(wrongRates(option, expected, appraisal.years().size()));
            assertThat(differences).describedAs("seed %d, %s", seed, id).isEmpty();
        }
    }

    private static List<String> differences(Map<String, double[]> actual, Map<String, double[]> expected) {
        double rounding = ROUNDING * expected.get("turnover")[0];
        Set<String> names = new HashSet<>(actual.keySet());
        expected.keySet().stream()
                .filter(name -> !name.equals("turnover") && !name.equals("net") && !name.startsWith("denominator of"))
                .forEach(names::add);
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            double denominator = Math.abs(expected.getOrDefault("denominator of " + name, new double[1])[0]);
            boolean isNothingByRounding = denominator > 0 && denominator <= rounding / TOLERANCE;
            double allowed = name.startsWith("weight/") ? 0 : rounding;
            if (!isNothingByRounding && !isClose(actual.get(name), expected.get(name), allowed)) {
                differences.add(name + ": " + Arrays.toString(actual.get(name)) + " instead of "
                        + Arrays.toString(expected.get(name)));
            }
        }
        return differences;
    }

    private static boolean isClose(double @Nullable [] actual, double @Nullable [] expected, double allowed) {
        if (actual == null || expected == null || actual.length != expected.length) {
            return false;
        }
        for (int i = 0; i < actual.length; i++) {
            double size = Math.max(Math.abs(actual[i]), Math.abs(expected[i]));
            if (!(Math.abs(actual[i] - expected[i]) <= Math.max(TOLERANCE * size, allowed))) {
                return false;
            }
        }
        return true;
    }

    /**
     * The internal rates at which the flows worked out year by year are worth something after all; as a share of the largest one, as
     * at -93% a flow of 300 years later is worth more than the largest number.
     */
    private static List<String> wrongRates(OptionResult option, Map<String, double[]> expected, int years) {
        List<String> wrong = new ArrayList<>();
        double[] net = expected.get("net");
        for (double rate : option.internalRates().rates()) {
            double largest = IntStream.range(0, years)
                    .mapToDouble(t -> Math.log(Math.abs(net[t])) - t * Math.log1p(rate))
                    .max()
                    .orElseThrow();
            double worth = 0;
            double gross = 0;
            for (int t = 0; t < years; t++) {
                double share =
                        Math.signum(net[t]) * Math.exp(Math.log(Math.abs(net[t])) - t * Math.log1p(rate) - largest);
                worth += share;
                gross += Math.abs(share);
            }
            if (!(Math.abs(worth) <= TOLERANCE * gross)) {
                wrong.add("at the internal rate " + rate + " flows of " + gross + " are worth " + worth);
            }
        }
        return wrong;
    }

    private static Map<String, double[]> named(OptionResult option) {
        Map<String, double[]> named = new HashMap<>();
        put(named, "", option.headline());
        put(named, "withoutOptimism/", option.withoutOptimism());
        option.longHorizon().ifPresent(lower -> put(named, "longHorizon/", lower));
        option.sensitivities()
                .atOtherRates()
                .forEach(rate -> put(named, "at " + rate.label() + "/", rate.indicators()));
        option.sensitivities().withoutResidual().ifPresent(rest -> put(named, "withoutResidual/", rest));
        option.sensitivities().withCostOfPublicFunds().ifPresent(with -> put(named, "withCostOfPublicFunds/", with));
        put(named, "pvPublicCost", option.pvPublicCost());
        put(named, "equivalentAnnualValue", option.equivalentAnnualValue());
        put(named, "npsvPerPublicPound", option.npsvPerPublicPound());
        put(named, "mvpf", option.mvpf());
        put(named, "weightedNpsv", option.incidence().weightedNpsv());
        option.incidence().groups().forEach(gain -> {
            put(named, "group/" + gain.group().id(), gain.presentValue());
            put(named, "weight/" + gain.group().id(), gain.weight());
        });
        option.outcomes().forEach(outcome -> {
            String key = outcome.outcome() + "/" + outcome.unit();
            put(named, "units/" + key, outcome.units());
            put(named, "discountedUnits/" + key, outcome.discountedUnits());
            put(named, "costPerUnit/" + key, outcome.costPerUnit());
            put(named, "costPerDiscountedUnit/" + key, outcome.costPerDiscountedUnit());
        });
        option.budget().forEach(budget -> put(named, budget));
        put(named, "froi", option.froi());
        option.payback().ifPresent(year -> put(named, "payback", (double) year.start()));
        option.discountedPayback().ifPresent(year -> put(named, "discountedPayback", (double) year.start()));
        put(named, "peak", option.funding().peak());
        option.funding().peakYear().ifPresent(year -> put(named, "peakYear", (double) year.start()));
        return named;
    }

    private static void put(Map<String, double[]> named, String name, Indicators indicators) {
        put(named, name + "pvb", indicators.pvb());
        put(named, name + "pvc", indicators.pvc());
        put(named, name + "npsv", indicators.npsv());
        put(named, name + "bcr", indicators.bcr());
    }

    private static void put(Map<String, double[]> named, String name, Indicator indicator) {
        indicator.value().ifPresent(value -> put(named, name, value));
    }

    private static void put(Map<String, double[]> named, BudgetImpact budget) {
        String at = "budget/" + budget.organisation().id() + "/";
        put(named, at + "costs", budget.costs());
        put(named, at + "capital", budget.capital());
        put(named, at + "residual", budget.residual());
        put(named, at + "savings", budget.savings());
        put(named, at + "cashable", budget.cashable());
        put(named, at + "real", budget.real());
        put(named, at + "fundingNeed", budget.fundingNeed());
        budget.nominal().ifPresent(nominal -> put(named, at + "nominal", nominal));
        put(named, at + "present", budget.present());
    }

    private static void put(Map<String, double[]> named, String name, Flows flows) {
        named.put(name, flows.toArray());
    }

    private static void put(Map<String, double[]> named, String name, double value) {
        named.put(name, new double[] {value});
    }
}
