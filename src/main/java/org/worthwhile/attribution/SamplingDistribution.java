package org.worthwhile.attribution;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What may be drawn of an effect that a study found: a distribution that has the finding's interval. The headline's standard error
 * can be another: that of an estimate whose bias is corrected only in the interval, or one that an interval by permutation or by
 * the test of Anderson and Rubin does not rest on.
 *
 * @param degreesOfFreedom of Student's t; without them it is normal
 * @param draws where it is neither, and then in place of both
 */
public record SamplingDistribution(
        double estimate, double standardError, OptionalDouble degreesOfFreedom, List<Double> draws) {

    /** Ends of an interval that differ by less than this share of its half are as far from the estimate. */
    private static final double ROUNDING = 1e-6;

    /** As many as tell a distribution's 95% interval to within a hundredth of its width. */
    private static final int QUANTILES = 999;

    public SamplingDistribution {
        draws = List.copyOf(draws);
    }

    /** Of an answer; empty where its interval has no bounds. */
    public static Optional<SamplingDistribution> of(Attribution attribution) {
        Finding finding = attribution.finding();
        Interval interval = finding.interval();
        if (!finding.draws().isEmpty()) {
            return Optional.of(new SamplingDistribution(
                    finding.estimate(), finding.standardError(), finding.degreesOfFreedom(), finding.draws()));
        }
        if (!Double.isFinite(interval.low()) || !Double.isFinite(interval.high())) {
            return Optional.empty();
        }
        return Optional.of(attribution
                .details()
                .ofInterval()
                .map(pair -> new SamplingDistribution(
                        pair.estimate(), pair.standardError(), finding.degreesOfFreedom(), List.of()))
                .orElseGet(() -> of(finding)));
    }

    private static SamplingDistribution of(Finding finding) {
        Interval interval = finding.interval();
        double estimate = finding.estimate();
        double half = (interval.high() - interval.low()) / 2;
        double middle = interval.low() + half;
        boolean isSymmetric = Math.abs(middle - estimate) <= ROUNDING * half;
        if (!isSymmetric && interval.low() < estimate && estimate < interval.high()) {
            return twoPiece(estimate, interval);
        }
        ContinuousDistribution standard = finding.degreesOfFreedom().isPresent()
                ? TDistribution.of(finding.degreesOfFreedom().getAsDouble())
                : NormalDistribution.of(0, 1);
        double error = half / standard.inverseSurvivalProbability((1 - interval.level()) / 2);
        boolean isHeadlines = isSymmetric && Math.abs(error - finding.standardError()) <= ROUNDING * error;
        return new SamplingDistribution(
                isSymmetric ? estimate : middle,
                isHeadlines ? finding.standardError() : error,
                finding.degreesOfFreedom(),
                List.of());
    }

    /** Quantiles of a normal distribution on each side of the median, each with the interval's own width. */
    private static SamplingDistribution twoPiece(double estimate, Interval interval) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double critical = normal.inverseSurvivalProbability((1 - interval.level()) / 2);
        double[] draws = IntStream.range(0, QUANTILES)
                .mapToDouble(i -> normal.inverseCumulativeProbability((i + 0.5) / QUANTILES) / critical)
                .map(z -> estimate + z * (z < 0 ? estimate - interval.low() : interval.high() - estimate))
                .toArray();
        double mean = DoubleStream.of(draws).sum() / draws.length;
        double squares = DoubleStream.of(draws)
                .map(draw -> (draw - mean) * (draw - mean))
                .sum();
        return new SamplingDistribution(
                estimate,
                Math.sqrt(squares / draws.length),
                OptionalDouble.empty(),
                DoubleStream.of(draws).boxed().toList());
    }
}
