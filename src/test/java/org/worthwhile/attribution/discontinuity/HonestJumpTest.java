package org.worthwhile.attribution.discontinuity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Interval;
import org.worthwhile.attribution.MadeData;
import org.worthwhile.attribution.estimation.FoldedNormal;
import org.worthwhile.attribution.estimation.LinearModel;

/** Against the formulas by numerical integration in R, recorded by {@code src/test/resources/r/honest-discontinuity.R}. */
class HonestJumpTest {

    private final double[] x = new double[80];
    private final double[] y = new double[80];

    HonestJumpTest() {
        for (int i = 0; i < 80; i++) {
            x[i] = i % 16 - 8 + (i % 16 >= 8 ? 0.5 : 0);
            y[i] = 2 + 0.3 * x[i] + 0.02 * x[i] * x[i] + (x[i] >= 0 ? 1.5 : 0) + i * 37 % 13 / 6.0;
        }
    }

    private static Side side(double[] x, double[] y, boolean above) {
        return Side.of(
                x,
                y,
                LinearModel.ones(x.length),
                IntStream.range(0, x.length).filter(row -> x[row] >= 0 == above).toArray());
    }

    @Test
    void theGreatestBiasTheErrorAndTheIntervalAreThoseOfTheFormulas() {
        HonestJump jump = HonestJump.at(side(x, y, false), side(x, y, true), Kernel.TRIANGULAR, 6, 0.08);
        assertThat(jump.estimate()).isCloseTo(2.0710952381, within(1e-9));
        assertThat(jump.error()).isCloseTo(0.458124194709, within(1e-9));
        assertThat(jump.bias()).isCloseTo(0.382, within(1e-9));
        Interval interval = jump.interval(0.95);
        assertThat(interval.low()).isCloseTo(0.933519408916, within(1e-8));
        assertThat(interval.high()).isCloseTo(3.20867106727, within(1e-8));
        assertThat(jump.pValue()).isCloseTo(0.000113507971843, within(1e-10));
    }

    @Test
    void theRuleOfThumbIsTheGreatestSecondDerivativeOfAQuartic() {
        assertThat(HonestJump.ruleOfThumb(side(x, y, false), side(x, y, true))).isCloseTo(0.777815656566, within(1e-8));
    }

    @Test
    void withoutBiasTheCriticalValueIsThatOfTheNormalDistribution() {
        assertThat(FoldedNormal.critical(0, 0.95)).isCloseTo(1.959963984540054, within(1e-9));
        // Far from 0 only one tail counts: 1.6448536 beyond the bias.
        assertThat(FoldedNormal.critical(5, 0.95)).isCloseTo(6.644853626951472, within(1e-9));
    }

    /** Of 300 samples whose mean bends as much as the bound allows, at least 95% of intervals hold the jump of 0. */
    @Test
    void intervalsHoldTheJumpOfWholeNumbersThatBendAsMuchAsAllowed() {
        long held = IntStream.range(0, 300)
                .filter(seed -> {
                    Random random = new Random(seed);
                    double[] r = IntStream.range(0, 400)
                            .mapToDouble(_ -> random.nextInt(21) - 10)
                            .toArray();
                    double[] outcome = Arrays.stream(r)
                            .map(value -> (value < 0 ? -0.05 : 0.05) * value * value + random.nextGaussian())
                            .toArray();
                    Interval interval = HonestJump.best(
                                    side(r, outcome, false), side(r, outcome, true), Kernel.TRIANGULAR, 0.1)
                            .interval(0.95);
                    return interval.low() <= 0 && interval.high() >= 0;
                })
                .count();
        assertThat(held).isGreaterThanOrEqualTo(279);
    }

    private Attribution answer(String options) {
        return MadeData.of("r", x).and("y", y).answer("""
                "design": "regression-discontinuity", "columns": {"outcome": "y", "runningVariable": "r"},
                "options": {%s}""".formatted(options));
    }

    @Test
    void aStudyThatAsksForItStatesItsBoundAndHowItHangsOnIt() {
        Attribution found = answer("\"inference\": \"honest\", \"bandwidth\": 6, \"curvature\": 0.08");
        assertThat(found.estimate()).isCloseTo(2.0710952381, within(1e-9));
        assertThat(found.interval().low()).isCloseTo(0.933519408916, within(1e-8));
        assertThat(found.pValue()).isCloseTo(0.000113507971843, within(1e-10));
        assertThat(found.conventions().toString()).contains("a bias of up to 0.382");
        assertThat(found.diagnostics())
                .filteredOn(told -> told.id().equals("mass-points"))
                .extracting(Diagnostic::outcome)
                .containsExactly(Diagnostic.Outcome.INFO);
        assertThat(((HonestDetails) found.details()).otherBounds())
                .extracting(HonestDetails.Bounded::curvature)
                .containsExactly(0.04, 0.16, 0.32);
    }

    @Test
    void anOptionThatTheInferenceDoesNotUseIsRefused() {
        assertThatThrownBy(() -> answer("\"curvature\": 0.08")).hasMessageContaining("honest intervals alone");
        assertThatThrownBy(() -> answer("\"window\": 3")).hasMessageContaining("local randomisation alone");
        assertThatThrownBy(() -> answer("\"inference\": \"local-randomisation\", \"bandwidth\": 3"))
                .hasMessageContaining("has no bandwidth");
    }

    /** With a bandwidth that is given, a row of weight two counts as two rows. */
    @Test
    void aWeightOfTwoEstimatesAsARowThatStandsTwice() {
        double[] w = IntStream.range(0, 80).mapToDouble(row -> 1 + row % 2).toArray();
        int[] rows = IntStream.range(0, 80)
                .flatMap(row -> IntStream.range(0, (int) w[row]).map(_ -> row))
                .toArray();
        String study = """
                "design": "regression-discontinuity", "columns": {"outcome": "y", "runningVariable": "r"%s},
                "options": {"bandwidth": 6}""";
        Attribution weighted =
                MadeData.of("r", x).and("y", y).and("w", w).answer(study.formatted(", \"weight\": \"w\""));
        Attribution twice = MadeData.of(
                        "r", Arrays.stream(rows).mapToDouble(row -> x[row]).toArray())
                .and("y", Arrays.stream(rows).mapToDouble(row -> y[row]).toArray())
                .answer(study.formatted(""));
        assertThat(weighted.estimate()).isCloseTo(twice.estimate(), within(1e-9));
        assertThat(weighted.estimate()).isNotCloseTo(answer("\"bandwidth\": 6").estimate(), within(1e-3));
    }
}
