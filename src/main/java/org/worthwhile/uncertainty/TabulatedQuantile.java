package org.worthwhile.uncertainty;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A quantile function without a closed form, worked out on a grid of normal scores and joined by cubics through values and
 * slopes (Hermite). Between grid points it is right to about eight digits.
 */
final class TabulatedQuantile implements Quantile {

    private static final double WIDEST = 8.25;
    private static final int INTERVALS = 1024;
    private static final int MIDDLE = INTERVALS / 2;
    private static final double STEP = 2 * WIDEST / INTERVALS;
    private static final double ACCURACY = 1e-14;
    private static final int MOST_ITERATIONS = 200;

    /** Those that are kept, sixteen kilobytes each. */
    private static final int MOST_TABLES = 500;

    private static final Map<Continuous, TabulatedQuantile> TABLES = new ConcurrentHashMap<>();

    private final double[] values = new double[INTERVALS + 1];
    private final double[] slopes = new double[INTERVALS + 1];

    /** That of a distribution, worked out once however many inputs have it and however often it is asked for. */
    static TabulatedQuantile of(Continuous distribution) {
        if (TABLES.size() >= MOST_TABLES) {
            TABLES.clear();
        }
        return TABLES.computeIfAbsent(distribution, TabulatedQuantile::new);
    }

    private TabulatedQuantile(Continuous distribution) {
        values[MIDDLE] = solve(distribution, 0, distribution.lowest(), distribution.highest(), distribution.centre());
        slopes[MIDDLE] = slope(distribution, MIDDLE);
        for (int i = MIDDLE + 1; i <= INTERVALS; i++) {
            double next = values[i - 1] + STEP * slopes[i - 1];
            values[i] = solve(distribution, score(i), values[i - 1], distribution.highest(), next);
            slopes[i] = slope(distribution, i);
        }
        for (int i = MIDDLE - 1; i >= 0; i--) {
            double next = values[i + 1] - STEP * slopes[i + 1];
            values[i] = solve(distribution, score(i), distribution.lowest(), values[i + 1], next);
            slopes[i] = slope(distribution, i);
        }
        for (int i = 0; i <= INTERVALS; i++) {
            slopes[i] = limited(slopes[i], i);
        }
    }

    private static double score(int i) {
        return -WIDEST + i * STEP;
    }

    private double slope(Continuous distribution, int i) {
        double slope = NormalScore.density(score(i)) / distribution.density(values[i]);
        return Double.isFinite(slope) ? slope : 0;
    }

    /** A slope that keeps the cubic rising (Fritsch and Carlson 1980): at most three times the chords beside it. */
    private double limited(double slope, int i) {
        double before = i > 0 ? (values[i] - values[i - 1]) / STEP : Double.MAX_VALUE;
        double after = i < INTERVALS ? (values[i + 1] - values[i]) / STEP : Double.MAX_VALUE;
        return Math.min(slope, 3 * Math.min(before, after));
    }

    /**
     * The value with the probability of a score below it: by Newton's method on the logarithm of the smaller tail, held
     * between what is known to be too low and too high.
     */
    private static double solve(Continuous distribution, double score, double low, double high, double start) {
        boolean lowerTail = score < 0;
        double wanted = StrictMath.log(NormalScore.probability(-Math.abs(score)));
        double tooLow = low;
        double tooHigh = high;
        double value = within(tooLow, tooHigh, start);
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            double tail = lowerTail ? distribution.below(value) : distribution.above(value);
            double excess = StrictMath.log(tail) - wanted;
            if (excess > 0 == lowerTail) {
                tooHigh = value;
            } else {
                tooLow = value;
            }
            double step = excess * tail / distribution.density(value) * (lowerTail ? -1 : 1);
            double next = distribution.lowest() == 0 ? value * StrictMath.exp(step / value) : value + step;
            next = within(tooLow, tooHigh, next);
            if (Math.abs(next - value) <= ACCURACY * Math.abs(value)) {
                return next;
            }
            value = next;
        }
        return value;
    }

    /** A value, or one between the bounds where it is not. */
    private static double within(double low, double high, double value) {
        if (low < value && value < high) {
            return value;
        }
        if (Double.isInfinite(low)) {
            return 2 * high - 1;
        }
        return Double.isInfinite(high) ? 2 * low + 1 : (low + high) / 2;
    }

    @Override
    public double at(double probability) {
        double position = (NormalScore.at(probability) + WIDEST) / STEP;
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
