package org.worthwhile.attribution.discontinuity;

import java.util.Arrays;
import org.worthwhile.attribution.estimation.QrLeastSquares;

/**
 * A local polynomial at the cutoff as weights on outcomes: every coefficient is a sum of outcomes times fixed weights.
 *
 * @param weights by power of the running variable and row: coefficient = sum of weights x outcome
 */
record LocalPolynomial(double[][] weights) {

    private static final double COLLINEAR = 1e-14;

    /**
     * Fits powers 0 to {@code order} to the rows of a side, the cutoff being at 0.
     *
     * @param bandwidth rows beyond it get weights of 0
     */
    static LocalPolynomial fit(Side side, int order, Kernel kernel, double bandwidth) {
        int n = side.size();
        double[][] columns = new double[order + 1][n];
        double[] roots = new double[n];
        for (int i = 0; i < n; i++) {
            roots[i] = Math.sqrt(side.weight(i, kernel, bandwidth));
            double power = roots[i];
            for (int j = 0; j <= order; j++) {
                columns[j][i] = power;
                power *= side.x()[i];
            }
        }
        QrLeastSquares fit = QrLeastSquares.fit(columns, roots, QrLeastSquares.lengths(columns), COLLINEAR);
        if (fit.kept().length <= order) {
            throw new TooFewRows();
        }
        double[][] inverse = fit.inverseCrossProduct();
        double[][] weights = new double[order + 1][n];
        for (int j = 0; j <= order; j++) {
            for (int i = 0; i < n; i++) {
                double sum = 0;
                for (int k = 0; k <= order; k++) {
                    sum += inverse[j][k] * columns[k][i];
                }
                weights[j][i] = sum * roots[i];
            }
        }
        return new LocalPolynomial(weights);
    }

    /** The coefficient of a power. */
    double coefficient(int power, double[] outcome) {
        double sum = 0;
        for (int i = 0; i < outcome.length; i++) {
            sum += weights[power][i] * outcome[i];
        }
        return sum;
    }

    /** What the polynomial leaves of the outcome. */
    double[] residuals(double[] x, double[] outcome) {
        double[] coefficients = new double[weights.length];
        Arrays.setAll(coefficients, power -> coefficient(power, outcome));
        double[] residuals = outcome.clone();
        for (int i = 0; i < x.length; i++) {
            double power = 1;
            for (double coefficient : coefficients) {
                residuals[i] -= coefficient * power;
                power *= x[i];
            }
        }
        return residuals;
    }

    /** By how much a row's fitted value moves with its outcome. */
    double leverage(int row, double x) {
        double sum = 0;
        double power = 1;
        for (double[] ofPower : weights) {
            sum += ofPower[row] * power;
            power *= x;
        }
        return sum;
    }

    /** What the coefficient of a power picks up of the running variable to the given degree. */
    double pickedUp(int power, double[] x, int degree) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += weights[power][i] * StrictMath.pow(x[i], degree);
        }
        return sum;
    }

    /** The variance of a sum of independent outcomes with such residuals. */
    static double variance(double[] weights, double[] residuals) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double part = weights[i] * residuals[i];
            sum += part * part;
        }
        return sum;
    }

    /** Thrown when a side has too few different values within the bandwidth. */
    static final class TooFewRows extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
