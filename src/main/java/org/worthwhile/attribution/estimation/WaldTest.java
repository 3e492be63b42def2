package org.worthwhile.attribution.estimation;

import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Wald's test that several estimates are all zero.
 *
 * @param statistic b' V^-1 b, chi-squared under the hypothesis
 */
public record WaldTest(double statistic, int degreesOfFreedom, double pValue) {

    /** A covariance whose condition is worse than this is taken as singular. */
    private static final double WORST_CONDITION = 1e12;

    /** Tests the estimates; empty when there are none or their covariance is singular. */
    public static Optional<WaldTest> of(double[] estimates, double[][] covariance) {
        if (estimates.length == 0) {
            return Optional.empty();
        }
        SingularValueDecomposition decomposition = new SingularValueDecomposition(new Array2DRowRealMatrix(covariance));
        if (!(decomposition.getConditionNumber() < WORST_CONDITION)) {
            return Optional.empty();
        }
        double[] solved = decomposition
                .getSolver()
                .solve(new org.apache.commons.math3.linear.ArrayRealVector(estimates))
                .toArray();
        double statistic = Matrices.dot(estimates, solved);
        return Optional.of(
                new WaldTest(statistic, estimates.length, Inference.chiSquaredPValue(statistic, estimates.length)));
    }
}
