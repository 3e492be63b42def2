package org.worthwhile.attribution;

import java.util.List;
import java.util.OptionalDouble;

/**
 * An estimate with how sure it is.
 *
 * @param pValue of the hypothesis that the truth is 0, two-sided
 * @param degreesOfFreedom of Student's t, where that is its sampling distribution; without them it is normal
 * @param statistic whose distribution gives the p-value; empty where that is by permutation, bootstrap or simulation
 * @param draws of its sampling distribution, where it was resampled
 */
public record Finding(
        double estimate,
        double standardError,
        Interval interval,
        double pValue,
        OptionalDouble degreesOfFreedom,
        OptionalDouble statistic,
        List<Double> draws) {
    public Finding {
        draws = List.copyOf(draws);
    }

    /** A finding whose p-value is of no statistic. */
    public Finding(
            double estimate,
            double standardError,
            Interval interval,
            double pValue,
            OptionalDouble degreesOfFreedom,
            List<Double> draws) {
        this(estimate, standardError, interval, pValue, degreesOfFreedom, OptionalDouble.empty(), draws);
    }

    public Finding withDraws(List<Double> resampled) {
        return new Finding(estimate, standardError, interval, pValue, degreesOfFreedom, statistic, resampled);
    }
}
