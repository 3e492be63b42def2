package org.worthwhile.attribution.trends;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether an effect can be the true one where no drift after treatment from one period to the next is more than a multiple of one
 * given drift before: the hybrid of the conditional and the least favourable test (Andrews, Roth and Pakes 2023, Review of Economic
 * Studies 90), with a first stage of a tenth of the test's size, as Rambachan and Roth (2023, Review of Economic Studies 90) have it.
 *
 * <p>The test asks for the least by which all its inequalities hold, each measured by its own standard error: for every period t
 * after the reference, the drift in either direction less the multiple of the drift before. The effects of single periods are
 * free but for their weighted sum, so that by the duality of linear programmes the statistic is the greatest of a few sums of the
 * inequalities, in which the free effects cancel. With L(t) the sum of the weights from t on, the drifts add L(t) times each to
 * the sum of effects, and all such sums are mixtures of three kinds: the inequalities in the direction of L(t), each |L(t)| times;
 * the same in the other direction; and for one period both directions together. Each is linear in two normal variables, the
 * estimate's distance from the effect and the drift before, and no solver is needed.
 */
final class DriftTest {

    private static final double FIRST_STAGE = 0.1;
    private static final int PANELS = 4;
    private static final int POINTS = 20;
    private static final double REACH = 8.5;
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);
    private static final GaussIntegrator INTEGRATOR = new GaussIntegratorFactory().legendre(POINTS, -1, 1);

    private final double drift;
    private final double[] ofDistance;
    private final double[] ofDrift;
    private final Spread spread;
    private final double size;
    private final double greatest;
    private double critical = Double.NaN;

    /**
     * How two variables vary.
     *
     * @param distances the variance of the distance
     * @param drifts the variance of the drift before
     * @param both their covariance
     */
    record Spread(double distances, double drifts, double both) {}

    /**
     * A test of one drift.
     *
     * @param drift as estimated
     * @param ofDistance what the distance counts for in each sum
     * @param ofDrift what the drift counts for in each sum
     * @param size of the test, such as 0.05
     */
    DriftTest(double drift, double[] ofDistance, double[] ofDrift, Spread spread, double size) {
        this.drift = drift;
        this.ofDistance = ofDistance;
        this.ofDrift = ofDrift;
        this.spread = spread;
        this.size = size;
        double most = 0;
        for (int i = 0; i < ofDistance.length; i++) {
            most = Math.max(most, covariance(i, i));
        }
        this.greatest = Math.sqrt(most);
    }

    private double sum(int of, double distance) {
        return ofDistance[of] * distance + ofDrift[of] * drift;
    }

    private double covariance(int first, int second) {
        return ofDistance[first] * (ofDistance[second] * spread.distances + ofDrift[second] * spread.both)
                + ofDrift[first] * (ofDistance[second] * spread.both + ofDrift[second] * spread.drifts);
    }

    /** Which sum is the greatest. */
    private int largest(double distance) {
        int largest = 0;
        for (int i = 1; i < ofDistance.length; i++) {
            largest = sum(i, distance) > sum(largest, distance) ? i : largest;
        }
        return largest;
    }

    /** The least by which all inequalities hold, in standard errors. */
    double statistic(double distance) {
        return sum(largest(distance), distance);
    }

    /** Whether the effect at a distance from the estimate stays possible. */
    boolean accepts(double distance) {
        int largest = largest(distance);
        double statistic = sum(largest, distance);
        double variance = covariance(largest, largest);
        if (statistic <= 0 || !(variance > 0)) {
            return statistic <= 0;
        }
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ofDistance.length; i++) {
            double share = covariance(i, largest) / variance;
            double rest = sum(i, distance) - share * statistic;
            if (share < 1) {
                low = Math.max(low, rest / (1 - share));
            } else if (share > 1) {
                high = Math.min(high, rest / (1 - share));
            }
        }
        double from = Math.min(low, statistic);
        double deviation = Math.sqrt(variance);
        double first = FIRST_STAGE * size;
        double second = (size - first) / (1 - first);
        // The nearer the upper limit, the less probable; without the first stage's limit the answer is often the same.
        if (TruncatedNormal.beyond(statistic, deviation, from, high) < second) {
            return false;
        }
        double limit = firstCritical();
        return statistic <= limit
                && TruncatedNormal.beyond(statistic, deviation, from, Math.min(high, limit)) >= second;
    }

    /** What the statistic exceeds as rarely as the first stage says were every inequality just met. */
    double firstCritical() {
        if (Double.isNaN(critical)) {
            double wanted = 1 - FIRST_STAGE * size;
            critical = new BrentSolver(1e-12, 1e-12 * greatest).solve(200, c -> below(c) - wanted, greatest, atMost());
        }
        return critical;
    }

    /** No less than the first stage's critical value (Bonferroni). */
    private double atMost() {
        return 1.01 * greatest * STANDARD.inverseSurvivalProbability(FIRST_STAGE * size / ofDistance.length);
    }

    /** The probability that the statistic is at most {@code value}. */
    private double below(double value) {
        double deviation = Math.sqrt(spread.drifts);
        double slope = spread.both / deviation;
        double rest = Math.sqrt(Math.max(0, spread.distances - slope * slope));
        double from = -REACH;
        for (int i = 0; i < ofDrift.length; i++) {
            if (ofDistance[i] == 0 && ofDrift[i] < 0) {
                from = Math.max(from, value / (ofDrift[i] * deviation));
            }
        }
        double width = (REACH - from) / PANELS;
        double sum = 0;
        for (int panel = 0; panel < PANELS; panel++) {
            double middle = from + (panel + 0.5) * width;
            sum += width
                    / 2
                    * INTEGRATOR.integrate(x -> {
                        double z = middle + x * width / 2;
                        double[] limits = limits(value, z * deviation);
                        return STANDARD.density(z) * within(limits, z * slope, rest);
                    });
        }
        return sum;
    }

    private static double within(double[] limits, double mean, double deviation) {
        if (!(limits[1] > limits[0])) {
            return 0;
        }
        if (deviation == 0) {
            return limits[0] <= mean && mean <= limits[1] ? 1 : 0;
        }
        return STANDARD.probability((limits[0] - mean) / deviation, (limits[1] - mean) / deviation);
    }

    /** Between which distances the sums that count them are at most {@code value}. */
    private double[] limits(double value, double drifted) {
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ofDistance.length; i++) {
            double limit = (value - ofDrift[i] * drifted) / ofDistance[i];
            if (ofDistance[i] > 0) {
                high = Math.min(high, limit);
            } else if (ofDistance[i] < 0) {
                low = Math.max(low, limit);
            }
        }
        return new double[] {low, high};
    }

    /** Beyond which no distance is accepted: the least and the greatest; the first is greater where none is. */
    double[] bounds() {
        return limits(atMost(), drift);
    }
}
