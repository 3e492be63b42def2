package org.worthwhile.attribution.estimation;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * The restricted likelihood of errors that are a first-order autoregression, by its correlation, with or without independent noise
 * about it, by its share of their variance.
 *
 * @param columns of which no other explains one
 * @param distances in periods from the row before of the same series; 0 for the first of a series
 */
record AutoregressiveLikelihood(double[] response, double[][] columns, int[] distances) {

    /** Errors as alike as those of a random walk, on Fisher's scale. */
    private static final double HIGHEST = 0.5 * StrictMath.log((1 + 0.998) / (1 - 0.998));

    private static final double LOWEST = -0.5 * StrictMath.log((1 + 0.99) / (1 - 0.99));
    private static final int GRID = 81;

    /** Noise is told from an autoregression only about one that lasts: from a correlation of 0.5, on Fisher's scale. */
    private static final double LOWEST_BENEATH_NOISE = 0.5 * StrictMath.log(1.5 / 0.5);

    private static final int NOISY_GRID = 25;
    private static final int SHARES = 10;
    private static final double STEP = 3e-3;
    private static final double SAME = 1e-12;
    private static final int MOST_STEPS = 100;

    /**
     * Generalised least squares at one correlation.
     *
     * @param fisher atanh of the autoregression's correlation from one period to the next
     * @param noise the share of the errors' variance that is noise about it
     * @param logLikelihood restricted, but for a constant
     * @param variance of the errors
     * @param squares least squares on rows that the autoregression is taken out of; V having ones on its diagonal
     */
    record Fit(double fisher, double noise, double logLikelihood, double variance, QrLeastSquares squares) {

        double correlation() {
            return StrictMath.tanh(fisher);
        }

        /** Variance and coefficients from what they may be at this correlation. */
        SerialErrors.Draw draw(int degrees, SplittableRandom random) {
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
            return new SerialErrors.Draw(correlation(), noise, drawn, apart);
        }
    }

    /** Evenly over Fisher's scale, from correlations of -0.99 to 0.998. */
    List<Fit> grid() {
        return IntStream.range(0, GRID)
                .mapToObj(i -> at(LOWEST + (HIGHEST - LOWEST) * i / (GRID - 1)))
                .toList();
    }

    /** With noise about autoregressions that last, in tenths of the variance. */
    List<Fit> noisyGrid() {
        return IntStream.range(1, SHARES)
                .boxed()
                .flatMap(share -> IntStream.range(0, NOISY_GRID)
                        .mapToObj(i -> at(
                                LOWEST_BENEATH_NOISE + (HIGHEST - LOWEST_BENEATH_NOISE) * i / (NOISY_GRID - 1),
                                share / (double) SHARES)))
                .toList();
    }

    /** Without noise at a correlation. */
    Fit alone(double correlation) {
        return at(0.5 * StrictMath.log((1 + correlation) / (1 - correlation)));
    }

    private Fit at(double fisher) {
        return at(fisher, 0);
    }

    private Fit at(double fisher, double noise) {
        AutoregressiveFilter filter = filter(StrictMath.tanh(fisher), noise);
        double[][] whitened = filter.whitened(columns);
        QrLeastSquares squares =
                QrLeastSquares.fit(whitened, filter.whitened(response), QrLeastSquares.lengths(whitened), 0);
        int degrees = response.length - columns.length;
        // What fits exactly is no likelier at one correlation than at another.
        double sum = Math.max(Double.MIN_NORMAL, Matrices.dot(squares.residuals(), squares.residuals()));
        double determinants = filter.logDeterminant();
        for (int j = 0; j < columns.length; j++) {
            determinants += 2 * StrictMath.log(Math.abs(squares.triangle()[j][j]));
        }
        return new Fit(fisher, noise, -0.5 * (degrees * StrictMath.log(sum) + determinants), sum / degrees, squares);
    }

    AutoregressiveFilter filter(double correlation, double noise) {
        return AutoregressiveFilter.of(correlation, noise, distances);
    }

    static Fit likeliest(List<Fit> grid) {
        return grid.stream()
                .reduce((a, b) -> b.logLikelihood > a.logLikelihood ? b : a)
                .orElseThrow();
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
