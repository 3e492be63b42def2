package org.worthwhile.uncertainty;

import org.apache.commons.statistics.distribution.ContinuousDistribution;

/**
 * A quantile function whose exact inverse takes long, worked out on a grid of normal scores and joined by cubics through
 * values and slopes (Hermite). Between grid points it is right to about eight digits.
 */
final class TabulatedQuantile implements Quantile {

    private static final double WIDEST = 8.25;
    private static final int INTERVALS = 1024;
    private static final double STEP = 2 * WIDEST / INTERVALS;

    private final double[] values = new double[INTERVALS + 1];
    private final double[] slopes = new double[INTERVALS + 1];

    TabulatedQuantile(ContinuousDistribution distribution) {
        for (int i = 0; i <= INTERVALS; i++) {
            double score = -WIDEST + i * STEP;
            values[i] = score <= 0
                    ? distribution.inverseCumulativeProbability(STANDARD_NORMAL.cumulativeProbability(score))
                    : distribution.inverseSurvivalProbability(STANDARD_NORMAL.survivalProbability(score));
        }
        for (int i = 0; i <= INTERVALS; i++) {
            double density = distribution.density(values[i]);
            double slope = STANDARD_NORMAL.density(-WIDEST + i * STEP) / density;
            slopes[i] = density > 0 && Double.isFinite(slope) ? limited(slope, i) : 0;
        }
    }

    /** A slope that keeps the cubic rising (Fritsch and Carlson 1980): at most three times the chords beside it. */
    private double limited(double slope, int i) {
        double before = i > 0 ? (values[i] - values[i - 1]) / STEP : Double.MAX_VALUE;
        double after = i < INTERVALS ? (values[i + 1] - values[i]) / STEP : Double.MAX_VALUE;
        return Math.min(slope, 3 * Math.min(before, after));
    }

    @Override
    public double at(double probability) {
        double position = (STANDARD_NORMAL.inverseCumulativeProbability(probability) + WIDEST) / STEP;
        int i = (int) Math.clamp(position, 0, INTERVALS - 1);
        double s = Math.clamp(position - i, 0, 1);
        double square = s * s;
        double cube = square * s;
        return (2 * cube - 3 * square + 1) * values[i]
                + (cube - 2 * square + s) * STEP * slopes[i]
                + (3 * square - 2 * cube) * values[i + 1]
                + (cube - square) * STEP * slopes[i + 1];
    }
}
