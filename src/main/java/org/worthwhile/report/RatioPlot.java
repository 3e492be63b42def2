package org.worthwhile.report;

import java.util.List;
import java.util.stream.DoubleStream;
import org.worthwhile.trackrecord.Expectation;
import org.worthwhile.trackrecord.KindRecord;
import org.worthwhile.trackrecord.MeasureRecord;
import org.worthwhile.trackrecord.NextProject;
import org.worthwhile.trackrecord.TrackRecordResult;

/**
 * Ratios to forecast by measure and kind as SVG: a dot for each project, a line over the prediction interval of the next, a square at its
 * median and a diamond over the interval of the mean ratio.
 */
final class RatioPlot {

    private static final int NAMES = 260;
    private static final int PLOT = 420;
    private static final int RIGHT = 40;
    private static final int TOP = 44;
    private static final int ROW = 34;

    /** Rows for the title of a measure and its axis. */
    private static final int BETWEEN = 3;

    private RatioPlot() {}

    static String svg(TrackRecordResult result) {
        int rows = result.measures().stream()
                .mapToInt(measure -> measure.kinds().size() + BETWEEN)
                .sum();
        SvgDrawing drawing = new SvgDrawing(NAMES + PLOT + RIGHT, TOP + ROW * rows);
        drawing.text(8, 18, "start", result.record().title());
        double y = TOP;
        for (MeasureRecord measure : result.measures()) {
            measure(drawing, measure, y);
            y += ROW * (measure.kinds().size() + BETWEEN);
        }
        return drawing.svg();
    }

    private static void measure(SvgDrawing drawing, MeasureRecord found, double top) {
        SvgScale across = scale(found);
        drawing.text(
                8, top, "start", "Outcome over forecast: " + found.measure().title());
        double bottom = top + ROW * (found.kinds().size() + 1) - ROW / 2.0;
        drawing.line(across.at(1), top + ROW / 3.0, across.at(1), bottom, "#888888");
        for (int i = 0; i < found.kinds().size(); i++) {
            KindRecord kind = found.kinds().get(i);
            double y = top + ROW * (i + 1) - ROW / 4.0;
            String title = kind.kind().title();
            drawing.text(
                    8,
                    y + 4,
                    "start",
                    (title.length() > 30 ? title.substring(0, 29) + "…" : title) + " (" + kind.projects() + ")");
            found.ratios().stream()
                    .filter(ratio -> ratio.project().kind().equals(kind.kind().id()))
                    .forEach(ratio -> drawing.dot(across.within(ratio.ratio()), y - 8));
            switch (kind.expectation()) {
                case Expectation.Known(NextProject next) -> {
                    drawing.line(across.within(next.low()), y + 4, across.within(next.high()), y + 4, "#1F3A5F");
                    drawing.diamond(
                            across.within(next.mean().low()),
                            across.within(next.mean().middle()),
                            across.within(next.mean().high()),
                            y + 4);
                    drawing.square(across.within(next.p50()), y + 4, 6);
                }
                case Expectation.NotKnown _ -> drawing.text(NAMES + PLOT, y + 8, "end", "the next project: not known");
            }
        }
        drawing.axis(across, bottom, found.measure().title() + ", 1 as forecast");
    }

    /** Over the projects and the middle of what is known of the next; intervals that go further end where the axis does. */
    private static SvgScale scale(MeasureRecord found) {
        List<Double> values = DoubleStream.concat(
                        DoubleStream.concat(
                                DoubleStream.of(0.9, 1.1),
                                found.ratios().stream().mapToDouble(ratio -> ratio.ratio())),
                        found.kinds().stream().flatMapToDouble(kind -> switch (kind.expectation()) {
                            case Expectation.Known(NextProject next) -> DoubleStream.of(next.p10(), next.p90());
                            case Expectation.NotKnown _ -> DoubleStream.empty();
                        }))
                .boxed()
                .sorted()
                .toList();
        double low = values.getFirst();
        double high = values.getLast();
        double margin = (high - low) / 10;
        return new SvgScale(low - margin, high + margin, NAMES, NAMES + PLOT);
    }
}
