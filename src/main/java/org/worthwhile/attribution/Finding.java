package org.worthwhile.attribution;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An estimate with how sure it is.
 *
 * @param pValue of the hypothesis that the truth is 0, two-sided; not a number where the data cannot tell
 * @param degreesOfFreedom of Student's t, where that is its sampling distribution; without them it is normal
 * @param statistic whose distribution gives the p-value; empty where that is by permutation, bootstrap or simulation
 * @param draws of its sampling distribution, where it was resampled
 * @param cannotTell why the data cannot tell the effect from any other, in words that follow "These data cannot tell the effect: "; then
 *     there is no p-value and the interval is without limits
 */
public record Finding(
        double estimate,
        double standardError,
        Interval interval,
        double pValue,
        OptionalDouble degreesOfFreedom,
        OptionalDouble statistic,
        List<Double> draws,
        Optional<String> cannotTell) {
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

    /** A finding whose data can tell the effect. */
    public Finding(
            double estimate,
            double standardError,
            Interval interval,
            double pValue,
            OptionalDouble degreesOfFreedom,
            OptionalDouble statistic,
            List<Double> draws) {
        this(estimate, standardError, interval, pValue, degreesOfFreedom, statistic, draws, Optional.empty());
    }

    /** The same estimate where no method is known whose interval covers the truth as often as it says. */
    public Finding thatCannotTell(String why) {
        return new Finding(
                estimate,
                standardError,
                new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, interval.level()),
                Double.NaN,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of(),
                Optional.of(why));
    }

    /** The estimate as a term of a table, with neither interval nor p-value where the data cannot tell. */
    public Coefficient coefficient(String term) {
        return new Coefficient(term, estimate, standardError, interval.low(), interval.high(), pValue);
    }

    /** The same with draws of the estimate, such as those of a bootstrap. */
    public Finding withDraws(List<Double> resampled) {
        return new Finding(
                estimate, standardError, interval, pValue, degreesOfFreedom, statistic, resampled, cannotTell);
    }
}
