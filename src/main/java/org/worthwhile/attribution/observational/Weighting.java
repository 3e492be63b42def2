package org.worthwhile.attribution.observational;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Term;

/** Effects from weighted rows, with or without regressions of the outcome. */
final class Weighting {

    private static final int MOST_STEPS = 200;
    private static final double BALANCED = 1e-9;
    private static final double ROUNDING = 1e-12;
    private static final double SHORTEST = 1e-10;

    private final StudyCase studyCase;
    private final double[] outcome;
    private final boolean[] treated;
    private final Propensity propensity;
    private final boolean overTreated;
    private final int n;
    private final int treatedCount;

    Weighting(StudyCase studyCase, double[] outcome, boolean[] treated, Propensity propensity, boolean overTreated) {
        this.studyCase = studyCase;
        this.outcome = outcome;
        this.treated = treated;
        this.propensity = propensity;
        this.overTreated = overTreated;
        this.n = outcome.length;
        int count = 0;
        for (boolean arm : treated) {
            count += arm ? 1 : 0;
        }
        this.treatedCount = count;
    }

    /** Weights of rows by the inverse of how likely they are in their arm; over the treated, by their odds. */
    double[] inverseProbability() {
        double[] weights = new double[n];
        for (int row = 0; row < n; row++) {
            double score = propensity.score()[row];
            if (overTreated) {
                weights[row] = treated[row] ? 1 : score / (1 - score);
            } else {
                weights[row] = treated[row] ? 1 / score : 1 / (1 - score);
            }
        }
        return weights;
    }

    /**
     * Weighted means, weights summing to 1 in each arm (Hajek); the standard error takes into account that propensities are
     * estimated (Lunceford and Davidian 2004, Statistics in Medicine 23).
     */
    Effect weighted() {
        double[] weights = inverseProbability();
        double[] sums = new double[2];
        double[] totals = new double[2];
        for (int row = 0; row < n; row++) {
            int arm = treated[row] ? 1 : 0;
            sums[arm] += weights[row] * outcome[row];
            totals[arm] += weights[row];
        }
        double[] influence = new double[n];
        for (int row = 0; row < n; row++) {
            int arm = treated[row] ? 1 : 0;
            double part = weights[row] * (outcome[row] - sums[arm] / totals[arm]) / (totals[arm] / n);
            influence[row] = arm == 1 ? part : -part;
        }
        return Effect.of(sums[1] / totals[1] - sums[0] / totals[0], withoutSlopes(influence), weights, treatedCount);
    }

    /** What the likelihood's slopes leave of the influence. */
    private double[] withoutSlopes(double[] influence) {
        double[][] slopes = propensity.slopes(treated);
        List<Term> terms = new ArrayList<>();
        for (int j = 0; j < slopes.length; j++) {
            terms.add(new Term(Integer.toString(j), slopes[j]));
        }
        return Regression.fit(influence, terms, List.of(), LinearModel.ones(n)).residuals();
    }

    /**
     * Augmented inverse-probability weighting (Robins, Rotnitzky and Zhao 1994): right if either the propensity or the
     * regression of the outcome is.
     */
    Effect augmented() {
        double[] untreatedFit = fitted(false, LinearModel.ones(n));
        double[] treatedFit = overTreated ? untreatedFit : fitted(true, LinearModel.ones(n));
        double[] parts = new double[n];
        double share = (double) treatedCount / n;
        double sum = 0;
        for (int row = 0; row < n; row++) {
            double score = propensity.score()[row];
            double left = outcome[row] - (treated[row] ? treatedFit[row] : untreatedFit[row]);
            if (overTreated) {
                parts[row] = (treated[row] ? left : -left * score / (1 - score)) / share;
            } else {
                parts[row] = treatedFit[row] - untreatedFit[row] + (treated[row] ? left / score : -left / (1 - score));
            }
            sum += parts[row];
        }
        double estimate = sum / n;
        for (int row = 0; row < n; row++) {
            parts[row] -= overTreated ? (treated[row] ? estimate / share : 0) : estimate;
        }
        return Effect.of(estimate, parts, inverseProbability(), treatedCount);
    }

    /** The outcome that a regression within one arm expects of every row. */
    private double[] fitted(boolean arm, double[] weights) {
        int[] rows = java.util.stream.IntStream.range(0, n)
                .filter(row -> treated[row] == arm && weights[row] > 0)
                .toArray();
        List<Term> own = propensity.terms().stream()
                .map(term -> new Term(term.name(), take(term.values(), rows)))
                .toList();
        Regression fit = Regression.fit(take(outcome, rows), own, List.of(), take(weights, rows));
        if (fit.degreesOfFreedom() < 1) {
            throw studyCase.unusable(
                    "/columns/covariates",
                    rows.length + (arm ? " treated" : " untreated") + " rows cannot tell so many covariates apart",
                    "name fewer covariates");
        }
        double[] fitted = new double[n];
        for (int j = 0; j < fit.terms().size(); j++) {
            String name = fit.terms().get(j);
            double[] values = propensity.terms().stream()
                    .filter(term -> term.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .values();
            for (int row = 0; row < n; row++) {
                fitted[row] += fit.coefficients()[j] * values[row];
            }
        }
        return fitted;
    }

    private static double[] take(double[] values, int[] rows) {
        return java.util.stream.IntStream.of(rows)
                .mapToDouble(row -> values[row])
                .toArray();
    }

    /**
     * Weights of the untreated nearest to equal that give them the treated's means of every covariate (Hainmueller 2012,
     * Political Analysis 20), by Newton's steps on the dual.
     */
    Effect entropyBalanced() {
        List<Term> covariates = propensity.terms().subList(1, propensity.terms().size());
        int k = covariates.size();
        double[][] x = new double[k][n];
        for (int j = 0; j < k; j++) {
            double[] values = covariates.get(j).values();
            double mean = 0;
            for (int row = 0; row < n; row++) {
                mean += treated[row] ? values[row] / treatedCount : 0;
            }
            double spread = 0;
            for (int row = 0; row < n; row++) {
                spread += (values[row] - mean) * (values[row] - mean) / n;
            }
            for (int row = 0; row < n; row++) {
                x[j][row] = (values[row] - mean) / Math.sqrt(spread);
            }
        }
        double[] weights = dual(x, k);
        double[] expected = fitted(false, weights);
        double estimate = 0;
        double untreatedTotal = 0;
        for (int row = 0; row < n; row++) {
            untreatedTotal += treated[row] ? 0 : weights[row];
        }
        for (int row = 0; row < n; row++) {
            estimate += treated[row] ? outcome[row] / treatedCount : -weights[row] * outcome[row] / untreatedTotal;
        }
        double[] influence = new double[n];
        for (int row = 0; row < n; row++) {
            double left = outcome[row] - expected[row];
            influence[row] =
                    treated[row] ? (left - estimate) * n / treatedCount : -weights[row] * left * n / untreatedTotal;
        }
        return Effect.of(estimate, influence, weights, treatedCount);
    }

    private double[] dual(double[][] x, int k) {
        double[] lambda = new double[k];
        double[] weights = entropyWeights(x, lambda);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] gap = gap(x, weights);
            if (norm(gap) < BALANCED) {
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
            weights = entropyWeights(x, lambda);
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

    private double potential(double[][] x, double[] lambda) {
        double highest = Double.NEGATIVE_INFINITY;
        double[] index = new double[n];
        for (int row = 0; row < n; row++) {
            for (int j = 0; j < lambda.length; j++) {
                index[row] += lambda[j] * x[j][row];
            }
            highest = treated[row] ? highest : Math.max(highest, index[row]);
        }
        double sum = 0;
        for (int row = 0; row < n; row++) {
            sum += treated[row] ? 0 : StrictMath.exp(index[row] - highest);
        }
        return highest + StrictMath.log(sum);
    }

    /** Weights that sum to 1 over the untreated and are 1 / n1 for the treated. */
    private double[] entropyWeights(double[][] x, double[] lambda) {
        double potential = potential(x, lambda);
        double[] weights = new double[n];
        for (int row = 0; row < n; row++) {
            double index = 0;
            for (int j = 0; j < lambda.length; j++) {
                index += lambda[j] * x[j][row];
            }
            weights[row] = treated[row] ? 1.0 / treatedCount : StrictMath.exp(index - potential);
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

    private static double norm(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
