package org.worthwhile.attribution.estimation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Why the thresholds of serial errors are what they are, on data sets that they were not chosen on. */
@Tag("proof")
class SerialThresholdsProofTest {

    private static final long FIRST_SEED = 910_000;
    private static final int SETS = 1_000;

    /** Three Monte Carlo errors of a share of 5% in so many sets. */
    private static final double CHANCE = 3 * Math.sqrt(0.05 * 0.95 / SETS);

    /** A series of errors of variance 1 with a correlation, or a walk in steps of half that. */
    private static double[] errors(int set, int times, double correlation) {
        SplittableRandom random = new SplittableRandom(FIRST_SEED + set);
        double step = correlation == 1 ? 0.5 : Math.sqrt(1 - correlation * correlation);
        double[] errors = new double[times];
        errors[0] = random.nextGaussian();
        for (int t = 1; t < times; t++) {
            errors[t] = correlation * errors[t - 1] + step * random.nextGaussian();
        }
        return errors;
    }

    /** A walk in steps of 0.3 beneath noise of 1. */
    private static double[] walkBeneathNoise(int set, int times) {
        SplittableRandom random = new SplittableRandom(FIRST_SEED + set);
        double[] values = new double[times];
        double level = 0;
        for (int t = 0; t < times; t++) {
            level += 0.3 * random.nextGaussian();
            values[t] = level + random.nextGaussian();
        }
        return values;
    }

    private static double share(IntPredicate what) {
        return IntStream.range(0, SETS).parallel().filter(what).count() / (double) SETS;
    }

    private static boolean hasLongMemory(double[] errors) {
        int[] periods = IntStream.range(0, errors.length).toArray();
        double[] trend = Arrays.stream(periods).asDoubleStream().toArray();
        return SerialErrors.fit(
                                errors,
                                List.of(LinearModel.intercept(errors.length), new Term("trend", trend)),
                                periods)
                        .memoryTest()
                        .pValue()
                < 0.05;
    }

    /** The test's size, at the end of its hypothesis and within it. */
    @ParameterizedTest
    @ValueSource(ints = {20, 48, 96})
    void aCorrelationOfThreeFifthsIsTakenForALongerMemoryInNoMoreThanOneOfTwentySeries(int times) {
        assertThat(share(set -> hasLongMemory(errors(set, times, 0.6)))).isBetween(0.03 - CHANCE, 0.05 + CHANCE);
        assertThat(share(set -> hasLongMemory(errors(set, times, 0.3)))).isLessThan(0.02);
    }

    /**
     * The test of noise keeps to its level whatever the correlation of two years to eight, with the terms of a segmented regression; a chi-squared
     * would have it find none in two years. It sees a walk in steps of 0.3 beneath noise of 1 in few series, so that a check asks beside it
     * what there would be with one.
     */
    @ParameterizedTest
    @ValueSource(ints = {24, 48, 96})
    void noiseIsFoundWhereThereIsNoneInAboutOneOfTwentySeries(int times) {
        double all = 0;
        for (double correlation : new double[] {0, 0.3, 0.6, 0.8}) {
            double share = share(set -> findsNoise(errors(set, times, correlation)));
            assertThat(share).isBetween(0.03 - CHANCE, 0.08 + CHANCE);
            all += share / 4;
        }
        assertThat(all).isBetween(0.03, 0.065);
        double seen = share(set -> findsNoise(walkBeneathNoise(set, times)));
        assertThat(seen).isBetween(times == 96 ? 0.5 : 0.03, times == 96 ? 0.7 : 0.25);
    }

    private static boolean findsNoise(double[] errors) {
        int[] periods = IntStream.range(0, errors.length).toArray();
        return SerialErrors.fit(errors, segmented(errors.length), periods)
                        .noiseTest()
                        .pValue()
                < 0.05;
    }

    /** Which is why few times before are a warning whatever the test says. */
    @Test
    void inTwelveTimesARandomWalkPassesTheTestOfItsMemoryNearlyAlways() {
        assertThat(share(set -> hasLongMemory(errors(set, 12, 1)))).isLessThan(0.1);
        assertThat(share(set -> hasLongMemory(errors(set, 96, 1)))).isGreaterThan(0.95);
    }

    /**
     * What is an autoregression keeps to its level in two years with nine tenths of the weight on it, and the weight is not delicate: with
     * half of it, coverage is less there and more where a walk lies beneath noise, each by less than three points.
     */
    @Test
    void nineTenthsOfTheWeightOnAnAutoregressionKeepItsIntervalsInTwoYears() {
        for (double correlation : new double[] {0.6, 0.8}) {
            double coverage = coverage(0.9, 24, set -> errors(set, 24, correlation));
            double half = coverage(0.5, 24, set -> errors(set, 24, correlation));
            assertThat(coverage).isBetween(0.93 - CHANCE, 0.97 + CHANCE);
            assertThat(coverage - half).isBetween(0.0, 0.03);
        }
        for (int times : new int[] {48, 96}) {
            double coverage = coverage(0.9, times, set -> walkBeneathNoise(set, times));
            double half = coverage(0.5, times, set -> walkBeneathNoise(set, times));
            assertThat(half - coverage).isBetween(0.0, 0.03);
        }
    }

    /** How often a 95% interval of the change of level in the middle, beside one of slope, holds that there is none. */
    private static double coverage(double autoregressionAlone, int times, IntFunction<double[]> series) {
        int[] periods = IntStream.range(0, times).toArray();
        List<Term> terms = segmented(times);
        double critical = TDistribution.of(times - 4.0).inverseSurvivalProbability(0.025);
        return share(set -> {
            SerialErrors fit = SerialErrors.fit(series.apply(set), terms, periods, autoregressionAlone);
            return Math.abs(fit.regression().coefficients()[2])
                    <= critical * fit.covariance().standardError(2);
        });
    }

    private static List<Term> segmented(int times) {
        double half = times / 2.0;
        double[] periods = IntStream.range(0, times).asDoubleStream().toArray();
        return List.of(
                LinearModel.intercept(times),
                new Term("trend", periods),
                new Term(
                        "change",
                        Arrays.stream(periods).map(t -> t >= half ? 1 : 0).toArray()),
                new Term(
                        "slope",
                        Arrays.stream(periods)
                                .map(t -> t >= half ? t - half : 0)
                                .toArray()));
    }
}
