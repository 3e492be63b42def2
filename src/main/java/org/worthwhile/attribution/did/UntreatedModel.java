package org.worthwhile.attribution.did;

import java.util.List;
import java.util.stream.IntStream;
import org.worthwhile.attribution.estimation.Absorption;
import org.worthwhile.attribution.estimation.FixedEffects;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.QrLeastSquares;
import org.worthwhile.attribution.estimation.Term;

/**
 * What outcomes would be without treatment: effects of units and periods and coefficients of covariates, fitted by least squares
 * on untreated rows alone.
 */
final class UntreatedModel {

    /** A covariate whose effects of units and periods leave less of its length than this is left out. */
    private static final double COLLINEAR = 1e-9;

    private final Grouping units;
    private final Grouping periods;
    private final boolean[] untreated;
    private final int[] untreatedRows;
    private final double[] weights;
    private final FixedEffects effects;
    private final double[] departures;
    private final double[][] regressors;
    private final double[][] bread;
    private final List<String> collinear;

    private UntreatedModel(
            Grouping units,
            Grouping periods,
            boolean[] untreated,
            List<Term> covariates,
            double[] outcome,
            double[] rowWeights) {
        this.units = units;
        this.periods = periods;
        this.untreated = untreated;
        this.untreatedRows = IntStream.range(0, untreated.length)
                .filter(row -> untreated[row])
                .toArray();
        this.weights = new double[untreated.length];
        IntStream.of(untreatedRows).forEach(row -> weights[row] = rowWeights[row]);
        this.effects = FixedEffects.of(List.of(units, periods), weights);
        this.departures = residuals(outcome);
        double[][] columns =
                covariates.stream().map(term -> residuals(term.values())).toArray(double[][]::new);
        double[][] fitted = rooted(columns);
        QrLeastSquares fit = QrLeastSquares.fit(
                fitted,
                rooted(departures),
                QrLeastSquares.lengths(
                        rooted(covariates.stream().map(Term::values).toArray(double[][]::new))),
                COLLINEAR);
        this.regressors =
                IntStream.of(fit.kept()).mapToObj(term -> columns[term]).toArray(double[][]::new);
        this.bread = fit.inverseCrossProduct();
        this.collinear = IntStream.range(0, columns.length)
                .filter(term -> IntStream.of(fit.kept()).noneMatch(kept -> kept == term))
                .mapToObj(term -> covariates.get(term).name())
                .toList();
        for (int j = 0; j < regressors.length; j++) {
            for (int row = 0; row < departures.length; row++) {
                departures[row] -= fit.coefficients()[j] * regressors[j][row];
            }
        }
    }

    /**
     * Fits the model.
     *
     * @param covariates by row, treated ones among them
     * @param weights by row, above 0; of no consequence in treated rows
     * @throws org.worthwhile.attribution.estimation.NotConvergedException if the effects cannot be solved for
     */
    static UntreatedModel fit(
            Grouping units,
            Grouping periods,
            boolean[] untreated,
            List<Term> covariates,
            double[] outcome,
            double[] weights) {
        return new UntreatedModel(units, periods, untreated, covariates, outcome, weights);
    }

    private double[] residuals(double[] values) {
        return effects.absorb(values).orThrow().residuals();
    }

    /** Untreated rows, each times the root of its weight. */
    private double[] rooted(double[] values) {
        return IntStream.of(untreatedRows)
                .mapToDouble(row -> Math.sqrt(weights[row]) * values[row])
                .toArray();
    }

    private double[][] rooted(double[][] columns) {
        return IntStream.range(0, columns.length)
                .mapToObj(term -> rooted(columns[term]))
                .toArray(double[][]::new);
    }

    /** By row, the outcome less what the model takes it to be without treatment. */
    double[] departures() {
        return departures;
    }

    /** Covariates that the effects of units and periods, or others, explain among untreated rows. */
    List<String> collinear() {
        return collinear;
    }

    /**
     * Which rows' outcomes without treatment the untreated rows tell: those whose unit and period are tied to one another by
     * a chain of untreated rows. Of any other, a change common to its period or a level of its unit is free.
     */
    boolean[] identified() {
        int[] parents = IntStream.range(0, units.size() + periods.size()).toArray();
        boolean[] seen = new boolean[parents.length];
        for (int row : untreatedRows) {
            int unit = units.codes()[row];
            int period = units.size() + periods.codes()[row];
            seen[unit] = true;
            seen[period] = true;
            parents[root(parents, unit)] = root(parents, period);
        }
        boolean[] identified = new boolean[untreated.length];
        for (int row = 0; row < identified.length; row++) {
            int unit = units.codes()[row];
            int period = units.size() + periods.codes()[row];
            identified[row] = seen[unit] && seen[period] && root(parents, unit) == root(parents, period);
        }
        return identified;
    }

    private static int root(int[] parents, int node) {
        int root = node;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    /**
     * By row, what the outcome of an untreated row counts for in a weighted sum of departures; 0 for treated rows.
     *
     * @param shares by row, with which departures are summed; 0 but for identified treated rows
     */
    double[] influence(double[] shares) {
        double[][] sums = {new double[units.size()], new double[periods.size()]};
        double[] through = new double[regressors.length];
        for (int row = 0; row < shares.length; row++) {
            sums[0][units.codes()[row]] += shares[row];
            sums[1][periods.codes()[row]] += shares[row];
            for (int j = 0; j < through.length; j++) {
                through[j] += shares[row] * regressors[j][row];
            }
        }
        Absorption.Converged balance = effects.withSums(sums).orThrow();
        double[] influence = new double[shares.length];
        for (int row : untreatedRows) {
            double own = balance.effects()[0][units.codes()[row]] + balance.effects()[1][periods.codes()[row]];
            for (int j = 0; j < through.length; j++) {
                for (int k = 0; k < through.length; k++) {
                    own += regressors[j][row] * bread[j][k] * through[k];
                }
            }
            influence[row] = -weights[row] * own;
        }
        return influence;
    }
}
