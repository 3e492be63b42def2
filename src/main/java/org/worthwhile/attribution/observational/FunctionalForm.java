package org.worthwhile.attribution.observational;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.worthwhile.attribution.AdjustedComparison;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.JointTest;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Term;

/**
 * Whether the outcome goes with the covariates in straight lines, an own one in each arm: Ramsey's RESET (1969, Journal of the Royal
 * Statistical Society B 31) with squares and cubes of the fitted values, and errors that hold whatever the variances. Arms whose
 * covariates have the same means are not alike where it does not, and no check of the means shows that.
 */
final class FunctionalForm {

    private static final double SIGNIFICANT = 0.05;
    private static final List<String> POWERS = List.of("square of the fit", "cube of the fit");

    private FunctionalForm() {}

    /** The check; empty where the powers of the fit add nothing to the covariates, as where these are groups alone. */
    static Optional<Diagnostic> of(Comparison comparison, String treatment, String outcome) {
        List<Term> terms = AdjustedComparison.terms(
                treatment, comparison.treated(), comparison.covariates(), comparison.weights());
        Regression lines = Regression.fit(comparison.outcome(), terms, List.of(), comparison.weights());
        double[] fitted = standardised(fitted(comparison, lines));
        List<Term> bent = new ArrayList<>(terms);
        bent.add(new Term(
                POWERS.getFirst(), Arrays.stream(fitted).map(z -> z * z).toArray()));
        bent.add(new Term(
                POWERS.getLast(), Arrays.stream(fitted).map(z -> z * z * z).toArray()));
        Regression curves = Regression.fit(comparison.outcome(), bent, List.of(), comparison.weights());
        if (curves.degreesOfFreedom() < 1) {
            return Optional.empty();
        }
        return test(comparison, curves).map(test -> diagnostic(test, outcome));
    }

    private static Optional<JointTest> test(Comparison comparison, Regression curves) {
        int[] added = POWERS.stream()
                .mapToInt(curves.terms()::indexOf)
                .filter(position -> position >= 0)
                .toArray();
        List<Grouping> clusters = comparison.clusters().stream().toList();
        double[][] matrix = Covariance.of(
                        curves, clusters.isEmpty() ? Covariance.Kind.HC3 : Covariance.Kind.CLUSTER, clusters)
                .matrix();
        double[] coefficients = new double[added.length];
        double[][] covariance = new double[added.length][added.length];
        for (int i = 0; i < added.length; i++) {
            coefficients[i] = curves.coefficients()[added[i]];
            for (int j = 0; j < added.length; j++) {
                covariance[i][j] = matrix[added[i]][added[j]];
            }
        }
        return JointTest.of(
                coefficients,
                covariance,
                clusters.isEmpty()
                        ? curves.degreesOfFreedom()
                        : clusters.getFirst().size() - 1);
    }

    private static double[] fitted(Comparison comparison, Regression lines) {
        double[] fitted = new double[comparison.rows()];
        Arrays.setAll(
                fitted,
                row -> comparison.outcome()[row]
                        - lines.residuals()[row] / Math.sqrt(comparison.weights()[row]));
        return fitted;
    }

    private static double[] standardised(double[] values) {
        double mean = DoubleStream.of(values).average().orElseThrow();
        double spread = Math.sqrt(DoubleStream.of(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
        return DoubleStream.of(values)
                .map(value -> spread == 0 ? 0 : (value - mean) / spread)
                .toArray();
    }

    private static Diagnostic diagnostic(JointTest test, String outcome) {
        boolean straight = test.pValue() >= SIGNIFICANT;
        return new Diagnostic(
                        "functional-form",
                        "Straight lines in the covariates",
                        straight ? Outcome.PASS : Outcome.WARN,
                        OptionalDouble.of(test.statistic()),
                        OptionalDouble.of(test.pValue()),
                        straight
                                ? "Straight lines in the covariates fit " + outcome + " as far as can be seen."
                                : outcome
                                        + " does not go with the covariates in straight lines: arms with the same means of them"
                                        + " need not be alike, and the estimate may be far off. Name columns of logarithms,"
                                        + " squares or products of covariates too.")
                .withDegreesOfFreedom(test.degreesOfFreedom().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray());
    }
}
