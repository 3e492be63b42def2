package org.worthwhile.attribution.trends;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** A normal variable with mean 0 that is known to lie within limits. */
final class TruncatedNormal {

    /** Beyond this many standard deviations the tail is by its asymptotic series. */
    private static final double FAR = 30;

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private TruncatedNormal() {}

    /**
     * The probability that the variable exceeds a value.
     *
     * @param value within the limits, at least 0
     * @param deviation the standard deviation without limits
     * @param high may be infinite
     */
    static double beyond(double value, double deviation, double low, double high) {
        double own = logSurvival(value / deviation);
        double all = logSurvival(low / deviation);
        double none = high == Double.POSITIVE_INFINITY ? Double.NEGATIVE_INFINITY : logSurvival(high / deviation);
        double width = StrictMath.expm1(none - all);
        return width == 0 ? 1 : StrictMath.exp(own - all) * StrictMath.expm1(none - own) / width;
    }

    /** The logarithm of the probability that a standard normal variable exceeds z. */
    static double logSurvival(double z) {
        if (z == Double.NEGATIVE_INFINITY) {
            return 0;
        }
        if (z > FAR) {
            double square = z * z;
            return -square / 2
                    - StrictMath.log(z * Math.sqrt(2 * Math.PI))
                    + StrictMath.log1p(-1 / square + 3 / (square * square) - 15 / (square * square * square));
        }
        return z < 0
                ? StrictMath.log1p(-STANDARD.cumulativeProbability(z))
                : StrictMath.log(STANDARD.survivalProbability(z));
    }
}
