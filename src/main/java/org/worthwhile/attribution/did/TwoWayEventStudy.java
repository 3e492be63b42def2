package org.worthwhile.attribution.did;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.worthwhile.attribution.Coefficient;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.RegressionStudy;
import org.worthwhile.attribution.Series;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.JointTest;
import org.worthwhile.attribution.estimation.Term;
import org.worthwhile.attribution.period.Starts;

/**
 * The effect by periods since treatment began: a regression with an indicator for each but one, the last before which nobody
 * had reason to change.
 *
 * @param clusters where errors are clustered one way
 * @param anticipation by how many periods units may have changed before their treatment
 */
record TwoWayEventStudy(RegressionStudy fit, Optional<Grouping> clusters, int anticipation) {

    private static final String EVENT = "event ";

    /** A coefficient by periods since treatment began. */
    record EventTime(int time, double estimate, double standardError) {}

    /**
     * Fits the regression; empty where the start is not known, or nothing but the reference is seen.
     *
     * @param clusters where errors are clustered one way
     * @param regression on the indicators beside all else
     */
    static Optional<TwoWayEventStudy> of(
            PanelRows rows,
            Optional<Grouping> clusters,
            int anticipation,
            Function<List<Term>, RegressionStudy> regression) {
        if (rows.starts().isEmpty()) {
            return Optional.empty();
        }
        Starts starts = rows.starts().get();
        int[] since = IntStream.range(0, rows.periods().rows())
                .map(row -> starts.isNever(row) ? Starts.NEVER : rows.periods().of(row) - starts.of(row))
                .toArray();
        int[] events = IntStream.of(since)
                .filter(event -> event != Starts.NEVER)
                .distinct()
                .sorted()
                .toArray();
        int reference = IntStream.of(events)
                .filter(event -> event < -anticipation)
                .max()
                .orElse(-1 - anticipation);
        List<Term> indicators = IntStream.of(events)
                .filter(event -> event != reference)
                .mapToObj(event -> new Term(
                        EVENT + event,
                        IntStream.of(since)
                                .mapToDouble(value -> value == event ? 1 : 0)
                                .toArray()))
                .toList();
        return indicators.isEmpty()
                ? Optional.empty()
                : Optional.of(new TwoWayEventStudy(regression.apply(indicators), clusters, anticipation));
    }

    List<EventTime> eventTimes() {
        return coefficients()
                .map(coefficient ->
                        new EventTime(eventOf(coefficient), coefficient.estimate(), coefficient.standardError()))
                .toList();
    }

    Series series() {
        return new Series(
                "event-study",
                "Effect relative to the "
                        + (anticipation == 0
                                ? "period before treatment"
                                : "last period before treatment could be anticipated"),
                coefficients()
                        .map(coefficient -> new Series.Point(
                                eventOf(coefficient) < 0 ? "before" : "after",
                                eventOf(coefficient),
                                coefficient.estimate(),
                                coefficient.low(),
                                coefficient.high()))
                        .toList());
    }

    /** That coefficients before treatment, and before it could be anticipated, are all zero. */
    Diagnostic preTrends() {
        int[] before = IntStream.range(0, fit.coefficients().size())
                .filter(term -> isEvent(fit.coefficients().get(term))
                        && eventOf(fit.coefficients().get(term)) < -anticipation)
                .toArray();
        double[] estimates = IntStream.of(before)
                .mapToDouble(term -> fit.regression().coefficients()[term])
                .toArray();
        double[][] covariance = new double[before.length][before.length];
        for (int i = 0; i < before.length; i++) {
            for (int j = 0; j < before.length; j++) {
                covariance[i][j] = fit.covariance().matrix()[before[i]][before[j]];
            }
        }
        double freedom = fit.covariance().degreesOfFreedom();
        return PreTrends.diagnostic(
                JointTest.of(
                        estimates,
                        covariance,
                        clusters.map(own -> PreTrends.freedom(fit.regression(), before, own))
                                .orElse(freedom)),
                estimates.length);
    }

    private Stream<Coefficient> coefficients() {
        return fit.coefficients().stream().filter(TwoWayEventStudy::isEvent);
    }

    private static boolean isEvent(Coefficient coefficient) {
        return coefficient.term().startsWith(EVENT);
    }

    private static int eventOf(Coefficient coefficient) {
        return Integer.parseInt(coefficient.term().substring(EVENT.length()));
    }
}
