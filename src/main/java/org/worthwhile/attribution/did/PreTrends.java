package org.worthwhile.attribution.did;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.JointTest;
import org.worthwhile.attribution.estimation.Regression;

/** Whether the treated and their controls moved together before treatment. */
final class PreTrends {

    private static final String ID = "pre-trends";
    private static final String TITLE = "Parallel trends before treatment";
    private static final double SIGNIFICANT = 0.05;
    private static final int MOST_WORKED_OUT = 500;

    private PreTrends() {}

    /**
     * The diagnostic.
     *
     * @param test that all effects before treatment are zero; empty when it could not be made
     * @param effects how many there are
     */
    static Diagnostic diagnostic(Optional<JointTest> test, int effects) {
        if (test.isEmpty()) {
            return Diagnostic.of(
                    ID,
                    TITLE,
                    Outcome.WARN,
                    effects == 0
                            ? "There are no two periods before treatment, so it cannot be seen whether the treated and"
                                    + " their controls moved together."
                            : "There are too few units to test whether the treated and their controls moved together"
                                    + " before treatment.");
        }
        boolean parallel = test.get().pValue() >= SIGNIFICANT;
        return new Diagnostic(
                        ID,
                        TITLE,
                        parallel ? Outcome.PASS : Outcome.FAIL,
                        OptionalDouble.of(test.get().statistic()),
                        OptionalDouble.of(test.get().pValue()),
                        parallel
                                ? "Before treatment, the treated and their controls moved together as far as the data can tell."
                                : "Before treatment, the treated and their controls already moved apart, so the estimate may owe"
                                        + " to that and not to the treatment.")
                .withDegreesOfFreedom(test.get().degreesOfFreedom().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray());
    }

    /** The fewest degrees of freedom that clusters leave the terms' errors, or one less than clusters where not worked out. */
    static double freedom(Regression fit, int[] terms, Grouping clusters) {
        if (clusters.size() > MOST_WORKED_OUT || !fit.hasClusterLeverage()) {
            return clusters.size() - 1.0;
        }
        return IntStream.of(terms)
                .mapToDouble(term -> fit.clustersInEffect(term, clusters) - 1)
                .map(freedom -> Double.isFinite(freedom) ? freedom : 0)
                .min()
                .orElse(0);
    }

    /** Of an effect at a date when nothing happened. */
    static Diagnostic placebo(double estimate, double pValue) {
        boolean none = pValue >= SIGNIFICANT;
        return new Diagnostic(
                "placebo-date",
                "A made-up earlier start",
                none ? Outcome.PASS : Outcome.FAIL,
                OptionalDouble.of(estimate),
                OptionalDouble.of(pValue),
                none
                        ? "Had treatment begun half-way through the periods before it, where it did not, no effect would have"
                                + " been found."
                        : "Had treatment begun half-way through the periods before it, where it did not, an effect would have"
                                + " been found too, so the estimate may owe to what was under way already.");
    }
}
