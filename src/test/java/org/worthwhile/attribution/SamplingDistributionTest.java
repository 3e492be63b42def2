package org.worthwhile.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.worthwhile.attribution.RegisteredDesigns.Registered;
import org.worthwhile.attribution.discontinuity.DiscontinuityDetails;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.problem.InvalidInput;

/** What a proposal may draw of an effect has the interval that the study gave it. */
class SamplingDistributionTest {

    private static final List<Arguments> ANSWERS = found();

    /** Answers with bounds that no draws stand for. */
    static List<Arguments> answers() {
        return ANSWERS;
    }

    private static List<Arguments> found() {
        List<Arguments> answers = new ArrayList<>();
        for (Registered design : RegisteredDesigns.all()) {
            try {
                Attribution found = design.answer(design.data());
                if (found.finding().draws().isEmpty()
                        && Double.isFinite(
                                found.interval().high() - found.interval().low())) {
                    answers.add(Arguments.of(design.name(), found));
                }
            } catch (InvalidInput refused) {
                // Its data are for the refusal.
            }
        }
        return answers;
    }

    @Test
    void mostDesignsHaveSuchAnswers() {
        assertThat(answers()).hasSizeGreaterThan(RegisteredDesigns.all().size() / 2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void itsIntervalIsThatOfTheFinding(String design, Attribution found) {
        Interval interval = found.interval();
        SamplingDistribution distribution = SamplingDistribution.of(found).orElseThrow();
        double[] draws =
                distribution.draws().stream().mapToDouble(draw -> draw).sorted().toArray();
        Interval drawn = draws.length > 0
                ? new Interval(draws[24], draws[draws.length - 25], 0.95)
                : distribution.degreesOfFreedom().isPresent()
                        ? inference(distribution).interval(distribution.estimate(), distribution.standardError())
                        : Inference.normal(interval.level())
                                .interval(distribution.estimate(), distribution.standardError());
        double tolerance = (draws.length > 0 ? 0.02 : 1e-5) * (interval.high() - interval.low()) + 1e-12;
        assertThat(drawn.low()).isCloseTo(interval.low(), within(tolerance));
        assertThat(drawn.high()).isCloseTo(interval.high(), within(tolerance));
    }

    private static Inference inference(SamplingDistribution distribution) {
        return Inference.student(distribution.degreesOfFreedom().orElseThrow(), 0.95);
    }

    private static SamplingDistribution of(double estimate, double error, Interval interval, OptionalDouble degrees) {
        Attribution made =
                MadeData.of("d", 0, 0, 0, 1, 1).and("y", 1, 3, 5, 4, 8).answer("""
                "design": "panel-regression", "columns": {"outcome": "y", "treatment": "d"}""");
        Finding finding = new Finding(estimate, error, interval, 0.5, degrees, List.of());
        return SamplingDistribution.of(new Attribution(
                        made.basis(),
                        made.estimator(),
                        made.estimand(),
                        finding,
                        made.observations(),
                        made.units(),
                        made.dropped(),
                        made.coefficients(),
                        made.details(),
                        made.diagnostics(),
                        made.series(),
                        made.conventions(),
                        made.assumptions(),
                        made.marylandLevel(),
                        made.size()))
                .orElseThrow();
    }

    /** 3.182446 is the 97.5th percentile of Student's t with 3 degrees of freedom, 1.959964 the normal's. */
    @Test
    void anIntervalOfTheErrorOnBothSidesIsDrawnByTheFindingItself() {
        double student = 3.182446305284263;
        double normal = 1.959963984540054;

        assertThat(of(3, 2, new Interval(3 - 2 * student, 3 + 2 * student, 0.95), OptionalDouble.of(3)))
                .isEqualTo(new SamplingDistribution(3, 2, OptionalDouble.of(3), List.of()));
        assertThat(of(-3, 2, new Interval(-3 - 2 * normal, -3 + 2 * normal, 0.95), OptionalDouble.empty()))
                .isEqualTo(new SamplingDistribution(-3, 2, OptionalDouble.empty(), List.of()));
    }

    /** As where an interval rests on permutations or on another error than the headline's. */
    @Test
    void anIntervalOfAnotherWidthHasTheErrorThatGivesIt() {
        SamplingDistribution found =
                of(1, 9, new Interval(1 - 1.959963984540054, 1 + 1.959963984540054, 0.95), OptionalDouble.empty());

        assertThat(found.estimate()).isEqualTo(1);
        assertThat(found.standardError()).isCloseTo(1, within(1e-9));
        assertThat(found.draws()).isEmpty();
    }

    @Test
    void anIntervalBesideTheEstimateIsDrawnAboutItsOwnMiddle() {
        SamplingDistribution found = of(
                5,
                1,
                new Interval(7 - 3 * 1.6448536269514722, 7 + 3 * 1.6448536269514722, 0.9),
                OptionalDouble.empty());

        assertThat(found.estimate()).isEqualTo(5);
        assertThat(found.draws()).isNotEmpty();

        SamplingDistribution outside = of(
                1,
                1,
                new Interval(7 - 3 * 1.6448536269514722, 7 + 3 * 1.6448536269514722, 0.9),
                OptionalDouble.empty());
        assertThat(outside.estimate()).isCloseTo(7, within(1e-12));
        assertThat(outside.standardError()).isCloseTo(3, within(1e-9));
        assertThat(outside.draws()).isEmpty();
    }

    /**
     * Normal on each side of 1, with errors of 1/1.959964 below and 2/1.959964 above: the median is 1, the mean lies
     * 1/1.959964/sqrt(2 pi) = 0.203545 above it, and the variance about the mean is (0.510214^2 + 1.020427^2)/2 - 0.203545^2.
     */
    @Test
    void anIntervalThatReachesFurtherOnOneSideIsDrawnByTwoHalves() {
        SamplingDistribution found = of(1, 0.4, new Interval(0, 3, 0.95), OptionalDouble.empty());
        double[] draws = found.draws().stream().mapToDouble(draw -> draw).toArray();

        assertThat(found.estimate()).isEqualTo(1);
        assertThat(draws).isSorted();
        assertThat(draws[draws.length / 2]).isCloseTo(1, within(1e-12));
        assertThat(Arrays.stream(draws).average().orElseThrow()).isCloseTo(1.203545, within(1e-3));
        assertThat(found.standardError())
                .isCloseTo(
                        Math.sqrt((0.510214 * 0.510214 + 1.020427 * 1.020427) / 2 - 0.203545 * 0.203545), within(3e-3));
        assertThat(Arrays.stream(draws).filter(draw -> draw < 0).count()).isEqualTo(25);
        assertThat(Arrays.stream(draws).filter(draw -> draw > 3).count()).isEqualTo(25);
    }

    @Test
    void ofADiscontinuityTheBiasIsTakenOffAndTheErrorIsTheRobustOne() {
        Random random = new Random(5);
        double[] r = random.doubles(600, -1, 1).toArray();
        double[] y = Arrays.stream(r)
                .map(x -> (x >= 0 ? 2 : 0) + 3 * x * x * x + 0.5 * random.nextGaussian())
                .toArray();
        Attribution found = MadeData.of("r", r).and("y", y).answer("""
                "design": "regression-discontinuity", "columns": {"outcome": "y", "runningVariable": "r"}""");
        SamplingDistribution distribution = SamplingDistribution.of(found).orElseThrow();
        DiscontinuityDetails details = (DiscontinuityDetails) found.details();
        assertThat(distribution.estimate())
                .isEqualTo(details.robust().estimate())
                .isNotEqualTo(found.estimate());
        assertThat(distribution.standardError()).isEqualTo(details.robust().standardError());
    }

    @Test
    void anEffectWithoutBoundsHasNone() {
        Random random = new Random(6);
        double[] z = random.doubles(80).toArray();
        double[] d = random.doubles(80).toArray();
        double[] y = Arrays.stream(d).map(x -> x + random.nextGaussian()).toArray();
        Attribution found = MadeData.of("z", z).and("d", d).and("y", y).answer("""
                "design": "instrumental-variable", "columns": {"outcome": "y", "treatment": "d", "instruments": ["z"]}""");
        assertThat(found.interval().high()).isInfinite();
        assertThat(SamplingDistribution.of(found)).isEmpty();
    }
}
