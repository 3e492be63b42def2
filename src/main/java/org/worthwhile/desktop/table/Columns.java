package org.worthwhile.desktop.table;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.worthwhile.desktop.Words;

/** Tables that are read, and their columns. */
public final class Columns {

    private static final double LEAST_SHARE_OF_WIDTH = 0.85;

    private Columns() {}

    /** A striped table whose last column takes the width that is left. */
    public static <R> TableView<R> table(String id, String word) {
        TableView<R> table = new TableView<>();
        table.setId(id);
        table.setAccessibleText(Words.of(word));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getStyleClass().addAll(Styles.STRIPED, Styles.DENSE);
        return table;
    }

    /** A column of text that does not wrap, whole in a tooltip. The heading's help is found under {@code word.help}. */
    public static <R> TableColumn<R, String> text(String word, double width, Function<R, String> text) {
        return column(word, width, Pos.CENTER_LEFT, text);
    }

    /** A column of figures, aligned to the right. */
    public static <R> TableColumn<R, String> figure(String word, double width, Function<R, String> text) {
        return column(word, width, Pos.CENTER_RIGHT, text);
    }

    private static <R> TableColumn<R, String> column(
            String word, double width, Pos alignment, Function<R, String> text) {
        TableColumn<R, String> column = new TableColumn<>(Words.of(word));
        Words.find(word + ".help").ifPresent(help -> {
            Label heading = new Label(Words.of(word));
            heading.setTooltip(new Tooltip(help));
            column.setGraphic(heading);
            column.setText("");
        });
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        column.setCellFactory(_ -> new TextCell<>());
        column.setStyle("-fx-alignment: " + alignment.name().replace('_', '-').toLowerCase(Locale.ROOT) + ";");
        column.setPrefWidth(width);
        column.setMinWidth(width * LEAST_SHARE_OF_WIDTH);
        column.setReorderable(false);
        column.setSortable(false);
        return column;
    }

    private static final class TextCell<R> extends TableCell<R, String> {
        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            setTooltip(empty || text == null || text.length() < 12 ? null : new Tooltip(text));
        }
    }
}
