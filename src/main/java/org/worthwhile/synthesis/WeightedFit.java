package org.worthwhile.synthesis;

/**
 * Estimates regressed on columns by weighted least squares: y = X b + u + e with Var(u) = tau2 and Var(e) = v, each weight
 * 1 / (v + tau2).
 *
 * @param coefficients b
 * @param inverse of X'WX, their covariance where the weights are inverse variances
 * @param orthogonal of the columns of the root of W times X
 */
record WeightedFit(
        double[] coefficients, double[][] inverse, double[] weights, double[] residuals, OrthogonalColumns orthogonal) {

    /** Fits by weights. */
    static WeightedFit of(double[] y, double[] weights, double[][] columns) {
        int k = y.length;
        double[][] weighted = new double[columns.length][k];
        double[] outcome = new double[k];
        for (int i = 0; i < k; i++) {
            double root = Math.sqrt(weights[i]);
            outcome[i] = root * y[i];
            for (int j = 0; j < columns.length; j++) {
                weighted[j][i] = root * columns[j][i];
            }
        }
        OrthogonalColumns orthogonal = OrthogonalColumns.of(weighted);
        double[] b = orthogonal.solve(outcome);
        double[] residuals = y.clone();
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < b.length; j++) {
                residuals[i] -= columns[j][i] * b[j];
            }
        }
        return new WeightedFit(b, orthogonal.inverseCrossproduct(), weights, residuals, orthogonal);
    }

    /** How far the outcome goes along an orthogonal column. */
    double along(int column) {
        double sum = 0;
        for (int j = column; j < coefficients.length; j++) {
            sum += orthogonal.triangle()[column][j] * coefficients[j];
        }
        return sum;
    }

    /** y'Py = sum w r^2: Cochran's Q where tau2 is 0. */
    double weightedSquares() {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * residuals[i] * residuals[i];
        }
        return sum;
    }

    /** y'PPy = sum (w r)^2. */
    double squaresOfWeighted() {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double each = weights[i] * residuals[i];
            sum += each * each;
        }
        return sum;
    }

    /** The trace of P = W - W X (X'WX)^-1 X'W. */
    double trace() {
        double[] leverages = orthogonal.leverages();
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (1 - leverages[i]);
        }
        return sum;
    }

    /** The trace of PP. */
    double traceOfSquare() {
        double[] leverages = orthogonal.leverages();
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * weights[i] * (1 - 2 * leverages[i]);
        }
        double[][] q = orthogonal.columns();
        for (double[] a : q) {
            for (double[] b : q) {
                double product = 0;
                for (int i = 0; i < weights.length; i++) {
                    product += weights[i] * a[i] * b[i];
                }
                sum += product * product;
            }
        }
        return sum;
    }
}
