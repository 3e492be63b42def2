package org.worthwhile.uncertainty;

import java.util.List;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.worthwhile.proposal.Distribution;

/** The inverse of a cumulative distribution: what turns a uniform number into a draw. */
@FunctionalInterface
interface Quantile {

    NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

    /** The value that the variable stays below with the given probability, strictly between 0 and 1. */
    double at(double probability);

    /** Turns the first {@code count} probabilities into draws, in place. */
    default void turn(double[] probabilities, int count) {
        for (int i = 0; i < count; i++) {
            probabilities[i] = at(probabilities[i]);
        }
    }

    /** Of an input: of its distribution, times its base where that is relative. */
    static Quantile of(UncertainInput input) {
        Quantile quantile = of(input.distribution());
        return input.distribution().relative() ? new Scaled(quantile, input.base()) : quantile;
    }

    /** A quantile of factors on a base. */
    record Scaled(Quantile factors, double base) implements Quantile {

        @Override
        public double at(double probability) {
            return base * factors.at(probability);
        }

        @Override
        public void turn(double[] probabilities, int count) {
            factors.turn(probabilities, count);
            for (int i = 0; i < count; i++) {
                probabilities[i] *= base;
            }
        }
    }

    /**
     * A triangular quantile as the sum of its rising and its falling arm, each held at the mode on the other's side: without
     * a branch, so that several draws are worked out at once.
     */
    record Triangle(double low, double mode, double high, double atMode) implements Quantile {

        static Triangle of(double low, double mode, double high) {
            return new Triangle(low, mode, high, (mode - low) / (high - low));
        }

        @Override
        public double at(double probability) {
            double rising = Math.sqrt(Math.min(probability, atMode) * ((high - low) * (mode - low)));
            double falling = Math.sqrt((1 - Math.max(probability, atMode)) * ((high - low) * (high - mode)));
            return (low + rising) + ((high - mode) - falling);
        }

        @Override
        public void turn(double[] probabilities, int count) {
            double risingArea = (high - low) * (mode - low);
            double fallingArea = (high - low) * (high - mode);
            double from = low;
            double length = high - mode;
            double middle = atMode;
            for (int i = 0; i < count; i++) {
                double probability = probabilities[i];
                double rising = Math.sqrt(Math.min(probability, middle) * risingArea);
                double falling = Math.sqrt((1 - Math.max(probability, middle)) * fallingArea);
                probabilities[i] = (from + rising) + (length - falling);
            }
        }
    }

    private static Quantile of(Distribution distribution) {
        return switch (distribution) {
            case Distribution.Uniform uniform -> p -> uniform.low() + p * (uniform.high() - uniform.low());
            case Distribution.Triangular triangular ->
                triangular.low() == triangular.high()
                        ? _ -> triangular.low()
                        : Triangle.of(triangular.low(), triangular.mode(), triangular.high());
            case Distribution.Pert pert -> pert(pert.low(), pert.mode(), pert.high());
            case Distribution.Normal normal ->
                p -> normal.mean() + normal.sd() * STANDARD_NORMAL.inverseCumulativeProbability(p);
            case Distribution.StudentT student -> {
                Quantile standard = tabulated(TDistribution.of(student.degreesOfFreedom()));
                yield p -> student.location() + student.scale() * standard.at(p);
            }
            case Distribution.LogNormal logNormal -> logNormal(logNormal.mean(), logNormal.sd());
            case Distribution.Beta beta ->
                stretched(BetaDistribution.of(beta.alpha(), beta.beta()), beta.low(), beta.high());
            case Distribution.Gamma gamma -> tabulated(GammaDistribution.of(gamma.shape(), gamma.scale()));
            case Distribution.Event event -> p -> p < event.probability() ? 1 : 0;
            case Distribution.Discrete discrete -> discrete(discrete.values(), discrete.probabilities());
            case Distribution.Empirical empirical -> empirical(empirical.draws());
        };
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
