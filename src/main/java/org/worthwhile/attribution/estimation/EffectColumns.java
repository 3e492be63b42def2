package org.worthwhile.attribution.estimation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Orthonormal columns that span the dummies of fixed effects, times the roots of the rows' weights. Those of the effect with most
 * groups are its dummies; those of the others are what these leave of theirs, made orthonormal.
 *
 * @param groups of the largest effect by row; empty without effects
 * @param own the entry of each row in its group's column
 * @param others the entries of each row in the other columns
 */
record EffectColumns(int[] groups, double[] own, double[][] others) {

    /** The columns take as many groups cubed in time. */
    private static final int MOST_GROUPS = 300;

    /** What is left of a column, as a share, below which the ones before it explain it. */
    private static final double EXPLAINED = 1e-10;

    static boolean isFeasible(List<Grouping> effects) {
        int sum = effects.stream().mapToInt(Grouping::size).sum();
        int most = effects.stream().mapToInt(Grouping::size).max().orElse(0);
        return sum - most <= MOST_GROUPS;
    }

    static Optional<Grouping> largest(List<Grouping> effects) {
        return effects.stream().reduce((a, b) -> b.size() > a.size() ? b : a);
    }

    static EffectColumns of(List<Grouping> effects, double[] weights) {
        int n = weights.length;
        if (effects.isEmpty()) {
            return new EffectColumns(new int[0], new double[0], new double[n][0]);
        }
        Grouping largest = largest(effects).orElseThrow();
        double[] totals = new double[largest.size()];
        for (int row = 0; row < n; row++) {
            totals[largest.codes()[row]] += weights[row];
        }
        double[] own = IntStream.range(0, n)
                .mapToDouble(row -> Math.sqrt(weights[row] / totals[largest.codes()[row]]))
                .toArray();
        List<Grouping> rest =
                effects.stream().filter(effect -> effect != largest).toList();
        int columns = rest.stream().mapToInt(Grouping::size).sum();
        double[][] left = new double[n][columns];
        double[][] shares = new double[largest.size()][columns];
        int offset = 0;
        for (Grouping effect : rest) {
            for (int row = 0; row < n; row++) {
                int column = offset + effect.codes()[row];
                left[row][column] = 1;
                shares[largest.codes()[row]][column] += weights[row] / totals[largest.codes()[row]];
            }
            offset += effect.size();
        }
        for (int row = 0; row < n; row++) {
            double root = Math.sqrt(weights[row]);
            for (int column = 0; column < columns; column++) {
                left[row][column] = root * (left[row][column] - shares[largest.codes()[row]][column]);
            }
        }
        return new EffectColumns(largest.codes(), own, orthonormal(left, columns));
    }

    /** The rows times V D^(-1/2), where V D V' is their cross-product without what is 0 in it. */
    private static double[][] orthonormal(double[][] rows, int columns) {
        if (columns == 0) {
            return rows;
        }
        double[][] product = new double[columns][columns];
        for (double[] row : rows) {
            Matrices.addOuterProduct(product, row);
        }
        EigenDecomposition decomposition = new EigenDecomposition(new Array2DRowRealMatrix(product, false));
        double[] values = decomposition.getRealEigenvalues();
        double largest = Arrays.stream(values).max().orElse(0);
        int[] kept = IntStream.range(0, columns)
                .filter(i -> values[i] > EXPLAINED * largest)
                .toArray();
        double[][] factor = new double[kept.length][];
        for (int i = 0; i < kept.length; i++) {
            double root = Math.sqrt(values[kept[i]]);
            factor[i] = Arrays.stream(decomposition.getEigenvector(kept[i]).toArray())
                    .map(entry -> entry / root)
                    .toArray();
        }
        return Arrays.stream(rows).map(row -> Matrices.times(factor, row)).toArray(double[][]::new);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EffectColumns columns
                && Arrays.equals(groups, columns.groups)
                && Arrays.equals(own, columns.own)
                && Arrays.deepEquals(others, columns.others);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(own);
    }
}
