package org.worthwhile.attribution.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Interval;
import org.worthwhile.attribution.estimation.FoldedNormal;

class SmoothnessTest {

    private static EventStudy study(
            double freedom, double[] estimates, double[][] covariance, int before, double... weights) {
        int[] times = IntStream.range(0, estimates.length)
                .map(i -> i < before ? i - before : i - before + 1)
                .toArray();
        double[] all = new double[times.length];
        System.arraycopy(weights, 0, all, before, weights.length);
        return EventStudy.of(times, 0, estimates, covariance, all, freedom, 0.95)
                .orElseThrow();
    }

    private static final double[][] THREE_BEFORE = {
        {1.0, 0.5, 0.3, 0.2, 0.1},
        {0.5, 0.9, 0.4, 0.2, 0.1},
        {0.3, 0.4, 0.8, 0.3, 0.2},
        {0.2, 0.2, 0.3, 1.1, 0.6},
        {0.1, 0.1, 0.2, 0.6, 1.2}
    };

    /**
     * One period before: the line through it, -1 a period, adds 1 to the first effect, so that 5 is taken for 4, with variance 3 + 2 x
     * 0.5 + 1 = 5 as the estimate before is added to the one after. A bend M at the reference adds M.
     */
    @Test
    void withOnePeriodBeforeTheLineThroughItIsCarriedOn() {
        EventStudy study =
                study(Double.POSITIVE_INFINITY, new double[] {-1, 5}, new double[][] {{1, 0.5}, {0.5, 3}}, 1, 1);
        Interval line = new Smoothness(study).interval(0);
        assertThat(line.low()).isCloseTo(4 - 1.959963984540054 * Math.sqrt(5), within(1e-9));
        assertThat(line.high()).isCloseTo(4 + 1.959963984540054 * Math.sqrt(5), within(1e-9));
        Interval bent = new Smoothness(study).interval(0.7);
        double half = Math.sqrt(5) * FoldedNormal.critical(0.7 / Math.sqrt(5), 0.95);
        assertThat(bent.low()).isCloseTo(4 - half, within(1e-9));
    }

    /** The second effect: the line adds 2, bends at the reference 2 M, at the first period M. */
    @Test
    void bendsAfterTreatmentCountByThePeriodsThatFollow() {
        double[][] covariance = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        EventStudy study = study(Double.POSITIVE_INFINITY, new double[] {-1, 0, 9}, covariance, 1, 0, 1);
        Interval found = new Smoothness(study).interval(2);
        double half = Math.sqrt(5) * FoldedNormal.critical(6 / Math.sqrt(5), 0.95);
        assertThat(found.low()).isCloseTo(7 - half, within(1e-9));
        assertThat(found.high()).isCloseTo(7 + half, within(1e-9));
    }

    /** All weights on the three periods before, in steps of a hundredth where they carry a line on exactly. */
    @Test
    void noOtherWeightsGiveAShorterInterval() {
        EventStudy study =
                study(Double.POSITIVE_INFINITY, new double[] {0.1, -0.3, 0.2, 1, 2}, THREE_BEFORE, 3, 0.5, 0.5);
        for (double bend : new double[] {0, 0.05, 0.2, 0.5, 1, 3}) {
            double least = Double.POSITIVE_INFINITY;
            for (double third = -1; third <= 1.5; third += 0.01) {
                for (double second = -1; second <= 1.5; second += 0.01) {
                    least = Math.min(least, half(third, second, bend));
                }
            }
            Interval found = new Smoothness(study).interval(bend);
            assertThat((found.high() - found.low()) / 2)
                    .isLessThanOrEqualTo(least * (1 + 1e-9))
                    .isCloseTo(least, within(2e-3));
        }
    }

    /** By the definition: the bias is that of the worst signs of the four bends, each of which moves the drift beyond it. */
    private static double half(double third, double second, double bend) {
        // The average of two effects moves by 1.5 with a line of slope 1: the weights before, by their distances, take
        // it away.
        double first = 1.5 - 3 * third - 2 * second;
        double[] weights = {third, second, first, 0.5, 0.5};
        double variance = 0;
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                variance += weights[i] * weights[j] * THREE_BEFORE[i][j];
            }
        }
        double[][] drifts = {
            // The bend at -2 is seen at -3, that at -1 at -2 and -3, those at 0 and 1 after the reference.
            {1, 0, 0, 0, 0}, {2, 1, 0, 0, 0}, {0, 0, 0, 1, 2}, {0, 0, 0, 0, 1}
        };
        double bias = 0;
        for (double[] drift : drifts) {
            double moved = 0;
            for (int i = 0; i < 5; i++) {
                moved += weights[i] * drift[i];
            }
            bias += Math.abs(moved);
        }
        double error = Math.sqrt(variance);
        return error * FoldedNormal.critical(bend * bias / error, 0.95);
    }

    @Test
    void theBreakdownIsWhereTheIntervalReachesZero() {
        Smoothness known = new Smoothness(
                study(Double.POSITIVE_INFINITY, new double[] {0.1, -0.3, 0.2, 8, 9}, THREE_BEFORE, 3, 1, 0));
        double breakdown = known.breakdown();
        assertThat(breakdown).isPositive();
        assertThat(known.interval(breakdown * 0.9999).low()).isPositive();
        assertThat(known.interval(breakdown * 1.0001).low()).isNegative();
        assertThat(new Smoothness(study(
                                Double.POSITIVE_INFINITY, new double[] {0.1, -0.3, 0.2, 1, 2}, THREE_BEFORE, 3, 1, 0))
                        .breakdown())
                .isZero();
    }

    /** With 3 degrees of freedom only the line is fitted, through the last period before treatment alone. */
    @Test
    void fewDegreesOfFreedomLeaveFewWeightsFree() {
        double[] estimates = {40, -30, -1, 5};
        double[][] covariance = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
        Interval found = new Smoothness(study(3, estimates, covariance, 3, 1)).interval(0);
        assertThat((found.low() + found.high()) / 2).isCloseTo(4, within(1e-9));
        assertThat((found.high() - found.low()) / 2).isCloseTo(3.182446305284263 * Math.sqrt(2), within(1e-9));
    }

    /** At a corner the gradient is the same in size for all entries that are not 0, and no greater for the others. */
    @Test
    void cornersOfTheFrontierAreLeastForTheirSizes() {
        Random random = new Random(5);
        for (int trial = 0; trial < 50; trial++) {
            int count = 1 + random.nextInt(6);
            double[][] root = new double[count][];
            Arrays.setAll(root, _ -> random.doubles(count, -1, 1).toArray());
            double[][] matrix = new double[count][count];
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < count; j++) {
                    for (double[] row : root) {
                        matrix[i][j] += row[i] * row[j];
                    }
                }
                matrix[i][i] += 0.05;
            }
            double[] linear = random.doubles(count, -1, 1).toArray();
            List<double[]> corners = Frontier.corners(matrix, linear);
            assertThat(corners.getFirst()).containsOnly(0);
            for (double[] corner : corners) {
                double[] gradient = new double[count];
                for (int i = 0; i < count; i++) {
                    gradient[i] = linear[i];
                    for (int j = 0; j < count; j++) {
                        gradient[i] += matrix[i][j] * corner[j];
                    }
                }
                double price = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
                for (int i = 0; i < count; i++) {
                    if (corner[i] != 0) {
                        assertThat(gradient[i]).isCloseTo(-Math.signum(corner[i]) * price, within(1e-9));
                    }
                }
            }
            double[] last = corners.getLast();
            for (int i = 0; i < count; i++) {
                double gradient = linear[i];
                for (int j = 0; j < count; j++) {
                    gradient += matrix[i][j] * last[j];
                }
                assertThat(gradient).isCloseTo(0, within(1e-9));
            }
        }
    }

    @Test
    void anEventStudyWithAGapOrWithoutErrorsIsNotTaken() {
        double[][] covariance = {{1, 0}, {0, 1}};
        double[] estimates = {1, 2};
        double[] weights = {0, 1};
        assertThat(EventStudy.of(new int[] {-2, 0}, -1, estimates, covariance, weights, 9, 0.95))
                .isPresent();
        assertThat(EventStudy.of(new int[] {-3, 0}, -1, estimates, covariance, weights, 9, 0.95))
                .isEmpty();
        assertThat(EventStudy.of(new int[] {-2, 1}, -1, estimates, covariance, weights, 9, 0.95))
                .isEmpty();
        assertThat(EventStudy.of(new int[] {0, 1}, -1, estimates, covariance, weights, 9, 0.95))
                .isEmpty();
        assertThat(EventStudy.of(new int[] {-2, 0}, -1, estimates, covariance, weights, 1.9, 0.95))
                .isEmpty();
        assertThat(EventStudy.of(new int[] {-2, 0}, -1, estimates, new double[][] {{0, 0}, {0, 1}}, weights, 9, 0.95))
                .isEmpty();
    }

    /** A covariance that is known is as it is; of one with freedom errors are longer by Student's value over the normal. */
    @Test
    void twoDegreesOfFreedomAreEnoughAndFiniteErrorsAndSomeWeightAreNeeded() {
        int[] times = {-2, 0};
        double[] estimates = {1, 2};
        double[][] known = {{1, 0}, {0, 1}};
        double[][] unknown = {{Double.POSITIVE_INFINITY, 0}, {0, 1}};
        double[] weights = {0, 1};
        assertThat(EventStudy.of(times, -1, estimates, known, weights, 2, 0.95)).isPresent();
        assertThat(EventStudy.of(times, -1, estimates, unknown, weights, 2, 0.95))
                .isEmpty();
        assertThat(EventStudy.of(times, -1, estimates, known, new double[] {0, 0}, 2, 0.95))
                .isEmpty();
    }

    /** From 0 to 4 to 5 to the reference's 0: slopes of 4, 1 and -5, which change by -3 and by -6. */
    @Test
    void theScaleOfChangesOfSlopeIsTheGreatestBeforeTreatment() {
        double[][] covariance = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
        assertThat(new Smoothness(study(Double.POSITIVE_INFINITY, new double[] {0, 4, 5, 9}, covariance, 3, 1)).scale())
                .hasValue(6);
        double[][] two = {{1, 0}, {0, 1}};
        assertThat(new Smoothness(study(Double.POSITIVE_INFINITY, new double[] {-3, 9}, two, 1, 1)).scale())
                .hasValue(3);
        assertThat(new Smoothness(study(Double.POSITIVE_INFINITY, new double[] {0, 9}, two, 1, 1)).scale())
                .isEmpty();
    }

    /** The half-length at a change of 0.7, with variance 4 + 1, is the estimate itself: the first effect carries the change once. */
    @Test
    void theBreakdownIsTheChangeWhoseHalfLengthIsTheEstimate() {
        double half = Math.sqrt(5) * FoldedNormal.critical(0.7 / Math.sqrt(5), 0.95);
        double[][] covariance = {{1, 0}, {0, 4}};
        for (int sign : new int[] {-1, 1}) {
            Smoothness found =
                    new Smoothness(study(Double.POSITIVE_INFINITY, new double[] {0, sign * half}, covariance, 1, 1));
            assertThat(found.breakdown()).isCloseTo(0.7, within(1e-8));
        }
        Smoothness third = new Smoothness(study(
                Double.POSITIVE_INFINITY,
                new double[] {0, 0, 0, 10 * half / Math.sqrt(5)},
                new double[][] {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 91}},
                1,
                0,
                0,
                1));
        // The third effect has the variance 91 + 9 of the line and changes of slope 3 + 2 + 1 times.
        assertThat(third.breakdown()).isCloseTo(0.7 * 10 / Math.sqrt(5) / 6, within(1e-8));
    }

    /** Of 18 degrees of freedom three periods are used, and there are two that are free. */
    @Test
    void freedomForMorePeriodsThanThereAreChangesNoWeight() {
        double[] estimates = {0.1, -0.3, 0.2, 1, 2};
        double ratio = 2.10092204024096 / 1.959963984540054;
        double[][] longer = Arrays.stream(THREE_BEFORE)
                .map(row ->
                        Arrays.stream(row).map(value -> value * ratio * ratio).toArray())
                .toArray(double[][]::new);
        for (double bend : new double[] {0, 0.2, 1}) {
            Interval student = new Smoothness(study(18, estimates, THREE_BEFORE, 3, 0.5, 0.5)).interval(bend);
            Interval known =
                    new Smoothness(study(Double.POSITIVE_INFINITY, estimates, longer, 3, 0.5, 0.5)).interval(bend);
            assertThat(student.low()).isCloseTo(known.low(), within(1e-8));
            assertThat(student.high()).isCloseTo(known.high(), within(1e-8));
        }
    }
}
