package org.worthwhile.attribution.observational;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.Matrices;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Term;
import org.worthwhile.attribution.observational.ObservationalOptions.Estimand;

/** Effects from weighted rows, with or without regressions of the outcome. */
final class Weighting {

    private final StudyCase studyCase;
    private final Comparison comparison;
    private final double[] outcome;
    private final boolean[] treated;
    private final Propensity propensity;
    private final Estimand estimand;
    private final boolean overTreated;
    private final int n;

    Weighting(StudyCase studyCase, Comparison comparison, Propensity propensity, Estimand estimand) {
        this.studyCase = studyCase;
        this.comparison = comparison;
        this.outcome = comparison.outcome();
        this.treated = comparison.treated();
        this.propensity = propensity;
        this.estimand = estimand;
        this.overTreated = estimand == Estimand.TREATED;
        this.n = comparison.rows();
    }

    /**
     * Weights of rows by the inverse of how likely they are in their arm, over the treated by their odds, or over the overlap by
     * how likely they are in the other arm, which makes the means of covariates equal; times their own.
     */
    double[] inverseProbability() {
        double[] weights = new double[n];
        for (int row = 0; row < n; row++) {
            double score = propensity.score()[row];
            weights[row] = switch (estimand) {
                case AVERAGE -> treated[row] ? 1 / score : 1 / (1 - score);
                case TREATED -> treated[row] ? 1 : score / (1 - score);
                case OVERLAP -> treated[row] ? 1 - score : score;
            };
        }
        return comparison.weighted(weights);
    }

    /**
     * Weighted means, weights summing to 1 in each arm (Hajek). Means and propensities are estimated together: the standard
     * error is that of the stacked estimating equations (Stefanski and Boos 2002, American Statistician 56), in which each row
     * counts by its own score and by what it does to the propensities of all.
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
        double[] slope = new double[propensity.terms().size()];
        for (int row = 0; row < n; row++) {
            int arm = treated[row] ? 1 : 0;
            double part = weights[row] * (outcome[row] - sums[arm] / totals[arm]) / totals[arm];
            influence[row] = (arm == 1 ? part : -part) * n;
            for (int j = 0; j < slope.length; j++) {
                slope[j] += (arm == 1 ? part : -part)
                        * relativeSlope(row)
                        * propensity.terms().get(j).values()[row];
            }
        }
        double[] throughScores = propensity.influence(slope, comparison);
        Arrays.setAll(influence, row -> influence[row] + throughScores[row]);
        return effect(sums[1] / totals[1] - sums[0] / totals[0], influence, weights);
    }

    /** The slope of a row's weight in the index of its propensity, as a share of the weight. */
    private double relativeSlope(int row) {
        double score = propensity.score()[row];
        return switch (estimand) {
            case AVERAGE -> treated[row] ? score - 1 : score;
            case TREATED -> treated[row] ? 0 : 1;
            case OVERLAP -> treated[row] ? -score : 1 - score;
        };
    }

    private Effect effect(double estimate, double[] influence, double[] weights) {
        return Effect.of(estimate, influence, weights, comparison.treatedRows(), comparison.clusters());
    }

    /**
     * Augmented inverse-probability weighting (Robins, Rotnitzky and Zhao 1994): right if either the propensity or the
     * regression of the outcome is.
     */
    Effect augmented() {
        double[] untreatedFit = fitted(false, comparison.weights());
        double[] treatedFit = overTreated ? untreatedFit : fitted(true, comparison.weights());
        double[] parts = new double[n];
        double[] own = comparison.weights();
        double share = 0;
        for (int row = 0; row < n; row++) {
            share += treated[row] ? own[row] / n : 0;
        }
        double sum = 0;
        for (int row = 0; row < n; row++) {
            double score = propensity.score()[row];
            double left = outcome[row] - (treated[row] ? treatedFit[row] : untreatedFit[row]);
            if (overTreated) {
                parts[row] = (treated[row] ? left : -left * score / (1 - score)) / share;
            } else {
                parts[row] = treatedFit[row] - untreatedFit[row] + (treated[row] ? left / score : -left / (1 - score));
            }
            sum += own[row] * parts[row];
        }
        double estimate = sum / n;
        for (int row = 0; row < n; row++) {
            parts[row] = own[row] * (parts[row] - (overTreated ? (treated[row] ? estimate / share : 0) : estimate));
        }
        return effect(estimate, parts, inverseProbability());
    }

    /** The outcome that a regression within one arm expects of every row. */
    double[] fitted(boolean arm, double[] weights) {
        int[] rows = IntStream.range(0, n)
                .filter(row -> treated[row] == arm && weights[row] > 0)
                .toArray();
        List<Term> own = propensity.terms().stream()
                .map(term -> new Term(term.name(), Matrices.take(term.values(), rows)))
                .toList();
        Regression fit = Regression.fit(Matrices.take(outcome, rows), own, List.of(), Matrices.take(weights, rows));
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
}
