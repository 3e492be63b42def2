package org.worthwhile.attribution.timeseries;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.estimation.Matrices;
import org.worthwhile.attribution.estimation.WaldTest;

/**
 * The season that a series is taken to have: the one a study names, or that of the year if months or quarters show it. It is shown
 * by an F test of its terms in the segmented regression with autoregressive errors.
 *
 * @param period how many times make it; 1 means none
 * @param harmonics pairs of sine and cosine; 0 means an indicator for each of its times
 * @param told what was decided and why
 */
record Season(int period, int harmonics, Optional<Diagnostic> told) {

    /** A series of fewer seasons cannot tell them from a change of level and trend. */
    private static final int LEAST_SEASONS = 3;

    private static final int LEAST_TO_SEE = 2;
    private static final double SIGNIFICANT = 0.05;

    /** Standard errors of a season's terms by which it must swing to be found in about four cases of five. */
    private static final double SEEN_MOSTLY = 3.5;

    /**
     * Decides.
     *
     * @throws org.worthwhile.problem.InvalidInput if the series is shorter than three of the seasons that it names or shows
     */
    static Season of(StudyCase studyCase, InterruptedSeries series) {
        SeriesOptions options = studyCase.options(SeriesOptions.class);
        if (options.period().isPresent()) {
            int period = options.period().getAsInt();
            if (period > 1 && series.size() < LEAST_SEASONS * period) {
                throw studyCase.unusable(
                        "/options/period",
                        series.size() + " times cannot tell a season of " + period
                                + " from the change that is asked about",
                        "use at least " + LEAST_SEASONS * period
                                + " times, or a period of 1 if the outcome has no season");
            }
            return period > 1
                    ? new Season(period, options.harmonics(), Optional.empty())
                    : none(Outcome.INFO, "No season is taken into account, as the option period says.");
        }
        if (series.calendar().seasonLength().isEmpty()) {
            return none(
                    Outcome.INFO, "No season is taken into account. If the outcome has one, give the option period.");
        }
        return ofYear(studyCase, series, series.calendar().seasonLength().getAsInt(), options);
    }

    private static Season ofYear(StudyCase studyCase, InterruptedSeries series, int period, SeriesOptions options) {
        int times = series.size();
        Season year = new Season(period, options.harmonics(), Optional.empty());
        Optional<SegmentedFit> fit =
                times < LEAST_TO_SEE * period ? Optional.empty() : SegmentedFit.autoregressive(studyCase, year, series);
        Optional<Test> test = fit.flatMap(Season::test);
        if (test.isEmpty()) {
            return none(
                    Outcome.WARN,
                    "Whether the outcome has a season cannot be told from " + times
                            + " times. If it has one, part of it may be in the estimate.");
        }
        Test found = test.get();
        boolean seasonal = found.pValue < SIGNIFICANT;
        if (times < LEAST_SEASONS * period) {
            if (seasonal) {
                throw studyCase.unusable(
                        "/columns/time",
                        "the outcome moves with the season (F " + Rounded.plain(found.statistic) + ", p-value "
                                + Rounded.plain(found.pValue) + "), and " + times
                                + " times cannot tell that from the change that is asked about",
                        "use at least " + LEAST_SEASONS * period
                                + " times, or give the option period as 1 if the outcome has no season");
            }
            return none(
                    Outcome.WARN,
                    found,
                    "No season is found, but " + times + " times are too few to tell: only one that"
                            + " swings by about " + Rounded.plain(found.seen)
                            + " either way would show, and part of a lesser one may"
                            + " be in the estimate.");
        }
        return seasonal
                ? new Season(
                        period,
                        options.harmonics(),
                        Optional.of(diagnostic(
                                Outcome.INFO,
                                found,
                                "The outcome has a season of " + period + " times, which is taken into account.")))
                : none(
                        Outcome.PASS,
                        found,
                        "No season of " + period + " times is found; one that swings by about "
                                + Rounded.plain(found.seen) + " either way would have been in four cases of five.");
    }

    /**
     * Of all seasonal terms together.
     *
     * @param seen by how much a season would have to swing
     */
    private record Test(double statistic, double pValue, double terms, double degrees, double seen) {}

    private static Optional<Test> test(SegmentedFit fit) {
        int[] terms = IntStream.range(0, fit.terms().size())
                .filter(term -> SegmentedTerms.isSeasonal(fit.terms().get(term)))
                .toArray();
        double[] estimates = Matrices.take(fit.regression().coefficients(), terms);
        double[][] covariance = IntStream.of(terms)
                .mapToObj(term -> Matrices.take(fit.covariance().matrix()[term], terms))
                .toArray(double[][]::new);
        double degrees = fit.covariance().degreesOfFreedom();
        double largest = IntStream.of(terms)
                .mapToDouble(fit.covariance()::standardError)
                .max()
                .orElse(0);
        return WaldTest.of(estimates, covariance).map(wald -> {
            double statistic = wald.statistic() / terms.length;
            return new Test(
                    statistic,
                    Inference.fPValue(statistic, terms.length, degrees),
                    terms.length,
                    degrees,
                    SEEN_MOSTLY * largest);
        });
    }

    private static Season none(Outcome outcome, String message) {
        return new Season(1, 0, Optional.of(Diagnostic.of("seasonality", "Season", outcome, message)));
    }

    private static Season none(Outcome outcome, Test test, String message) {
        return new Season(1, 0, Optional.of(diagnostic(outcome, test, message)));
    }

    private static Diagnostic diagnostic(Outcome outcome, Test test, String message) {
        return new Diagnostic(
                "seasonality",
                "Season",
                outcome,
                OptionalDouble.of(test.statistic),
                OptionalDouble.of(test.pValue),
                message,
                List.of(test.terms, test.degrees));
    }
}
