package org.worthwhile.attribution.timeseries;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.attribution.Series;

/** The picture of a segmented regression. */
final class SegmentedPlot {

    private SegmentedPlot() {}

    /** The interrupted series as observed, as fitted and as it would have gone on, and those it is compared with. */
    static Series of(SegmentedFit fit) {
        InterruptedSeries series = fit.series();
        List<Series.Point> points = new ArrayList<>();
        for (int row = 0; row < series.rows(); row++) {
            double at = series.plotted(row);
            if (series.isOwn(row)) {
                double effect = fit.effect(row, SegmentedTerms.LEVEL, SegmentedTerms.SLOPE)
                        .estimate();
                points.add(Series.Point.exact("observed", at, series.outcome()[row]));
                points.add(Series.Point.exact("fitted", at, fit.means()[row]));
                points.add(Series.Point.exact("without interruption", at, fit.means()[row] - effect));
            } else {
                String unit = series.units().labels().get(series.units().codes()[row]);
                points.add(Series.Point.exact(unit + ", observed", at, series.outcome()[row]));
                points.add(Series.Point.exact(unit + ", fitted", at, fit.means()[row]));
            }
        }
        return new Series("series", "The series, as observed and as it would have gone on", points);
    }
}
