package org.worthwhile.attribution.observational;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.Matrices;
import org.worthwhile.attribution.estimation.Term;

/**
 * Weights of the untreated nearest to their own that give them the treated's means of every covariate (Hainmueller 2012,
 * Political Analysis 20), by Newton's steps on the dual.
 */
final class EntropyBalancing {

    private static final int MOST_STEPS = 200;
    private static final double BALANCED = 1e-9;
    private static final double ROUNDING = 1e-12;
    private static final double SHORTEST = 1e-10;

    private final StudyCase studyCase;
    private final Comparison comparison;
    private final boolean[] treated;
    private final double[] own;
    private final int n;
    private final double treatedTotal;

    EntropyBalancing(StudyCase studyCase, Comparison comparison) {
        this.studyCase = studyCase;
        this.comparison = comparison;
        this.treated = comparison.treated();
        this.own = comparison.weights();
        this.n = comparison.rows();
        double total = 0;
        for (int row = 0; row < n; row++) {
            total += treated[row] ? own[row] : 0;
        }
        this.treatedTotal = total;
    }

    /**
     * The effect over the treated.
     *
     * @param covariates that are not explained by others
     */
    Effect effect(List<Term> covariates, Weighting weighting) {
        double[] weights = dual(standardised(covariates));
        double[] expected = weighting.fitted(false, weights);
        double[] outcome = comparison.outcome();
        double estimate = 0;
        for (int row = 0; row < n; row++) {
            estimate += (treated[row] ? 1 : -1) * weights[row] * outcome[row];
        }
        double[] influence = new double[n];
        for (int row = 0; row < n; row++) {
            double left = outcome[row] - expected[row];
            influence[row] = n * weights[row] * (treated[row] ? left - estimate : -left);
        }
        return Effect.of(estimate, influence, weights, comparison.treatedRows(), comparison.clusters());
    }

    /** Covariates less the treated's means, in standard deviations. */
    private double[][] standardised(List<Term> covariates) {
        double[][] x = new double[covariates.size()][n];
        for (int j = 0; j < x.length; j++) {
            double[] values = covariates.get(j).values();
            double mean = 0;
            for (int row = 0; row < n; row++) {
                mean += treated[row] ? own[row] * values[row] / treatedTotal : 0;
            }
            double spread = 0;
            for (int row = 0; row < n; row++) {
                spread += (values[row] - mean) * (values[row] - mean) / n;
            }
            for (int row = 0; row < n; row++) {
                x[j][row] = (values[row] - mean) / Math.sqrt(spread);
            }
        }
        return x;
    }

    private double[] dual(double[][] x) {
        int k = x.length;
        double[] lambda = new double[k];
        double[] weights = weights(x, lambda);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] gap = gap(x, weights);
            if (Math.sqrt(Matrices.dot(gap, gap)) < BALANCED) {
                return weights;
            }
            double[][] curvature = new double[k][k];
            for (int row = 0; row < n; row++) {
                for (int i = 0; !treated[row] && i < k; i++) {
                    for (int j = 0; j < k; j++) {
                        curvature[i][j] += weights[row] * (x[i][row] - gap[i]) * (x[j][row] - gap[j]);
                    }
                }
            }
            double[] direction = new SingularValueDecomposition(new Array2DRowRealMatrix(curvature))
                    .getSolver()
                    .solve(new ArrayRealVector(gap))
                    .toArray();
            double length = 1;
            double before = potential(x, lambda);
            double[] next = moved(lambda, direction, length);
            while (potential(x, next) > before + ROUNDING && length > SHORTEST) {
                length /= 2;
                next = moved(lambda, direction, length);
            }
            lambda = next;
            weights = weights(x, lambda);
        }
        throw studyCase.unusable(
                "/columns/covariates",
                "no weights of the untreated give them the treated's means of every covariate",
                "name fewer covariates, or use another estimator");
    }

    private static double[] moved(double[] lambda, double[] direction, double length) {
        double[] moved = lambda.clone();
        for (int j = 0; j < moved.length; j++) {
            moved[j] -= length * direction[j];
        }
        return moved;
    }

    private static double index(double[][] x, double[] lambda, int row) {
        double index = 0;
        for (int j = 0; j < lambda.length; j++) {
            index += lambda[j] * x[j][row];
        }
        return index;
    }

    private double potential(double[][] x, double[] lambda) {
        double highest = Double.NEGATIVE_INFINITY;
        double[] index = new double[n];
        for (int row = 0; row < n; row++) {
            index[row] = index(x, lambda, row);
            highest = treated[row] ? highest : Math.max(highest, index[row]);
        }
        double sum = 0;
        for (int row = 0; row < n; row++) {
            sum += treated[row] ? 0 : own[row] * StrictMath.exp(index[row] - highest);
        }
        return highest + StrictMath.log(sum);
    }

    /** Weights that sum to 1 in each arm; the treated's are their own. */
    private double[] weights(double[][] x, double[] lambda) {
        double potential = potential(x, lambda);
        double[] weights = new double[n];
        for (int row = 0; row < n; row++) {
            weights[row] = treated[row]
                    ? own[row] / treatedTotal
                    : own[row] * StrictMath.exp(index(x, lambda, row) - potential);
        }
        return weights;
    }

    private double[] gap(double[][] x, double[] weights) {
        double[] gap = new double[x.length];
        for (int j = 0; j < gap.length; j++) {
            for (int row = 0; row < n; row++) {
                gap[j] += treated[row] ? 0 : weights[row] * x[j][row];
            }
        }
        return gap;
    }
}
