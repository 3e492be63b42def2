package org.worthwhile.attribution.estimation;

import java.util.Optional;

/**
 * A weighted logistic regression by iteratively reweighted least squares (McCullagh and Nelder 1989, section 2.5).
 *
 * @param probabilities fitted, by row
 * @param inverseInformation of the coefficients
 */
public record LogisticRegression(double[] probabilities, double[][] inverseInformation) {

    private static final int MOST_STEPS = 50;
    private static final double TOLERANCE = 1e-12;
    private static final double COLLINEAR = 1e-11;
    private static final double SEPARATED = 1e-10;

    /**
     * Fits the probability of {@code treated} on the columns.
     *
     * @return empty when the fit does not converge, as when a column tells the treated apart wholly, or when columns are
     *     collinear
     */
    public static Optional<LogisticRegression> fit(double[][] columns, boolean[] treated, double[] weights) {
        int n = treated.length;
        double[] index = new double[n];
        double deviance = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[][] weighted = new double[columns.length][n];
            double[] working = new double[n];
            for (int row = 0; row < n; row++) {
                double probability = probability(index[row]);
                double variance = Math.max(probability * (1 - probability), Double.MIN_NORMAL);
                double root = Math.sqrt(weights[row] * variance);
                for (int j = 0; j < columns.length; j++) {
                    weighted[j][row] = columns[j][row] * root;
                }
                working[row] = root * (index[row] + ((treated[row] ? 1 : 0) - probability) / variance);
            }
            QrLeastSquares fit = QrLeastSquares.fit(weighted, working, QrLeastSquares.lengths(weighted), COLLINEAR);
            if (fit.kept().length < columns.length) {
                return Optional.empty();
            }
            double before = deviance;
            deviance = 0;
            for (int row = 0; row < n; row++) {
                index[row] = 0;
                for (int j = 0; j < columns.length; j++) {
                    index[row] += columns[j][row] * fit.coefficients()[j];
                }
                deviance +=
                        2 * weights[row] * StrictMath.log1p(StrictMath.exp(treated[row] ? -index[row] : index[row]));
            }
            if (deviance < SEPARATED * n || !Double.isFinite(deviance)) {
                return Optional.empty();
            }
            if (Math.abs(deviance - before) <= TOLERANCE * (deviance + 1)) {
                double[] probabilities = new double[n];
                java.util.Arrays.setAll(probabilities, row -> probability(index[row]));
                return Optional.of(new LogisticRegression(probabilities, fit.inverseCrossProduct()));
            }
        }
        return Optional.empty();
    }

    private static double probability(double index) {
        return 1 / (1 + StrictMath.exp(-index));
    }
}
