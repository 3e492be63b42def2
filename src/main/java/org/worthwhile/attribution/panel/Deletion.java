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
    private static final double ALONE = 1e-9;

    private final Regression regression;
    private final int term;
    private final int[][] rows;

    /**
     * Prepares the deletion of each group.
     *
     * @param term the place of the coefficient among the terms
     */
    Deletion(Regression within, int term, Grouping groups) {
        this.regression = withSharedEffects(within, groups);
        this.term = term;
        int[] sizes = new int[groups.size()];
        for (int group : groups.codes()) {
            sizes[group]++;
        }
        this.rows = IntStream.of(sizes).mapToObj(int[]::new).toArray(int[][]::new);
        for (int row = groups.codes().length - 1; row >= 0; row--) {
            int group = groups.codes()[row];
            rows[group][--sizes[group]] = row;
        }
    }

    /** The same fit, with the fixed effects that are not each of one group only as indicators. */
    private static Regression withSharedEffects(Regression within, Grouping groups) {
        List<Grouping> own = within.fixedEffects().stream()
                .filter(effect -> effect.isNestedIn(groups))
                .toList();
        List<Grouping> shared = within.fixedEffects().stream()
                .filter(effect -> !own.contains(effect))
                .toList();
        long columns = within.regressors().length
                + shared.stream().mapToLong(Grouping::size).sum();
        if (shared.isEmpty() || columns > MOST_COLUMNS || columns * within.rows() > MOST_ENTRIES) {
            return within;
        }
        List<Term> terms = new ArrayList<>();
        double[] response = within.residuals().clone();
        for (int j = 0; j < within.regressors().length; j++) {
            double[] regressor = within.regressors()[j];
            double coefficient = within.coefficients()[j];
            terms.add(new Term(within.terms().get(j), unweighted(regressor, within.weights())));
            Arrays.setAll(response, row -> response[row] + coefficient * regressor[row]);
        }
        if (own.isEmpty()) {
            terms.add(LinearModel.intercept(within.rows()));
        }
        for (Grouping effect : shared) {
            terms.addAll(LinearModel.indicators("", effect));
        }
        return Regression.fit(unweighted(response, within.weights()), terms, own, within.weights());
    }

    private static double[] unweighted(double[] values, double[] weights) {
        double[] unweighted = new double[values.length];
        Arrays.setAll(unweighted, row -> values[row] / Math.sqrt(weights[row]));
        return unweighted;
    }

    /** By how much the coefficient is greater without the group; infinite where it is not identified then. */
    double change(int group) {
        double[][] inverse =
                Arrays.stream(regression.bread()).map(double[]::clone).toArray(double[][]::new);
        double[] change = new double[inverse.length];
        double[] values = new double[inverse.length];
        for (int row : rows[group]) {
            for (int j = 0; j < values.length; j++) {
                values[j] = regression.regressors()[j][row];
            }
            double[] direction = Matrices.times(inverse, values);
            double leverage = Matrices.dot(values, direction);
            double left = 1 - leverage;
            if (left < ALONE) {
                // The rows still there say nothing along this direction; that concerns the coefficient if it lies in
                // it.
                if (direction[term] * direction[term] > ALONE * inverse[term][term] * leverage) {
                    return Double.POSITIVE_INFINITY;
                }
                continue;
            }
            double residual = regression.residuals()[row] - Matrices.dot(values, change);
            for (int i = 0; i < change.length; i++) {
                change[i] -= direction[i] * residual / left;
                for (int j = 0; j < change.length; j++) {
                    inverse[i][j] += direction[i] * direction[j] / left;
                }
            }
        }
        return change[term];
    }
}
