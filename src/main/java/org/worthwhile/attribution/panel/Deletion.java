package org.worthwhile.attribution.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Matrices;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Term;

/**
 * How a coefficient moves when a group of rows is left out and everything is estimated anew (Belsley, Kuh and Welsch 1980,
 * Regression Diagnostics, chapter 2): the rows are taken out of (X'X)^-1 one after another, each by the formula of Sherman
 * and Morrison. Fixed effects that the groups share stand among the columns, unless they are so many that they are left as
 * they are.
 */
final class Deletion {

    /** Rows times columns, up to which shared fixed effects are made columns. */
    private static final long MOST_ENTRIES = 10_000_000;

    private static final int MOST_COLUMNS = 200;

    /** A row that leaves less than this of itself to the others is all that tells some coefficient. */
    static final double ALONE = 1e-9;

    /** Groups that a thread takes at a time. */
    private static final int STRETCH = 1 << 12;

    private final Regression regression;
    private final int term;

    /** The rows, group by group. */
    private final int[] rows;

    /** Where each group begins among them, and where the last one ends. */
    private final int[] starts;

    /**
     * Prepares the deletion of each group.
     *
     * @param term the place of the coefficient among the terms
     */
    Deletion(Regression within, int term, Grouping groups) {
        this.regression = withSharedEffects(within, groups);
        this.term = term;
        this.starts = new int[groups.size() + 1];
        for (int group : groups.codes()) {
            starts[group + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        this.rows = new int[groups.codes().length];
        int[] next = starts.clone();
        for (int row = 0; row < rows.length; row++) {
            rows[next[groups.codes()[row]]++] = row;
        }
    }

    /**
     * The same columns, with the fixed effects that are not each of one group only as indicators; fitted to the residuals, which stay
     * as they are.
     */
    private static Regression withSharedEffects(Regression within, Grouping groups) {
        return withEffectsAsColumns(
                within,
                within.fixedEffects().stream()
                        .filter(effect -> effect.isNestedIn(groups))
                        .toList());
    }

    /** @param own the fixed effects that stay as they are */
    private static Regression withEffectsAsColumns(Regression within, List<Grouping> own) {
        List<Grouping> shared = within.fixedEffects().stream()
                .filter(effect -> !own.contains(effect))
                .toList();
        long columns = within.regressors().length
                + shared.stream().mapToLong(Grouping::size).sum();
        if (shared.isEmpty() || columns > MOST_COLUMNS || columns * within.rows() > MOST_ENTRIES) {
            return within;
        }
        List<Term> terms = new ArrayList<>();
        for (int j = 0; j < within.regressors().length; j++) {
            terms.add(new Term(within.terms().get(j), unweighted(within.regressors()[j], within.weights())));
        }
        if (own.isEmpty()) {
            terms.add(LinearModel.intercept(within.rows()));
        }
        for (Grouping effect : shared) {
            terms.addAll(LinearModel.indicators("", effect));
        }
        return Regression.fit(unweighted(within.residuals(), within.weights()), terms, own, within.weights());
    }

    private static double[] unweighted(double[] values, double[] weights) {
        double[] unweighted = new double[values.length];
        Arrays.setAll(unweighted, row -> values[row] / Math.sqrt(weights[row]));
        return unweighted;
    }

    /**
     * By how much the coefficient is greater without each row; infinite where it is not identified then.
     *
     * @param within without a fixed effect that has a group for each row
     */
    static double[] ofEachRow(Regression within, int term) {
        return new RowDeletion(withEffectsAsColumns(within, List.of()), term).changes();
    }

    /** By how much the coefficient is greater without each group; infinite where it is not identified then. */
    double[] changes() {
        if (isOfEachRow()) {
            return new RowDeletion(regression, term).changes();
        }
        double[] changes = new double[starts.length - 1];
        int stretches = (changes.length + STRETCH - 1) / STRETCH;
        // Each group for itself, so that the number of threads is of no consequence.
        IntStream.range(0, stretches).parallel().forEach(stretch -> {
            Removal removal = new Removal();
            int end = Math.min(changes.length, (stretch + 1) * STRETCH);
            for (int group = stretch * STRETCH; group < end; group++) {
                changes[group] = removal.of(group);
            }
        });
        return changes;
    }

    private boolean isOfEachRow() {
        boolean each = starts.length - 1 == rows.length;
        for (int group = 0; group < rows.length && each; group++) {
            each = rows[group] == group;
        }
        return each;
    }

    /**
     * Whether the coefficient is not identified without a row of leverage 1: the rows still there say nothing along its direction, which
     * concerns the coefficient if it lies in it.
     *
     * @param direction the row's product with (X'X)^-1, at the coefficient
     * @param variance the coefficient's own entry of (X'X)^-1
     */
    static boolean isAllThatTells(double direction, double variance, double leverage) {
        return direction * direction > ALONE * variance * leverage;
    }

    /** What is at hand while the rows of a group are taken out, one group after another. */
    private final class Removal {

        private final int terms = regression.bread().length;
        private final double[][] own = new double[terms][terms];
        private final double[] change = new double[terms];
        private final double[] values = new double[terms];
        private final double[] direction = new double[terms];

        double of(int group) {
            Arrays.fill(change, 0);
            double[][] inverse = copy();
            for (int place = starts[group]; place < starts[group + 1]; place++) {
                int row = rows[place];
                for (int j = 0; j < terms; j++) {
                    values[j] = regression.regressors()[j][row];
                }
                for (int j = 0; j < terms; j++) {
                    direction[j] = Matrices.dot(inverse[j], values);
                }
                double leverage = Matrices.dot(values, direction);
                double left = 1 - leverage;
                if (left < ALONE) {
                    if (isAllThatTells(direction[term], inverse[term][term], leverage)) {
                        return Double.POSITIVE_INFINITY;
                    }
                    continue;
                }
                double residual = regression.residuals()[row] - Matrices.dot(values, change);
                for (int i = 0; i < terms; i++) {
                    change[i] -= direction[i] * residual / left;
                }
                update(left);
            }
            return change[term];
        }

        private double[][] copy() {
            for (int i = 0; i < terms; i++) {
                System.arraycopy(regression.bread()[i], 0, own[i], 0, terms);
            }
            return own;
        }

        private void update(double left) {
            for (int i = 0; i < terms; i++) {
                for (int j = 0; j < terms; j++) {
                    own[i][j] += direction[i] * direction[j] / left;
                }
            }
        }
    }
}
