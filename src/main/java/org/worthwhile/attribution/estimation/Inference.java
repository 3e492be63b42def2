package org.worthwhile.attribution.estimation;

import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.worthwhile.attribution.Coefficient;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.Interval;

/** Tests and intervals of estimates whose sampling distribution is symmetric about the truth. */
public final class Inference {

    private final ContinuousDistribution distribution;
    private final OptionalDouble degreesOfFreedom;
    private final double level;
    private final double critical;

    private Inference(ContinuousDistribution distribution, OptionalDouble degreesOfFreedom, double level) {
        this.distribution = distribution;
        this.degreesOfFreedom = degreesOfFreedom;
        this.level = level;
        this.critical = distribution.inverseSurvivalProbability((1 - level) / 2);
    }

    /** By the normal distribution, for estimators whose theory is of large samples. */
    public static Inference normal(double level) {
        return new Inference(NormalDistribution.of(0, 1), OptionalDouble.empty(), level);
    }

    /** By Student's t. */
    public static Inference student(double degreesOfFreedom, double level) {
        return new Inference(TDistribution.of(degreesOfFreedom), OptionalDouble.of(degreesOfFreedom), level);
    }

    /** The estimate and the distribution's quantile times its standard error to either side, at the level. */
    public Interval interval(double estimate, double standardError) {
        return new Interval(estimate - critical * standardError, estimate + critical * standardError, level);
    }

    /** Two-sided, of the hypothesis that the truth is 0. */
    public double pValue(double estimate, double standardError) {
        if (standardError == 0) {
            return estimate == 0 ? 1 : 0;
        }
        return Math.min(1, 2 * distribution.survivalProbability(Math.abs(estimate) / standardError));
    }

    /** The estimate with its interval and test. */
    public Finding finding(double estimate, double standardError) {
        return new Finding(
                estimate,
                standardError,
                interval(estimate, standardError),
                pValue(estimate, standardError),
                degreesOfFreedom,
                standardError > 0 ? OptionalDouble.of(estimate / standardError) : OptionalDouble.empty(),
                List.of());
    }

    /** A term of a table, with its interval at the level and its two-sided p-value. */
    public Coefficient coefficient(String term, double estimate, double standardError) {
        Interval interval = interval(estimate, standardError);
        return new Coefficient(
                term, estimate, standardError, interval.low(), interval.high(), pValue(estimate, standardError));
    }

    /** The probability that an F variable exceeds the statistic. */
    public static double fPValue(double statistic, double numerator, double denominator) {
        return FDistribution.of(numerator, denominator).survivalProbability(statistic);
    }

    /** The probability that a chi-squared variable exceeds the statistic. */
    public static double chiSquaredPValue(double statistic, int degreesOfFreedom) {
        return ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(statistic);
    }
}
