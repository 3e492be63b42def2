package org.worthwhile.attribution.estimation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * A regression of one series whose errors are a first-order autoregression: rho^d alike where they are d periods apart. Rho is
 * by restricted maximum likelihood and the coefficients by generalised least squares at it, as in gls of the R package nlme
 * (Pinheiro and Bates 2000, section 5.1).
 *
 * <p>Errors of the coefficients allow for what the series leaves open about rho, which those at the estimate do not and are too
 * small for in short series: they are means over the restricted likelihood, taken as flat on Fisher's scale atanh(rho), of the
 * variance at each rho and of the squared distance of the coefficients there from the estimate.
 *
 * @param regression on rows that the autoregression at the estimate is taken out of, so that its residuals are innovations
 * @param correlation the estimate of rho
 * @param covariance of the coefficients, with n - K degrees of freedom
 */
public record AutoregressiveErrors(Regression regression, double correlation, Covariance covariance) {

    /** Errors as alike as those of a random walk, on Fisher's scale. */
    private static final double HIGHEST = 0.5 * StrictMath.log((1 + 0.998) / (1 - 0.998));

    private static final double LOWEST = -0.5 * StrictMath.log((1 + 0.99) / (1 - 0.99));
    private static final int GRID = 81;
    private static final double STEP = 3e-3;
    private static final double SAME = 1e-12;
    private static final int MOST_STEPS = 100;

    /** A sum of squared residuals below this share of the outcome's is rounding. */
    private static final double EXACT = 1e-20;

    /**
     * Fits the response on the terms; those that others explain are left out.
     *
     * @param periods of the rows, rising, as indices on the study's calendar
     */
    public static AutoregressiveErrors fit(double[] response, List<Term> terms, int[] periods) {
        Regression plain = Regression.fit(response, terms, List.of(), LinearModel.ones(response.length));
        if (plain.degreesOfFreedom() < 1 || plain.residualSumOfSquares() <= EXACT * Matrices.dot(response, response)) {
            Covariance covariance = plain.degreesOfFreedom() < 1
                    ? new Covariance(plain.bread(), 0, "")
                    : Covariance.of(plain, Covariance.Kind.IID, List.of());
            return new AutoregressiveErrors(plain, 0, covariance);
        }
        Likelihood likelihood = new Likelihood(response, plain.regressors(), periods);
        List<Fit> grid = IntStream.range(0, GRID)
                .mapToObj(i -> likelihood.at(LOWEST + (HIGHEST - LOWEST) * i / (GRID - 1)))
                .toList();
        Fit best = likelihood.greatest(grid);
        double[][] whitened = whitened(plain.regressors(), best.correlation(), periods);
        QrLeastSquares last = QrLeastSquares.fit(
                whitened, whitened(response, best.correlation(), periods), QrLeastSquares.lengths(whitened), 0);
        return new AutoregressiveErrors(
                new Regression(
                        plain.terms(),
                        plain.collinear(),
                        last.coefficients(),
                        whitened,
                        last.residuals(),
                        last.inverseCrossProduct(),
                        last.inverseTriangle(),
                        List.of(),
                        plain.weights(),
                        plain.parameters()),
                best.correlation(),
                covariance(grid, best, plain.degreesOfFreedom()));
    }

    private static Covariance covariance(List<Fit> grid, Fit best, int degrees) {
        int k = best.coefficients.length;
        double[][] matrix = new double[k][k];
        double whole = 0;
        for (Fit fit : grid) {
            double weight = StrictMath.exp(fit.logLikelihood - best.logLikelihood);
            whole += weight;
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    matrix[i][j] += weight
                            * (fit.variance * fit.inverse[i][j]
                                    + (fit.coefficients[i] - best.coefficients[i])
                                            * (fit.coefficients[j] - best.coefficients[j]));
                }
            }
        }
        return new Covariance(
                Matrices.times(matrix, 1 / whole),
                degrees,
                String.format(
                        Locale.UK,
                        "Errors follow a first-order autoregression whose correlation from one period to the next, %.2f, is by"
                                + " restricted maximum likelihood (gls of the R package nlme); what is not observed is stepped"
                                + " over. Standard errors allow for what the series leaves open about that correlation: they are"
                                + " means over its likelihood, flat on Fisher's scale. Degrees of freedom %d, times less terms.",
                        best.correlation(),
                        degrees));
    }

    /** The values less what those before have of them, over the root of the share of variance that is new. */
    private static double[] whitened(double[] values, double correlation, int[] periods) {
        double[] whitened = values.clone();
        for (int row = 1; row < values.length; row++) {
            double alike = alike(correlation, periods[row] - periods[row - 1]);
            whitened[row] = (values[row] - alike * values[row - 1]) / Math.sqrt(1 - alike * alike);
        }
        return whitened;
    }

    private static double[][] whitened(double[][] columns, double correlation, int[] periods) {
        double[][] whitened = new double[columns.length][];
        Arrays.setAll(whitened, j -> whitened(columns[j], correlation, periods));
        return whitened;
    }

    private static double alike(double correlation, int distance) {
        return distance == 1 ? correlation : StrictMath.pow(correlation, distance);
    }

    /**
     * Generalised least squares at one correlation.
     *
     * @param fisher atanh of the correlation
     * @param logLikelihood restricted, but for a constant
     * @param variance of the errors
     * @param inverse (X'V^-1X)^-1, V having ones on its diagonal
     */
    private record Fit(
            double fisher, double logLikelihood, double variance, double[] coefficients, double[][] inverse) {

        double correlation() {
            return StrictMath.tanh(fisher);
        }
    }

    /** The restricted likelihood of a series. */
    private record Likelihood(double[] response, double[][] columns, int[] periods) {

        Fit at(double fisher) {
            double correlation = StrictMath.tanh(fisher);
            double[][] whitened = whitened(columns, correlation, periods);
            QrLeastSquares fit = QrLeastSquares.fit(
                    whitened, whitened(response, correlation, periods), QrLeastSquares.lengths(whitened), 0);
            int degrees = response.length - columns.length;
            double squares = Matrices.dot(fit.residuals(), fit.residuals());
            double determinants = 0;
            for (int row = 1; row < periods.length; row++) {
                double alike = alike(correlation, periods[row] - periods[row - 1]);
                determinants += StrictMath.log(1 - alike * alike);
            }
            for (int j = 0; j < columns.length; j++) {
                determinants += 2 * StrictMath.log(Math.abs(fit.triangle()[j][j]));
            }
            return new Fit(
                    fisher,
                    -0.5 * (degrees * StrictMath.log(squares) + determinants),
                    squares / degrees,
                    fit.coefficients(),
                    fit.inverseCrossProduct());
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
    }
}
