package org.worthwhile.proposal;

import java.util.stream.DoubleStream;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Where the draws of a distribution lie, in the units of its parameters: all of them where it is bounded, all but one in a
 * thousand on each side where it is not.
 */
public record DistributionRange(double low, double high) {

    static final double TAIL = 0.001;

    /** The standard normal quantile at 1 - {@link #TAIL}. */
    private static final double NORMAL_TAIL = 3.090232306167813;

    /** From here on Student's t has the quantiles of the normal distribution to six digits. */
    private static final double NEARLY_NORMAL = 1e6;

    private static double tail(double degreesOfFreedom) {
        return degreesOfFreedom < NEARLY_NORMAL
                ? new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability(1 - TAIL)
                : NORMAL_TAIL;
    }

    static DistributionRange ofNormal(double mean, double sd) {
        return around(mean, NORMAL_TAIL * sd);
    }

    static DistributionRange ofStudentT(double location, double scale, double degreesOfFreedom) {
        return around(location, scale * tail(degreesOfFreedom));
    }

    private static DistributionRange around(double centre, double reach) {
        return new DistributionRange(centre - reach, centre + reach);
    }

    static DistributionRange spanning(DoubleStream values) {
        var summary = values.summaryStatistics();
        return new DistributionRange(summary.getMin(), summary.getMax());
    }

    /** From end to end. */
    public double width() {
        return high - low;
    }

    /** Whether a value is within, ends included. */
    public boolean holds(double value) {
        return low <= value && value <= high;
    }

    /** How far a value lies outside; 0 for one inside. */
    public double distance(double value) {
        return Math.max(0, Math.max(low - value, value - high));
    }
}
