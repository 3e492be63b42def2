package org.worthwhile.attribution.timeseries;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.worthwhile.attribution.Series;

/** The pictures of a Bayesian structural series. */
final class StructuralPlots {

    private StructuralPlots() {}

    /**
     * The series and the effect at each time.
     *
     * @param change the mean and the interval of draws
     */
    static List<Series> of(
            InterruptedSeries series,
            StructuralModel model,
            StructuralDetails details,
            Function<double[], Change> change) {
        return List.of(plot(series, model, change), effects(series, details));
    }

    private static Series plot(InterruptedSeries series, StructuralModel model, Function<double[], Change> change) {
        List<Series.Point> points = new ArrayList<>();
        for (int t = 0; t < series.size(); t++) {
            points.add(Series.Point.exact("observed", series.plotted(t), series.outcome()[t]));
        }
        for (int t = 0; t < series.before(); t++) {
            points.add(Series.Point.exact("fitted", series.plotted(t), model.fitted()[t]));
        }
        for (int t = 0; t < series.after(); t++) {
            int at = t;
            Change path = change.apply(
                    Arrays.stream(model.paths()).mapToDouble(draw -> draw[at]).toArray());
            points.add(new Series.Point(
                    "without interruption",
                    series.plotted(series.before() + t),
                    path.estimate(),
                    path.low(),
                    path.high()));
        }
        return new Series("series", "The series, as observed and as it would have gone on", points);
    }

    private static Series effects(InterruptedSeries series, StructuralDetails details) {
        return new Series(
                "effect",
                "Effect at each time",
                details.pointwise().stream()
                        .map(point -> new Series.Point(
                                "",
                                series.calendar().plotted(point.time().index()),
                                point.estimate(),
                                point.low(),
                                point.high()))
                        .toList());
    }
}
