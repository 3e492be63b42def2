package org.worthwhile.attribution.did;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.Resampling;

/**
 * How many standard errors to each side hold all of several estimates at once. The multiplier bootstrap of their influence
 * functions with standard normal multipliers: given the data its draws are normal with the estimates' covariance, from
 * which they are taken directly (Callaway and Sant'Anna 2021, section 4.1, algorithm 1).
 */
final class SimultaneousBands {

    private SimultaneousBands() {}

    /**
     * The level's quantile of the largest of the estimates' absolute t statistics; NaN when no estimate has any spread.
     *
     * @param draws at least 10
     */
    static double critical(List<InfluenceEstimate> estimates, Grouping clusters, double level, int draws, long seed) {
        double[][] covariance = InfluenceEstimate.covariance(estimates, clusters);
        int[] spread = java.util.stream.IntStream.range(0, covariance.length)
                .filter(i -> covariance[i][i] > 0)
                .toArray();
        if (spread.length == 0) {
            return Double.NaN;
        }
        double[][] correlation = new double[spread.length][spread.length];
        for (int i = 0; i < spread.length; i++) {
            for (int j = 0; j < spread.length; j++) {
                correlation[i][j] = covariance[spread[i]][spread[j]]
                        / Math.sqrt(covariance[spread[i]][spread[i]] * covariance[spread[j]][spread[j]]);
            }
        }
        double[][] root = root(correlation);
        double[] largest = Resampling.draws(draws, seed, random -> largest(root, random));
        Arrays.sort(largest);
        return largest[(int) Math.ceil(level * draws) - 1];
    }

    /** V sqrt(D), whose product with independent normal numbers has the covariance V D V'. */
    private static double[][] root(double[][] symmetric) {
        EigenDecomposition decomposition = new EigenDecomposition(new Array2DRowRealMatrix(symmetric, false));
        double[] values = decomposition.getRealEigenvalues();
        double[][] root = decomposition.getV().getData();
        for (double[] row : root) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= Math.sqrt(Math.max(0, values[j]));
            }
        }
        return root;
    }

    private static double largest(double[][] root, SplittableRandom random) {
        double[] normal = new double[root.length];
        Arrays.setAll(normal, _ -> random.nextGaussian());
        double largest = 0;
        for (double[] row : root) {
            double sum = 0;
            for (int j = 0; j < normal.length; j++) {
                sum += row[j] * normal[j];
            }
            largest = Math.max(largest, Math.abs(sum));
        }
        return largest;
    }
}
