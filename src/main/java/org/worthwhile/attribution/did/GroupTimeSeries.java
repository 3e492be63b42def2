package org.worthwhile.attribution.did;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.attribution.Series;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.period.Starts;

/** The pictures of group-time effects. */
final class GroupTimeSeries {

    private GroupTimeSeries() {}

    static List<Series> of(
            Observations panel,
            Aggregation aggregation,
            GroupTimeDetails.Simultaneous simultaneous,
            String outcome,
            Inference inference) {
        List<Series.Point> events = aggregation.byEventTime().stream()
                .map(point -> {
                    var interval = inference.interval(
                            point.effect().estimate(), point.effect().standardError(panel.clusters()));
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
                            : simultaneous.eventTimeCritical() * point.effect().standardError(panel.clusters());
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

    private static void addMean(List<Series.Point> means, Observations panel, int period, String label, int start) {
        panel.mean(start, period)
                .ifPresent(mean ->
                        means.add(Series.Point.exact(label, panel.calendar().plotted(panel.periods()[period]), mean)));
    }
}
