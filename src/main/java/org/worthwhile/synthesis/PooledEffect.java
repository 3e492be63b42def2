package org.worthwhile.synthesis;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A combined effect or a coefficient, on the scale on which estimates are combined.
 *
 * @param degreesOfFreedom of Student's t; without them the distribution is normal
 * @param statistic estimate over error
 * @param low with {@code high} its interval
 */
public record PooledEffect(
        double estimate,
        double standardError,
        OptionalDouble degreesOfFreedom,
        double statistic,
        double pValue,
        double low,
        double high) {

    /**
     * An estimate with what follows of its error.
     *
     * @param level of confidence
     */
    public static PooledEffect of(
            double estimate, double standardError, OptionalDouble degreesOfFreedom, double level) {
        ContinuousDistribution standard = standard(degreesOfFreedom);
        double half = standard.inverseSurvivalProbability((1 - level) / 2) * standardError;
        double statistic = estimate / standardError;
        return new PooledEffect(
                estimate,
                standardError,
                degreesOfFreedom,
                statistic,
                2 * standard.survivalProbability(Math.abs(statistic)),
                estimate - half,
                estimate + half);
    }

    /** Student's t, or the normal distribution without degrees of freedom. */
    static ContinuousDistribution standard(OptionalDouble degreesOfFreedom) {
        return degreesOfFreedom.isPresent()
                ? TDistribution.of(degreesOfFreedom.getAsDouble())
                : NormalDistribution.of(0, 1);
    }
}
