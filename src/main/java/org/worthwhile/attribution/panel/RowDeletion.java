package org.worthwhile.attribution.panel;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.worthwhile.attribution.estimation.Regression;

/**
 * How a coefficient moves when each row is left out by itself (see {@link Deletion}), for many rows at a time and term by term, since
 * loops along a column take a fraction of the time of loops along a row. Per row the sums are added up in the same order.
 */
final class RowDeletion {

    /** Rows whose terms stay in a processor's own cache. */
    private static final int BLOCK = 1 << 8;

    /** Blocks that a thread takes at a time. */
    private static final int STRETCH = 1 << 4;

    private final Regression regression;
    private final int term;

    /** @param term the place of the coefficient among the terms */
    RowDeletion(Regression regression, int term) {
        this.regression = regression;
        this.term = term;
    }

    /** By how much the coefficient is greater without each row; infinite where it is not identified then. */
    double[] changes() {
        double[] changes = new double[regression.rows()];
        int size = BLOCK * STRETCH;
        // Each row for itself, so that the number of threads is of no consequence.
        IntStream.range(0, (changes.length + size - 1) / size).parallel().forEach(stretch -> {
            Block block = new Block();
            int end = Math.min(changes.length, (stretch + 1) * size);
            for (int first = stretch * size; first < end; first += BLOCK) {
                block.of(first, Math.min(BLOCK, end - first), changes);
            }
        });
        return changes;
    }

    /** What is at hand for a block of rows, one block after another. */
    private final class Block {

        private final int terms = regression.bread().length;
        private final double[][] values = new double[terms][BLOCK];

        /** The rows' products with a row of (X'X)^-1: that of the coefficient, and that of another term. */
        private final double[] own = new double[BLOCK];

        private final double[] other = new double[BLOCK];
        private final double[] leverage = new double[BLOCK];

        void of(int first, int count, double[] changes) {
            for (int j = 0; j < terms; j++) {
                System.arraycopy(regression.regressors()[j], first, values[j], 0, count);
            }
            Arrays.fill(leverage, 0);
            for (int j = 0; j < terms; j++) {
                double[] direction = j == term ? own : other;
                Arrays.fill(direction, 0);
                for (int i = 0; i < terms; i++) {
                    add(regression.bread()[j][i], values[i], direction);
                }
                addProducts(values[j], direction, leverage);
            }
            double variance = regression.bread()[term][term];
            for (int place = 0; place < count; place++) {
                double left = 1 - leverage[place];
                changes[first + place] = left >= Deletion.ALONE
                        ? 0 - own[place] * regression.residuals()[first + place] / left
                        : Deletion.isAllThatTells(own[place], variance, leverage[place]) ? Double.POSITIVE_INFINITY : 0;
            }
        }

        private static void add(double factor, double[] values, double[] to) {
            for (int place = 0; place < BLOCK; place++) {
                to[place] += factor * values[place];
            }
        }

        private static void addProducts(double[] first, double[] second, double[] to) {
            for (int place = 0; place < BLOCK; place++) {
                to[place] += first[place] * second[place];
            }
        }
    }
}
