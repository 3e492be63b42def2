package org.worthwhile.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    /** Answers with bounds that no draws stand for. */
    static List<Arguments> answers() {
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
