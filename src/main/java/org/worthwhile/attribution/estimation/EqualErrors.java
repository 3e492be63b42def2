package org.worthwhile.attribution.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How residuals of a weighted regression covary where errors are independent and of equal variance whatever the rows' weights:
 * I - H - H' + XM X'W²X MX', with H = XMX'W and M = (X'WX)^-1. By Q, the orthonormal columns of W^(1/2)X, it is
 * I - W^(-1/2)QQ'W^(1/2) - W^(1/2)QQ'W^(-1/2) + W^(-1/2)Q (Q'WQ) Q'W^(-1/2). This is what clubSandwich and estimatr reckon with.
 */
final class EqualErrors {

    private final double[] weights;
    private final double[][] columns;
    private final EffectColumns effects;

    /** Q'WQ by blocks: of the largest effect's groups, of these with the other columns, and of the other columns. */
    private final double[] ofGroups;

    private final double[][] ofGroupsWithOthers;
    private final double[][] ofOthers;

    /** @param columns by row, the entries of Q but those of the largest effect */
    EqualErrors(double[] weights, double[][] columns, EffectColumns effects) {
        this.weights = weights;
        this.columns = columns;
        this.effects = effects;
        int others = columns[0].length;
        int groups = Arrays.stream(effects.groups()).max().orElse(-1) + 1;
        this.ofGroups = new double[groups];
        this.ofGroupsWithOthers = new double[groups][others];
        this.ofOthers = new double[others][others];
        for (int row = 0; row < weights.length; row++) {
            for (int i = 0; i < others; i++) {
                double weighted = weights[row] * columns[row][i];
                for (int j = 0; j < others; j++) {
                    ofOthers[i][j] += weighted * columns[row][j];
                }
            }
            if (groups > 0) {
                int group = effects.groups()[row];
                double weighted = weights[row] * effects.own()[row];
                ofGroups[group] += weighted * effects.own()[row];
                for (int j = 0; j < others; j++) {
                    ofGroupsWithOthers[group][j] += weighted * columns[row][j];
                }
            }
        }
    }

    /** The eigenvectors of the residuals' covariance within a cluster. */
    List<ResidualDirection> directions(int[] rows) {
        int[] touched = ofGroups.length == 0
                ? new int[0]
                : IntStream.of(rows)
                        .map(row -> effects.groups()[row])
                        .sorted()
                        .distinct()
                        .toArray();
        int width = touched.length + columns[0].length;
        double[][] both = new double[rows.length][2 * width];
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            double[] own = new double[width];
            if (touched.length > 0) {
                own[Arrays.binarySearch(touched, effects.groups()[row])] = effects.own()[row];
            }
            System.arraycopy(columns[row], 0, own, touched.length, columns[row].length);
            double root = Math.sqrt(weights[row]);
            for (int j = 0; j < width; j++) {
                both[i][j] = own[j] / root;
                both[i][width + j] = own[j] * root;
            }
        }
        double[][] middle = new double[2 * width][2 * width];
        for (int i = 0; i < width; i++) {
            middle[i][width + i] = -1;
            middle[width + i][i] = -1;
            for (int j = 0; j < width; j++) {
                middle[i][j] = product(touched, i, j);
            }
        }
        return ResidualDirection.of(both, middle);
    }

    private double product(int[] touched, int i, int j) {
        int others = touched.length;
        if (i >= others) {
            return j >= others ? ofOthers[i - others][j - others] : product(touched, j, i);
        }
        return j >= others ? ofGroupsWithOthers[touched[i]][j - others] : i == j ? ofGroups[touched[i]] : 0;
    }

    /** What a cluster's part of an estimate goes through: its sums by column, without and with the rows' weights. */
    private record Through(
            double square,
            double[] sums,
            double[] weightedSums,
            Map<Integer, Double> byGroup,
            Map<Integer, Double> weightedByGroup,
            double[] groupsWithOthers) {

        double covariance(Through other) {
            return -Matrices.dot(sums, other.weightedSums)
                    - Matrices.dot(weightedSums, other.sums)
                    - Satterthwaite.product(byGroup, other.weightedByGroup)
                    - Satterthwaite.product(weightedByGroup, other.byGroup)
                    + Matrices.dot(groupsWithOthers, other.sums)
                    + Matrices.dot(sums, other.groupsWithOthers);
        }
    }

    /**
     * Satterthwaite's degrees of freedom: the squared trace over the trace of the square of the matrix of the clusters' covariances.
     *
     * @param scaled what the weighted residuals of each cluster are multiplied by, by row and term
     * @param bread the term's row of (X'WX)^-1
     */
    double degreesOfFreedom(int[][] members, double[][][] scaled, double[] bread) {
        List<Through> clusters = new ArrayList<>();
        for (int cluster = 0; cluster < members.length; cluster++) {
            clusters.add(through(members[cluster], scaled[cluster], bread));
        }
        double trace = 0;
        double square = 0;
        for (int g = 0; g < clusters.size(); g++) {
            double[] through = Matrices.times(ofOthers, clusters.get(g).sums);
            for (int h = 0; h <= g; h++) {
                double covariance = (g == h ? clusters.get(g).square : 0)
                        + clusters.get(g).covariance(clusters.get(h))
                        + Matrices.dot(through, clusters.get(h).sums)
                        + ofSharedGroups(clusters.get(g), clusters.get(h));
                trace += g == h ? covariance : 0;
                square += (g == h ? 1 : 2) * covariance * covariance;
            }
        }
        return trace * trace / square;
    }

    private Through through(int[] rows, double[][] scaled, double[] bread) {
        double square = 0;
        double[] sums = new double[columns[0].length];
        double[] weightedSums = new double[sums.length];
        double[] groupsWithOthers = new double[sums.length];
        Map<Integer, Double> byGroup = new HashMap<>();
        Map<Integer, Double> weightedByGroup = new HashMap<>();
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            double entry = Matrices.dot(scaled[i], bread);
            double weighted = entry * weights[row];
            square += entry * weighted;
            for (int j = 0; j < sums.length; j++) {
                sums[j] += entry * columns[row][j];
                weightedSums[j] += weighted * columns[row][j];
            }
            if (ofGroups.length > 0) {
                byGroup.merge(effects.groups()[row], entry * effects.own()[row], Double::sum);
                weightedByGroup.merge(effects.groups()[row], weighted * effects.own()[row], Double::sum);
            }
        }
        new TreeMap<>(byGroup).forEach((group, sum) -> {
            for (int j = 0; j < groupsWithOthers.length; j++) {
                groupsWithOthers[j] += sum * ofGroupsWithOthers[group][j];
            }
        });
        return new Through(
                square, sums, weightedSums, new TreeMap<>(byGroup), new TreeMap<>(weightedByGroup), groupsWithOthers);
    }

    private double ofSharedGroups(Through first, Through second) {
        double sum = 0;
        for (Map.Entry<Integer, Double> entry : new TreeMap<>(first.byGroup).entrySet()) {
            sum += ofGroups[entry.getKey()] * entry.getValue() * second.byGroup.getOrDefault(entry.getKey(), 0.0);
        }
        return sum;
    }
}
