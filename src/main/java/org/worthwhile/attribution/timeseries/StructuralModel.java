package org.worthwhile.attribution.timeseries;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * A Bayesian structural series (Brodersen and others 2015, Annals of Applied Statistics 9): outcome = drifting level +
 * regressors x coefficients + noise, fitted to the times before the interruption alone and carried on after it. Drawn by
 * Gibbs's method, the level forwards and backwards in one piece (Carter and Kohn 1994, Biometrika 81).
 *
 * <p>Outcome and regressors are taken in standard deviations of the times before. Priors: the level's drift from one time
 * to the next is about a hundredth of a standard deviation, as sure as from 32 times; the noise's variance is a half, as
 * from one time; coefficients are about 0, with a hundredth of one time's worth of knowledge.
 *
 * @param paths what the outcome would have been, by draw and time after the interruption
 * @param fitted the mean of level and regressors over draws, by time before it
 */
record StructuralModel(double[][] paths, double[] fitted) {

    private static final double DRIFT_GUESS = 0.01;
    private static final double DRIFT_TIMES = 32;
    private static final double NOISE_GUESS = 0.5;
    private static final double NOISE_TIMES = 1;
    private static final double COEFFICIENT_TIMES = 0.01;
    private static final int BURN_IN = 500;

    /**
     * Draws.
     *
     * @param outcome at every time; only the first {@code before} are looked at
     * @param regressors by regressor and time, each of which varies before the interruption
     * @param periods of the times, rising; the level drifts on across a gap
     */
    static StructuralModel draw(
            double[] outcome, double[][] regressors, int[] periods, int before, int draws, long seed) {
        double[] y = Arrays.copyOf(outcome, before);
        double centre = Arrays.stream(y).average().orElseThrow();
        double scale = deviation(y, centre);
        for (int t = 0; t < before; t++) {
            y[t] = (y[t] - centre) / scale;
        }
        double[][] x = standardised(regressors, before);
        int after = outcome.length - before;
        Chain chain = new Chain(y, x, steps(periods), new SplittableRandom(new SplittableRandom(seed).nextLong()));
        double[][] paths = new double[draws][after];
        double[] fitted = new double[before];
        for (int draw = -BURN_IN; draw < draws; draw++) {
            chain.step();
            if (draw >= 0) {
                for (int t = 0; t < before; t++) {
                    fitted[t] += (centre + scale * (chain.level[t] + chain.explained(t))) / draws;
                }
                double[] ahead = chain.ahead(after);
                for (int t = 0; t < after; t++) {
                    paths[draw][t] = centre + scale * ahead[t];
                }
            }
        }
        return new StructuralModel(paths, fitted);
    }

    /** How many periods lie between each time and the one before it; none for the first. */
    private static int[] steps(int[] periods) {
        int[] steps = new int[periods.length];
        for (int t = 1; t < steps.length; t++) {
            steps[t] = periods[t] - periods[t - 1];
        }
        return steps;
    }

    private static double[][] standardised(double[][] regressors, int before) {
        double[][] standardised = new double[regressors.length][];
        for (int j = 0; j < regressors.length; j++) {
            double centre = Arrays.stream(regressors[j], 0, before).average().orElseThrow();
            double scale = deviation(Arrays.copyOf(regressors[j], before), centre);
            standardised[j] = Arrays.stream(regressors[j])
                    .map(value -> (value - centre) / scale)
                    .toArray();
        }
        return standardised;
    }

    /** About the mean; 1 where there is none. */
    static double deviation(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum == 0 ? 1 : Math.sqrt(sum / (values.length - 1));
    }

    /** One chain of draws. */
    private static final class Chain {

        private final double[] y;
        private final double[][] x;
        private final int[] steps;
        private final SplittableRandom random;
        private final RealMatrix crossProduct;
        private final double[] coefficients;
        private final double[] filtered;
        private final double[] spread;
        private double noise = NOISE_GUESS;
        private double drift = DRIFT_GUESS * DRIFT_GUESS;
        final double[] level;

        Chain(double[] y, double[][] x, int[] steps, SplittableRandom random) {
            this.y = y;
            this.x = x;
            this.steps = steps;
            this.random = random;
            this.coefficients = new double[x.length];
            this.level = new double[y.length];
            this.filtered = new double[y.length];
            this.spread = new double[y.length];
            this.crossProduct = new Array2DRowRealMatrix(Math.max(1, x.length), Math.max(1, x.length));
            for (int i = 0; i < x.length; i++) {
                for (int j = 0; j < x.length; j++) {
                    double sum = 0;
                    for (int t = 0; t < y.length; t++) {
                        sum += x[i][t] * x[j][t];
                    }
                    double prior = COEFFICIENT_TIMES * sum / y.length * (i == j ? 1 : 0.5);
                    crossProduct.setEntry(i, j, sum + prior);
                }
            }
        }

        double explained(int t) {
            double sum = 0;
            for (int j = 0; j < x.length; j++) {
                sum += x[j][t] * coefficients[j];
            }
            return sum;
        }

        void step() {
            drawLevel();
            drawCoefficients();
            double squares = 0;
            for (int t = 0; t < y.length; t++) {
                double rest = y[t] - level[t] - explained(t);
                squares += rest * rest;
            }
            noise = variance(NOISE_TIMES + y.length, NOISE_TIMES * NOISE_GUESS + squares);
            double moves = 0;
            for (int t = 1; t < y.length; t++) {
                moves += (level[t] - level[t - 1]) * (level[t] - level[t - 1]) / steps[t];
            }
            drift = variance(DRIFT_TIMES + y.length - 1, DRIFT_TIMES * DRIFT_GUESS * DRIFT_GUESS + moves);
        }

        private void drawLevel() {
            double mean = 0;
            double variance = 1;
            for (int t = 0; t < y.length; t++) {
                variance += steps[t] * drift;
                double gain = variance / (variance + noise);
                mean += gain * (y[t] - explained(t) - mean);
                variance *= 1 - gain;
                filtered[t] = mean;
                spread[t] = variance;
            }
            int last = y.length - 1;
            level[last] = filtered[last] + Math.sqrt(spread[last]) * random.nextGaussian();
            for (int t = last - 1; t >= 0; t--) {
                double gain = spread[t] / (spread[t] + steps[t + 1] * drift);
                level[t] = filtered[t]
                        + gain * (level[t + 1] - filtered[t])
                        + Math.sqrt(spread[t] * (1 - gain)) * random.nextGaussian();
            }
        }

        private void drawCoefficients() {
            if (x.length == 0) {
                return;
            }
            double[] product = new double[x.length];
            for (int j = 0; j < x.length; j++) {
                for (int t = 0; t < y.length; t++) {
                    product[j] += x[j][t] * (y[t] - level[t]);
                }
            }
            CholeskyDecomposition root = new CholeskyDecomposition(crossProduct, 1e-12, 0);
            double[] mean =
                    root.getSolver().solve(new ArrayRealVector(product, false)).toArray();
            double[] noises = new double[x.length];
            Arrays.setAll(noises, _ -> Math.sqrt(noise) * random.nextGaussian());
            RealMatrix upper = root.getLT();
            for (int i = x.length - 1; i >= 0; i--) {
                for (int j = i + 1; j < x.length; j++) {
                    noises[i] -= upper.getEntry(i, j) * noises[j];
                }
                noises[i] /= upper.getEntry(i, i);
                coefficients[i] = mean[i] + noises[i];
            }
        }

        /** The outcome after the last time, by the present draw. */
        double[] ahead(int count) {
            double[] ahead = new double[count];
            double current = level[y.length - 1];
            for (int t = 0; t < count; t++) {
                current += Math.sqrt(steps[y.length + t] * drift) * random.nextGaussian();
                ahead[t] = current + explained(y.length + t) + Math.sqrt(noise) * random.nextGaussian();
            }
            return ahead;
        }

        /** From the inverse gamma distribution of a variance, by a sum of squares and its degrees of freedom. */
        private double variance(double degreesOfFreedom, double squares) {
            return squares / 2 / gamma(degreesOfFreedom / 2);
        }

        /** Marsaglia and Tsang 2000, ACM Transactions on Mathematical Software 26; the shape is at least 1. */
        private double gamma(double shape) {
            double d = shape - 1.0 / 3;
            double c = 1 / Math.sqrt(9 * d);
            while (true) {
                double normal = random.nextGaussian();
                double v = 1 + c * normal;
                v = v * v * v;
                if (v > 0
                        && StrictMath.log(1 - random.nextDouble())
                                < 0.5 * normal * normal + d - d * v + d * StrictMath.log(v)) {
                    return d * v;
                }
            }
        }
    }
}
