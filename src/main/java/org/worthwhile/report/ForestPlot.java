package org.worthwhile.report;

import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.synthesis.EffectSize;
import org.worthwhile.synthesis.Prediction;
import org.worthwhile.synthesis.Synthesis;

/** A forest plot as SVG: each study's estimate with its interval, the effect on average as a diamond, and the prediction below it. */
final class ForestPlot {

    private static final int ROW = 22;
    private static final int TOP = 40;
    private static final int NAMES = 220;
    private static final int PLOT = 400;
    private static final int FIGURES = 190;
    private static final int LARGEST_SQUARE = 14;

    private final Synthesis synthesis;
    private final SvgDrawing drawing;
    private final SvgScale across;
    private final double critical;

    private ForestPlot(Synthesis synthesis) {
        this.synthesis = synthesis;
        double level = synthesis.question().options().level();
        this.critical = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
        double low = Math.min(0, synthesis.pooled().low());
        double high = Math.max(0, synthesis.pooled().high());
        for (EffectSize effect : synthesis.effects()) {
            low = Math.min(low, effect.estimate() - critical * effect.standardError());
            high = Math.max(high, effect.estimate() + critical * effect.standardError());
        }
        this.across = new SvgScale(low, high, NAMES, NAMES + PLOT);
        this.drawing = new SvgDrawing(
                NAMES + PLOT + FIGURES, TOP + ROW * (synthesis.effects().size() + 4));
    }

    static String svg(Synthesis synthesis) {
        return new ForestPlot(synthesis).draw();
    }

    private String draw() {
        List<EffectSize> effects = synthesis.effects();
        drawing.text(8, 18, "start", synthesis.question().title());
        drawing.line(across.at(0), TOP - 12, across.at(0), TOP + ROW * (effects.size() + 2), "#888888");
        double largest = synthesis.weights().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        for (int i = 0; i < effects.size(); i++) {
            EffectSize effect = effects.get(i);
            double y = TOP + ROW * i;
            double half = critical * effect.standardError();
            interval(effect.study(), y, effect.estimate(), effect.estimate() - half, effect.estimate() + half);
            double side = LARGEST_SQUARE * Math.sqrt(synthesis.weights().get(i) / largest);
            drawing.square(across.at(effect.estimate()), y, side);
        }
        double y = TOP + ROW * effects.size();
        drawing.diamond(
                across.at(synthesis.pooled().low()),
                across.at(synthesis.pooled().estimate()),
                across.at(synthesis.pooled().high()),
                y);
        label(
                "On average",
                y,
                synthesis.pooled().estimate(),
                synthesis.pooled().low(),
                synthesis.pooled().high());
        switch (synthesis.prediction()) {
            case Prediction.Known known -> interval("In a new place", y + ROW, known.mean(), known.low(), known.high());
            case Prediction.NotKnown _ -> drawing.text(8, y + ROW + 4, "start", "In a new place: not known");
        }
        drawing.axis(across, y + 2 * ROW, synthesis.question().measure().scale());
        return drawing.svg();
    }

    private void interval(String name, double y, double estimate, double low, double high) {
        drawing.line(across.within(low), y, across.within(high), y, "#1F3A5F");
        label(name, y, estimate, low, high);
    }

    private void label(String name, double y, double estimate, double low, double high) {
        drawing.text(8, y + 4, "start", name.length() > 34 ? name.substring(0, 33) + "…" : name);
        drawing.text(
                NAMES + PLOT + FIGURES - 8,
                y + 4,
                "end",
                String.format(
                        Locale.ROOT,
                        "%s (%s to %s)",
                        Rounded.plain(estimate),
                        Rounded.plain(low),
                        Rounded.plain(high)));
    }
}
