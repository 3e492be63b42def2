package org.worthwhile.attribution.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A weighted least-squares regression, its fixed effects taken out first (Frisch and Waugh 1933; Lovell 1963).
 *
 * @param terms those that entered, in order
 * @param collinear names of those that were left out because others explain them
 * @param coefficients of the terms
 * @param regressors the terms without fixed effects and times the square root of the weight, k arrays of n values
 * @param residuals times the square root of the weight
 * @param bread (X'WX)^-1
 * @param inverseTriangle R^-1 of the regressors' QR decomposition, from which leverages come
 * @param weights of the rows
 * @param parameters estimated, fixed effects among them
 */
public record Regression(
        List<String> terms,
        List<String> collinear,
        double[] coefficients,
        double[][] regressors,
        double[] residuals,
        double[][] bread,
        double[][] inverseTriangle,
        List<Grouping> fixedEffects,
        double[] weights,
        int parameters) {

    /** A term counts as collinear when the others explain all but this share of its length. */
    private static final double COLLINEAR = 1e-11;

    /** The same where fixed effects were swept out, which leaves rounding of its own. */
    private static final double COLLINEAR_WITHIN = 1e-9;

    /**
     * Fits the response on the terms.
     *
     * @param weights of the rows, all above 0
     * @param fixedEffects to take out first; without any, the terms should hold an intercept
     */
    public static Regression fit(double[] response, List<Term> terms, List<Grouping> fixedEffects, double[] weights) {
        FixedEffects effects = FixedEffects.of(fixedEffects, weights);
        boolean equal = areOnes(weights);
        double[][] columns = new double[terms.size()][];
        double[] lengths = new double[terms.size()];
        double[][] outcomes = new double[1][];
        // Each column for itself, so that the number of threads is of no consequence.
        IntStream.rangeClosed(0, columns.length).parallel().forEach(j -> {
            if (j == columns.length) {
                outcomes[0] = weighted(effects.without(response), weights, equal);
            } else {
                double[] values = terms.get(j).values();
                lengths[j] = QrLeastSquares.lengths(new double[][] {weighted(values, weights, equal)})[0];
                columns[j] = weighted(effects.without(values), weights, equal);
            }
        });
        double[] outcome = outcomes[0];
        double tolerance = fixedEffects.isEmpty() ? COLLINEAR : COLLINEAR_WITHIN;
        QrLeastSquares fit = QrLeastSquares.fit(columns, outcome, lengths, tolerance);
        List<String> kept = new ArrayList<>();
        List<double[]> regressors = new ArrayList<>();
        for (int position : fit.kept()) {
            kept.add(terms.get(position).name());
            regressors.add(columns[position]);
        }
        List<String> collinear = new ArrayList<>();
        for (int j = 0; j < columns.length; j++) {
            if (Arrays.binarySearch(fit.kept(), j) < 0) {
                collinear.add(terms.get(j).name());
            }
        }
        double[][] entered = regressors.toArray(double[][]::new);
        int absorbed = fixedEffects.isEmpty() ? 0 : effects.parameters();
        return new Regression(
                kept,
                collinear,
                fit.coefficients(),
                entered,
                fit.residuals(),
                fit.inverseCrossProduct(),
                fit.inverseTriangle(),
                List.copyOf(fixedEffects),
                weights,
                kept.size() + absorbed);
    }

    /** How many rows it is of. */
    public int rows() {
        return residuals.length;
    }

    /** Rows less estimated parameters. */
    public int degreesOfFreedom() {
        return rows() - parameters;
    }

    /** The weighted sum of squared residuals. */
    public double residualSumOfSquares() {
        double sum = 0;
        for (double residual : residuals) {
            sum += residual * residual;
        }
        return sum;
    }

    /** The values times the roots of their weights; the values themselves where the weights are equal, being 1. */
    private static double[] weighted(double[] values, double[] weights, boolean equal) {
        if (equal) {
            return values;
        }
        double[] weighted = new double[values.length];
        for (int row = 0; row < values.length; row++) {
            weighted[row] = values[row] * Math.sqrt(weights[row]);
        }
        return weighted;
    }

    private static boolean areOnes(double[] weights) {
        for (double weight : weights) {
            if (weight != 1) {
                return false;
            }
        }
        return true;
    }

    /** The coefficients that another response would have with these terms, fixed effects and weights. */
    public double[] coefficientsOf(double[] response) {
        double[] products = new double[regressors.length];
        double[] weightedResponse = weighted(response, weights, areOnes(weights));
        for (int j = 0; j < products.length; j++) {
            products[j] = Matrices.dot(regressors[j], weightedResponse);
        }
        return Matrices.times(bread, products);
    }

    /** Whether leverages can be computed: with several fixed effects, those beside the largest must not be too many. */
    public boolean hasLeverage() {
        return EffectLeverage.isFeasible(fixedEffects);
    }

    /** The same for what clusters decide of their own fit. */
    public boolean hasClusterLeverage() {
        return BiasReduced.isFeasible(this);
    }

    /** About how many multiplications the bias-reduced covariance of these clusters takes (see {@link BiasReduced}). */
    public double workOfClusterLeverage(Grouping clusters) {
        return BiasReduced.work(this, clusters);
    }

    /**
     * One more than the degrees of freedom that clusters leave the term's error (see {@link BiasReduced}); 1 where clusters fit the
     * term so closely that its error cannot be told.
     */
    public double clustersInEffect(int term, Grouping clusters) {
        return 1 + BiasReduced.degreesOfFreedom(this, term, clusters);
    }

    /** The diagonal of the hat matrix: the squared length of each row of Q = X R^-1, with the fixed effects' share. */
    public double[] leverages() {
        double[] leverages = EffectLeverage.of(fixedEffects, weights);
        for (int row = 0; row < leverages.length; row++) {
            for (int j = 0; j < regressors.length; j++) {
                double entry = 0;
                for (int i = 0; i <= j; i++) {
                    entry += regressors[i][row] * inverseTriangle[i][j];
                }
                leverages[row] += entry * entry;
            }
        }
        return leverages;
    }
}
