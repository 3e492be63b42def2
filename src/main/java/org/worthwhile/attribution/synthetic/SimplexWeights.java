package org.worthwhile.attribution.synthetic;

import java.util.Arrays;

/**
 * Weights of 0 to 1 that sum to 1 and make a mixture of columns most like a target, with a penalty on uneven weights: the
 * Frank-Wolfe steps, stopping rule and sparsification of Arkhangelsky, Athey, Hirshberg, Imbens and Wager (2021, American
 * Economic Review 111, algorithm 1) as their package takes them.
 */
final class SimplexWeights {

    private static final int STEPS_BEFORE_SPARSE = 100;
    private static final int MOST_STEPS = 10_000;
    private static final double SMALL_SHARE = 0.25;

    private final double[][] columns;
    private final double[] target;
    private final double penalty;
    private final double least;

    /**
     * @param columns by column and row
     * @param target by row
     * @param intercept whether the mixture may lie above or below the target by a constant
     * @param zeta the root of the penalty
     * @param leastDecrease the root of the decrease of the objective below which steps end
     */
    SimplexWeights(double[][] columns, double[] target, boolean intercept, double zeta, double leastDecrease) {
        this.columns =
                intercept ? Arrays.stream(columns).map(SimplexWeights::centred).toArray(double[][]::new) : columns;
        this.target = intercept ? centred(target) : target;
        this.penalty = zeta * zeta;
        this.least = leastDecrease * leastDecrease;
    }

    private static double[] centred(double[] values) {
        double mean = Arrays.stream(values).sum() / values.length;
        return Arrays.stream(values).map(value -> value - mean).toArray();
    }

    /** The weights, found from a start. */
    double[] from(double[] start) {
        return steps(sparse(steps(start, STEPS_BEFORE_SPARSE)), MOST_STEPS);
    }

    static double[] equal(int columns) {
        double[] weights = new double[columns];
        Arrays.fill(weights, 1.0 / columns);
        return weights;
    }

    private static double[] sparse(double[] weights) {
        double bound = Arrays.stream(weights).max().orElse(0) * SMALL_SHARE;
        double[] kept = Arrays.stream(weights)
                .map(weight -> weight <= bound ? 0 : weight)
                .toArray();
        double sum = Arrays.stream(kept).sum();
        return Arrays.stream(kept).map(weight -> weight / sum).toArray();
    }

    private double[] steps(double[] start, int most) {
        int n = target.length;
        double eta = n * penalty;
        double[] weights = start.clone();
        double[] error = new double[n];
        for (int row = 0; row < n; row++) {
            error[row] = -target[row];
        }
        for (int j = 0; j < columns.length; j++) {
            for (int row = 0; weights[j] != 0 && row < n; row++) {
                error[row] += weights[j] * columns[j][row];
            }
        }
        double before = Double.POSITIVE_INFINITY;
        for (int step = 0; step < most; step++) {
            step(weights, error, eta);
            double now = penalty * square(weights) + square(error) / n;
            if (step >= 1 && before - now <= least) {
                break;
            }
            before = now;
        }
        return weights;
    }

    /** Towards the column along which the objective falls most, as far as it falls. */
    private void step(double[] weights, double[] error, double eta) {
        int best = 0;
        double steepest = Double.POSITIVE_INFINITY;
        double along = 0;
        for (int j = 0; j < columns.length; j++) {
            double slope = eta * weights[j];
            double[] column = columns[j];
            for (int row = 0; row < error.length; row++) {
                slope += error[row] * column[row];
            }
            along += slope * weights[j];
            if (slope < steepest) {
                steepest = slope;
                best = j;
            }
        }
        double change = 0;
        double[] column = columns[best];
        for (int row = 0; row < error.length; row++) {
            double difference = column[row] - error[row] - target[row];
            change += difference * difference;
        }
        double moved = square(weights) - weights[best] * weights[best] + (1 - weights[best]) * (1 - weights[best]);
        double length = change + eta * moved;
        if (length == 0) {
            return;
        }
        double share = Math.clamp((along - steepest) / length, 0, 1);
        for (int j = 0; j < weights.length; j++) {
            weights[j] *= 1 - share;
        }
        weights[best] += share;
        for (int row = 0; row < error.length; row++) {
            error[row] += share * (column[row] - error[row] - target[row]);
        }
    }

    private static double square(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }
}
