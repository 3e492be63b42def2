package org.worthwhile.desktop.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** A bar from one value to another for each name, the first at the top, with a line at the central value: a tornado. */
public final class RangeBars extends Plot {

    private static final int TICKS = 5;
    private static final double BAR_SHARE = 0.6;
    private static final double NAME_SHARE = 0.42;

    private List<Range> ranges = List.of();
    private double centre;

    /**
     * A bar.
     *
     * @param atLow the value at the low end of the input
     * @param atHigh at its high end
     */
    public record Range(String name, double atLow, double atHigh) {}

    public RangeBars() {
        super("range-bars");
    }

    /** @param description what is seen, for those who do not see it */
    public void show(List<Range> newRanges, double newCentre, String description) {
        ranges = List.copyOf(newRanges);
        centre = newCentre;
        setAccessibleText(description);
        redraw();
    }

    @Override
    List<Node> drawn(double width, double height) {
        List<Node> nodes = new ArrayList<>();
        if (ranges.isEmpty()) {
            return nodes;
        }
        double longest = width * NAME_SHARE;
        double names = Math.min(
                longest,
                ranges.stream()
                        .mapToDouble(range -> width(text(range.name())))
                        .max()
                        .orElse(0));
        double foot = height - 2 * GAP - height(text("0"));
        double least = ranges.stream()
                .mapToDouble(range -> Math.min(range.atLow(), range.atHigh()))
                .min()
                .orElse(0);
        double most = ranges.stream()
                .mapToDouble(range -> Math.max(range.atLow(), range.atHigh()))
                .max()
                .orElse(0);
        Scale scale = Scale.covering(
                Math.min(least, centre), Math.max(most, centre), TICKS, names + 2 * GAP, width - 4 * GAP);
        nodes.addAll(verticalGrid(scale, 0, foot));
        double slot = foot / ranges.size();
        for (int i = 0; i < ranges.size(); i++) {
            Range range = ranges.get(i);
            nodes.add(bar(scale, range.atLow(), slot, i, "low-end"));
            nodes.add(bar(scale, range.atHigh(), slot, i, "high-end"));
            Text name = Shortened.to(longest, slot, range.name(), this::text);
            name.setY(slot * (i + 0.5));
            nodes.add(name);
        }
        nodes.add(line(scale.at(centre), 0, scale.at(centre), foot, "net-line"));
        return nodes;
    }

    /** The ends differ in height besides colour: the low end of an input is the thinner one. */
    private Rectangle bar(Scale scale, double value, double slot, int place, String style) {
        double share = style.equals("low-end") ? BAR_SHARE * 0.6 : BAR_SHARE;
        double x = scale.at(Math.min(value, centre));
        Rectangle bar = new Rectangle(
                x, slot * (place + (1 - share) / 2), Math.max(1, scale.at(Math.max(value, centre)) - x), slot * share);
        bar.getStyleClass().addAll("bar", style);
        return bar;
    }
}
