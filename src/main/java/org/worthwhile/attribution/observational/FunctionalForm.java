package org.worthwhile.attribution.observational;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.worthwhile.attribution.AdjustedComparison;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.estimation.Matrices;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Term;
import org.worthwhile.attribution.estimation.WaldTest;

/**
 * Whether the outcome goes with the covariates in straight lines, an own one in each arm: Ramsey's RESET (1969, Journal of the Royal
 * Statistical Society B 31) with the square and cube of the fitted values. Arms whose covariates have the same means are not alike
 * where it does not, and no check of the means shows that.
 *
 * <p>The test is the score's, with the residuals of the straight lines and whatever variances they have (Wooldridge 1991, Journal of
 * Econometrics 47): in 200 rows it fails too seldom rather than too often, where Wald's fails in a tenth of straight lines.
 */
final class FunctionalForm {

    private static final double SIGNIFICANT = 0.05;

    /** A power of the fit is explained by the covariates when they leave less than this share of its length. */
    private static final double EXPLAINED = 1e-9;

    private FunctionalForm() {}

    /** The check; empty where the powers of the fit add nothing to the covariates, as where these are groups alone. */
    static Optional<Diagnostic> of(Comparison comparison, String treatment, String outcome) {
        List<Term> terms = AdjustedComparison.terms(
                treatment, comparison.treated(), comparison.covariates(), comparison.weights());
        Regression lines = Regression.fit(comparison.outcome(), terms, List.of(), comparison.weights());
        if (lines.degreesOfFreedom() < 1) {
            return Optional.empty();
        }
        double[] fitted = standardised(fitted(comparison, lines));
        double[][] left = Stream.<DoubleUnaryOperator>of(z -> z * z, z -> z * z * z)
                .map(power -> left(DoubleStream.of(fitted).map(power).toArray(), terms, comparison))
                .flatMap(Optional::stream)
                .toArray(double[][]::new);
        double[] scores = Arrays.stream(left)
                .mapToDouble(column -> Matrices.dot(column, lines.residuals()))
                .toArray();
        return WaldTest.of(
                        scores,
                        Covariance.meat(
                                left,
                                lines.residuals(),
                                comparison.clusters().stream().toList()))
                .map(test -> diagnostic(test, outcome));
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

    /** What the terms leave of a power, times the roots of the weights. */
    private static Optional<double[]> left(double[] power, List<Term> terms, Comparison comparison) {
        double[] left =
                Regression.fit(power, terms, List.of(), comparison.weights()).residuals();
        return Matrices.dot(left, left) > EXPLAINED * EXPLAINED * Matrices.dot(power, power)
                ? Optional.of(left)
                : Optional.empty();
    }

    private static Diagnostic diagnostic(WaldTest test, String outcome) {
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
                .withDegreesOfFreedom(test.degreesOfFreedom());
    }
}
