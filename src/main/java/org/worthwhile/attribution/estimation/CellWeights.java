package org.worthwhile.attribution.estimation;

import java.util.Optional;

/**
 * The rows' weights added up by the groups of two groupings: with them the equations of two effects need not go through the rows again
 * and again, only through the cells, which lie next to one another.
 *
 * @param weights by group of the first and of the second
 */
record CellWeights(double[][] weights) {

    /** More cells a row take longer than the rows. */
    private static final int MOST_OF_A_ROW = 2;

    /** The table; empty where it would be much larger than the rows are many. */
    static Optional<CellWeights> of(EffectRows rows, int first, int second) {
        double[] weights = rows.weights();
        long size = (long) rows.totals(first).length * rows.totals(second).length;
        if (size > (long) MOST_OF_A_ROW * weights.length) {
            return Optional.empty();
        }
        double[][] cells = new double[rows.totals(first).length][rows.totals(second).length];
        int[] own = rows.codes(first);
        int[] other = rows.codes(second);
        for (int row = 0; row < weights.length; row++) {
            cells[own[row]][other[row]] += weights[row];
        }
        return Optional.of(new CellWeights(cells));
    }

    /** The weighted sums over the first grouping's groups of effects of the second. */
    double[] sums(double[] effects) {
        return Matrices.times(weights, effects);
    }

    /** Takes the weighted sums over the second grouping's groups of effects of the first off given ones. */
    void subtractSums(double[] effects, double[] sums) {
        for (int group = 0; group < weights.length; group++) {
            subtract(effects[group], weights[group], sums);
        }
    }

    private static void subtract(double effect, double[] weights, double[] sums) {
        for (int group = 0; group < sums.length; group++) {
            sums[group] -= effect * weights[group];
        }
    }
}
