package org.worthwhile.proposal;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Where the draws of a distribution lie, in the units of its parameters: all of them where it is bounded, all but one in a
 * thousand on each side where it is not.
 */
public record DistributionRange(double low, double high) {

    private static final double TAIL = 0.001;

    /** The standard normal quantile at 1 - {@link #TAIL}. */
    private static final double NORMAL_TAIL = 3.090232306167813;

    /** From here on Student's t has the quantiles of the normal distribution to six digits. */
    private static final double NEARLY_NORMAL = 1e6;

    /** Of a distribution whose parameters {@link DistributionRules} allows. */
    public static DistributionRange of(Distribution distribution) {
        return switch (distribution) {
            case Distribution.Uniform uniform -> new DistributionRange(uniform.low(), uniform.high());
            case Distribution.Triangular triangular -> new DistributionRange(triangular.low(), triangular.high());
            case Distribution.Pert pert -> new DistributionRange(pert.low(), pert.high());
            case Distribution.Beta beta -> new DistributionRange(beta.low(), beta.high());
            case Distribution.Normal normal -> around(normal.mean(), NORMAL_TAIL * normal.sd());
            case Distribution.StudentT student ->
                around(student.location(), student.scale() * tail(student.degreesOfFreedom()));
            case Distribution.LogNormal logNormal -> of(logNormal);
            case Distribution.Gamma gamma -> {
                GammaDistribution unit = new GammaDistribution(gamma.shape(), 1);
                yield new DistributionRange(
                        gamma.scale() * unit.inverseCumulativeProbability(TAIL),
                        gamma.scale() * unit.inverseCumulativeProbability(1 - TAIL));
            }
            case Distribution.Event event ->
                new DistributionRange(event.probability() < 1 ? 0 : 1, event.probability() > 0 ? 1 : 0);
            case Distribution.Discrete(List<Double> values, List<Double> probabilities, var relative) ->
                spanned(IntStream.range(0, values.size())
                        .filter(i -> probabilities.get(i) > 0)
                        .mapToDouble(values::get));
            case Distribution.Empirical empirical ->
                spanned(empirical.draws().stream().mapToDouble(Double::doubleValue));
        };
    }

    private static double tail(double degreesOfFreedom) {
        return degreesOfFreedom < NEARLY_NORMAL
                ? new TDistribution(degreesOfFreedom).inverseCumulativeProbability(1 - TAIL)
                : NORMAL_TAIL;
    }

    private static DistributionRange of(Distribution.LogNormal logNormal) {
        double variation = logNormal.sd() / logNormal.mean();
        double logVariance = StrictMath.log1p(variation * variation);
        double centre = StrictMath.log(logNormal.mean()) - logVariance / 2;
        double reach = NORMAL_TAIL * Math.sqrt(logVariance);
        return new DistributionRange(StrictMath.exp(centre - reach), StrictMath.exp(centre + reach));
    }

    private static DistributionRange around(double centre, double reach) {
        return new DistributionRange(centre - reach, centre + reach);
    }

    private static DistributionRange spanned(DoubleStream values) {
        var summary = values.summaryStatistics();
        return new DistributionRange(summary.getMin(), summary.getMax());
    }

    public double width() {
        return high - low;
    }

    public boolean holds(double value) {
        return low <= value && value <= high;
    }

    /** How far a value lies outside; 0 for one inside. */
    public double distance(double value) {
        return Math.max(0, Math.max(low - value, value - high));
    }
}
