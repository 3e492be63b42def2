package org.worthwhile.attribution.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Made-up studies, made up again here from the same draws and tested by textbook formulas. */
class MadeUpStudiesTest {

    /** HC2 of two arms is Neyman's variance, s1^2/n1 + s0^2/n0; what lasts in a unit is drawn first, then each of its times. */
    @ParameterizedTest
    @CsvSource({"1.5, 0.3, 2, 3, 0.6", "-0.5, 0.7, 3, 1, 0.2", "0, 0.5, 1, 1, 0"})
    void aDifferenceInDifferencesIsTestedAsTheMeanChangesOfTwoArms(
            double effect, double share, int before, int after, double correlation) {
        int units = 20;
        int treated = (int) Math.round(share * units);
        SplittableRandom random = new SplittableRandom(7);
        double[] changes = new double[units];
        for (int unit = 0; unit < units; unit++) {
            double lasting = 4 * Math.sqrt(correlation) * random.nextGaussian();
            double[] outcomes = new double[before + after];
            for (int time = 0; time < outcomes.length; time++) {
                outcomes[time] = lasting + 4 * Math.sqrt(1 - correlation) * random.nextGaussian();
                outcomes[time] += unit < treated && time >= before ? effect : 0;
            }
            changes[unit] =
                    mean(Arrays.copyOfRange(outcomes, before, outcomes.length)) - mean(Arrays.copyOf(outcomes, before));
        }
        double[] ofTreated = Arrays.copyOf(changes, treated);
        double[] ofOthers = Arrays.copyOfRange(changes, treated, units);
        double error = Math.sqrt(variance(ofTreated) / treated + variance(ofOthers) / (units - treated));

        assertThat(new DifferencePlan(units, share, 4, before, after, correlation)
                        .simulatedPValue(effect, new SplittableRandom(7)))
                .isCloseTo(twoSided(18, (mean(ofTreated) - mean(ofOthers)) / error), within(1e-9));
    }

    /**
     * Lines on the two sides are fitted apart: each meets the cutoff at a weighted sum of its outcomes, of the variance of the same
     * weights squared times residuals squared, and HC1 has the factor n / (n - 4).
     */
    @ParameterizedTest
    @CsvSource({"2, 0.3", "-1, 0.5", "0, 0.6"})
    void aDiscontinuityIsTestedAsTheDistanceOfTwoLinesAtTheCutoff(double effect, double share) {
        int units = 40;
        SplittableRandom random = new SplittableRandom(9);
        double[] running = new double[units];
        double[] outcome = new double[units];
        for (int unit = 0; unit < units; unit++) {
            running[unit] = random.nextDouble() - (1 - share);
            outcome[unit] = (running[unit] >= 0 ? effect : 0) + 2 * random.nextGaussian();
        }
        double[] above = atCutoff(
                running,
                outcome,
                IntStream.range(0, units).filter(i -> running[i] >= 0).toArray());
        double[] below = atCutoff(
                running,
                outcome,
                IntStream.range(0, units).filter(i -> running[i] < 0).toArray());
        double error = Math.sqrt((above[1] + below[1]) * units / (units - 4));

        assertThat(new DiscontinuityPlan(units, share, 2).simulatedPValue(effect, new SplittableRandom(9)))
                .isCloseTo(twoSided(36, (above[0] - below[0]) / error), within(1e-9));
    }

    @Test
    void aDifferenceNeedsWhatEveryPlanNeeds() {
        assertThatThrownBy(() -> new DifferencePlan(3, 0.5, 1, 1, 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 4 units");
        assertThatThrownBy(() -> new TrialPlan(40, 1, 1, 0, 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("share between 0 and 1");
    }

    /** The height at zero of the least-squares line through some units, and its variance by their residuals. */
    private static double[] atCutoff(double[] x, double[] y, int[] units) {
        double meanX = IntStream.of(units).mapToDouble(i -> x[i]).average().orElseThrow();
        double meanY = IntStream.of(units).mapToDouble(i -> y[i]).average().orElseThrow();
        double squares = IntStream.of(units)
                .mapToDouble(i -> (x[i] - meanX) * (x[i] - meanX))
                .sum();
        double slope =
                IntStream.of(units).mapToDouble(i -> (x[i] - meanX) * y[i]).sum() / squares;
        double height = meanY - slope * meanX;
        double variance = IntStream.of(units)
                .mapToDouble(
                        i -> (1.0 / units.length - meanX * (x[i] - meanX) / squares) * (y[i] - height - slope * x[i]))
                .map(part -> part * part)
                .sum();
        return new double[] {height, variance};
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return DoubleStream.of(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }

    private static double twoSided(double freedom, double t) {
        return 2 * TDistribution.of(freedom).survivalProbability(Math.abs(t));
    }
}
