package org.worthwhile.monitoring;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The weights of trials, as shares: importance weights where something was seen (Kish 1965 for their effective number; Geweke 1989,
 * Econometrica 57, for the estimates and their errors).
 *
 * @param shares by trial, 1 in all
 */
public record Weights(double[] shares) {

    /** All trials alike. */
    static Weights equal(int trials) {
        double[] shares = new double[trials];
        Arrays.fill(shares, 1.0 / trials);
        return new Weights(shares);
    }

    /**
     * In proportion to likelihoods; all 0 where each of them is 0.
     *
     * @param logarithms of the likelihoods, by trial
     */
    static Weights of(double[] logarithms) {
        double largest = Arrays.stream(logarithms).max().orElse(0);
        double[] shares = new double[logarithms.length];
        if (largest == Double.NEGATIVE_INFINITY) {
            return new Weights(shares);
        }
        double sum = 0;
        for (int trial = 0; trial < shares.length; trial++) {
            shares[trial] = StrictMath.exp(logarithms[trial] - largest);
            sum += shares[trial];
        }
        for (int trial = 0; trial < shares.length; trial++) {
            shares[trial] /= sum;
        }
        return new Weights(shares);
    }

    /** How many independent trials of equal weight tell as much: 1 over the sum of squared shares, and 0 where no trial has any. */
    public double effective() {
        double squares = 0;
        for (double share : shares) {
            squares += share * share;
        }
        return squares == 0 ? 0 : 1 / squares;
    }

    /** The mean of a figure. */
    public double mean(double[] values) {
        double mean = 0;
        for (int trial = 0; trial < shares.length; trial++) {
            mean += shares[trial] * values[trial];
        }
        return mean;
    }

    /** The standard deviation of a figure. */
    public double deviation(double[] values) {
        double mean = mean(values);
        double variance = 0;
        for (int trial = 0; trial < shares.length; trial++) {
            variance += shares[trial] * (values[trial] - mean) * (values[trial] - mean);
        }
        return Math.sqrt(variance);
    }

    /** The standard error of {@link #mean} by the number of trials, as if they were drawn one by one. */
    public double standardError(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (int trial = 0; trial < shares.length; trial++) {
            double deviation = shares[trial] * (values[trial] - mean);
            squares += deviation * deviation;
        }
        return Math.sqrt(squares);
    }

    /** The weight of the trials in which a figure is above 0. */
    public double aboveZero(double[] values) {
        double above = 0;
        for (int trial = 0; trial < shares.length; trial++) {
            above += values[trial] > 0 ? shares[trial] : 0;
        }
        return Math.min(1, above);
    }

    /** The least value that so much of the weight does not exceed, for each of the shares of it, which rise. */
    public double[] quantiles(double[] values, double... probabilities) {
        int[] rising = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(trial -> values[trial]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] quantiles = new double[probabilities.length];
        Arrays.fill(quantiles, values[rising[rising.length - 1]]);
        double weight = 0;
        int next = 0;
        for (int trial : rising) {
            weight += shares[trial];
            while (next < probabilities.length && weight >= probabilities[next]) {
                quantiles[next++] = values[trial];
            }
        }
        return quantiles;
    }
}
