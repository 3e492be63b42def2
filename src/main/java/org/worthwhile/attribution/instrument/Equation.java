package org.worthwhile.attribution.instrument;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Matrices;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Term;

/**
 * One treatment, its instruments and the exogenous terms, weights and fixed effects taken out.
 *
 * @param outcome by row
 * @param treatment by row
 * @param instruments by instrument and row
 * @param exogenous by term and row
 * @param absorbed parameters of the fixed effects
 */
record Equation(
        double[] outcome,
        double[] treatment,
        List<String> instrumentNames,
        double[][] instruments,
        String treatmentName,
        List<String> exogenousNames,
        double[][] exogenous,
        List<String> collinear,
        List<Grouping> fixedEffects,
        int absorbed) {

    static Equation of(
            double[] outcome,
            Term treatment,
            List<Term> instruments,
            List<Term> exogenous,
            List<Grouping> fixedEffects,
            double[] weights) {
        // Exogenous terms first: an instrument that they explain is the one to leave out.
        List<Term> terms =
                Stream.concat(exogenous.stream(), instruments.stream()).toList();
        Regression first = Regression.fit(treatment.values(), terms, fixedEffects, weights);
        Regression reduced = Regression.fit(outcome, terms, fixedEffects, weights);
        List<String> instrumentNames = new ArrayList<>();
        List<double[]> instrumentColumns = new ArrayList<>();
        List<String> exogenousNames = new ArrayList<>();
        List<double[]> exogenousColumns = new ArrayList<>();
        List<String> given = instruments.stream().map(Term::name).toList();
        for (int j = 0; j < first.terms().size(); j++) {
            boolean isInstrument = given.contains(first.terms().get(j));
            (isInstrument ? instrumentNames : exogenousNames).add(first.terms().get(j));
            (isInstrument ? instrumentColumns : exogenousColumns).add(first.regressors()[j]);
        }
        return new Equation(
                response(reduced),
                response(first),
                instrumentNames,
                instrumentColumns.toArray(double[][]::new),
                treatment.name(),
                exogenousNames,
                exogenousColumns.toArray(double[][]::new),
                first.collinear(),
                fixedEffects,
                first.parameters() - first.terms().size());
    }

    private static double[] response(Regression fit) {
        double[] response = fit.residuals().clone();
        for (int j = 0; j < fit.coefficients().length; j++) {
            for (int row = 0; row < response.length; row++) {
                response[row] += fit.coefficients()[j] * fit.regressors()[j][row];
            }
        }
        return response;
    }

    int rows() {
        return outcome.length;
    }

    /** Rows less what the first stage estimates. */
    int firstStageDegreesOfFreedom() {
        return rows() - exogenous.length - instruments.length - absorbed;
    }

    Projection onAll() {
        return new Projection(
                Stream.concat(Stream.of(exogenous), Stream.of(instruments)).toArray(double[][]::new));
    }

    Projection onExogenous() {
        return new Projection(exogenous);
    }

    /** LIML's kappa: the least ratio of what exogenous terms alone leave to what instruments leave too (Anderson and Rubin 1949). */
    double limlKappa() {
        RealMatrix alone = crossProducts(onExogenous());
        RealMatrix all = crossProducts(onAll());
        RealMatrix ratio = new LUDecomposition(all).getSolver().getInverse().multiply(alone);
        return Arrays.stream(new EigenDecomposition(ratio).getRealEigenvalues())
                .min()
                .orElse(1);
    }

    private RealMatrix crossProducts(Projection projection) {
        double[] y = projection.residuals(outcome);
        double[] t = projection.residuals(treatment);
        return new Array2DRowRealMatrix(new double[][] {
            {Matrices.dot(y, y), Matrices.dot(y, t)},
            {Matrices.dot(y, t), Matrices.dot(t, t)}
        });
    }

    /**
     * The k-class estimate as a regression whose regressors are the terms less kappa times what the instruments leave of
     * them, and whose residuals are those of the terms themselves; kappa of 1 is two-stage least squares.
     */
    Regression kClass(double kappa) {
        double[] left = onAll().residuals(treatment);
        double[] moved = treatment.clone();
        Arrays.setAll(moved, row -> treatment[row] - kappa * left[row]);
        double[] apart = onExogenous().residuals(moved);
        double effect = Matrices.dot(apart, outcome) / Matrices.dot(apart, treatment);
        double[] rest = outcome.clone();
        Arrays.setAll(rest, row -> outcome[row] - effect * treatment[row]);
        List<String> names = new ArrayList<>(List.of(treatmentName));
        names.addAll(exogenousNames);
        double[][] regressors =
                Stream.concat(Stream.of(moved), Stream.of(exogenous)).toArray(double[][]::new);
        double[] exogenousEffects = effects(rest);
        double[] coefficients = new double[names.size()];
        coefficients[0] = effect;
        System.arraycopy(exogenousEffects, 0, coefficients, 1, exogenousEffects.length);
        return new Regression(
                names,
                collinear,
                coefficients,
                regressors,
                onExogenous().residuals(rest),
                bread(regressors),
                new double[0][0],
                fixedEffects,
                LinearModel.ones(outcome.length),
                names.size() + absorbed);
    }

    private double[] effects(double[] response) {
        if (exogenous.length == 0) {
            return new double[0];
        }
        List<Term> terms = new ArrayList<>();
        for (int j = 0; j < exogenous.length; j++) {
            terms.add(new Term(exogenousNames.get(j), exogenous[j]));
        }
        double[] ones = new double[response.length];
        Arrays.fill(ones, 1);
        return Regression.fit(response, terms, List.of(), ones).coefficients();
    }

    /**
     * A response on columns from which the exogenous terms are taken out, as they are from the response; these count among
     * the parameters.
     */
    Regression without(double[] response, List<String> names, double[][] columns) {
        List<Term> terms = new ArrayList<>();
        for (int j = 0; j < columns.length; j++) {
            terms.add(new Term(names.get(j), columns[j]));
        }
        double[] ones = LinearModel.ones(response.length);
        Regression fit = Regression.fit(response, terms, List.of(), ones);
        return new Regression(
                fit.terms(),
                fit.collinear(),
                fit.coefficients(),
                fit.regressors(),
                fit.residuals(),
                fit.bread(),
                fit.inverseTriangle(),
                fixedEffects,
                ones,
                columns.length + exogenous.length + absorbed);
    }

    /** The inverse of the moved terms' products with the terms themselves. */
    private double[][] bread(double[][] regressors) {
        int k = regressors.length;
        double[][] products = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                products[i][j] = Matrices.dot(regressors[i], j == 0 ? treatment : regressors[j]);
            }
        }
        for (int i = 1; i < k; i++) {
            // The exogenous terms are explained by themselves, so that moving treatment leaves these products as they
            // are.
            products[i][0] = products[0][i];
        }
        // Scaled to a unit diagonal, so that terms of unlike size do not spoil the inverse.
        double[] scale = new double[k];
        Arrays.setAll(scale, i -> Math.sqrt(Math.abs(products[i][i])));
        double[][] scaled = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                scaled[i][j] = products[i][j] / (scale[i] * scale[j]);
            }
        }
        double[][] inverse = new LUDecomposition(new Array2DRowRealMatrix(scaled))
                .getSolver()
                .getInverse()
                .getData();
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                inverse[i][j] /= scale[i] * scale[j];
            }
        }
        return inverse;
    }
}
