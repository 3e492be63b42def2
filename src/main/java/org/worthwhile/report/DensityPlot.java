package org.worthwhile.report;

import java.util.List;
import org.worthwhile.synthesis.OwnStudy;
import org.worthwhile.synthesis.Synthesis;

/** Three curves as SVG: what other studies say of a new place, what the own study found, and both together. */
final class DensityPlot {

    private static final int LEFT = 30;
    private static final int RIGHT = 530;
    private static final int TOP = 90;
    private static final int BOTTOM = 360;
    private static final List<String> COLOURS = List.of("#3B8EA5", "#D98E04", "#1F3A5F");
    private static final List<String> DASHES = List.of("6 4", "2 3", "none");

    private DensityPlot() {}

    static String svg(Synthesis synthesis, OwnStudy own) {
        List<Double> x = own.curves().getFirst().x();
        double highest = own.curves().stream()
                .flatMap(curve -> curve.density().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        SvgScale across = new SvgScale(x.getFirst(), x.getLast(), LEFT, RIGHT);
        SvgScale up = new SvgScale(0, highest, BOTTOM, TOP);
        SvgDrawing drawing = new SvgDrawing(RIGHT + 30, BOTTOM + 50);
        drawing.text(8, 18, "start", synthesis.question().title());
        for (int i = 0; i < own.curves().size(); i++) {
            OwnStudy.Curve curve = own.curves().get(i);
            drawing.curve(
                    curve.x().stream().map(across::at).toList(),
                    curve.density().stream().map(up::at).toList(),
                    COLOURS.get(i),
                    DASHES.get(i));
            double y = 38 + 16 * i;
            drawing.curve(List.of(LEFT + 0.0, LEFT + 40.0), List.of(y - 4, y - 4), COLOURS.get(i), DASHES.get(i));
            drawing.text(LEFT + 48, y, "start", curve.title());
        }
        drawing.axis(across, BOTTOM, synthesis.question().measure().scale());
        return drawing.svg();
    }
}
