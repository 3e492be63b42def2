package org.worthwhile.attribution.did;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.worthwhile.attribution.Coefficient;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.RegressionStudy;
import org.worthwhile.attribution.Series;
import org.worthwhile.attribution.estimation.JointTest;
import org.worthwhile.attribution.estimation.Term;
import org.worthwhile.attribution.period.Periods;
import org.worthwhile.attribution.period.Starts;
import org.worthwhile.attribution.trends.EventStudy;

/**
 * The effect by periods since treatment began: a regression with an indicator for each but one, the last before which nobody
 * had reason to change.
 *
 * @param drift by row, periods since treatment began; 0 for those never treated
 * @param reference the periods since treatment that have no indicator
 * @param anticipation by how many periods units may have changed before their treatment
 */
record TwoWayEventStudy(RegressionStudy fit, double[] drift, int reference, int anticipation) {

    private static final String EVENT = "event ";

    /** A coefficient by periods since treatment began. */
    record EventTime(int time, double estimate, double standardError) {}

    /**
     * Fits the regression; empty where the start is not known, or nothing but the reference is seen.
     *
     * @param regression on the indicators beside all else
     */
    static Optional<TwoWayEventStudy> of(
            PanelRows rows, int anticipation, Function<List<Term>, RegressionStudy> regression) {
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
                : Optional.of(new TwoWayEventStudy(
                        regression.apply(indicators), drift(starts, rows.periods()), reference, anticipation));
    }

    /** A drift by 1 a period of those treated at some time, by row. */
    static double[] drift(Starts starts, Periods periods) {
        return IntStream.range(0, periods.rows())
                .mapToDouble(row -> starts.isNever(row) ? 0 : periods.of(row) - starts.of(row))
                .toArray();
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

    /**
     * That coefficients before treatment, and before it could be anticipated, are all zero.
     *
     * @param headline what a drift would move
     * @param steps by how many times its size a drift a period would
     */
    Diagnostic preTrends(Finding headline, double steps) {
        int[] before = IntStream.range(0, fit.coefficients().size())
                .filter(term -> isEvent(fit.coefficients().get(term))
                        && eventOf(fit.coefficients().get(term)) < -anticipation)
                .toArray();
        double[] estimates = IntStream.of(before)
                .mapToDouble(term -> fit.regression().coefficients()[term])
                .toArray();
        double[][] covariance = covariance(before);
        double freedom = PreTrends.freedom(fit.covariance(), IntStream.of(before));
        double[] slopes = fit.regression().coefficientsOf(drift);
        return PreTrends.diagnostic(
                JointTest.of(estimates, covariance, freedom),
                estimates.length,
                DetectableDrift.of(
                        IntStream.of(before).mapToDouble(term -> slopes[term]).toArray(), covariance, freedom, steps),
                headline);
    }

    /**
     * The coefficients with what each counts for in the average effect over treated rows.
     *
     * @param weights of the rows
     */
    Optional<EventStudy> eventStudy(PanelRows rows, double[] weights, double level) {
        Map<Integer, Double> shares = treatedShares(rows, weights);
        int[] terms = IntStream.range(0, fit.coefficients().size())
                .filter(term -> isEvent(fit.coefficients().get(term)))
                .toArray();
        int[] times = IntStream.of(terms)
                .map(term -> eventOf(fit.coefficients().get(term)))
                .toArray();
        return EventStudy.of(
                times,
                reference,
                IntStream.of(terms)
                        .mapToDouble(term -> fit.regression().coefficients()[term])
                        .toArray(),
                covariance(terms),
                IntStream.of(times)
                        .mapToDouble(time -> shares.getOrDefault(time, 0.0))
                        .toArray(),
                PreTrends.freedom(fit.covariance(), IntStream.of(terms)),
                level);
    }

    /** What share of the treated rows' weight is so many periods since treatment began. */
    private static Map<Integer, Double> treatedShares(PanelRows rows, double[] weights) {
        Starts starts = rows.starts().orElseThrow();
        Map<Integer, Double> sums = new TreeMap<>();
        double total = 0;
        for (int row = 0; row < weights.length; row++) {
            int period = rows.periods().of(row);
            if (starts.isTreated(row, period)) {
                sums.merge(period - starts.of(row), weights[row], Double::sum);
                total += weights[row];
            }
        }
        double all = total;
        sums.replaceAll((_, weight) -> weight / all);
        return sums;
    }

    private double[][] covariance(int[] terms) {
        double[][] covariance = new double[terms.length][terms.length];
        for (int i = 0; i < terms.length; i++) {
            for (int j = 0; j < terms.length; j++) {
                covariance[i][j] = fit.covariance().matrix()[terms[i]][terms[j]];
            }
        }
        return covariance;
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
