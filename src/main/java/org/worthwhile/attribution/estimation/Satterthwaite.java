package org.worthwhile.attribution.estimation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Satterthwaite's degrees of freedom of a bias-reduced clustered error (see {@link BiasReduced}). */
final class Satterthwaite {

    private Satterthwaite() {}

    /**
     * The squared trace over the trace of the square of the matrix of the clusters' covariances.
     *
     * @param members the rows of each cluster
     * @param scaled by cluster, its regressors scaled up, by row and term
     * @param columns by row, the entries of orthonormal columns that span all but the largest effect
     * @param across the largest effect, where it ties clusters to one another
     * @param bread the term's row of (X'X)^-1
     */
    static double degreesOfFreedom(
            int[][] members, double[][][] scaled, double[][] columns, Optional<EffectColumns> across, double[] bread) {
        int groups = members.length;
        double[] squares = new double[groups];
        double[][] through = new double[groups][columns[0].length];
        List<Map<Integer, Double>> throughLargest = new ArrayList<>();
        for (int cluster = 0; cluster < groups; cluster++) {
            Map<Integer, Double> ofGroups = new HashMap<>();
            for (int i = 0; i < members[cluster].length; i++) {
                int row = members[cluster][i];
                double entry = Matrices.dot(scaled[cluster][i], bread);
                squares[cluster] += entry * entry;
                for (int j = 0; j < through[cluster].length; j++) {
                    through[cluster][j] += entry * columns[row][j];
                }
                if (across.isPresent()) {
                    ofGroups.merge(
                            across.get().groups()[row], entry * across.get().own()[row], Double::sum);
                }
            }
            throughLargest.add(ofGroups);
        }
        return across.isPresent() ? ofPairs(squares, through, throughLargest) : ofSums(squares, through);
    }

    private static double ofPairs(double[] squares, double[][] through, List<Map<Integer, Double>> throughLargest) {
        double trace = 0;
        double square = 0;
        for (int g = 0; g < squares.length; g++) {
            for (int h = 0; h <= g; h++) {
                double covariance = (g == h ? squares[g] : 0)
                        - Matrices.dot(through[g], through[h])
                        - product(throughLargest.get(g), throughLargest.get(h));
                trace += g == h ? covariance : 0;
                square += (g == h ? 1 : 2) * covariance * covariance;
            }
        }
        return trace * trace / square;
    }

    /** The same where clusters hang together by few columns alone: the squares of T T' add up to those of T' T. */
    private static double ofSums(double[] squares, double[][] through) {
        double trace = 0;
        double square = 0;
        double[][] product = new double[through[0].length][through[0].length];
        for (int g = 0; g < squares.length; g++) {
            double own = Matrices.dot(through[g], through[g]);
            trace += squares[g] - own;
            square += squares[g] * squares[g] - 2 * squares[g] * own;
            Matrices.addOuterProduct(product, through[g]);
        }
        for (double[] row : product) {
            square += Matrices.dot(row, row);
        }
        return trace * trace / square;
    }

    /** The sum over what two clusters have in common; in the order of the groups, so that its bits are always the same. */
    static double product(Map<Integer, Double> first, Map<Integer, Double> second) {
        Map<Integer, Double> fewer = first.size() <= second.size() ? first : second;
        Map<Integer, Double> more = fewer == first ? second : first;
        double sum = 0;
        for (Map.Entry<Integer, Double> entry : new TreeMap<>(fewer).entrySet()) {
            sum += entry.getValue() * more.getOrDefault(entry.getKey(), 0.0);
        }
        return sum;
    }
}
