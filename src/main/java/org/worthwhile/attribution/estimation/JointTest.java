package org.worthwhile.attribution.estimation;

import java.util.List;
import java.util.Optional;

/**
 * The test that several estimates are all zero where their covariance is estimated from few clusters: Hotelling's, whose statistic
 * is Wald's less what such a covariance makes it too large by, or with fewer clusters than that needs the least of the single
 * tests' p-values times their number (Bonferroni).
 *
 * @param statistic F, the greatest t in size or chi-squared
 * @param degreesOfFreedom of the statistic's distribution
 */
public record JointTest(double statistic, List<Double> degreesOfFreedom, double pValue) {

    /** With fewer degrees of freedom no departure would be seen, so that a test that is passed would say nothing. */
    public static final double LEAST_FREEDOM = 2;

    public JointTest {
        degreesOfFreedom = List.copyOf(degreesOfFreedom);
    }

    /** Wald's test, for a covariance of many clusters; empty when it cannot be made. */
    public static Optional<JointTest> ofMany(double[] estimates, double[][] covariance) {
        return WaldTest.of(estimates, covariance)
                .map(test -> new JointTest(test.statistic(), List.of((double) test.degreesOfFreedom()), test.pValue()));
    }

    /**
     * Tests the estimates; empty when there are none, or one has no error, or the clusters are too few for any test.
     *
     * @param freedom how many degrees of freedom the covariance has, such as clusters less one
     */
    public static Optional<JointTest> of(double[] estimates, double[][] covariance, double freedom) {
        int count = estimates.length;
        if (count == 0 || !(freedom >= LEAST_FREEDOM)) {
            return Optional.empty();
        }
        Optional<WaldTest> wald = freedom >= 2.0 * count ? WaldTest.of(estimates, covariance) : Optional.empty();
        if (wald.isPresent()) {
            double denominator = freedom - count + 1;
            double f = wald.get().statistic() * denominator / (freedom * count);
            return Optional.of(
                    new JointTest(f, List.of((double) count, denominator), Inference.fPValue(f, count, denominator)));
        }
        Inference inference = Inference.student(freedom, 0.95);
        double greatest = 0;
        double least = 1;
        for (int i = 0; i < count; i++) {
            double error = Math.sqrt(covariance[i][i]);
            if (!(error > 0)) {
                return Optional.empty();
            }
            greatest = Math.max(greatest, Math.abs(estimates[i]) / error);
            least = Math.min(least, inference.pValue(estimates[i], error));
        }
        return Optional.of(new JointTest(greatest, List.of(freedom), Math.min(1, count * least)));
    }
}
