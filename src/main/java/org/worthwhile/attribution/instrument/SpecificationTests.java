package org.worthwhile.attribution.instrument;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.estimation.Matrices;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.WaldTest;

/** Whether an instrument was needed, and whether several agree; each test as robust as the study's standard errors. */
final class SpecificationTests {

    private final Equation equation;
    private final Regression fit;
    private final Covariance.Kind kind;
    private final List<Grouping> clusters;

    SpecificationTests(Equation equation, Regression fit, Covariance.Kind kind, List<Grouping> clusters) {
        this.equation = equation;
        this.fit = fit;
        this.kind = kind;
        this.clusters = clusters;
    }

    /** The F of the first stage's residuals, added to the outcome's regression (Wu 1973; Hausman 1978). */
    double wuHausman() {
        return endogeneity(Covariance.Kind.IID).statistic();
    }

    /** The same with the study's own variance (Wooldridge 1995, Advances in Econometrics and Quantitative Economics). */
    InstrumentDetails.Test endogeneity() {
        return endogeneity(kind);
    }

    private InstrumentDetails.Test endogeneity(Covariance.Kind variance) {
        double[] left = equation.onAll().residuals(equation.treatment());
        double[] outcome = equation.onExogenous().residuals(equation.outcome());
        double[] treatment = equation.onExogenous().residuals(equation.treatment());
        Regression augmented =
                equation.without(outcome, List.of("treatment", "left"), new double[][] {treatment, left});
        int position = augmented.terms().indexOf("left");
        int df = Math.max(1, augmented.degreesOfFreedom());
        if (position < 0) {
            // The instruments explain treatment wholly, which cannot then be confounded.
            return new InstrumentDetails.Test(0, 1, Optional.of(df), 1);
        }
        Covariance covariance = Covariance.of(augmented, variance, clusters);
        double t = augmented.coefficients()[position] / covariance.standardError(position);
        double statistic = t * t;
        int denominator = (int) Math.max(1, covariance.degreesOfFreedom());
        return new InstrumentDetails.Test(
                statistic, 1, Optional.of(denominator), Inference.fPValue(statistic, 1, denominator));
    }

    /** n R^2 of the residuals on all instruments (Sargan 1958); empty with one instrument. */
    Optional<Double> sargan() {
        if (equation.instruments().length < 2) {
            return Optional.empty();
        }
        double[] fitted = equation.onAll().fitted(fit.residuals());
        return Optional.of(equation.rows() * Matrices.dot(fitted, fitted) / fit.residualSumOfSquares());
    }

    /**
     * The least that the moments of the instruments can be, in the metric of their covariance at this estimate (Hansen 1982,
     * Econometrica 50); with errors of equal variance, Sargan's. Empty with one instrument, or no more clusters than
     * instruments.
     */
    Optional<InstrumentDetails.Test> hansen() {
        int m = equation.instruments().length;
        if (m < 2) {
            return Optional.empty();
        }
        if (kind == Covariance.Kind.IID) {
            return sargan().map(statistic -> chiSquared(statistic, m - 1));
        }
        double[][] apart = Arrays.stream(equation.instruments())
                .map(equation.onExogenous()::residuals)
                .toArray(double[][]::new);
        double[] ofOutcome = moments(apart, equation.outcome());
        double[] ofTreatment = moments(apart, equation.treatment());
        double[][] covariance = covariance(apart);
        // The quadratic form of outcome less effect times treatment, least over the effect.
        Optional<WaldTest> outcome = WaldTest.of(ofOutcome, covariance);
        Optional<WaldTest> treatment = WaldTest.of(ofTreatment, covariance);
        double[] sum = new double[m];
        Arrays.setAll(sum, j -> ofOutcome[j] + ofTreatment[j]);
        Optional<WaldTest> both = WaldTest.of(sum, covariance);
        if (outcome.isEmpty()
                || treatment.isEmpty()
                || both.isEmpty()
                || treatment.get().statistic() == 0) {
            return Optional.empty();
        }
        double yy = outcome.get().statistic();
        double tt = treatment.get().statistic();
        double yt = (both.get().statistic() - yy - tt) / 2;
        return Optional.of(chiSquared(Math.max(0, yy - yt * yt / tt), m - 1));
    }

    private static InstrumentDetails.Test chiSquared(double statistic, int degreesOfFreedom) {
        return new InstrumentDetails.Test(
                statistic, degreesOfFreedom, Optional.empty(), Inference.chiSquaredPValue(statistic, degreesOfFreedom));
    }

    private static double[] moments(double[][] instruments, double[] values) {
        return Arrays.stream(instruments)
                .mapToDouble(instrument -> Matrices.dot(instrument, values))
                .toArray();
    }

    /** Of the moments, from the residuals of the estimate: by row, or by cluster where there are any. */
    private double[][] covariance(double[][] instruments) {
        return Covariance.meat(instruments, fit.residuals(), kind == Covariance.Kind.CLUSTER ? clusters : List.of());
    }
}
