package org.worthwhile.desktop.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;

/** Curves over one axis, each with its own kind of line; a key above them at the left tells their names. */
public final class Curves extends Plot {

    private static final int TICKS = 5;
    private static final int STYLES = 4;
    private static final double MARK = 4;
    private static final double SAMPLE = 46;

    private List<Curve> curves = List.of();
    private String across = "";
    private String up = "";
    private OptionalDouble upright = OptionalDouble.empty();

    /**
     * A curve.
     *
     * @param stepped whether it stays level from each point to the next
     * @param marked whether its points are marked
     */
    public record Curve(String name, double[] x, double[] y, boolean stepped, boolean marked) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Curve curve
                    && name.equals(curve.name)
                    && Arrays.equals(x, curve.x)
                    && Arrays.equals(y, curve.y);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    public Curves() {
        super("curves");
    }

    /**
     * @param line where an upright line marks a value
     * @param description what is seen, for those who do not see it
     */
    public void show(List<Curve> newCurves, String newAcross, String newUp, OptionalDouble line, String description) {
        curves = List.copyOf(newCurves);
        across = newAcross;
        up = newUp;
        upright = line;
        setAccessibleText(description);
        redraw();
    }

    @Override
    List<Node> drawn(double width, double height) {
        List<Node> nodes = new ArrayList<>();
        if (curves.isEmpty()) {
            return nodes;
        }
        Text foot = text(across);
        Text head = text(up);
        double top = height(head) + GAP;
        double bottom = height - 2 * height(foot) - 2 * GAP;
        double[] xs = curves.stream()
                .flatMapToDouble(curve -> Arrays.stream(curve.x()))
                .toArray();
        double[] ys = curves.stream()
                .flatMapToDouble(curve -> Arrays.stream(curve.y()))
                .toArray();
        Scale y = Scale.covering(
                Math.min(0, Arrays.stream(ys).min().orElse(0)),
                Math.max(0, Arrays.stream(ys).max().orElse(1)),
                TICKS,
                bottom,
                top + GAP);
        double left = labelWidth(y) + GAP;
        double low = Math.min(Arrays.stream(xs).min().orElse(0), upright.orElse(Double.POSITIVE_INFINITY));
        double high = Math.max(Arrays.stream(xs).max().orElse(1), upright.orElse(Double.NEGATIVE_INFINITY));
        Scale x = Scale.covering(low, high, TICKS, left, width - 3 * GAP);
        nodes.addAll(horizontalGrid(y, left, width - 3 * GAP));
        nodes.addAll(verticalGrid(x, top + GAP, bottom));
        for (int i = 0; i < curves.size(); i++) {
            addCurve(nodes, curves.get(i), x, y, "curve-" + i % STYLES);
        }
        upright.ifPresent(value -> nodes.add(line(x.at(value), top, x.at(value), bottom, "mark-line")));
        head.setY(height(head) / 2);
        foot.setX(Math.max(left, width - 3 * GAP - width(foot)));
        foot.setY(height - height(foot) / 2);
        nodes.add(head);
        nodes.add(foot);
        return nodes;
    }

    private void addCurve(List<Node> nodes, Curve curve, Scale x, Scale y, String style) {
        Polyline path = new Polyline();
        for (int i = 0; i < curve.x().length; i++) {
            if (curve.stepped() && i > 0) {
                path.getPoints().addAll(x.at(curve.x()[i]), y.at(curve.y()[i - 1]));
            }
            path.getPoints().addAll(x.at(curve.x()[i]), y.at(curve.y()[i]));
            if (curve.marked()) {
                Shape mark = style.equals("curve-0")
                        ? new Circle(x.at(curve.x()[i]), y.at(curve.y()[i]), MARK)
                        : new Rectangle(x.at(curve.x()[i]) - MARK, y.at(curve.y()[i]) - MARK, 2 * MARK, 2 * MARK);
                mark.getStyleClass().addAll("mark", style);
                nodes.add(mark);
            }
        }
        path.getStyleClass().addAll("curve", style);
        nodes.add(path);
        if (curves.size() > 1) {
            Text name = text(curve.name());
            name.getStyleClass().add("curve-name");
            double row = y.at(y.high()) + (curves.indexOf(curve) + 0.7) * (height(name) + 2);
            Polyline sample = new Polyline(x.from() + GAP, row, x.from() + SAMPLE, row);
            sample.getStyleClass().addAll("curve", style);
            name.setX(x.from() + SAMPLE + GAP);
            name.setY(row);
            nodes.add(sample);
            nodes.add(name);
        }
    }
}
