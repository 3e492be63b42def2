package org.worthwhile.desktop.table;

import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;

/** Keeps the first column of a table at its left edge, above the others, while they are scrolled sideways. */
final class FrozenColumn {

    /** Nodes of the frozen column are drawn and clicked before their neighbours. */
    static final double ABOVE = -1;

    private final TableView<?> table;
    private final DoubleProperty offset = new SimpleDoubleProperty();

    FrozenColumn(TableView<?> table) {
        this.table = table;
        table.skinProperty().subscribe(skin -> {
            if (skin != null) {
                bar(Orientation.HORIZONTAL).ifPresent(this::follow);
            }
        });
    }

    /** How far the table is scrolled to the right, by which the first cell of each row is moved. */
    DoubleProperty offset() {
        return offset;
    }

    private void follow(ScrollBar bar) {
        offset.bind(bar.valueProperty()
                .map(Number::doubleValue)
                .when(bar.visibleProperty())
                .orElse(0.0));
        offset.subscribe(this::moveHeading);
        table.getColumns().subscribe(this::moveHeading);
    }

    private void moveHeading() {
        for (Node node : table.lookupAll(".column-header")) {
            if (node instanceof TableColumnHeader heading && heading.getTableColumn() != null) {
                boolean isFirst = table.getColumns().indexOf(heading.getTableColumn()) == 0;
                heading.setTranslateX(isFirst ? offset.get() : 0);
                heading.setViewOrder(isFirst ? ABOVE : 0);
            }
        }
    }

    /** Scrolls sideways as far as it takes to see the whole of a column beside the first. */
    void reveal(int column) {
        bar(Orientation.HORIZONTAL).filter(Node::isVisible).ifPresent(bar -> {
            double first = table.getColumns().getFirst().getWidth();
            double start = table.getColumns().subList(0, column).stream()
                    .mapToDouble(TableColumn::getWidth)
                    .sum();
            double end = start + table.getColumns().get(column).getWidth();
            double width = table.getWidth()
                    - bar(Orientation.VERTICAL)
                            .filter(Node::isVisible)
                            .map(ScrollBar::getWidth)
                            .orElse(0.0);
            if (column > 0 && end > bar.getValue() + width) {
                bar.setValue(Math.min(bar.getMax(), end - width));
            }
            if (column > 0 && start < bar.getValue() + first) {
                bar.setValue(Math.max(0, start - first));
            }
        });
    }

    double scrolled() {
        return bar(Orientation.HORIZONTAL).map(ScrollBar::getValue).orElse(0.0);
    }

    void scrollTo(double value) {
        bar(Orientation.HORIZONTAL)
                .filter(bar -> bar.getValue() != value)
                .ifPresent(bar -> bar.setValue(Math.min(bar.getMax(), value)));
    }

    /** Scrolls back to the first columns. */
    void scrollToStart() {
        scrollTo(0);
    }

    private Optional<ScrollBar> bar(Orientation orientation) {
        return table.lookupAll(".scroll-bar").stream()
                .filter(ScrollBar.class::isInstance)
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == orientation)
                .findFirst();
    }
}
