package org.worthwhile.attribution.timeseries;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.attribution.Series;

/** The picture of a segmented regression. */
final class SegmentedPlot {

    private SegmentedPlot() {}

    /**
     * The interrupted series as observed, as fitted and as it would have gone on, and those it is compared with.
     *
     * @param whole with the series compared with, where the fit is of the difference from them
     */
    static Series of(SegmentedFit fit, InterruptedSeries whole) {
        boolean apart = whole.hasComparison() && !fit.series().hasComparison();
        return new Series(
                "series",
                "The series, as observed and as it would have gone on",
                apart ? besideOthers(fit, whole) : fitted(fit));
    }

    private static List<Series.Point> fitted(SegmentedFit fit) {
        InterruptedSeries series = fit.series();
        List<Series.Point> points = new ArrayList<>();
        for (int row = 0; row < series.rows(); row++) {
            double at = series.plotted(row);
            if (series.isOwn(row)) {
                points.add(Series.Point.exact("observed", at, series.outcome()[row]));
                points.add(Series.Point.exact("fitted", at, fit.means()[row]));
                points.add(Series.Point.exact("without interruption", at, fit.means()[row] - effect(fit, row)));
            } else {
                String unit = unit(series, row);
                points.add(Series.Point.exact(unit + ", observed", at, series.outcome()[row]));
                points.add(Series.Point.exact(unit + ", fitted", at, fit.means()[row]));
            }
        }
        return points;
    }

    /** What is fitted is the mean of the others and the difference from it. */
    private static List<Series.Point> besideOthers(SegmentedFit fit, InterruptedSeries whole) {
        List<Series.Point> points = new ArrayList<>();
        int fitted = 0;
        for (int row = 0; row < whole.rows(); row++) {
            double at = whole.plotted(row);
            if (!whole.isOwn(row)) {
                points.add(Series.Point.exact(unit(whole, row) + ", observed", at, whole.outcome()[row]));
                continue;
            }
            points.add(Series.Point.exact("observed", at, whole.outcome()[row]));
            if (fitted < fit.series().rows() && fit.series().periods()[fitted] == whole.periods()[row]) {
                double mean = whole.outcome()[row] - fit.series().outcome()[fitted] + fit.means()[fitted];
                points.add(Series.Point.exact("fitted", at, mean));
                points.add(Series.Point.exact("without interruption", at, mean - effect(fit, fitted)));
                fitted++;
            }
        }
        return points;
    }

    private static double effect(SegmentedFit fit, int row) {
        return fit.effect(row, SegmentedTerms.LEVEL, SegmentedTerms.SLOPE).estimate();
    }

    private static String unit(InterruptedSeries series, int row) {
        return series.units().labels().get(series.units().codes()[row]);
    }
}
