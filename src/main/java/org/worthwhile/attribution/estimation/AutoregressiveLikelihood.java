package org.worthwhile.attribution.estimation;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * The restricted likelihood of errors that are a first-order autoregression, by its correlation.
 *
 * @param columns of which no other explains one
 * @param distances in periods from the row before of the same series; 0 for the first of a series
 */
record AutoregressiveLikelihood(double[] response, double[][] columns, int[] distances) {

    /** Errors as alike as those of a random walk, on Fisher's scale. */
    private static final double HIGHEST = 0.5 * StrictMath.log((1 + 0.998) / (1 - 0.998));

    private static final double LOWEST = -0.5 * StrictMath.log((1 + 0.99) / (1 - 0.99));
    private static final int GRID = 81;
    private static final double STEP = 3e-3;
    private static final double SAME = 1e-12;
    private static final int MOST_STEPS = 100;

    /**
     * Generalised least squares at one correlation.
     *
     * @param fisher atanh of the correlation
     * @param logLikelihood restricted, but for a constant
     * @param variance of the errors
     * @param squares least squares on rows that the autoregression is taken out of; V having ones on its diagonal
     */
    record Fit(double fisher, double logLikelihood, double variance, QrLeastSquares squares) {

        double correlation() {
            return StrictMath.tanh(fisher);
        }

        /** Variance and coefficients from what they may be at this correlation. */
        AutoregressiveErrors.Draw draw(int degrees, SplittableRandom random) {
            double chiSquared = 0;
            for (int i = 0; i < degrees; i++) {
                double normal = random.nextGaussian();
                chiSquared += normal * normal;
            }
            double drawn = degrees * variance / chiSquared;
            double[] normals = new double[squares.coefficients().length];
            Arrays.setAll(normals, _ -> Math.sqrt(drawn) * random.nextGaussian());
            double[] apart = Matrices.times(squares.inverseTriangle(), normals);
            Arrays.setAll(apart, j -> squares.coefficients()[j] + apart[j]);
            return new AutoregressiveErrors.Draw(correlation(), drawn, apart);
        }
    }

    /** Evenly over Fisher's scale, from correlations of -0.99 to 0.998. */
    List<Fit> grid() {
        return IntStream.range(0, GRID)
                .mapToObj(i -> at(LOWEST + (HIGHEST - LOWEST) * i / (GRID - 1)))
                .toList();
    }

    private Fit at(double fisher) {
        double correlation = StrictMath.tanh(fisher);
        double[][] whitened = whitened(correlation);
        QrLeastSquares squares =
                QrLeastSquares.fit(whitened, whitened(response, correlation), QrLeastSquares.lengths(whitened), 0);
        int degrees = response.length - columns.length;
        // What fits exactly is no likelier at one correlation than at another.
        double sum = Math.max(Double.MIN_NORMAL, Matrices.dot(squares.residuals(), squares.residuals()));
        double determinants = 0;
        for (int distance : distances) {
            double alike = alike(correlation, distance);
            determinants += StrictMath.log(1 - alike * alike);
        }
        for (int j = 0; j < columns.length; j++) {
            determinants += 2 * StrictMath.log(Math.abs(squares.triangle()[j][j]));
        }
        return new Fit(fisher, -0.5 * (degrees * StrictMath.log(sum) + determinants), sum / degrees, squares);
    }

    /** Where the slope is 0 about the best of the grid; the best of the grid itself at an end of it. */
    Fit greatest(List<Fit> grid) {
        int best = IntStream.range(0, grid.size())
                .reduce((a, b) -> grid.get(b).logLikelihood > grid.get(a).logLikelihood ? b : a)
                .orElseThrow();
        double low = grid.get(Math.max(0, best - 1)).fisher;
        double high = grid.get(Math.min(grid.size() - 1, best + 1)).fisher;
        return slope(low) > 0 && slope(high) < 0
                ? at(new BrentSolver(SAME, SAME).solve(MOST_STEPS, this::slope, low, high))
                : grid.get(best);
    }

    /** By differences of fourth order, which find where it is 0 far more closely than the likelihoods alone. */
    private double slope(double fisher) {
        double near = at(fisher + STEP).logLikelihood - at(fisher - STEP).logLikelihood;
        double far = at(fisher + 2 * STEP).logLikelihood - at(fisher - 2 * STEP).logLikelihood;
        return (8 * near - far) / (12 * STEP);
    }

    /** The columns without what rows have of those before. */
    double[][] whitened(double correlation) {
        double[][] whitened = new double[columns.length][];
        Arrays.setAll(whitened, j -> whitened(columns[j], correlation));
        return whitened;
    }

    /** The values less what those before have of them, over the root of the share of variance that is new. */
    private double[] whitened(double[] values, double correlation) {
        double[] whitened = values.clone();
        for (int row = 1; row < values.length; row++) {
            double alike = alike(correlation, distances[row]);
            whitened[row] = (values[row] - alike * values[row - 1]) / Math.sqrt(1 - alike * alike);
        }
        return whitened;
    }

    /** How alike errors so far apart are; those of no distance are the first of their series, and like none before. */
    static double alike(double correlation, int distance) {
        return switch (distance) {
            case 0 -> 0;
            case 1 -> correlation;
            default -> StrictMath.pow(correlation, distance);
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AutoregressiveLikelihood likelihood
                && Arrays.equals(response, likelihood.response)
                && Arrays.deepEquals(columns, likelihood.columns)
                && Arrays.equals(distances, likelihood.distances);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(response);
    }
}
