package org.worthwhile.attribution.observational;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.worthwhile.attribution.estimation.Term;

/** By all covariates at once, each difference in units of how they vary together within the arms (Rubin 1980, Biometrics 36). */
final class MahalanobisCandidates implements Candidates {

    /** Distances within this share of each other are equal. */
    private static final double EQUAL = 1e-12;

    private final double[][] positions;
    private final double[] score;
    private final double furthest;
    private final int[] members;
    private final boolean[] taken;

    /**
     * Takes the rows.
     *
     * @param positions by row, in which plain distances are Mahalanobis's
     * @param furthest difference of scores beyond which none is near enough
     */
    MahalanobisCandidates(double[][] positions, double[] score, double furthest, IntPredicate member) {
        this.positions = positions;
        this.score = score;
        this.furthest = furthest;
        this.members = IntStream.range(0, score.length).filter(member).toArray();
        this.taken = new boolean[score.length];
    }

    /**
     * The covariates times L^-1, where L L' is their covariance within the arms.
     *
     * @throws org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException if one does not vary within the arms
     */
    static double[][] positions(List<Term> covariates, boolean[] treated) {
        int k = covariates.size();
        int n = treated.length;
        double[][] values = new double[n][k];
        double[] scale = new double[k];
        double[][] covariance = new double[k][k];
        for (int j = 0; j < k; j++) {
            double[] own = covariates.get(j).values();
            scale[j] = Arrays.stream(own).map(Math::abs).max().orElse(1);
            for (int row = 0; row < n; row++) {
                values[row][j] = own[row] / scale[j];
            }
        }
        double[][] means = new double[2][k];
        int[] counts = new int[2];
        for (int row = 0; row < n; row++) {
            counts[treated[row] ? 1 : 0]++;
            for (int j = 0; j < k; j++) {
                means[treated[row] ? 1 : 0][j] += values[row][j];
            }
        }
        for (int row = 0; row < n; row++) {
            int arm = treated[row] ? 1 : 0;
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    covariance[i][j] += (values[row][i] - means[arm][i] / counts[arm])
                            * (values[row][j] - means[arm][j] / counts[arm])
                            / (n - 2);
                }
            }
        }
        RealMatrix lower = new CholeskyDecomposition(new Array2DRowRealMatrix(covariance), 1e-9, 1e-14).getL();
        double[][] positions = new double[n][k];
        for (int row = 0; row < n; row++) {
            for (int i = 0; i < k; i++) {
                double left = values[row][i];
                for (int j = 0; j < i; j++) {
                    left -= lower.getEntry(i, j) * positions[row][j];
                }
                positions[row][i] = left / lower.getEntry(i, i);
            }
        }
        return positions;
    }

    private double distance(int first, int second) {
        double sum = 0;
        for (int j = 0; j < positions[first].length; j++) {
            double apart = positions[first][j] - positions[second][j];
            sum += apart * apart;
        }
        return Math.sqrt(sum);
    }

    private boolean isNearEnough(int row, int member) {
        return Math.abs(score[row] - score[member]) <= furthest;
    }

    @Override
    public int nearest(int row, List<Integer> without) {
        int nearest = NONE;
        double least = Double.POSITIVE_INFINITY;
        for (int member : members) {
            if (!taken[member] && isNearEnough(row, member) && !without.contains(member)) {
                double distance = distance(row, member);
                if (distance < least * (1 - EQUAL)) {
                    least = distance;
                    nearest = member;
                }
            }
        }
        return nearest;
    }

    @Override
    public void take(int row) {
        taken[row] = true;
    }

    @Override
    public double[] distances(int row, int most) {
        return IntStream.of(members)
                .filter(member -> isNearEnough(row, member))
                .mapToDouble(member -> distance(row, member))
                .sorted()
                .limit(most)
                .toArray();
    }

    @Override
    public int[] within(int row, double distance) {
        return IntStream.of(members)
                .filter(member -> isNearEnough(row, member) && distance(row, member) <= distance)
                .toArray();
    }
}
