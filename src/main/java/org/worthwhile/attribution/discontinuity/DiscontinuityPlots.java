package org.worthwhile.attribution.discontinuity;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.attribution.Interval;
import org.worthwhile.attribution.Series;
import org.worthwhile.attribution.discontinuity.BandwidthSelector.Bandwidths;
import org.worthwhile.attribution.estimation.Inference;

/** The pictures of a jump at a cutoff. */
final class DiscontinuityPlots {

    private static final int BINS = 20;
    private static final double[] BANDWIDTHS = {0.5, 0.75, 1, 1.25, 1.5, 2};

    private DiscontinuityPlots() {}

    /** The estimate and its robust interval by bandwidth, where there is one. */
    static List<Series.Point> bandwidthPoints(
            Side left, Side right, Kernel kernel, int order, Bandwidths bandwidths, Inference inference) {
        List<Series.Point> points = new ArrayList<>();
        for (double factor : BANDWIDTHS) {
            try {
                Jump jump = Jump.estimate(left, right, order, kernel, bandwidths.h() * factor, bandwidths.b() * factor);
                Interval interval = inference.interval(jump.corrected(), jump.robustError());
                if (Double.isFinite(jump.conventional()) && Double.isFinite(interval.low())) {
                    points.add(new Series.Point(
                            "", bandwidths.h() * factor, jump.conventional(), interval.low(), interval.high()));
                }
            } catch (LocalPolynomial.TooFewRows tooFew) {
                continue;
            }
        }
        return points;
    }

    static List<Series> series(
            Side left,
            Side right,
            Kernel kernel,
            int order,
            Bandwidths bandwidths,
            double cutoff,
            Inference inference) {
        List<Series.Point> means = new ArrayList<>();
        addBins(means, left, "below", cutoff);
        addBins(means, right, "above", cutoff);
        return List.of(
                new Series("discontinuity", "Mean outcome by running variable, in bins of equal width", means),
                new Series(
                        "bandwidths",
                        "Estimate by bandwidth",
                        bandwidthPoints(left, right, kernel, order, bandwidths, inference)));
    }

    private static void addBins(List<Series.Point> points, Side side, String label, double cutoff) {
        double from = Math.min(0, side.x()[0]);
        double to = Math.max(0, side.x()[side.size() - 1]);
        double[] sums = new double[BINS];
        double[] counts = new double[BINS];
        for (int i = 0; i < side.size(); i++) {
            int bin = Math.min(BINS - 1, (int) ((side.x()[i] - from) / (to - from) * BINS));
            sums[bin] += side.weights()[i] * side.y()[i];
            counts[bin] += side.weights()[i];
        }
        for (int bin = 0; bin < BINS; bin++) {
            if (counts[bin] > 0) {
                points.add(Series.Point.exact(
                        label, cutoff + from + (bin + 0.5) * (to - from) / BINS, sums[bin] / counts[bin]));
            }
        }
    }
}
