package org.worthwhile.attribution.did;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.estimation.JointTest;

/** Whether the treated and their controls moved together before treatment. */
final class PreTrends {

    private static final String ID = "pre-trends";
    private static final String TITLE = "Parallel trends before treatment";
    private static final double SIGNIFICANT = 0.05;

    private PreTrends() {}

    /**
     * The diagnostic.
     *
     * @param test that all effects before treatment are zero; empty when it could not be made
     * @param effects how many there are
     * @param drift that the test would have found; empty where not known
     * @param headline that the drift would move
     */
    static Diagnostic diagnostic(
            Optional<JointTest> test, int effects, Optional<DetectableDrift> drift, Finding headline) {
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
        boolean blind = drift.isPresent()
                && headline.pValue() < SIGNIFICANT
                && drift.get().bias() >= Math.abs(headline.estimate());
        return new Diagnostic(
                        ID,
                        TITLE,
                        !parallel ? Outcome.FAIL : blind ? Outcome.WARN : Outcome.PASS,
                        OptionalDouble.of(test.get().statistic()),
                        OptionalDouble.of(test.get().pValue()),
                        parallel
                                ? "No drift apart of the treated and their controls is seen before treatment. "
                                        + drift.map(found -> found.words(blind))
                                                .orElse("How large a one would have been is not known.")
                                : "Before treatment, the treated and their controls already moved apart, so the estimate may owe"
                                        + " to that and not to the treatment.")
                .withDegreesOfFreedom(test.get().degreesOfFreedom().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray());
    }

    /** The fewest degrees of freedom of several terms. */
    static double freedom(Covariance covariance, IntStream terms) {
        return terms.mapToDouble(covariance::degreesOfFreedom).min().orElse(0);
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
