package org.worthwhile.attribution.estimation;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Wald's test that several estimates are all zero.
 *
 * @param statistic b' V^-1 b, chi-squared under the hypothesis
 */
public record WaldTest(double statistic, int degreesOfFreedom, double pValue) {

    /** Correlations whose condition is worse than this are taken as singular. */
    private static final double WORST_CONDITION = 1e12;

    /**
     * Tests the estimates; empty when there are none or their covariance is singular. It is judged by its correlations, so
     * that the units of the estimates are of no consequence.
     */
    public static Optional<WaldTest> of(double[] estimates, double[][] covariance) {
        if (estimates.length == 0) {
            return Optional.empty();
        }
        int k = estimates.length;
        double[] scale = new double[k];
        Arrays.setAll(scale, i -> Math.sqrt(Math.abs(covariance[i][i])));
        double[] scaled = new double[k];
        double[][] correlations = new double[k][k];
        for (int i = 0; i < k; i++) {
            if (!(scale[i] > 0)) {
                return Optional.empty();
            }
            scaled[i] = estimates[i] / scale[i];
            for (int j = 0; j < k; j++) {
                correlations[i][j] = covariance[i][j] / scale[i] / scale[j];
            }
        }
        SingularValueDecomposition decomposition =
                new SingularValueDecomposition(new Array2DRowRealMatrix(correlations));
        if (!(decomposition.getConditionNumber() < WORST_CONDITION)) {
            return Optional.empty();
        }
        double[] solved =
                decomposition.getSolver().solve(new ArrayRealVector(scaled)).toArray();
        double statistic = Matrices.dot(scaled, solved);
        return Optional.of(new WaldTest(statistic, k, Inference.chiSquaredPValue(statistic, k)));
    }
}
