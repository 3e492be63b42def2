package org.worthwhile.desktop.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;

/** A picture that is drawn anew when its contents or its size change. */
abstract class Plot extends Pane {

    static final double GAP = 8;

    /** Never seen: it gets the letters that the style asks for, so that texts can be measured. */
    private final Text letters = new Text();

    private boolean drawing;

    /** The least height of a picture that says no other. */
    private static final double LEAST_HEIGHT = 120;

    Plot(String style) {
        getStyleClass().addAll("plot", style);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        letters.getStyleClass().add("axis-label");
        letters.setVisible(false);
        letters.setManaged(false);
        letters.fontProperty().subscribe(this::redraw);
        widthProperty().subscribe(this::redraw);
        heightProperty().subscribe(this::redraw);
    }

    @Override
    protected double computeMinHeight(double width) {
        return LEAST_HEIGHT;
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    /** The picture's parts within a width and a height. */
    abstract List<Node> drawn(double width, double height);

    final void redraw() {
        if (drawing) {
            return;
        }
        drawing = true;
        try {
            boolean hasRoom = getWidth() > 0 && getHeight() > 0;
            getChildren().setAll(hasRoom ? drawn(getWidth(), getHeight()) : List.of());
            getChildren().add(letters);
        } finally {
            drawing = false;
        }
    }

    /** A text in the letters of this picture. */
    final Text text(String words) {
        Text text = new Text(words);
        text.getStyleClass().add("axis-label");
        text.setTextOrigin(VPos.CENTER);
        text.setFont(letters.getFont());
        return text;
    }

    static double width(Text text) {
        return text.getLayoutBounds().getWidth();
    }

    static double height(Text text) {
        return text.getLayoutBounds().getHeight();
    }

    static Line line(double x1, double y1, double x2, double y2, String style) {
        Line line = new Line(x1, y1, x2, y2);
        line.getStyleClass().add(style);
        return line;
    }

    /** The width that the labels of an upright axis need. */
    final double labelWidth(Scale scale) {
        return scale.ticks().stream()
                .mapToDouble(value -> width(text(scale.text(value))))
                .max()
                .orElse(0);
    }

    /** Lines across with their labels at the left. */
    final List<Node> horizontalGrid(Scale scale, double left, double right) {
        List<Node> nodes = new ArrayList<>();
        for (double value : scale.ticks()) {
            double y = scale.at(value);
            nodes.add(line(left, y, right, y, value == 0 ? "zero-line" : "grid-line"));
            Text label = text(scale.text(value));
            label.setX(left - GAP - width(label));
            label.setY(y);
            nodes.add(label);
        }
        return nodes;
    }

    /** Upright lines with their labels at the foot, those that there is room for. */
    final List<Node> verticalGrid(Scale scale, double top, double bottom) {
        List<Node> nodes = new ArrayList<>();
        double free = Double.NEGATIVE_INFINITY;
        for (double value : scale.ticks()) {
            double x = scale.at(value);
            nodes.add(line(x, top, x, bottom, value == 0 ? "zero-line" : "grid-line"));
            Text label = text(scale.text(value));
            double start = x - width(label) / 2;
            if (start >= free && x + width(label) / 2 <= getWidth()) {
                label.setX(start);
                label.setY(bottom + GAP + height(label) / 2);
                nodes.add(label);
                free = x + width(label) / 2 + GAP;
            }
        }
        return nodes;
    }
}
