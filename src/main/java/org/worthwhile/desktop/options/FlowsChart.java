package org.worthwhile.desktop.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.worthwhile.desktop.options.OptionsViewModel.Bars;

/**
 * Bars by year, stacked upwards where amounts are gains and downwards where they are losses, with a line for the net.
 * Each kind has its own width besides its colour, so that kinds can be told apart without colour.
 */
final class FlowsChart extends VBox {

    private static final double LEFT = 76;
    private static final double BOTTOM = 28;
    private static final double TOP = 8;
    private static final int TICKS = 5;
    private static final double WIDEST_BAR = 0.78;
    private static final double NARROWING = 0.12;
    private static final double LABEL_WIDTH = 58;

    private final Pane plot = new Pane();
    private final FlowPane legend = new FlowPane(16, 4);
    private List<Bars> bars = List.of();
    private List<String> years = List.of();

    FlowsChart() {
        getStyleClass().add("flows-chart");
        legend.setAlignment(Pos.CENTER);
        plot.setMinHeight(120);
        setVgrow(plot, Priority.ALWAYS);
        getChildren().addAll(plot, legend);
        plot.widthProperty().subscribe(_ -> draw());
        plot.heightProperty().subscribe(_ -> draw());
    }

    void show(List<String> newYears, List<Bars> newBars) {
        years = newYears;
        bars = newBars;
        legend.getChildren().setAll(bars.stream().map(this::legendEntry).toList());
        draw();
    }

    private Label legendEntry(Bars kind) {
        Region swatch = new Region();
        double side = 16 * (WIDEST_BAR - NARROWING * bars.indexOf(kind)) / WIDEST_BAR;
        swatch.setMinSize(side, 14);
        swatch.setMaxSize(side, 14);
        swatch.getStyleClass().addAll("swatch", kind.style());
        return new Label(kind.kind(), swatch);
    }

    private void draw() {
        List<Node> nodes = new ArrayList<>();
        double width = plot.getWidth() - LEFT;
        double height = plot.getHeight() - TOP - BOTTOM;
        if (years.isEmpty() || width <= 0 || height <= 0) {
            plot.getChildren().clear();
            return;
        }
        double[] up = new double[years.size()];
        double[] down = new double[years.size()];
        for (Bars kind : bars) {
            for (int t = 0; t < up.length; t++) {
                double amount = kind.amounts()[t];
                if (amount >= 0) {
                    up[t] += amount;
                } else {
                    down[t] += amount;
                }
            }
        }
        Scale scale = Scale.covering(least(down), most(up), height);
        addTicks(nodes, scale, width);
        addBars(nodes, scale, width / years.size());
        addNet(nodes, scale, width / years.size(), up, down);
        addYears(nodes, width, height);
        plot.getChildren().setAll(nodes);
    }

    private void addTicks(List<Node> nodes, Scale scale, double width) {
        for (double value = scale.low; value <= scale.high + scale.step / 2; value += scale.step) {
            double y = scale.y(value);
            Line line = new Line(LEFT, y, LEFT + width, y);
            line.getStyleClass().add(Math.abs(value) < scale.step / 2 ? "zero-line" : "grid-line");
            nodes.add(line);
            Text label = text(String.format(Locale.UK, "%,.0f", Math.abs(value) < scale.step / 2 ? 0 : value));
            label.setTextOrigin(VPos.CENTER);
            label.setX(LEFT - 8 - label.getLayoutBounds().getWidth());
            label.setY(y);
            nodes.add(label);
        }
    }

    private void addBars(List<Node> nodes, Scale scale, double slot) {
        double[] top = new double[years.size()];
        double[] bottom = new double[years.size()];
        for (int i = 0; i < bars.size(); i++) {
            double share = WIDEST_BAR - NARROWING * i;
            for (int t = 0; t < years.size(); t++) {
                double amount = bars.get(i).amounts()[t];
                if (amount == 0) {
                    continue;
                }
                double[] stack = amount > 0 ? top : bottom;
                double from = stack[t];
                stack[t] += amount;
                double y = scale.y(Math.max(from, stack[t]));
                Rectangle bar = new Rectangle(
                        LEFT + slot * (t + (1 - share) / 2),
                        y,
                        slot * share,
                        Math.max(1, scale.y(Math.min(from, stack[t])) - y));
                bar.getStyleClass().addAll("bar", bars.get(i).style());
                nodes.add(bar);
            }
        }
    }

    private void addNet(List<Node> nodes, Scale scale, double slot, double[] up, double[] down) {
        for (int t = 0; t < years.size(); t++) {
            double y = scale.y(up[t] + down[t]);
            Line net = new Line(LEFT + slot * (t + 0.06), y, LEFT + slot * (t + 0.94), y);
            net.getStyleClass().add("net-line");
            nodes.add(net);
        }
    }

    private void addYears(List<Node> nodes, double width, double height) {
        int every = (int) Math.ceil(years.size() * LABEL_WIDTH / width);
        for (int t = 0; t < years.size(); t += every) {
            Text label = text(years.get(t));
            label.setX(LEFT
                    + width / years.size() * (t + 0.5)
                    - label.getLayoutBounds().getWidth() / 2);
            label.setY(TOP + height + BOTTOM - 8);
            nodes.add(label);
        }
    }

    private static Text text(String words) {
        Text text = new Text(words);
        text.getStyleClass().add("axis-label");
        return text;
    }

    private static double least(double[] values) {
        return java.util.Arrays.stream(values).min().orElse(0);
    }

    private static double most(double[] values) {
        return java.util.Arrays.stream(values).max().orElse(0);
    }

    /** From amounts to heights in the plot, between round amounts. */
    private record Scale(double low, double high, double step, double height) {

        static Scale covering(double least, double most, double height) {
            double rough = Math.max(most - least, 1e-9) / TICKS;
            double magnitude = Math.pow(10, Math.floor(Math.log10(rough)));
            double leading = rough / magnitude;
            double step = magnitude * (leading <= 1 ? 1 : leading <= 2 ? 2 : leading <= 5 ? 5 : 10);
            return new Scale(Math.floor(least / step) * step, Math.max(Math.ceil(most / step), 1) * step, step, height);
        }

        double y(double amount) {
            return TOP + height * (high - amount) / (high - low);
        }
    }
}
