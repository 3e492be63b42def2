package org.worthwhile.attribution.timeseries;

import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The average of the values ahead of a series, by the formulas of best linear prediction (universal kriging) with whole matrices at each
 * correlation and share of noise, weighted by the restricted likelihood: none of it is shared with what is tested.
 */
record BestLinearPrediction(double mean, double deviation) {

    private static final double LOWEST = 0.5 * Math.log(0.01 / 1.99);
    private static final double HIGHEST = 0.5 * Math.log(1.998 / 0.002);
    private static final double HALF = 0.5 * Math.log(1.5 / 0.5);
    private static final int STEPS = 880;

    /** The likelihood, and the mean and variance of the average ahead, at a correlation and a share of noise. */
    private record At(double likelihood, double mean, double variance) {}

    /** A series with regressors beside its level, and periods of all times, those ahead included. */
    private record Observed(double[] outcome, double[][] regressors, int[] periods) {

        At at(double correlation, double noise) {
            int before = outcome.length;
            int ahead = periods.length - before;
            int columns = regressors.length + 1;
            RealMatrix errors = new Array2DRowRealMatrix(before, before);
            RealMatrix alike = new Array2DRowRealMatrix(before, 1);
            RealMatrix x = new Array2DRowRealMatrix(before, columns);
            RealMatrix next = new Array2DRowRealMatrix(columns, 1);
            double own = 0;
            for (int i = 0; i < periods.length; i++) {
                for (int j = 0; j < periods.length; j++) {
                    double together = (1 - noise) * Math.pow(correlation, Math.abs(periods[i] - periods[j]))
                            + (i == j ? noise : 0);
                    if (i < before && j < before) {
                        errors.setEntry(i, j, together);
                    } else if (i < before) {
                        alike.addToEntry(i, 0, together / ahead);
                    } else if (j >= before) {
                        own += together / ahead / ahead;
                    }
                }
                for (int column = 0; column < columns; column++) {
                    double value = column == 0 ? 1 : regressors[column - 1][i];
                    if (i < before) {
                        x.setEntry(i, column, value);
                    } else {
                        next.addToEntry(column, 0, value / ahead);
                    }
                }
            }
            RealMatrix y = new Array2DRowRealMatrix(outcome);
            LUDecomposition whole = new LUDecomposition(errors);
            RealMatrix inverse = whole.getSolver().getInverse();
            LUDecomposition information =
                    new LUDecomposition(x.transpose().multiply(inverse).multiply(x));
            RealMatrix beta = information
                    .getSolver()
                    .solve(x.transpose().multiply(inverse).multiply(y));
            RealMatrix rest = y.subtract(x.multiply(beta));
            double squares = rest.transpose().multiply(inverse).multiply(rest).getEntry(0, 0);
            int degrees = before - columns;
            RealMatrix apart = next.subtract(x.transpose().multiply(inverse).multiply(alike));
            double open = own
                    - alike.transpose().multiply(inverse).multiply(alike).getEntry(0, 0)
                    + apart.transpose()
                            .multiply(information.getSolver().solve(apart))
                            .getEntry(0, 0);
            return new At(
                    Math.pow(squares, -degrees / 2.0)
                            / Math.sqrt(whole.getDeterminant() * information.getDeterminant()),
                    next.transpose().multiply(beta).getEntry(0, 0)
                            + alike.transpose().multiply(inverse).multiply(rest).getEntry(0, 0),
                    squares / (degrees - 2) * open);
        }
    }

    /**
     * The prediction: nine tenths of the weight beforehand on an autoregression alone, a tenth over nine shares of noise.
     *
     * @param outcome before
     * @param regressors by regressor and time, those ahead included
     * @param periods of the times, those ahead included
     */
    static BestLinearPrediction of(double[] outcome, double[][] regressors, int[] periods) {
        Observed observed = new Observed(outcome, regressors, periods);
        double[] sums = new double[3];
        IntStream.rangeClosed(0, STEPS)
                .forEach(i -> add(
                        sums, 0.9 / (STEPS + 1), observed.at(Math.tanh(LOWEST + (HIGHEST - LOWEST) * i / STEPS), 0)));
        for (int share = 1; share <= 9; share++) {
            for (int i = 0; i < 25; i++) {
                add(sums, 0.1 / 225, observed.at(Math.tanh(HALF + (HIGHEST - HALF) * i / 24), share / 10.0));
            }
        }
        double mean = sums[1] / sums[0];
        return new BestLinearPrediction(mean, Math.sqrt(sums[2] / sums[0] - mean * mean));
    }

    private static void add(double[] sums, double prior, At at) {
        double weight = prior * at.likelihood;
        sums[0] += weight;
        sums[1] += weight * at.mean;
        sums[2] += weight * (at.variance + at.mean * at.mean);
    }
}
