package org.worthwhile.desktop.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** Trials as points, with the line on which both amounts are the same and a point for the central values. */
public final class Cloud extends Plot {

    private static final int TICKS = 5;
    private static final double POINT = 2;
    private static final double MARK = 5;

    private double[] xs = new double[0];
    private double[] ys = new double[0];
    private double centralX;
    private double centralY;
    private String across = "";
    private String up = "";

    public Cloud() {
        super("cloud");
    }

    /**
     * @param x of each point, and of the central values
     * @param y likewise
     * @param description what is seen, for those who do not see it
     */
    public void show(
            double[] x, double[] y, double newX, double newY, String newAcross, String newUp, String description) {
        xs = x.clone();
        ys = y.clone();
        centralX = newX;
        centralY = newY;
        across = newAcross;
        up = newUp;
        setAccessibleText(description);
        redraw();
    }

    @Override
    List<Node> drawn(double width, double height) {
        List<Node> nodes = new ArrayList<>();
        if (xs.length == 0) {
            return nodes;
        }
        Text foot = text(across);
        Text head = text(up);
        double top = height(head) + GAP;
        double bottom = height - 2 * height(foot) - 2 * GAP;
        Scale y = covering(ys, centralY, bottom, top + GAP);
        double left = labelWidth(y) + GAP;
        double right = width - 3 * GAP;
        Scale x = covering(xs, centralX, left, right);
        nodes.addAll(horizontalGrid(y, left, right));
        nodes.addAll(verticalGrid(x, top + GAP, bottom));
        for (int i = 0; i < xs.length; i++) {
            Circle point = new Circle(x.at(xs[i]), y.at(ys[i]), POINT);
            point.getStyleClass().add("cloud-point");
            nodes.add(point);
        }
        double low = Math.max(x.low(), y.low());
        double high = Math.min(x.high(), y.high());
        if (low < high) {
            nodes.add(line(x.at(low), y.at(low), x.at(high), y.at(high), "mark-line"));
        }
        Rectangle central = new Rectangle(x.at(centralX) - MARK, y.at(centralY) - MARK, 2 * MARK, 2 * MARK);
        central.getStyleClass().add("cloud-central");
        nodes.add(central);
        head.setY(height(head) / 2);
        foot.setX(Math.max(left, right - width(foot)));
        foot.setY(height - height(foot) / 2);
        nodes.add(head);
        nodes.add(foot);
        return nodes;
    }

    private static Scale covering(double[] values, double central, double from, double to) {
        double low = Math.min(Math.min(0, central), Arrays.stream(values).min().orElse(0));
        double high = Math.max(Math.max(0, central), Arrays.stream(values).max().orElse(0));
        return Scale.covering(low, high, TICKS, from, to);
    }
}
