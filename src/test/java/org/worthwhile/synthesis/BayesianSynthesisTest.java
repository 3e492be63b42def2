package org.worthwhile.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.worthwhile.synthesis.PublishedStudies.basis;
import static org.worthwhile.synthesis.PublishedStudies.estimated;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.worthwhile.attribution.RecordedValues;
import org.worthwhile.synthesis.SynthesisOptions.Inference;
import org.worthwhile.synthesis.SynthesisOptions.PredictionDegrees;

/** Priors, discounts and own studies. */
class BayesianSynthesisTest {

    private static final RecordedValues INTEGRATED = RecordedValues.of("synthesis");

    private static Prior prior(Prior.Shape shape, double scale) {
        return new Prior(shape, scale, OptionalDouble.empty(), OptionalDouble.empty());
    }

    private static SynthesisOptions options(Optional<Prior> prior, List<Discount> discounts) {
        return new SynthesisOptions(
                Method.REML, Inference.HARTUNG_KNAPP, PredictionDegrees.ONE_FEWER, 0.95, List.of(), prior, discounts);
    }

    private static MetaAnalysis question(
            List<IncludedStudy> studies, Measure measure, SynthesisOptions options, Optional<IncludedStudy> own) {
        return new MetaAnalysis(
                "set", "Set", "", "", "", measure, studies, options, own, Optional.empty(), Optional.empty());
    }

    private static Synthesis of(
            List<IncludedStudy> studies, Measure measure, SynthesisOptions options, Optional<IncludedStudy> own) {
        return Synthesiser.synthesise(basis(question(studies, measure, options, own)));
    }

    /** By integrate() of R, in src/test/resources/r/synthesis.R. */
    @ParameterizedTest
    @CsvSource({
        "bcg, RISK_RATIO, half-normal, HALF_NORMAL, 0.5",
        "bcg, RISK_RATIO, half-cauchy, HALF_CAUCHY, 0.3",
        "raudenbush, ESTIMATE, half-normal, HALF_NORMAL, 0.5",
        "raudenbush, ESTIMATE, half-cauchy, HALF_CAUCHY, 0.3",
        "three, ESTIMATE, half-normal, HALF_NORMAL, 0.5",
        "three, ESTIMATE, half-cauchy, HALF_CAUCHY, 0.3"
    })
    void posteriorsAreThoseOfNumericalIntegration(
            String set, Measure measure, String name, Prior.Shape shape, double scale) {
        List<IncludedStudy> studies = set.equals("three")
                ? List.of(estimated("A", 0.25, 0.25), estimated("B", 0.5, 0.25), estimated("C", 1.5, 0.25))
                : PublishedStudies.studies(set);
        BayesianSynthesis found = of(
                        studies, measure, options(Optional.of(prior(shape, scale)), List.of()), Optional.empty())
                .bayesian()
                .orElseThrow();
        String record = set + "." + name;
        same(record, "mean", found.effect().mean());
        same(record, "sd", found.effect().deviation());
        same(record, "low", found.effect().low());
        same(record, "high", found.effect().high());
        same(record, "newLow", found.elsewhere().low());
        same(record, "newHigh", found.elsewhere().high());
        same(record, "tau", found.tau().mean());
        same(record, "tauLow", found.tau().low());
        same(record, "tauHigh", found.tau().high());
        same(record, "above", found.probabilityAboveZero());
    }

    private static void same(String name, String what, double found) {
        double recorded = INTEGRATED.of(name, what);
        assertThat(found).as(name + "." + what).isCloseTo(recorded, within(1e-6 * Math.max(Math.abs(recorded), 0.01)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e12})
    void theUnitOfTheOutcomeScalesPosteriors(double unit) {
        BayesianSynthesis one = scaled(1);
        BayesianSynthesis other = scaled(unit);
        assertThat(other.effect().mean()).isCloseTo(unit * one.effect().mean(), Percentage.withPercentage(1e-6));
        assertThat(other.elsewhere().low()).isCloseTo(unit * one.elsewhere().low(), Percentage.withPercentage(1e-6));
        assertThat(other.tau().high()).isCloseTo(unit * one.tau().high(), Percentage.withPercentage(1e-6));
        assertThat(other.probabilityAboveZero()).isCloseTo(one.probabilityAboveZero(), within(1e-9));
    }

    private static BayesianSynthesis scaled(double unit) {
        return of(
                        List.of(
                                estimated("A", unit, unit),
                                estimated("B", 2 * unit, unit),
                                estimated("C", 6 * unit, unit)),
                        Measure.ESTIMATE,
                        options(Optional.of(prior(Prior.Shape.HALF_CAUCHY, unit)), List.of()),
                        Optional.empty())
                .bayesian()
                .orElseThrow();
    }

    @Test
    void aPriorMeanWithoutItsDeviationIsRefused() {
        Prior half = new Prior(Prior.Shape.HALF_NORMAL, 1, OptionalDouble.of(0), OptionalDouble.empty());
        assertThatThrownBy(() -> of(
                        List.of(estimated("A", 1, 1), estimated("B", 2, 1)),
                        Measure.ESTIMATE,
                        options(Optional.of(half), List.of()),
                        Optional.empty()))
                .hasMessageContaining("the prior of the effect has a mean without a deviation; give both");
    }

    @Test
    void evidenceWithAPriorIsThePosteriorOfANewPlace() {
        Synthesis found = of(
                PublishedStudies.studies("raudenbush"),
                Measure.ESTIMATE,
                options(Optional.of(prior(Prior.Shape.HALF_NORMAL, 0.5)), List.of()),
                Optional.empty());
        EffectDistribution elsewhere = EffectDistribution.of(found, EffectDistribution.Place.NEW);
        BayesianSynthesis bayesian = found.bayesian().orElseThrow();
        assertThat(elsewhere.estimate()).isCloseTo(bayesian.elsewhere().mean(), within(1e-12));
        assertThat(elsewhere.draws()).hasSize(999).isSorted();
        // The 25th of 999 is at 24.5/999, a little below 2.5%.
        assertThat(elsewhere.draws().get(24)).isLessThan(bayesian.elsewhere().low());
        assertThat(elsewhere.draws().get(25)).isGreaterThan(bayesian.elsewhere().low());
        assertThat(EffectDistribution.of(found, EffectDistribution.Place.AVERAGE)
                        .standardError())
                .isLessThan(elsewhere.standardError());
    }

    /** A normal prior of mean 0 and an estimate of 2, both with deviation 1, are 1 with deviation the root of a half. */
    @Test
    void anOwnStudyAndANormalPriorMeetByTheirPrecisions() {
        OwnStudy found = OwnStudy.of(
                new EffectSize("Own", 2, 1, List.of()), x -> Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI), 0, 1, 0.95);
        assertThat(found.mean()).isCloseTo(1, within(1e-9));
        assertThat(found.deviation()).isCloseTo(Math.sqrt(0.5), within(1e-9));
        assertThat(found.low()).isCloseTo(1 - 1.959964 * Math.sqrt(0.5), within(1e-6));
        assertThat(found.high()).isCloseTo(1 + 1.959964 * Math.sqrt(0.5), within(1e-6));
        assertThat(found.quantiles().get(499)).isCloseTo(1, within(1e-6));
        OwnStudy.Curve both = found.curves().getLast();
        double step = both.x().get(1) - both.x().get(0);
        assertThat(both.density().stream().mapToDouble(Double::doubleValue).sum() * step)
                .isCloseTo(1, within(1e-3));
    }

    @Test
    void anOwnStudyMovesTheOthersAndIsWhatEvidenceIsOf() {
        List<IncludedStudy> studies =
                List.of(estimated("A", 1, 1), estimated("B", 2, 1), estimated("C", 6, 1), estimated("D", 3, 1));
        Synthesis found = of(
                studies, Measure.ESTIMATE, options(Optional.empty(), List.of()), Optional.of(estimated("Own", 0, 1)));
        OwnStudy own = found.own().orElseThrow();
        assertThat(own.mean()).isBetween(0.0, 1.0);
        assertThat(own.deviation()).isLessThan(1);
        assertThat(EffectDistribution.of(found, EffectDistribution.Place.NEW).estimate())
                .isEqualTo(own.mean());
        assertThatThrownBy(() -> of(
                        studies.subList(0, 2),
                        Measure.ESTIMATE,
                        options(Optional.empty(), List.of()),
                        Optional.of(estimated("Own", 0, 1))))
                .hasMessageContaining("there is nothing to combine the own study with: two studies tell too little");
    }

    private static IncludedStudy ofDesign(String name, double estimate, double error, String design) {
        return new IncludedStudy(
                name,
                new StudyData.Estimated(estimate, error),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(design),
                Map.of());
    }

    /** The estimate 3 less a bias of 1, with twice its variance of 1 and the square of 2. */
    @Test
    void aDiscountIsAppliedAndTold() {
        List<IncludedStudy> studies = IntStream.range(0, 4)
                .mapToObj(i -> ofDesign("S" + i, 3, 1, i < 2 ? "observational" : "randomised-trial"))
                .toList();
        Synthesis found = of(
                studies,
                Measure.ESTIMATE,
                options(Optional.empty(), List.of(new Discount("observational", 1, 2, 2, "the panel's judgement"))),
                Optional.empty());
        assertThat(found.effects().getFirst().estimate()).isEqualTo(2);
        assertThat(found.effects().getFirst().variance()).isEqualTo(6);
        assertThat(found.effects().getLast().estimate()).isEqualTo(3);
        assertThat(found.notes())
                .anyMatch(note -> note.startsWith("S0: discounted as observational (the panel's judgement): bias 1"));
        assertThat(found.undiscounted().orElseThrow().estimate()).isCloseTo(3, within(1e-12));
        // Weights of 1/6 and 1: (2 * 2/6 + 2 * 3) / (2/6 + 2).
        assertThat(found.pooled().estimate()).isCloseTo(20.0 / 7, within(1e-9));
        assertThatThrownBy(() -> of(
                        studies,
                        Measure.ESTIMATE,
                        options(Optional.empty(), List.of(new Discount("observation", 1, 2, 2, "none"))),
                        Optional.empty()))
                .hasMessageContaining("no study is of the design 'observation'; did you mean 'observational'?");
    }
}
