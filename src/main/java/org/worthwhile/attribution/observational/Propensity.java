package org.worthwhile.attribution.observational;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.LogisticRegression;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Term;

/**
 * The probability of treatment by covariates, from a logistic regression.
 *
 * @param terms intercept and covariates that entered
 * @param collinear names of those that others explain
 * @param score of each row
 */
record Propensity(List<Term> terms, List<String> collinear, double[] score) {

    static Propensity of(StudyCase studyCase, List<Term> covariates, boolean[] treated) {
        List<Term> all = new ArrayList<>(List.of(LinearModel.intercept(treated.length)));
        all.addAll(covariates);
        double[] ones = LinearModel.ones(treated.length);
        Regression entered = Regression.fit(ones, all, List.of(), ones);
        List<Term> terms = all.stream()
                .filter(term -> entered.terms().contains(term.name()))
                .toList();
        double[][] columns = terms.stream().map(Term::values).toArray(double[][]::new);
        LogisticRegression fit = LogisticRegression.fit(columns, treated, ones)
                .orElseThrow(() -> studyCase.unusable(
                        "/columns/covariates",
                        "the covariates tell treated and untreated rows apart wholly, so that there are none alike to"
                                + " compare",
                        "leave out the covariate that decides treatment, or use another design"));
        return new Propensity(terms, entered.collinear(), fit.probabilities());
    }

    /** The scores' contributions to the likelihood's slope, by term and row. */
    double[][] slopes(boolean[] treated) {
        double[][] slopes = new double[terms.size()][score.length];
        for (int j = 0; j < slopes.length; j++) {
            for (int row = 0; row < score.length; row++) {
                slopes[j][row] =
                        ((treated[row] ? 1 : 0) - score[row]) * terms.get(j).values()[row];
            }
        }
        return slopes;
    }
}
