package org.worthwhile.attribution.estimation;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.worthwhile.attribution.Coefficient;
import org.worthwhile.attribution.Interval;

/** Tests and intervals of estimates whose sampling distribution is symmetric about the truth. */
public final class Inference {

    private final ContinuousDistribution distribution;
    private final double level;
    private final double critical;

    private Inference(ContinuousDistribution distribution, double level) {
        this.distribution = distribution;
        this.level = level;
        this.critical = distribution.inverseSurvivalProbability((1 - level) / 2);
    }

    /** By the normal distribution, for estimators whose theory is of large samples. */
    public static Inference normal(double level) {
        return new Inference(NormalDistribution.of(0, 1), level);
    }

    /** By Student's t. */
    public static Inference student(double degreesOfFreedom, double level) {
        return new Inference(TDistribution.of(degreesOfFreedom), level);
    }

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

    public Coefficient coefficient(String term, double estimate, double standardError) {
        Interval interval = interval(estimate, standardError);
        return new Coefficient(
                term, estimate, standardError, interval.low(), interval.high(), pValue(estimate, standardError));
    }

    /** The probability that a chi-squared variable exceeds the statistic. */
    public static double chiSquaredPValue(double statistic, int degreesOfFreedom) {
        return ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(statistic);
    }
}
