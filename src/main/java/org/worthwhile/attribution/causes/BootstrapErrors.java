package org.worthwhile.attribution.causes;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.worthwhile.attribution.Coefficient;
import org.worthwhile.attribution.Contribution;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.Interval;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.estimation.Resampling;

/**
 * Errors, intervals and tests from draws of whole clusters, with the number of clusters allowed for. Draws with replacement vary by
 * (n - 1) / n of the variance that the estimate has, and their percentiles are those of a normal distribution where Student's t with n - 1
 * degrees of freedom is right; the expanded percentile interval makes up for both (Hesterberg 2015, American Statistician 69).
 *
 * @param clusters that draws are made of, at least 2; those of the end that has fewer, which Welch's degrees of freedom are never below
 * @param student Student's t with one degree of freedom less
 * @param level of intervals
 */
record BootstrapErrors(int clusters, Inference student, double level) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    static BootstrapErrors of(int clusters, double level) {
        return new BootstrapErrors(clusters, Inference.student(clusters - 1.0, level), level);
    }

    /** The standard error. */
    double error(double[] draws) {
        return Resampling.deviation(draws) * scale();
    }

    private double scale() {
        return Math.sqrt(clusters / (clusters - 1.0));
    }

    /** The share of draws beyond either end of the interval. */
    double tail() {
        double critical = student.interval(0, 1).high();
        return NORMAL.survivalProbability(critical * scale());
    }

    /** The interval: percentiles of the draws, or by Student's t where there are too few draws for one so far out. */
    Interval interval(double estimate, double[] draws) {
        if (!reaches(draws)) {
            return student.interval(estimate, error(draws));
        }
        double tail = tail();
        double[] sorted = Arrays.stream(draws).sorted().toArray();
        return new Interval(percentile(sorted, tail), percentile(sorted, 1 - tail), level);
    }

    private boolean reaches(double[] draws) {
        return tail() * (draws.length + 1) >= 1;
    }

    /** The draws moved out as far as the interval's ends are, so that what is drawn of the finding has its interval. */
    private List<Double> expanded(double[] draws) {
        double[] sorted = Arrays.stream(draws).sorted().toArray();
        TDistribution distribution = TDistribution.of(clusters - 1.0);
        return IntStream.rangeClosed(1, draws.length)
                .mapToDouble(i -> scale() * distribution.inverseCumulativeProbability(i / (draws.length + 1.0)))
                .mapToObj(place -> percentile(sorted, NORMAL.cumulativeProbability(place)))
                .toList();
    }

    /** The finding, with draws where the interval is theirs. */
    Finding finding(double estimate, double[] draws) {
        double error = error(draws);
        return new Finding(
                estimate,
                error,
                interval(estimate, draws),
                student.pValue(estimate, error),
                OptionalDouble.of(clusters - 1.0),
                error > 0 ? OptionalDouble.of(estimate / error) : OptionalDouble.empty(),
                reaches(draws) ? expanded(draws) : List.of());
    }

    Coefficient coefficient(Contribution part) {
        return new Coefficient(
                part.cause(),
                part.contribution(),
                part.standardError(),
                part.low(),
                part.high(),
                student.pValue(part.contribution(), part.standardError()));
    }

    /**
     * On the straight line between order statistics of which the i-th of n has the share i / (n + 1) below it, as a further draw has
     * (Hyndman and Fan 1996, American Statistician 50, type 6).
     */
    static double percentile(double[] sorted, double share) {
        double place = Math.clamp(share * (sorted.length + 1) - 1, 0, sorted.length - 1.0);
        int below = (int) place;
        return below + 1 < sorted.length
                ? sorted[below] + (place - below) * (sorted[below + 1] - sorted[below])
                : sorted[below];
    }
}
