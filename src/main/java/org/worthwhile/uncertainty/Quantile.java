package org.worthwhile.uncertainty;

import java.util.List;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.worthwhile.proposal.Distribution;

/** The inverse of a cumulative distribution: what turns a uniform number into a draw. */
@FunctionalInterface
interface Quantile {

    NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

    /** The value that the variable stays below with the given probability, strictly between 0 and 1. */
    double at(double probability);

    /** Of an input: of its distribution, times its base where that is relative. */
    static Quantile of(UncertainInput input) {
        Quantile quantile = of(input.distribution());
        double base = input.base();
        return input.distribution().relative() ? probability -> base * quantile.at(probability) : quantile;
    }

    private static Quantile of(Distribution distribution) {
        return switch (distribution) {
            case Distribution.Uniform uniform -> p -> uniform.low() + p * (uniform.high() - uniform.low());
            case Distribution.Triangular triangular ->
                triangular(triangular.low(), triangular.mode(), triangular.high());
            case Distribution.Pert pert -> pert(pert.low(), pert.mode(), pert.high());
            case Distribution.Normal normal ->
                p -> normal.mean() + normal.sd() * STANDARD_NORMAL.inverseCumulativeProbability(p);
            case Distribution.LogNormal logNormal -> logNormal(logNormal.mean(), logNormal.sd());
            case Distribution.Beta beta ->
                stretched(BetaDistribution.of(beta.alpha(), beta.beta()), beta.low(), beta.high());
            case Distribution.Gamma gamma -> tabulated(GammaDistribution.of(gamma.shape(), gamma.scale()));
            case Distribution.Event event -> p -> p < event.probability() ? 1 : 0;
            case Distribution.Discrete discrete -> discrete(discrete.values(), discrete.probabilities());
            case Distribution.Empirical empirical -> empirical(empirical.draws());
        };
    }

    private static Quantile triangular(double low, double mode, double high) {
        double width = high - low;
        if (width == 0) {
            return _ -> low;
        }
        double atMode = (mode - low) / width;
        double rising = width * (mode - low);
        double falling = width * (high - mode);
        return p -> p < atMode ? low + Math.sqrt(p * rising) : high - Math.sqrt((1 - p) * falling);
    }

    /** A beta distribution with mean (low + 4 mode + high) / 6 (Malcolm and others 1959, Operations Research 7). */
    private static Quantile pert(double low, double mode, double high) {
        double width = high - low;
        if (width == 0) {
            return _ -> low;
        }
        return stretched(BetaDistribution.of(1 + 4 * (mode - low) / width, 1 + 4 * (high - mode) / width), low, high);
    }

    private static Quantile stretched(BetaDistribution beta, double low, double high) {
        Quantile unit = tabulated(beta);
        return p -> low + (high - low) * unit.at(p);
    }

    private static Quantile logNormal(double mean, double sd) {
        double logVariance = Math.log1p(sd * sd / (mean * mean));
        double logMean = Math.log(mean) - logVariance / 2;
        double logSd = Math.sqrt(logVariance);
        return p -> Math.exp(logMean + logSd * STANDARD_NORMAL.inverseCumulativeProbability(p));
    }

    private static Quantile discrete(List<Double> values, List<Double> probabilities) {
        double[] outcomes = values.stream().mapToDouble(Double::doubleValue).toArray();
        double[] upTo = probabilities.stream().mapToDouble(Double::doubleValue).toArray();
        java.util.Arrays.parallelPrefix(upTo, Double::sum);
        return p -> {
            int position = 0;
            while (position < outcomes.length - 1 && p >= upTo[position]) {
                position++;
            }
            return outcomes[position];
        };
    }

    private static Quantile empirical(List<Double> draws) {
        double[] sorted =
                draws.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return p -> sorted[(int) (p * sorted.length)];
    }

    private static Quantile tabulated(ContinuousDistribution distribution) {
        return new TabulatedQuantile(distribution);
    }
}
