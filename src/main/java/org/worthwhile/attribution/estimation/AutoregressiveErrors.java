package org.worthwhile.attribution.estimation;

import java.util.List;
import java.util.Locale;

/**
 * A regression of series whose errors are a first-order autoregression: rho^d alike where they are d periods apart. Rho is
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

    /** A sum of squared residuals below this share of the outcome's is rounding. */
    private static final double EXACT = 1e-20;

    /**
     * Fits the response on the terms; those that others explain are left out.
     *
     * @param periods of the rows, rising, as indices on the study's calendar
     */
    public static AutoregressiveErrors fit(double[] response, List<Term> terms, int[] periods) {
        return fit(response, terms, Grouping.of(periods.length, _ -> ""), periods);
    }

    /**
     * The same of several series that do not depend on each other but for the terms, and have one correlation.
     *
     * @param units of the rows, which are in the order of units and within each of periods
     */
    static AutoregressiveErrors fit(double[] response, List<Term> terms, Grouping units, int[] periods) {
        int[] distances = distances(units, periods);
        Regression plain = Regression.fit(response, terms, List.of(), LinearModel.ones(response.length));
        if (isExact(plain, response)) {
            Covariance covariance = plain.degreesOfFreedom() < 1
                    ? new Covariance(plain.bread(), 0, "")
                    : Covariance.of(plain, Covariance.Kind.IID, List.of());
            return new AutoregressiveErrors(plain, 0, covariance);
        }
        AutoregressiveLikelihood likelihood = new AutoregressiveLikelihood(response, plain.regressors(), distances);
        List<AutoregressiveLikelihood.Fit> grid = likelihood.grid();
        AutoregressiveLikelihood.Fit best = likelihood.greatest(grid);
        QrLeastSquares last = best.squares();
        return new AutoregressiveErrors(
                new Regression(
                        plain.terms(),
                        plain.collinear(),
                        last.coefficients(),
                        likelihood.filter(best.correlation(), 0).whitened(plain.regressors()),
                        last.residuals(),
                        last.inverseCrossProduct(),
                        last.inverseTriangle(),
                        List.of(),
                        plain.weights(),
                        plain.parameters()),
                best.correlation(),
                covariance(grid, best, plain.degreesOfFreedom()));
    }

    /** Whether nothing is left to tell the errors by. */
    static boolean isExact(Regression plain, double[] response) {
        return plain.degreesOfFreedom() < 1 || plain.residualSumOfSquares() <= EXACT * Matrices.dot(response, response);
    }

    private static Covariance covariance(
            List<AutoregressiveLikelihood.Fit> grid, AutoregressiveLikelihood.Fit best, int degrees) {
        double[] estimates = best.squares().coefficients();
        int k = estimates.length;
        double[][] matrix = new double[k][k];
        double whole = 0;
        for (AutoregressiveLikelihood.Fit fit : grid) {
            double weight = StrictMath.exp(fit.logLikelihood() - best.logLikelihood());
            double[][] inverse = fit.squares().inverseCrossProduct();
            double[] coefficients = fit.squares().coefficients();
            whole += weight;
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    matrix[i][j] += weight
                            * (fit.variance() * inverse[i][j]
                                    + (coefficients[i] - estimates[i]) * (coefficients[j] - estimates[j]));
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

    /** In periods from the row before of the same series; 0 for the first of a series. */
    static int[] distances(Grouping units, int[] periods) {
        int[] distances = new int[periods.length];
        for (int row = 1; row < periods.length; row++) {
            distances[row] = units.codes()[row] == units.codes()[row - 1] ? periods[row] - periods[row - 1] : 0;
        }
        return distances;
    }
}
