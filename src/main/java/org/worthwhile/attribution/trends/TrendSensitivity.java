package org.worthwhile.attribution.trends;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.Interval;
import org.worthwhile.attribution.ResultFields;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.attribution.Series;

/**
 * Robust intervals of an effect where trends were not parallel, and up to which departures from parallel trends there is an effect
 * (Rambachan and Roth 2023). The effect is measured from the last period before treatment that is not affected by it.
 *
 * @param multiples intervals where drifts are at most a multiple of the largest before treatment; none where they cannot be told
 * @param slopeChanges intervals where slopes change by at most so much; none where they cannot be told
 * @param breakdown empty where it cannot be told
 */
public record TrendSensitivity(
        List<Multiple> multiples, List<SlopeChange> slopeChanges, Optional<Breakdown> breakdown) {

    /** Where they cannot be told. */
    public static final TrendSensitivity UNKNOWN = new TrendSensitivity(List.of(), List.of(), Optional.empty());

    private static final String ID = "trend-sensitivity";
    private static final String TITLE = "If trends were not parallel";
    private static final String NEEDS =
            "that takes at least two periods before treatment, none missing among the periods around"
                    + " it, and several treated and untreated units, with none alone in starting when it did";
    private static final double[] GRID = {0, 0.5, 1, 1.5, 2};

    public TrendSensitivity {
        multiples = List.copyOf(multiples);
        slopeChanges = List.copyOf(slopeChanges);
    }

    /** The interval where drifts from one period to the next are at most so many times the largest before treatment. */
    public record Multiple(double multiple, double low, double high) {}

    /** The interval where slopes change by at most so much from one period to the next, in units of the outcome a period. */
    public record SlopeChange(double slopeChange, double low, double high) {}

    /**
     * Up to which departure from parallel trends no effect is excluded.
     *
     * @param multiple of the largest drift before treatment; empty where it is up to {@link RelativeMagnitudes#MOST}
     * @param slopeChange in units of the outcome a period
     */
    public record Breakdown(OptionalDouble multiple, double slopeChange) {}

    /** Works out the intervals over a small grid, that of changes of slope in multiples of the greatest seen before treatment. */
    public static TrendSensitivity of(EventStudy study) {
        RelativeMagnitudes relative = new RelativeMagnitudes(study);
        Smoothness smoothness = new Smoothness(study);
        double scale = smoothness.scale().orElse(0);
        return new TrendSensitivity(
                DoubleStream.of(GRID)
                        .mapToObj(multiple -> {
                            Interval found = relative.interval(multiple);
                            return new Multiple(multiple, found.low(), found.high());
                        })
                        .toList(),
                DoubleStream.of(GRID)
                        .map(multiple -> multiple * scale)
                        .distinct()
                        .mapToObj(change -> {
                            Interval found = smoothness.interval(change);
                            return new SlopeChange(change, found.low(), found.high());
                        })
                        .toList(),
                Optional.of(new Breakdown(relative.breakdown(), smoothness.breakdown())));
    }

    /** The fields of a result. */
    public static void describe(
            List<Multiple> multiples, List<SlopeChange> slopeChanges, Optional<Breakdown> breakdown, ResultFields to) {
        to.list(
                        "trendSensitivity",
                        multiples,
                        (each, of) -> of.number("multiple", each.multiple)
                                .number("low", each.low)
                                .number("high", each.high))
                .list(
                        "trendSmoothness",
                        slopeChanges,
                        (each, of) -> of.number("slopeChange", each.slopeChange)
                                .number("low", each.low)
                                .number("high", each.high))
                .object("trendBreakdown", breakdown, TrendSensitivity::describe);
        if (breakdown.isEmpty()) {
            to.text("trendBreakdownReason", "it cannot be told: " + NEEDS);
        }
    }

    private static void describe(Breakdown breakdown, ResultFields to) {
        to.number("multiple", breakdown.multiple);
        if (breakdown.multiple.isEmpty()) {
            to.text("multipleReason", "no effect is excluded at every multiple tried, up to " + most());
        }
        to.number("slopeChange", breakdown.slopeChange);
    }

    /** The intervals as data of pictures and tables; none where they cannot be told. */
    public List<Series> series() {
        return breakdown.isEmpty()
                ? List.of()
                : List.of(
                        new Series(
                                "trend-sensitivity",
                                "If drifts after treatment are up to a multiple of the largest before it",
                                multiples.stream()
                                        .map(each -> point(each.multiple, each.low, each.high))
                                        .toList()),
                        new Series(
                                "trend-smoothness",
                                "If trends are lines whose slopes change from one period to the next",
                                slopeChanges.stream()
                                        .map(each -> point(each.slopeChange, each.low, each.high))
                                        .toList()));
    }

    private static Series.Point point(double departure, double low, double high) {
        return new Series.Point("", departure, (low + high) / 2, low, high);
    }

    /** What it means, or why it is not known. */
    public Diagnostic diagnostic() {
        return breakdown
                .map(found -> new Diagnostic(
                        ID,
                        TITLE,
                        Outcome.INFO,
                        found.multiple,
                        OptionalDouble.empty(),
                        ofDrifts(found.multiple) + ofLines(found.slopeChange)
                                + " Both are from the last period before treatment, and allow for the sampling error of the"
                                + " trends before it (Rambachan and Roth 2023)."))
                .orElseGet(() -> Diagnostic.of(
                        ID,
                        TITLE,
                        Outcome.INFO,
                        "How large a departure from parallel trends would undo the finding cannot be told: " + NEEDS
                                + "."));
    }

    private static String ofDrifts(OptionalDouble multiple) {
        if (multiple.isEmpty()) {
            return "There is an effect even if, after treatment, the treated and their controls would have drifted apart from"
                    + " one period to the next by " + most() + " times the largest such drift before it.";
        }
        return multiple.getAsDouble() == 0
                ? "The robust interval holds no effect even with no drift apart of the treated and their controls after"
                        + " treatment."
                : String.format(
                        Locale.UK,
                        "There is an effect unless, after treatment, the treated and their controls would have drifted apart"
                                + " from one period to the next by more than %.2f times the largest such drift before it.",
                        multiple.getAsDouble());
    }

    private static String ofLines(double slopeChange) {
        return slopeChange == 0
                ? " If a steady drift before treatment would have gone on, the robust interval holds no effect."
                : " If a steady drift before treatment would have gone on, there is an effect unless its slope changed by more"
                        + " than " + Rounded.plain(slopeChange) + " from one period to the next.";
    }

    private static String most() {
        return Rounded.plain(RelativeMagnitudes.MOST);
    }
}
