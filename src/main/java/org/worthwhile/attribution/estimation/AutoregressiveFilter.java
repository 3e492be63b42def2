package org.worthwhile.attribution.estimation;

import java.util.Arrays;

/**
 * What the values of a series, whose errors have variance 1, leave new at each row beyond those before: a first-order
 * autoregression with independent noise about it, by the recursions of Kalman (1960; Durbin and Koopman 2012, section 4.3). They are
 * the same linear map for the response and for every column.
 *
 * @param alike how alike the autoregression is with itself at the row before of the same series; 0 at the first
 * @param gains share of what is new at a row that is the autoregression's, and goes on
 * @param variances of what is new at a row
 * @param open the variance that remains of the autoregression at the last row
 */
record AutoregressiveFilter(double[] alike, double[] gains, double[] variances, double open) {

    /**
     * At a correlation of the autoregression from one period to the next.
     *
     * @param noise the share of the errors' variance that is noise: 0 leaves the autoregression alone
     * @param distances in periods from the row before of the same series; 0 for the first of a series
     */
    static AutoregressiveFilter of(double correlation, double noise, int[] distances) {
        double[] alike = new double[distances.length];
        double[] gains = new double[distances.length];
        double[] variances = new double[distances.length];
        double open = 0;
        for (int row = 0; row < distances.length; row++) {
            alike[row] = alike(correlation, distances[row]);
            double square = alike[row] * alike[row];
            double ahead = square * open + (1 - square) * (1 - noise);
            variances[row] = ahead + noise;
            gains[row] = ahead / variances[row];
            open = ahead * (1 - gains[row]);
        }
        return new AutoregressiveFilter(alike, gains, variances, open);
    }

    /** How alike errors so far apart are; those of no distance are the first of their series, and like none before. */
    static double alike(double correlation, int distance) {
        return switch (distance) {
            case 0 -> 0;
            case 1 -> correlation;
            default -> StrictMath.pow(correlation, distance);
        };
    }

    /** What is new at each row, of variance 1. */
    double[] whitened(double[] values) {
        double[] whitened = new double[values.length];
        double level = 0;
        for (int row = 0; row < values.length; row++) {
            double ahead = alike[row] * level;
            whitened[row] = (values[row] - ahead) / Math.sqrt(variances[row]);
            level = ahead + gains[row] * (values[row] - ahead);
        }
        return whitened;
    }

    double[][] whitened(double[][] columns) {
        return Arrays.stream(columns).map(this::whitened).toArray(double[][]::new);
    }

    /** Where the autoregression is expected to be at the last row. */
    double last(double[] values) {
        double level = 0;
        for (int row = 0; row < values.length; row++) {
            double ahead = alike[row] * level;
            level = ahead + gains[row] * (values[row] - ahead);
        }
        return level;
    }

    double logDeterminant() {
        double sum = 0;
        for (double variance : variances) {
            sum += StrictMath.log(variance);
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AutoregressiveFilter filter
                && Arrays.equals(alike, filter.alike)
                && Arrays.equals(gains, filter.gains)
                && Arrays.equals(variances, filter.variances)
                && open == filter.open;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(variances);
    }
}
