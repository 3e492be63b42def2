package org.worthwhile.synthesis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A mixture of distributions of one shape: what is known of a quantity once a parameter that it depends on has been integrated out.
 *
 * @param weights that sum to 1
 * @param means the middle of each
 * @param deviations the scale of each, by which the standard distribution is multiplied
 * @param standard the shape about 0: normal, or Student's t
 */
public record Mixture(double[] weights, double[] means, double[] deviations, ContinuousDistribution standard) {

    private static final int MOST_HALVINGS = 200;
    private static final int MOST_EVALUATIONS = 1000;
    private static final int TABLE = 4000;

    /** Of normal distributions. */
    public static Mixture normal(double[] weights, double[] means, double[] deviations) {
        return new Mixture(weights, means, deviations, NormalDistribution.of(0, 1));
    }

    /** The mean; of Student's t that of its middles. */
    public double mean() {
        return OrthogonalColumns.dot(weights, means);
    }

    double deviation() {
        double mean = mean();
        double variance = 0;
        for (int i = 0; i < weights.length; i++) {
            double off = means[i] - mean;
            variance += weights[i] * (deviations[i] * deviations[i] * standard.getVariance() + off * off);
        }
        return Math.sqrt(variance);
    }

    double density(double x) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] / deviations[i] * standard.density((x - means[i]) / deviations[i]);
        }
        return sum;
    }

    /** The probability below a value. */
    public double below(double x) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * standard.cumulativeProbability((x - means[i]) / deviations[i]);
        }
        return sum;
    }

    /** The value below which it lies with a probability. */
    public double quantile(double probability) {
        double mean = mean();
        double step = deviations[0];
        double low = mean - step;
        double high = mean + step;
        while (below(low) > probability) {
            low -= step;
            step *= 2;
        }
        step = deviations[0];
        while (below(high) < probability) {
            high += step;
            step *= 2;
        }
        return new BrentSolver(1e-14, 1e-13 * (high - low))
                .solve(MOST_EVALUATIONS, x -> below(x) - probability, low, high);
    }

    /** So many quantiles, each as likely as the others, from a fine table of the distribution. */
    public List<Double> quantiles(int count) {
        double low = quantile(0.5 / count);
        double high = quantile(1 - 0.5 / count);
        double[] below = new double[TABLE + 1];
        Arrays.setAll(below, i -> below(low + (high - low) * i / TABLE));
        List<Double> quantiles = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < count; i++) {
            double probability = (i + 0.5) / count;
            while (at < TABLE - 1 && below[at + 1] < probability) {
                at++;
            }
            double share = (probability - below[at]) / (below[at + 1] - below[at]);
            quantiles.add(low + (high - low) * (at + share) / TABLE);
        }
        return quantiles;
    }

    /** Where a rising function has a value, between two bounds. */
    public static double root(DoubleUnaryOperator rising, double value, double low, double high) {
        double below = low;
        double above = high;
        for (int i = 0; i < MOST_HALVINGS && above - below > 1e-12 * (high - low); i++) {
            double middle = below + (above - below) / 2;
            if (rising.applyAsDouble(middle) < value) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return below + (above - below) / 2;
    }
}
