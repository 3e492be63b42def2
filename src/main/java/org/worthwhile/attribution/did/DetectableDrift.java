package org.worthwhile.attribution.did;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.attribution.estimation.JointTest;
import org.worthwhile.attribution.estimation.WaldTest;

/**
 * A steady drift of the treated apart from their controls, by the same each period, that the test of trends before treatment would
 * have found in half of all samples, and in four of five (Roth 2022, American Economic Review: Insights 4).
 *
 * @param half the drift a period found in half of all samples
 * @param mostly the same in four of five
 * @param steps by how many times its size a drift a period moves the estimate
 */
record DetectableDrift(double half, double mostly, double steps) {

    private static final double SIGNIFICANT = 0.05;
    /** What a fit rounds of a drift by 1 a period that it takes for the course of time. */
    private static final double ROUNDING = 1e-9;

    private static final double HALF = 0.5;
    private static final double MOSTLY = 0.8;

    /**
     * Works it out for the joint test of the estimates (see {@link JointTest}).
     *
     * @param slopes what a drift by 1 a period adds to each estimate
     * @param freedom of the covariance; infinite where it is taken as known
     * @param steps what it adds to the headline
     * @return empty where no drift shows in the estimates, or there is no test
     */
    static Optional<DetectableDrift> of(double[] slopes, double[][] covariance, double freedom, double steps) {
        int count = slopes.length;
        if (count == 0
                || !(freedom >= JointTest.LEAST_FREEDOM)
                || IntStream.range(0, count).anyMatch(i -> !(covariance[i][i] > 0))
                || Arrays.stream(slopes).allMatch(slope -> Math.abs(slope) <= ROUNDING)) {
            return Optional.empty();
        }
        boolean jointly = freedom >= 2.0 * count;
        Optional<WaldTest> size = jointly ? WaldTest.of(slopes, covariance) : Optional.empty();
        DoubleUnaryOperator power;
        double unit;
        if (size.isPresent()) {
            unit = Math.sqrt(size.get().statistic());
            power = distance -> powerOfF(distance * distance, count, freedom - count + 1);
        } else {
            unit = IntStream.range(0, count)
                    .mapToDouble(i -> Math.abs(slopes[i]) / Math.sqrt(covariance[i][i]))
                    .max()
                    .orElse(0);
            power = distance -> powerOfT(distance, count, freedom);
        }
        return unit > 0
                ? Optional.of(new DetectableDrift(distance(power, HALF) / unit, distance(power, MOSTLY) / unit, steps))
                : Optional.empty();
    }

    /** By how much the drift that is mostly found would move the estimate. */
    double bias() {
        return Math.abs(mostly * steps);
    }

    /**
     * As sentences.
     *
     * @param blind whether a drift of that size could be all of what was found
     */
    String words(boolean blind) {
        return "The test would have found a steady drift of " + Rounded.plain(mostly)
                + " a period in four of five samples, and one of " + Rounded.plain(half)
                + " in half of them; a drift of " + Rounded.plain(mostly) + " would move the estimate by "
                + Rounded.plain(bias())
                + (blind ? ", as much as was found, so that the test does not speak against it." : ".");
    }

    private static double distance(DoubleUnaryOperator power, double wanted) {
        double low = 0;
        double high = 1;
        while (power.applyAsDouble(high) < wanted && high < 1e6) {
            high *= 2;
        }
        // Until no number lies between.
        for (double middle = (low + high) / 2; low < middle && middle < high; middle = (low + high) / 2) {
            if (power.applyAsDouble(middle) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** The noncentral F exceeds the central one's critical value: a mixture of beta distributions with Poisson weights. */
    static double powerOfF(double noncentrality, int count, double denominator) {
        double freedom = Math.min(denominator, 1e6);
        double critical = FDistribution.of(count, freedom).inverseSurvivalProbability(SIGNIFICANT);
        double share = count * critical / (count * critical + freedom);
        double mean = noncentrality / 2;
        int last = (int) (mean + 12 * Math.sqrt(mean) + 60);
        double power = 0;
        double weight = -mean;
        for (int j = 0; j <= last; j++) {
            double most = StrictMath.exp(weight);
            if (j > mean && most < Math.ulp(power) / 4) {
                // Weights fall from here on, and no term is large enough to change the sum.
                break;
            }
            power += most * BetaDistribution.of(count / 2.0 + j, freedom / 2).survivalProbability(share);
            weight += StrictMath.log(mean > 0 ? mean : Double.MIN_NORMAL) - StrictMath.log(j + 1.0);
        }
        return power;
    }

    /** The greatest of the single tests, by Bonferroni's level, is of the one estimate that shows the drift best, about. */
    private static double powerOfT(double distance, int count, double freedom) {
        double critical = TDistribution.of(Math.min(freedom, 1e6)).inverseSurvivalProbability(SIGNIFICANT / count / 2);
        NormalDistribution normal = NormalDistribution.of(0, 1);
        return normal.survivalProbability(critical - distance) + normal.cumulativeProbability(-critical - distance);
    }
}
