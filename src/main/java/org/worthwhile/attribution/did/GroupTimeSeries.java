package org.worthwhile.attribution.did;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.Interval;
import org.worthwhile.attribution.Series;
import org.worthwhile.attribution.period.Starts;

/** The pictures of group-time effects. */
final class GroupTimeSeries {

    private GroupTimeSeries() {}

    static List<Series> of(
            Observations panel,
            Aggregation aggregation,
            GroupTimeErrors errors,
            GroupTimeDetails.Simultaneous simultaneous,
            String outcome) {
        List<Series.Point> events = aggregation.byEventTime().stream()
                .map(point -> {
                    Interval interval = found(errors, point).interval();
                    return new Series.Point(
                            point.key() < 0 ? "before" : "after",
                            point.key(),
                            point.effect().estimate(),
                            interval.low(),
                            interval.high());
                })
                .toList();
        List<Series.Point> bands = aggregation.byEventTime().stream()
                .map(point -> {
                    double estimate = point.effect().estimate();
                    double reach = point.reference()
                            ? 0
                            : simultaneous.eventTimeCritical()
                                    * found(errors, point).standardError();
                    return new Series.Point(
                            point.key() < 0 ? "before" : "after",
                            point.key(),
                            estimate,
                            estimate - reach,
                            estimate + reach);
                })
                .toList();
        List<Series.Point> means = new ArrayList<>();
        for (int period = 0; period < panel.periods().length; period++) {
            addMean(means, panel, period, "never treated", Starts.NEVER);
            for (int group : panel.groups()) {
                addMean(means, panel, period, "treated from " + panel.calendar().label(group), group);
            }
        }
        return List.of(
                new Series("event-study", "Effect by periods since treatment began", events),
                new Series("event-study-bands", "The same, with bands that hold all at once", bands),
                new Series("group-means", "Mean of " + outcome + " by period", means));
    }

    private static Finding found(GroupTimeErrors errors, Aggregation.Point point) {
        return errors.of(Aggregation.at(point.key(), Aggregation::byEventTime));
    }

    private static void addMean(List<Series.Point> means, Observations panel, int period, String label, int start) {
        panel.mean(start, period)
                .ifPresent(mean ->
                        means.add(Series.Point.exact(label, panel.calendar().plotted(panel.periods()[period]), mean)));
    }
}
