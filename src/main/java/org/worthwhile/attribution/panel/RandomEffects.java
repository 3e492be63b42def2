package org.worthwhile.attribution.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Term;
import org.worthwhile.attribution.estimation.WaldTest;

/**
 * A regression in which units differ by chance: outcome and terms less a share of their units' means, by generalised least
 * squares with the variances of Swamy and Arora (1972, Econometrica 40), for panels that are not balanced as in Baltagi and
 * Chang (1994, Journal of Econometrics 62).
 *
 * @param outcome less that share of its unit's mean
 * @param terms likewise, the intercept first
 * @param withinVariance of what changes from row to row
 * @param betweenVariance of what lasts in a unit; 0 where the estimate is not above it
 */
record RandomEffects(double[] outcome, List<Term> terms, double withinVariance, double betweenVariance) {

    private static final double SIGNIFICANT = 0.05;

    /** Empty where there are too few units to tell the variances apart. */
    static Optional<RandomEffects> of(double[] outcome, List<Term> terms, Grouping units) {
        int rows = outcome.length;
        int[] sizes = new int[units.size()];
        for (int unit : units.codes()) {
            sizes[unit]++;
        }
        Regression within = Regression.fit(outcome, terms, List.of(units), LinearModel.ones(rows));
        List<Term> all = new ArrayList<>(List.of(LinearModel.intercept(rows)));
        all.addAll(terms);
        double[] weights = IntStream.of(sizes).mapToDouble(size -> size).toArray();
        Regression between = Regression.fit(
                means(outcome, units, sizes),
                all.stream()
                        .map(term -> new Term(term.name(), means(term.values(), units, sizes)))
                        .toList(),
                List.of(),
                weights);
        if (within.degreesOfFreedom() < 1 || between.degreesOfFreedom() < 1) {
            return Optional.empty();
        }
        double withinVariance = within.residualSumOfSquares() / within.degreesOfFreedom();
        double lasting = (between.residualSumOfSquares() - between.degreesOfFreedom() * withinVariance)
                / (rows - trace(between, sizes));
        double betweenVariance = Math.max(0, lasting);
        double[] kept = IntStream.of(sizes)
                .mapToDouble(size -> Math.sqrt(withinVariance / (size * betweenVariance + withinVariance)))
                .toArray();
        return Optional.of(new RandomEffects(
                partly(outcome, units, sizes, kept),
                all.stream()
                        .map(term -> new Term(term.name(), partly(term.values(), units, sizes, kept)))
                        .toList(),
                withinVariance,
                betweenVariance));
    }

    /** The trace of (M'TM)^-1 M'TTM, where M are units' means and T the units' numbers of rows. */
    private static double trace(Regression between, int[] sizes) {
        double trace = 0;
        for (int unit = 0; unit < sizes.length; unit++) {
            for (int i = 0; i < between.regressors().length; i++) {
                for (int j = 0; j < between.regressors().length; j++) {
                    trace += sizes[unit]
                            * between.bread()[i][j]
                            * between.regressors()[i][unit]
                            * between.regressors()[j][unit];
                }
            }
        }
        return trace;
    }

    private static double[] means(double[] values, Grouping units, int[] sizes) {
        double[] means = new double[sizes.length];
        for (int row = 0; row < values.length; row++) {
            means[units.codes()[row]] += values[row] / sizes[units.codes()[row]];
        }
        return means;
    }

    private static double[] partly(double[] values, Grouping units, int[] sizes, double[] kept) {
        double[] means = means(values, units, sizes);
        double[] less = new double[values.length];
        Arrays.setAll(less, row -> values[row] - (1 - kept[units.codes()[row]]) * means[units.codes()[row]]);
        return less;
    }

    /**
     * Whether units' lasting differences go with the terms, by the contrast with fixed effects (Hausman 1978, Econometrica
     * 46), both with errors of equal variance. Empty where the difference of the covariances is not positive definite, or no
     * term changes within units.
     */
    static Optional<WaldTest> hausman(double[] outcome, List<Term> terms, Grouping units, RandomEffects random) {
        double[] ones = LinearModel.ones(outcome.length);
        Regression within = Regression.fit(outcome, terms, List.of(units), ones);
        Regression partly = Regression.fit(random.outcome, random.terms, List.of(), ones);
        double[][] ofWithin =
                Covariance.of(within, Covariance.Kind.IID, List.of()).matrix();
        double[][] ofPartly =
                Covariance.of(partly, Covariance.Kind.IID, List.of()).matrix();
        List<String> shared =
                within.terms().stream().filter(partly.terms()::contains).toList();
        double[] contrast = new double[shared.size()];
        double[][] covariance = new double[contrast.length][contrast.length];
        for (int i = 0; i < contrast.length; i++) {
            int first = within.terms().indexOf(shared.get(i));
            int second = partly.terms().indexOf(shared.get(i));
            contrast[i] = within.coefficients()[first] - partly.coefficients()[second];
            for (int j = 0; j < contrast.length; j++) {
                covariance[i][j] = ofWithin[first][within.terms().indexOf(shared.get(j))]
                        - ofPartly[second][partly.terms().indexOf(shared.get(j))];
            }
        }
        return WaldTest.of(contrast, covariance).filter(test -> test.statistic() >= 0);
    }

    /** What Hausman's test says. */
    static Diagnostic diagnostic(Optional<WaldTest> test) {
        String title = "Differences between units by chance";
        if (test.isEmpty()) {
            return Diagnostic.of(
                    "hausman",
                    title,
                    Outcome.INFO,
                    "Hausman's test cannot be computed from these data, so it is not known whether lasting differences"
                            + " between units go with the treatment; fixed effects do not need to know.");
        }
        boolean alike = test.get().pValue() >= SIGNIFICANT;
        return new Diagnostic(
                        "hausman",
                        title,
                        alike ? Outcome.PASS : Outcome.FAIL,
                        OptionalDouble.of(test.get().statistic()),
                        OptionalDouble.of(test.get().pValue()),
                        alike
                                ? "Comparing units only with themselves gives much the same, as it should where lasting differences"
                                        + " between units are by chance."
                                : "Comparing units only with themselves gives something else, so lasting differences between units"
                                        + " go with the treatment: use fixed effects.")
                .withDegreesOfFreedom(test.get().degreesOfFreedom());
    }
}
