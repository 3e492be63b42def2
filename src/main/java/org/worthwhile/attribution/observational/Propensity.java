package org.worthwhile.attribution.observational;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.LogisticRegression;
import org.worthwhile.attribution.estimation.Matrices;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Term;

/**
 * The probability of treatment by covariates, from a logistic regression with the rows' weights.
 *
 * @param terms intercept and covariates that entered
 * @param collinear names of those that others explain
 * @param score of each row
 * @param inverseInformation of the coefficients
 */
record Propensity(List<Term> terms, List<String> collinear, double[] score, double[][] inverseInformation) {

    static Propensity of(StudyCase studyCase, Comparison comparison) {
        List<Term> all = new ArrayList<>(List.of(LinearModel.intercept(comparison.rows())));
        all.addAll(comparison.covariates());
        double[] ones = LinearModel.ones(comparison.rows());
        Regression entered = Regression.fit(ones, all, List.of(), ones);
        List<Term> terms = all.stream()
                .filter(term -> entered.terms().contains(term.name()))
                .toList();
        double[][] columns = terms.stream().map(Term::values).toArray(double[][]::new);
        LogisticRegression fit = LogisticRegression.fit(columns, comparison.treated(), comparison.weights())
                .orElseThrow(() -> studyCase.unusable(
                        "/columns/covariates",
                        "the covariates tell treated and untreated rows apart wholly, so that there are none alike to"
                                + " compare",
                        "leave out the covariate that decides treatment, or use another design"));
        return new Propensity(terms, entered.collinear(), fit.probabilities(), fit.inverseInformation());
    }

    /**
     * How each row, by way of the coefficients, moves a quantity.
     *
     * @param slope of the quantity in the coefficients
     * @return by row, times the number of rows
     */
    double[] influence(double[] slope, Comparison comparison) {
        double[] direction = Matrices.times(inverseInformation, slope);
        double[] influence = new double[score.length];
        for (int row = 0; row < influence.length; row++) {
            double left = (comparison.treated()[row] ? 1 : 0) - score[row];
            for (int j = 0; j < direction.length; j++) {
                influence[row] += direction[j] * terms.get(j).values()[row];
            }
            influence[row] *= comparison.weights()[row] * left * influence.length;
        }
        return influence;
    }
}
