package org.worthwhile.attribution.did;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.Interval;

/**
 * What the effect may be when the treated and their controls would have drifted apart after treatment, from one period to
 * the next, by up to some multiple of the largest drift seen before it. The interval is the estimate's own widened by the most that
 * such a drift can add. That the drift before is itself estimated is not taken into account, so that these are not the robust
 * intervals of Rambachan and Roth (2023), and no verdict rests on them: with chance in the drift before, they are too wide where
 * trends are parallel.
 *
 * @param largestBefore the largest drift from one period to the next before treatment
 * @param steps periods from the base to those averaged over, on average
 */
record TrendSensitivity(double largestBefore, double steps, Interval interval) {

    private static final double[] MULTIPLES = {0.5, 1, 1.5, 2};

    /** The interval when drifts are up to {@code multiple} times the largest before. */
    record Widened(double multiple, double low, double high) {}

    List<Widened> widened() {
        return DoubleStream.of(MULTIPLES)
                .mapToObj(multiple -> new Widened(
                        multiple,
                        interval.low() - multiple * steps * largestBefore,
                        interval.high() + multiple * steps * largestBefore))
                .toList();
    }

    /** The multiple from which the interval holds 0; 0 when it does without any. */
    double breakdown() {
        double nearest = Math.max(interval.low(), -interval.high());
        return Math.max(0, nearest / (steps * largestBefore));
    }

    Diagnostic diagnostic() {
        double breakdown = breakdown();
        String title = "If trends were not parallel";
        return breakdown == 0
                ? Diagnostic.of(
                        "trend-sensitivity",
                        title,
                        Outcome.INFO,
                        "The interval holds no effect already when trends are parallel, so drifts apart can only make it"
                                + " less sure.")
                : new Diagnostic(
                        "trend-sensitivity",
                        title,
                        Outcome.INFO,
                        OptionalDouble.of(breakdown),
                        OptionalDouble.empty(),
                        String.format(
                                Locale.UK,
                                "There is an effect unless, after treatment, the treated and their controls would have"
                                        + " drifted apart by more than %.2f times the largest drift from one period to the"
                                        + " next before it.",
                                breakdown));
    }
}
