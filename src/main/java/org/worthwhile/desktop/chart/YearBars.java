package org.worthwhile.desktop.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/**
 * Bars by year, stacked upwards where amounts are gains and downwards where they are losses, with a line for the net.
 * Each kind has its own width besides its colour, so that kinds can be told apart without colour.
 */
public final class YearBars extends VBox {

    private static final int TICKS = 5;
    private static final double WIDEST_BAR = 0.78;
    private static final double NARROWING = 0.12;

    private final Picture picture = new Picture();
    private final FlowPane legend = new FlowPane(16, 4);
    private List<Bars> bars = List.of();
    private List<String> years = List.of();

    public YearBars() {
        getStyleClass().add("flows-chart");
        legend.setAlignment(Pos.CENTER);
        setVgrow(picture, Priority.ALWAYS);
        getChildren().addAll(picture, legend);
    }

    /** @param description what is seen, for those who do not see it */
    public void show(List<String> newYears, List<Bars> newBars, String description) {
        years = newYears;
        bars = newBars;
        picture.setAccessibleText(description);
        legend.getChildren().setAll(bars.stream().map(this::legendEntry).toList());
        picture.redraw();
    }

    private Label legendEntry(Bars kind) {
        Region swatch = new Region();
        double side = 16 * share(bars.indexOf(kind)) / WIDEST_BAR;
        swatch.setMinSize(side, 14);
        swatch.setMaxSize(side, 14);
        swatch.getStyleClass().addAll("swatch", kind.style());
        return new Label(kind.kind(), swatch);
    }

    private static double share(int kind) {
        return WIDEST_BAR - NARROWING * kind;
    }

    private final class Picture extends Plot {

        Picture() {
            super("year-bars");
        }

        @Override
        List<Node> drawn(double width, double height) {
            List<Node> nodes = new ArrayList<>();
            if (years.isEmpty()) {
                return nodes;
            }
            double[] up = new double[years.size()];
            double[] down = new double[years.size()];
            for (Bars kind : bars) {
                for (int t = 0; t < up.length; t++) {
                    up[t] += Math.max(0, kind.amounts()[t]);
                    down[t] += Math.min(0, kind.amounts()[t]);
                }
            }
            Text sample = text(years.getFirst());
            double bottom = height - 2 * GAP - height(sample);
            Scale scale = Scale.covering(
                    Arrays.stream(down).min().orElse(0), Arrays.stream(up).max().orElse(0), TICKS, bottom, GAP);
            double left = labelWidth(scale) + GAP;
            double slot = (width - left) / years.size();
            nodes.addAll(horizontalGrid(scale, left, width));
            addBars(nodes, scale, left, slot);
            for (int t = 0; t < years.size(); t++) {
                double y = scale.at(up[t] + down[t]);
                nodes.add(line(left + slot * (t + 0.06), y, left + slot * (t + 0.94), y, "net-line"));
            }
            int every = (int) Math.ceil((width(sample) + GAP) / slot);
            for (int t = 0; t < years.size(); t += every) {
                Text label = text(years.get(t));
                label.setX(Math.min(left + slot * (t + 0.5) - width(label) / 2, width - width(label)));
                label.setY(bottom + GAP + height(label) / 2);
                nodes.add(label);
            }
            return nodes;
        }

        private void addBars(List<Node> nodes, Scale scale, double left, double slot) {
            double[] top = new double[years.size()];
            double[] foot = new double[years.size()];
            for (int i = 0; i < bars.size(); i++) {
                for (int t = 0; t < years.size(); t++) {
                    double amount = bars.get(i).amounts()[t];
                    if (amount == 0) {
                        continue;
                    }
                    double[] stack = amount > 0 ? top : foot;
                    double from = stack[t];
                    stack[t] += amount;
                    double y = scale.at(Math.max(from, stack[t]));
                    Rectangle bar = new Rectangle(
                            left + slot * (t + (1 - share(i)) / 2),
                            y,
                            slot * share(i),
                            Math.max(1, scale.at(Math.min(from, stack[t])) - y));
                    bar.getStyleClass().addAll("bar", bars.get(i).style());
                    nodes.add(bar);
                }
            }
        }
    }
}
