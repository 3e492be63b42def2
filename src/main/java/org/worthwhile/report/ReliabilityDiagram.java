package org.worthwhile.report;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.trackrecord.Calibration;
import org.worthwhile.trackrecord.TrackRecordResult;

/**
 * The reliability curve as SVG: how often events happened, by isotonic recalibration, over the probability that was given, with the band in
 * which it lies if all probabilities are right, and below it how many had each.
 */
final class ReliabilityDiagram {

    private static final int LEFT = 60;
    private static final int SIDE = 400;
    private static final int TOP = 50;
    private static final int BARS = 60;
    private static final String BAND = "#888888";
    private static final String CURVE = "#1F3A5F";

    private ReliabilityDiagram() {}

    static String svg(TrackRecordResult result, Calibration found) {
        SvgScale across = new SvgScale(0, 1, LEFT, LEFT + SIDE);
        SvgScale up = new SvgScale(0, 1, TOP + SIDE, TOP);
        SvgDrawing drawing = new SvgDrawing(LEFT + SIDE + 40, TOP + SIDE + 60 + BARS);
        drawing.text(8, 18, "start", result.record().title());
        drawing.text(
                8,
                36,
                "start",
                "Dashed: where the curve lies with "
                        + Rounded.plain(100 * result.record().options().level()) + "% if all probabilities are right");
        drawing.line(across.at(0), up.at(0), across.at(1), up.at(1), BAND);
        for (double mark : up.marks()) {
            drawing.line(LEFT - 5, up.at(mark), LEFT, up.at(mark), "#000000");
            drawing.text(LEFT - 9, up.at(mark) + 4, "end", Rounded.plain(mark));
        }
        drawing.line(LEFT, TOP, LEFT, TOP + SIDE, "#000000");
        List<Calibration.Point> points = found.points();
        List<Double> x =
                points.stream().map(point -> across.at(point.probability())).toList();
        drawing.curve(x, points.stream().map(point -> up.at(point.low())).toList(), BAND, "5 4");
        drawing.curve(x, points.stream().map(point -> up.at(point.high())).toList(), BAND, "5 4");
        List<Double> shares = new ArrayList<>();
        points.forEach(point -> shares.add(up.at(point.recalibrated())));
        drawing.curve(x, shares, CURVE, "none");
        double most =
                points.stream().mapToInt(Calibration.Point::forecasts).max().orElse(1);
        for (int i = 0; i < points.size(); i++) {
            drawing.dot(x.get(i), shares.get(i));
            double foot = TOP + SIDE + 50 + BARS;
            drawing.line(
                    x.get(i), foot, x.get(i), foot - BARS * 0.8 * points.get(i).forecasts() / most, CURVE);
            drawing.text(
                    x.get(i),
                    foot - BARS * 0.8 * points.get(i).forecasts() / most - 3,
                    "middle",
                    Integer.toString(points.get(i).forecasts()));
        }
        drawing.axis(across, TOP + SIDE, "probability given; share that happened upwards, forecasts below");
        return drawing.svg();
    }
}
