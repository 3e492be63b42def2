package org.worthwhile.attribution.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Interval;

class RelativeMagnitudesTest {

    private static final double NORMAL = 1.959963984540054;

    /** R: qnorm(0.0025 + 0.9975 * 0.045 / 0.995, lower = FALSE). */
    private static final double ONE_SIDED = 1.6684515075265036;

    private static final double STUDENT_4 = 2.7764451051977987;

    private static EventStudy study(double[] estimates, double[][] covariance, int before, double... weights) {
        return study(Double.POSITIVE_INFINITY, estimates, covariance, before, weights);
    }

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

    private static double[][] diagonal(double... variances) {
        double[][] covariance = new double[variances.length][variances.length];
        for (int i = 0; i < variances.length; i++) {
            covariance[i][i] = variances[i];
        }
        return covariance;
    }

    /** Without drift only the estimate counts; what both stages leave out of 5% is then what the usual interval does. */
    @Test
    void withoutDriftAfterTreatmentTheIntervalIsTheUsualOne() {
        Interval normal = new RelativeMagnitudes(study(new double[] {0.3, 4}, diagonal(1, 4), 1, 1)).interval(0);
        assertThat(normal.low()).isCloseTo(4 - 2 * NORMAL, within(1e-6));
        assertThat(normal.high()).isCloseTo(4 + 2 * NORMAL, within(1e-6));
        Interval student = new RelativeMagnitudes(study(4, new double[] {0.3, 4}, diagonal(1, 4), 1, 1)).interval(0);
        assertThat(student.low()).isCloseTo(4 - 2 * STUDENT_4, within(1e-6));
        assertThat(student.high()).isCloseTo(4 + 2 * STUDENT_4, within(1e-6));
    }

    /** An average of two effects, variances 4 and correlation a half: (4 + 4 + 2 x 2) / 4 = 3. */
    @Test
    void theAverageOfSeveralEffectsHasItsOwnError() {
        double[][] covariance = {{1, 0, 0}, {0, 4, 2}, {0, 2, 4}};
        Interval found = new RelativeMagnitudes(study(new double[] {0, 5, 7}, covariance, 1, 0.5, 0.5)).interval(0);
        assertThat(found.low()).isCloseTo(6 - Math.sqrt(3) * NORMAL, within(1e-6));
    }

    /**
     * Where the drift of 10 before is known to a hundredth, either limit of the effect is the estimate less or plus the multiple, and
     * the test of one limit is one-sided, as the other is far. Its first stage, of 0.5%, leaves out 0.25% on either side; so that
     * 0.25% and 4.5 of 99.5% of the rest are left out in all, beyond 1.668 standard errors.
     */
    @Test
    void whereTheDriftBeforeIsNearlyKnownTheLimitsAreOneSided() {
        Interval found = new RelativeMagnitudes(study(new double[] {10, 100}, diagonal(1e-4, 1), 1, 1)).interval(2);
        assertThat(found.low()).isCloseTo(100 - 20 - ONE_SIDED * Math.sqrt(1 + 4e-4), within(2e-3));
        assertThat(found.high()).isCloseTo(100 + 20 + ONE_SIDED * Math.sqrt(1 + 4e-4), within(2e-3));
    }

    /** The second effect has had two periods to drift, the average of two one and a half. */
    @Test
    void driftsAddUpOverThePeriodsSinceTreatment() {
        double[][] covariance = diagonal(1e-8, 1e-8, 1e-8);
        double[] estimates = {10, 100, 100};
        assertThat(new RelativeMagnitudes(study(estimates, covariance, 1, 0, 1))
                        .interval(1)
                        .low())
                .isCloseTo(80, within(1e-2));
        assertThat(new RelativeMagnitudes(study(estimates, covariance, 1, 0.5, 0.5))
                        .interval(1)
                        .low())
                .isCloseTo(85, within(1e-2));
    }

    /** The effect of 100 less 1.668 errors is reached at a multiple of 9.8332 of the drift of 10. */
    @Test
    void theBreakdownIsWhereTheIntervalReachesZero() {
        RelativeMagnitudes known = new RelativeMagnitudes(study(new double[] {10, 100}, diagonal(1e-6, 1), 1, 1));
        double breakdown = known.breakdown().orElseThrow();
        assertThat(breakdown).isCloseTo((100 - ONE_SIDED) / 10, within(1e-3));
        assertThat(known.interval(breakdown * 0.9999).low()).isPositive();
        assertThat(known.interval(breakdown * 1.0001).low()).isNegative();
        assertThat(new RelativeMagnitudes(study(new double[] {10, 1.9}, diagonal(1, 1), 1, 1)).breakdown())
                .hasValue(0);
        assertThat(new RelativeMagnitudes(study(new double[] {10, -100}, diagonal(1e-6, 1), 1, 1))
                        .breakdown()
                        .orElseThrow())
                .isCloseTo(breakdown, within(1e-9));
        assertThat(new RelativeMagnitudes(study(new double[] {1, 100}, diagonal(1e-6, 1), 1, 1)).breakdown())
                .isEmpty();
    }

    @Test
    void intervalsWidenWithTheMultipleAndWithTheErrorOfTheDriftBefore() {
        double[] estimates = {0.2, -0.4, 3, 4};
        RelativeMagnitudes sharp = new RelativeMagnitudes(study(estimates, diagonal(0.01, 0.01, 1, 1), 2, 0.5, 0.5));
        RelativeMagnitudes blurred = new RelativeMagnitudes(study(estimates, diagonal(1, 1, 1, 1), 2, 0.5, 0.5));
        assertThat(sharp.interval(1).low()).isLessThan(sharp.interval(0.5).low());
        assertThat(blurred.interval(1).low()).isLessThan(sharp.interval(1).low() - 1);
    }

    /** The statistic by the linear programme that defines it, over the effects of single periods. */
    @Test
    void theStatisticIsThatOfTheLinearProgramme() {
        Random random = new Random(3);
        for (int trial = 0; trial < 60; trial++) {
            int before = 1 + random.nextInt(3);
            int after = 2 + random.nextInt(3);
            double[] estimates = random.doubles(before + after, -2, 2).toArray();
            double[][] covariance = covariance(random, before + after);
            double[] weights = random.doubles(after, -0.5, 1).toArray();
            EventStudy study = study(estimates, covariance, before, weights);
            int position = random.nextInt(before);
            int sign = random.nextBoolean() ? 1 : -1;
            double multiple = 2 * random.nextDouble();
            double effect = random.nextGaussian();
            double distance = study.combined(study.target()) - effect;

            double found = new RelativeMagnitudes(study)
                    .largest(position, sign, multiple)
                    .statistic(distance);

            assertThat(found)
                    .isCloseTo(
                            programme(study, before, after, position, sign, multiple, weights, effect), within(1e-7));
        }
    }

    /** Least e, over the effects of all periods whose weighted sum is given, with each inequality at most e of its errors. */
    private static double programme(
            EventStudy study,
            int before,
            int after,
            int position,
            int sign,
            double multiple,
            double[] weights,
            double effect) {
        double[] drift =
                Arrays.stream(study.change(position)).map(count -> sign * count).toArray();
        List<LinearConstraint> constraints = new ArrayList<>();
        double[] sum = Arrays.copyOf(weights, after + 1);
        constraints.add(new LinearConstraint(sum, Relationship.EQ, effect));
        for (int t = 0; t < after; t++) {
            for (int direction : new int[] {1, -1}) {
                double[] counts = study.change(before + t);
                double[] moment = new double[counts.length];
                for (int i = 0; i < counts.length; i++) {
                    moment[i] = direction * counts[i] - multiple * drift[i];
                }
                double[] row = new double[after + 1];
                row[t] = direction;
                if (t > 0) {
                    row[t - 1] = -direction;
                }
                row[after] = Math.sqrt(study.covariance(moment, moment));
                constraints.add(new LinearConstraint(row, Relationship.GEQ, study.combined(moment)));
            }
        }
        double[] objective = new double[after + 1];
        objective[after] = 1;
        return new SimplexSolver(1e-12, 10)
                .optimize(
                        new MaxIter(10_000),
                        new LinearObjectiveFunction(objective, 0),
                        new LinearConstraintSet(constraints),
                        new NonNegativeConstraint(false),
                        GoalType.MINIMIZE)
                .getValue();
    }

    private static double[][] covariance(Random random, int size) {
        double[][] root = new double[size][];
        Arrays.setAll(root, i -> random.doubles(size, -1, 1).toArray());
        double[][] covariance = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                for (int k = 0; k < size; k++) {
                    covariance[i][j] += root[i][k] * root[j][k];
                }
            }
            covariance[i][i] += 0.1;
        }
        return covariance;
    }

    /** Two sums in opposite directions of one normal variable, and a third that does not vary: half of 0.5% on each side. */
    @Test
    void theFirstCriticalValueIsAQuantileOfTheGreatestSum() {
        DriftTest opposite =
                new DriftTest(0, new double[] {1, -1, 0}, new double[] {0, 0, 0}, new DriftTest.Spread(4, 1, 0), 0.05);
        assertThat(opposite.firstCritical()).isCloseTo(2 * 2.8070337683438042, within(1e-7));
        double[] ofDistance = {0.8, -0.7, 0};
        double[] ofDrift = {-0.5, -0.45, -0.6};
        DriftTest test = new DriftTest(0, ofDistance, ofDrift, new DriftTest.Spread(1, 1, 0.6), 0.05);
        Random random = new Random(11);
        int draws = 400_000;
        int beyond = 0;
        for (int i = 0; i < draws; i++) {
            double drift = random.nextGaussian();
            double distance = 0.6 * drift + 0.8 * random.nextGaussian();
            double greatest = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < 3; j++) {
                greatest = Math.max(greatest, ofDistance[j] * distance + ofDrift[j] * drift);
            }
            beyond += greatest > test.firstCritical() ? 1 : 0;
        }
        assertThat((double) beyond / draws).isCloseTo(0.005, within(4 * Math.sqrt(0.005 * 0.995 / draws)));
    }

    /** By R's pnorm, the far tails by their logarithms. */
    @Test
    void tailsOfTheTruncatedNormalAreExactHoweverFar() {
        assertThat(TruncatedNormal.beyond(2.5, 1, 1.1, 2.8)).isCloseTo(0.027454807643799671, within(1e-12));
        assertThat(TruncatedNormal.beyond(2, 1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))
                .isCloseTo(0.022750131948179195, within(1e-15));
        assertThat(TruncatedNormal.logSurvival(40)).isCloseTo(-804.6084420137538, within(1e-9));
        assertThat(TruncatedNormal.logSurvival(31)).isCloseTo(-484.85396362717927, within(1e-8));
        assertThat(TruncatedNormal.beyond(40.01, 1, 40, Double.POSITIVE_INFINITY))
                .isCloseTo(Math.exp(-0.40005) * (40 / 40.01), within(1e-6));
    }
}
