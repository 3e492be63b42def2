package org.worthwhile.attribution.did;

import java.util.Arrays;
import java.util.List;
import org.worthwhile.attribution.estimation.Grouping;

/**
 * An estimate with the influence of each unit on it, from which its variance and its covariance with others follow.
 *
 * @param influence by unit, with mean 0
 */
record InfluenceEstimate(double estimate, double[] influence) {

    /** The square root of the sum over clusters of (sum of influence)^2, over n. */
    double standardError(Grouping clusters) {
        return Math.sqrt(covariance(this, this, clusters));
    }

    static double covariance(InfluenceEstimate first, InfluenceEstimate second, Grouping clusters) {
        double[] firstSums = sums(first.influence, clusters);
        double[] secondSums = sums(second.influence, clusters);
        double n = first.influence.length;
        double sum = 0;
        for (int cluster = 0; cluster < firstSums.length; cluster++) {
            sum += firstSums[cluster] * secondSums[cluster];
        }
        return sum / (n * n);
    }

    static double[][] covariance(List<InfluenceEstimate> estimates, Grouping clusters) {
        double[][] matrix = new double[estimates.size()][estimates.size()];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                matrix[i][j] = covariance(estimates.get(i), estimates.get(j), clusters);
            }
        }
        return matrix;
    }

    /** The sum of estimates times fixed weights. */
    static InfluenceEstimate combination(List<InfluenceEstimate> parts, double[] weights) {
        double estimate = 0;
        double[] influence = new double[parts.getFirst().influence.length];
        for (int i = 0; i < weights.length; i++) {
            estimate += weights[i] * parts.get(i).estimate;
            for (int unit = 0; unit < influence.length; unit++) {
                influence[unit] += weights[i] * parts.get(i).influence[unit];
            }
        }
        return new InfluenceEstimate(estimate, influence);
    }

    /** By cluster, what its members' influences add up to. */
    static double[] sums(double[] influence, Grouping clusters) {
        double[] sums = new double[clusters.size()];
        for (int unit = 0; unit < influence.length; unit++) {
            sums[clusters.codes()[unit]] += influence[unit];
        }
        return sums;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InfluenceEstimate estimated
                && estimate == estimated.estimate
                && Arrays.equals(influence, estimated.influence);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(influence);
    }
}
