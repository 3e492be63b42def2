package org.worthwhile.report;

import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.synthesis.EffectSize;
import org.worthwhile.synthesis.Synthesis;

/** A funnel plot as SVG: estimates against their errors, with the lines between which they would lie if all had one true effect. */
final class FunnelPlot {

    private static final int LEFT = 70;
    private static final int RIGHT = 530;
    private static final int TOP = 62;
    private static final int BOTTOM = 360;

    private FunnelPlot() {}

    static String svg(Synthesis synthesis) {
        double level = synthesis.question().options().level();
        double critical = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
        double centre = synthesis.fixed().estimate();
        double largest = synthesis.effects().stream()
                .mapToDouble(EffectSize::standardError)
                .max()
                .orElse(1);
        double reach = synthesis.effects().stream()
                .mapToDouble(effect -> Math.abs(effect.estimate() - centre))
                .reduce(critical * largest, Math::max);
        SvgScale across = new SvgScale(centre - reach, centre + reach, LEFT, RIGHT);
        SvgScale down = new SvgScale(0, largest, TOP, BOTTOM);
        SvgDrawing drawing = new SvgDrawing(RIGHT + 30, BOTTOM + 50);
        drawing.text(8, 18, "start", synthesis.question().title());
        List.of(-critical, 0.0, critical)
                .forEach(times -> drawing.line(
                        across.at(centre),
                        down.at(0),
                        across.at(centre + times * largest),
                        down.at(largest),
                        "#888888"));
        synthesis
                .effects()
                .forEach(effect -> drawing.dot(across.at(effect.estimate()), down.at(effect.standardError())));
        drawing.axis(across, BOTTOM + 8, synthesis.question().measure().scale());
        for (double mark : down.marks()) {
            drawing.line(LEFT - 5, down.at(mark), LEFT, down.at(mark), "#000000");
            drawing.text(LEFT - 8, down.at(mark) + 4, "end", Rounded.plain(mark));
        }
        drawing.text(8, TOP - 14, "start", "standard error");
        return drawing.svg();
    }
}
