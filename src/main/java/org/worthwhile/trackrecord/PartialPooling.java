package org.worthwhile.trackrecord;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.worthwhile.synthesis.HalfLine;
import org.worthwhile.synthesis.Mixture;
import org.worthwhile.synthesis.Prior;

/**
 * The one-way model of random effects: a value of a project is the mean of all kinds, plus what its kind adds, normal with standard
 * deviation tau, plus what the project adds, normal with standard deviation sigma. The prior is flat for the mean, 1/sigma for sigma, and as
 * given for tau/sigma; given tau/sigma all posteriors are Student's t or scaled inverse chi-squared (Gelman and others 2013, Bayesian Data
 * Analysis, sections 3.2 and 5.4), and tau/sigma is integrated out by Gauss and Legendre's rule, without any draw.
 */
final class PartialPooling {

    private static final int PANELS = 16;
    private static final int PANELS_OF_VARIANCE = 6;

    private final double[] counts;
    private final double[] means;
    private final double within;
    private final int degrees;
    private final double[] ratios;
    private final double[] weights;

    private PartialPooling(double[] counts, double[] means, double within, int degrees, Prior prior) {
        this.counts = counts;
        this.means = means;
        this.within = within;
        this.degrees = degrees;
        if (counts.length == 1) {
            this.ratios = new double[] {0};
            this.weights = new double[] {1};
        } else {
            HalfLine line = HalfLine.of(1, PANELS, ratio -> prior.logDensity(ratio) + logLikelihood(ratio));
            this.ratios = line.points();
            this.weights = line.weights();
        }
    }

    /**
     * The posterior of values by kind. Of one kind alone tau cannot be told, and what is known is that of a sample from a normal
     * distribution.
     *
     * @param values of each kind on the scale of the analysis; no kind empty, and not all values alike
     * @param prior of tau/sigma
     */
    static PartialPooling of(List<double[]> values, Prior prior) {
        double[] counts = values.stream().mapToDouble(each -> each.length).toArray();
        double[] means = values.stream()
                .mapToDouble(each -> Arrays.stream(each).sum() / each.length)
                .toArray();
        double within = 0;
        for (int k = 0; k < means.length; k++) {
            for (double value : values.get(k)) {
                within += (value - means[k]) * (value - means[k]);
            }
        }
        int projects = (int) Arrays.stream(counts).sum();
        return new PartialPooling(counts, means, within, projects - 1, prior);
    }

    /** What is known given tau/sigma: the weight of each kind's own mean, the mean of all and the sums that its spread comes of. */
    private record Given(double[] shrinkage, double precision, double mean, double squares) {}

    private Given given(double ratio) {
        double[] shrinkage = new double[counts.length];
        double precision = 0;
        double product = 0;
        for (int k = 0; k < counts.length; k++) {
            shrinkage[k] = 1 / (1 + counts[k] * ratio * ratio);
            precision += counts[k] * shrinkage[k];
            product += counts[k] * shrinkage[k] * means[k];
        }
        double mean = product / precision;
        double squares = within;
        for (int k = 0; k < counts.length; k++) {
            squares += counts[k] * shrinkage[k] * (means[k] - mean) * (means[k] - mean);
        }
        return new Given(shrinkage, precision, mean, squares);
    }

    /** The logarithm of the likelihood of tau/sigma, with the mean and sigma integrated out. */
    double logLikelihood(double ratio) {
        Given given = given(ratio);
        double log = -StrictMath.log(given.precision()) / 2 - degrees * StrictMath.log(given.squares()) / 2;
        for (double each : given.shrinkage()) {
            log += StrictMath.log(each) / 2;
        }
        return log;
    }

    /** A location and its variance given tau/sigma, the variance in units of that within kinds. */
    private record Middle(double location, double variance) {}

    /** @param kind its number; negative for a kind of which there is no project */
    private static Middle ofKind(Given given, int kind, double[] means, double ratio) {
        if (kind < 0) {
            return new Middle(given.mean(), ratio * ratio + 1 / given.precision());
        }
        double rest = given.shrinkage()[kind];
        return new Middle(
                given.mean() + (1 - rest) * (means[kind] - given.mean()),
                ratio * ratio * rest + rest * rest / given.precision());
    }

    /** The mean of all kinds. */
    Mixture overall() {
        return studentised((given, _) -> new Middle(given.mean(), 1 / given.precision()));
    }

    /** The mean of a kind. */
    Mixture mean(int kind) {
        return studentised((given, ratio) -> ofKind(given, kind, means, ratio));
    }

    /** The next project of a kind; of a kind that is not in the record where its number is negative. */
    Mixture next(int kind) {
        return studentised((given, ratio) -> {
            Middle middle = ofKind(given, kind, means, ratio);
            return new Middle(middle.location(), middle.variance() + 1);
        });
    }

    private interface Location {
        Middle at(Given given, double ratio);
    }

    private Mixture studentised(Location location) {
        int points = ratios.length;
        double[] middles = new double[points];
        double[] scales = new double[points];
        for (int i = 0; i < points; i++) {
            Given given = given(ratios[i]);
            Middle middle = location.at(given, ratios[i]);
            middles[i] = middle.location();
            scales[i] = Math.sqrt(middle.variance() * given.squares() / degrees);
        }
        return new Mixture(weights, middles, scales, TDistribution.of(degrees));
    }

    /** The logarithm of the mean ratio of a kind where values are logarithms: its mean plus half the variance within kinds. */
    Mixture logOfMeanRatio(int kind) {
        HalfLine spread = HalfLine.of(
                1,
                PANELS_OF_VARIANCE,
                v -> v == 0 ? Double.NEGATIVE_INFINITY : -(degrees / 2.0 + 1) * StrictMath.log(v) - degrees / (2 * v));
        int inner = spread.points().length;
        double[] shares = new double[ratios.length * inner];
        double[] middles = new double[shares.length];
        double[] deviations = new double[shares.length];
        for (int i = 0; i < ratios.length; i++) {
            Given given = given(ratios[i]);
            Middle middle = ofKind(given, kind, means, ratios[i]);
            for (int j = 0; j < inner; j++) {
                double variance = given.squares() / degrees * spread.points()[j];
                shares[i * inner + j] = weights[i] * spread.weights()[j];
                middles[i * inner + j] = middle.location() + variance / 2;
                deviations[i * inner + j] = Math.sqrt(variance * middle.variance());
            }
        }
        return Mixture.normal(shares, middles, deviations);
    }

    /** The value below which sigma, the standard deviation within kinds, lies with a probability. */
    double sigma(double probability) {
        return deviation(probability, _ -> 1);
    }

    /** The value below which tau, the standard deviation between kinds, lies with a probability. */
    double tau(double probability) {
        return deviation(probability, ratio -> ratio);
    }

    private double deviation(double probability, DoubleUnaryOperator times) {
        ChiSquaredDistribution chiSquared = ChiSquaredDistribution.of(degrees);
        double[] squares = Arrays.stream(ratios)
                .map(ratio -> given(ratio).squares() * times.applyAsDouble(ratio) * times.applyAsDouble(ratio))
                .toArray();
        DoubleUnaryOperator below = value -> {
            double sum = 0;
            for (int i = 0; i < squares.length; i++) {
                sum += weights[i] * chiSquared.survivalProbability(squares[i] / (value * value));
            }
            return sum;
        };
        double high = Math.sqrt(given(0).squares() / degrees);
        while (below.applyAsDouble(high) < probability) {
            high *= 2;
        }
        return Mixture.root(below, probability, 0, high);
    }
}
