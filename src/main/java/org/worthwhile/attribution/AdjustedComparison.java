package org.worthwhile.attribution;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Term;

/**
 * The terms of a comparison of treated and untreated rows with covariates that act in each arm for itself: covariates less
 * their means, and these times treatment (Lin 2013, Annals of Applied Statistics 7), so that treatment's coefficient is the
 * average effect over the rows whose means are taken.
 */
public final class AdjustedComparison {

    private AdjustedComparison() {}

    /**
     * Intercept, treatment, covariates and interactions.
     *
     * @param over the weights of the rows over which the effect is averaged; 0 for the others
     */
    public static List<Term> terms(String treatment, boolean[] treated, List<Term> covariates, double[] over) {
        int n = treated.length;
        double[] values = new double[n];
        for (int row = 0; row < n; row++) {
            values[row] = treated[row] ? 1 : 0;
        }
        List<Term> terms = new ArrayList<>(List.of(LinearModel.intercept(n), new Term(treatment, values)));
        List<Term> interactions = new ArrayList<>();
        for (Term covariate : covariates) {
            double sum = 0;
            double total = 0;
            for (int row = 0; row < n; row++) {
                sum += over[row] * covariate.values()[row];
                total += over[row];
            }
            double[] centred = new double[n];
            double[] product = new double[n];
            for (int row = 0; row < n; row++) {
                centred[row] = covariate.values()[row] - sum / total;
                product[row] = centred[row] * values[row];
            }
            terms.add(new Term(covariate.name(), centred));
            interactions.add(new Term(treatment + " x " + covariate.name(), product));
        }
        terms.addAll(interactions);
        return terms;
    }
}
