package org.worthwhile.uncertainty;

import java.util.Comparator;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.worthwhile.proposal.Distribution;
import org.worthwhile.proposal.InputBounds;

/**
 * The inverse of a cumulative distribution: what turns a uniform number into a draw, and a larger number into a draw that is no
 * smaller, so that what moves together in probability moves together in value.
 */
@FunctionalInterface
interface Quantile {

    /** From so many degrees of freedom on Student's t has the quantiles of the normal distribution to six digits. */
    double NEARLY_NORMAL = 1e6;

    /** The value that the variable stays below with the given probability, strictly between 0 and 1. */
    double at(double probability);

    /** Turns the first {@code count} probabilities into draws, in place. */
    default void turn(double[] probabilities, int count) {
        for (int i = 0; i < count; i++) {
            probabilities[i] = at(probabilities[i]);
        }
    }

    /** Of an input: of its distribution, times its base where that is relative, as far as it lies within what the input can be. */
    static Quantile of(UncertainInput input) {
        Quantile quantile = of(input.distribution());
        return Truncated.of(
                input.distribution().relative() ? new Scaled(quantile, input.base()) : quantile, input.bounds());
    }

    /** A quantile of factors on a base, of which the largest gives the least where the base is negative. */
    record Scaled(Quantile factors, double base) implements Quantile {

        @Override
        public double at(double probability) {
            return base * factors.at(base < 0 ? opposite(probability) : probability);
        }

        @Override
        public void turn(double[] probabilities, int count) {
            for (int i = 0; base < 0 && i < count; i++) {
                probabilities[i] = opposite(probabilities[i]);
            }
            factors.turn(probabilities, count);
            for (int i = 0; i < count; i++) {
                probabilities[i] *= base;
            }
        }
    }

    /** The probability of no less where there is one of no more, strictly between 0 and 1. */
    static double opposite(double probability) {
        return Math.min(1 - probability, Math.nextDown(1.0));
    }

    /**
     * The part of a distribution within bounds, by the share of it that lies below them and up to them.
     *
     * @param below the probability of less than the lower bound
     * @param within the probability of what lies within the bounds
     */
    record Truncated(Quantile whole, InputBounds bounds, double below, double within) implements Quantile {

        /** A smaller share has no consequence in as many trials as can be drawn. */
        static final double NOTICED = 1e-12;

        private static final int HALVINGS = 200;

        static Quantile of(Quantile whole, InputBounds bounds) {
            double least = Double.MIN_NORMAL;
            double most = Math.nextDown(1.0);
            double below = bounds.holds(whole.at(least)) ? 0 : reach(whole, value -> value < bounds.low());
            double upTo = bounds.holds(whole.at(most)) ? 1 : reach(whole, value -> value <= bounds.high());
            return 1 - (upTo - below) < NOTICED ? whole : new Truncated(whole, bounds, below, upTo - below);
        }

        /** The probability up to which values are as they are asked to be, which none after it is. */
        private static double reach(Quantile whole, DoublePredicate asked) {
            double low = 0;
            double high = 1;
            for (int halving = 0; halving < HALVINGS && Math.nextUp(low) < high; halving++) {
                double middle = (low + high) / 2;
                if (asked.test(whole.at(middle))) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        /** The probability of more than the upper bound. */
        double above() {
            return 1 - below - within;
        }

        @Override
        public double at(double probability) {
            double inside = Math.clamp(below + probability * within, Double.MIN_NORMAL, Math.nextDown(1.0));
            return Math.clamp(whole.at(inside), bounds.low(), bounds.high());
        }
    }

    /**
     * A triangular quantile as a distance from the mode. On each side of the mode, the square root of the share of that side's
     * probability that lies beyond a value is the share of that side's length that does. The side is chosen by holding a number
     * too large within the two lengths, without a branch, so that several draws are worked out at once.
     *
     * @param below the length from the mode down to the lowest value, negative or 0
     * @param above the length from the mode up to the highest
     * @param atMode the probability of a value below the mode
     * @param perBelow 1 / {@code atMode}, or the largest number
     * @param perAbove likewise of the probability of a value above the mode
     */
    record Triangle(double mode, double below, double above, double atMode, double perBelow, double perAbove)
            implements Quantile {

        private static final double TOO_LARGE = 0x1p900;

        static Triangle of(double low, double mode, double high) {
            double atMode = (mode - low) / (high - low);
            return new Triangle(
                    mode,
                    low - mode,
                    high - mode,
                    atMode,
                    Math.min(1 / atMode, Double.MAX_VALUE),
                    Math.min(1 / (1 - atMode), Double.MAX_VALUE));
        }

        @Override
        public double at(double probability) {
            double[] draw = {probability};
            turn(draw, 1);
            return draw[0];
        }

        @Override
        public void turn(double[] probabilities, int count) {
            double peak = mode;
            double down = below;
            double up = above;
            double middle = atMode;
            double perDown = perBelow;
            double perUp = perAbove;
            for (int i = 0; i < count; i++) {
                double probability = probabilities[i];
                double beyond = Math.min(probability * perDown, (1 - probability) * perUp);
                double length = Math.max(down, Math.min(up, (probability - middle) * TOO_LARGE));
                probabilities[i] = peak + length * (1 - Math.sqrt(beyond));
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
            case Distribution.Normal normal -> p -> normal.mean() + normal.sd() * NormalScore.at(p);
            case Distribution.StudentT student -> {
                Quantile standard = student.degreesOfFreedom() > NEARLY_NORMAL
                        ? NormalScore::at
                        : TabulatedQuantile.of(Continuous.StudentT.of(student.degreesOfFreedom()));
                yield p -> student.location() + student.scale() * standard.at(p);
            }
            case Distribution.LogNormal logNormal -> logNormal(logNormal.mean(), logNormal.sd());
            case Distribution.Beta beta -> stretched(beta.alpha(), beta.beta(), beta.low(), beta.high());
            case Distribution.Gamma gamma -> {
                Quantile unit = TabulatedQuantile.of(Continuous.UnitGamma.of(gamma.shape()));
                yield p -> gamma.scale() * unit.at(p);
            }
            case Distribution.Event event -> p -> p < 1 - event.probability() ? 0 : 1;
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
        return stretched(1 + 4 * (mode - low) / width, 1 + 4 * (high - mode) / width, low, high);
    }

    private static Quantile stretched(double alpha, double beta, double low, double high) {
        Quantile unit = TabulatedQuantile.of(Continuous.UnitBeta.of(alpha, beta));
        return p -> low + (high - low) * unit.at(p);
    }

    private static Quantile logNormal(double mean, double sd) {
        double logVariance = StrictMath.log1p(sd * sd / (mean * mean));
        double logMean = StrictMath.log(mean) - logVariance / 2;
        double logSd = Math.sqrt(logVariance);
        return p -> StrictMath.exp(logMean + logSd * NormalScore.at(p));
    }

    private static Quantile discrete(List<Double> values, List<Double> probabilities) {
        int[] order = IntStream.range(0, values.size())
                .boxed()
                .sorted(Comparator.comparing(values::get))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] outcomes = IntStream.of(order).mapToDouble(values::get).toArray();
        double[] upTo = IntStream.of(order).mapToDouble(probabilities::get).toArray();
        // One after the other, since sums of parts would have other bits on another number of cores.
        for (int i = 1; i < upTo.length; i++) {
            upTo[i] += upTo[i - 1];
        }
        return p -> outcomes[Math.min(countUpTo(upTo, p), outcomes.length - 1)];
    }

    /** How many of the rising numbers are not above a value. */
    private static int countUpTo(double[] rising, double value) {
        int low = 0;
        int high = rising.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rising[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Quantile empirical(List<Double> draws) {
        double[] sorted =
                draws.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return p -> sorted[(int) (p * sorted.length)];
    }
}
