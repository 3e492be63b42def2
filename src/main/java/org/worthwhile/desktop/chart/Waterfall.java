package org.worthwhile.desktop.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** Steps from nothing to a total, each beginning where the one before ended; what goes down is hatched by its style. */
public final class Waterfall extends Plot {

    private static final int TICKS = 5;
    private static final double BAR_SHARE = 0.62;
    private static final double NAME_SHARE = 0.34;
    private static final double LINE_SHARE = 1.5;

    private List<Step> steps = List.of();

    /**
     * A step.
     *
     * @param written the amount as it is written
     * @param total whether it goes from nothing to the amount
     */
    public record Step(String name, double amount, String written, boolean total) {}

    public Waterfall() {
        super("waterfall");
    }

    /** @param description what is seen, for those who do not see it */
    public void show(List<Step> newSteps, String description) {
        steps = List.copyOf(newSteps);
        setAccessibleText(description);
        requestLayout();
        redraw();
    }

    /** As high as the names need, each on a line of its own. */
    @Override
    protected double computeMinHeight(double width) {
        double line = height(text("X"));
        return (steps.size() + 1) * line * LINE_SHARE + 3 * GAP;
    }

    @Override
    List<Node> drawn(double width, double height) {
        List<Node> nodes = new ArrayList<>();
        if (steps.isEmpty()) {
            return nodes;
        }
        double longest = width * NAME_SHARE;
        double names = Math.min(
                longest,
                steps.stream()
                        .mapToDouble(step -> width(text(step.name())))
                        .max()
                        .orElse(0));
        double amounts = steps.stream()
                .mapToDouble(step -> width(text(step.written())))
                .max()
                .orElse(0);
        double least = 0;
        double most = 0;
        double sum = 0;
        for (Step step : steps) {
            sum = step.total() ? step.amount() : sum + step.amount();
            least = Math.min(least, sum);
            most = Math.max(most, sum);
        }
        double foot = height - 2 * GAP - height(text("0"));
        Scale scale = Scale.covering(least, most, TICKS, names + 2 * GAP, width - amounts - 2 * GAP);
        nodes.addAll(verticalGrid(scale, 0, foot));
        double slot = foot / steps.size();
        double at = 0;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            double from = step.total() ? 0 : at;
            at = step.total() ? step.amount() : at + step.amount();
            double y = slot * (i + (1 - BAR_SHARE) / 2);
            Rectangle bar = new Rectangle(
                    scale.at(Math.min(from, at)),
                    y,
                    Math.max(1, Math.abs(scale.at(at) - scale.at(from))),
                    slot * BAR_SHARE);
            bar.getStyleClass().addAll("bar", step.total() ? "total" : step.amount() < 0 ? "loss" : "gain");
            nodes.add(bar);
            if (i + 1 < steps.size()) {
                nodes.add(line(
                        scale.at(at), y + slot * BAR_SHARE, scale.at(at), slot * (i + 1) + slot * 0.19, "grid-line"));
            }
            nodes.add(placed(Shortened.to(longest, slot, step.name(), this::text), 0, slot * (i + 0.5)));
            Text amount = text(step.written());
            nodes.add(placed(amount, width - width(amount), slot * (i + 0.5)));
        }
        return nodes;
    }

    private static Text placed(Text text, double x, double y) {
        text.setX(x);
        text.setY(y);
        return text;
    }
}
