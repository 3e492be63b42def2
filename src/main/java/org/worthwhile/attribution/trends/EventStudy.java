package org.worthwhile.attribution.trends;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.worthwhile.attribution.estimation.Matrices;

/**
 * Estimates by period before and after treatment, each relative to one period before it, the reference. Without treatment their
 * expectations would be the drift of the treated apart from their controls since the reference, or until it.
 *
 * <p>What follows takes estimates as normal with a known covariance. Where the covariance has few degrees of freedom, it is
 * multiplied by the square of Student's critical value over the normal one, both at the level of the intervals. An interval of one
 * estimate without any drift is then that of Student's t; the fewest degrees of freedom of all estimates are taken, so that the
 * intervals of the others are too wide rather than too narrow.
 */
public final class EventStudy {

    /** With fewer degrees of freedom the critical value of Student's t is no measure of how the covariance errs. */
    private static final double LEAST_FREEDOM = 2;

    private final double[] estimates;
    private final double[][] covariance;
    private final double[] weights;
    private final int before;
    private final double freedom;
    private final double level;

    private EventStudy(
            double[] estimates, double[][] covariance, double[] weights, int before, double freedom, double level) {
        this.estimates = estimates;
        this.covariance = Matrices.times(covariance, inflation(freedom, level));
        this.weights = weights;
        this.before = before;
        this.freedom = freedom;
        this.level = level;
    }

    /**
     * Takes the estimates; empty where none is before the reference or none after it, a period in between is missing, or errors
     * cannot be told.
     *
     * @param times of the estimates, rising, in periods; without the reference
     * @param reference whose estimate is 0 by construction
     * @param covariance of the estimates
     * @param weights what the estimates after the reference count for in the effect that is asked for; those before it have none
     * @param freedom the fewest degrees of freedom of the errors; infinite where the covariance is taken as known
     * @param level of the intervals that are asked for, such as 0.95
     */
    public static Optional<EventStudy> of(
            int[] times,
            int reference,
            double[] estimates,
            double[][] covariance,
            double[] weights,
            double freedom,
            double level) {
        int before = (int) IntStream.of(times).filter(time -> time < reference).count();
        boolean gapless = IntStream.range(0, times.length)
                .allMatch(i -> times[i] == reference + i - before + (i < before ? 0 : 1));
        boolean known = freedom >= LEAST_FREEDOM
                && IntStream.range(0, times.length)
                        .allMatch(i -> covariance[i][i] > 0 && Double.isFinite(covariance[i][i]));
        double[] after = Arrays.copyOfRange(weights, before, weights.length);
        boolean asked = DoubleStream.of(after).anyMatch(weight -> weight != 0);
        return before > 0 && before < times.length && gapless && known && asked
                ? Optional.of(new EventStudy(estimates, covariance, after, before, freedom, level))
                : Optional.empty();
    }

    /** How many estimates are before the reference. */
    int before() {
        return before;
    }

    /** How many are after it. */
    int after() {
        return weights.length;
    }

    double freedom() {
        return freedom;
    }

    double level() {
        return level;
    }

    /** What the estimates after the reference count for. */
    double[] weights() {
        return weights.clone();
    }

    /** The estimates times what each counts for, those before the reference among them. */
    double combined(double[] counts) {
        return Matrices.dot(counts, estimates);
    }

    /** The covariance of two such sums, multiplied for its degrees of freedom. */
    double covariance(double[] first, double[] second) {
        return Matrices.dot(first, Matrices.times(covariance, second));
    }

    private static double inflation(double freedom, double level) {
        if (Double.isInfinite(freedom)) {
            return 1;
        }
        double beyond = (1 - level) / 2;
        double ratio = TDistribution.of(freedom).inverseSurvivalProbability(beyond)
                / NormalDistribution.of(0, 1).inverseSurvivalProbability(beyond);
        return ratio * ratio;
    }

    /** What the effect asked for counts: the estimates after the reference by their weights. */
    double[] target() {
        double[] counts = new double[estimates.length];
        System.arraycopy(weights, 0, counts, before, weights.length);
        return counts;
    }

    /** The change from one period to the next, by how many it is from the earliest, counting the reference. */
    double[] change(int position) {
        double[] counts = new double[estimates.length];
        add(counts, position + 1, 1);
        add(counts, position, -1);
        return counts;
    }

    private void add(double[] counts, int position, double value) {
        if (position != before) {
            counts[position < before ? position : position - 1] += value;
        }
    }

    /**
     * The greatest change of slope from one period to the next before treatment, as estimated, or the greatest slope where there is
     * but one.
     */
    double greatestBend() {
        double greatest = 0;
        for (int i = 0; i + 1 < before; i++) {
            greatest = Math.max(greatest, Math.abs(combined(change(i + 1)) - combined(change(i))));
        }
        return before > 1 ? greatest : Math.abs(combined(change(0)));
    }
}
