package org.worthwhile.desktop.table;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.worthwhile.desktop.Words;

/** Tables that are read, and their columns. */
public final class Columns {

    /** In the usual size of text: the width of a letter of a heading, what stands beside them, and the height of letters. */
    private static final double LETTER = 8.6;

    private static final double SIDES = 44;
    private static final double USUAL_FONT_PIXELS = 14;
    private static final double SCROLL_BAR = 20;

    /** How much of the width that it asked for a column of texts keeps, which can take more lines. */
    private static final double LEAST_SHARE = 0.6;

    private Columns() {}

    /** A striped table whose columns share the width. */
    public static <R> TableView<R> table(String id, String word) {
        TableView<R> table = new TableView<>();
        table.setId(id);
        table.setAccessibleText(Words.of(word));
        table.setPlaceholder(new Label(Words.of("sheet.empty")));
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.widthProperty().subscribe(() -> fit(table));
        table.getColumns().subscribe(() -> fit(table));
        table.getStyleClass().addAll(Styles.STRIPED, Styles.DENSE);
        return table;
    }

    /** A column of text. The heading's help is found under {@code word.help}. */
    public static <R> TableColumn<R, String> text(String word, double width, Function<R, String> text) {
        return column(word, width, Pos.CENTER_LEFT, text);
    }

    /** A column of figures, aligned to the right. */
    public static <R> TableColumn<R, String> figure(String word, double width, Function<R, String> text) {
        return column(word, width, Pos.CENTER_RIGHT, text);
    }

    private static <R> TableColumn<R, String> column(
            String word, double width, Pos alignment, Function<R, String> text) {
        TableColumn<R, String> column = new TableColumn<>();
        Label heading = new Label(Words.of(word));
        Words.find(word + ".help").ifPresent(help -> heading.setTooltip(new Tooltip(help)));
        column.setGraphic(heading);
        column.setUserData(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        column.setCellFactory(_ -> alignment == Pos.CENTER_LEFT ? new TextCell<>() : new FigureCell<>());
        column.setStyle("-fx-alignment: " + alignment.name().replace('_', '-').toLowerCase(Locale.ROOT) + ";");
        heading.fontProperty().subscribe(font -> {
            double size = Math.max(1, font.getSize() / USUAL_FONT_PIXELS);
            double least = alignment == Pos.CENTER_RIGHT ? width : width * LEAST_SHARE;
            column.setMinWidth(Math.max(least, heading.getText().length() * LETTER + SIDES) * size);
            if (column.getTableView() != null) {
                fit(column.getTableView());
            }
        });
        column.setPrefWidth(width);
        column.setReorderable(false);
        column.setSortable(false);
        return column;
    }

    /** Shares the width among the columns as they asked for it, none of them narrower than its heading or its figures. */
    private static void fit(TableView<?> table) {
        List<TableColumn<?, ?>> sharing = new ArrayList<>(table.getColumns());
        double free = table.getWidth() - SCROLL_BAR;
        List<TableColumn<?, ?>> narrow = sharing;
        while (!narrow.isEmpty()) {
            double asked = sharing.stream().mapToDouble(Columns::asked).sum();
            double share = free / asked;
            narrow = sharing.stream()
                    .filter(column -> column.getMinWidth() > share * asked(column))
                    .toList();
            narrow.forEach(column -> column.setPrefWidth(column.getMinWidth()));
            free -= narrow.stream().mapToDouble(TableColumn::getMinWidth).sum();
            sharing.removeAll(narrow);
        }
        double share = free / sharing.stream().mapToDouble(Columns::asked).sum();
        sharing.forEach(column -> column.setPrefWidth(share * asked(column)));
    }

    private static double asked(TableColumn<?, ?> column) {
        return column.getUserData() instanceof Double width ? width : column.getPrefWidth();
    }

    /** A figure, which widens its column where it needs more room; words beside figures take more lines. */
    private static final class FigureCell<R> extends TextCell<R> {

        private static final Pattern SPACES = Pattern.compile(" ");

        private static final int LONGEST_FIGURE = 16;

        FigureCell() {
            lines().setTextAlignment(TextAlignment.RIGHT);
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            TableColumn<R, String> column = getTableColumn();
            if (!empty && text != null && column != null) {
                double needed =
                        PADDING + unbroken(text).mapToDouble(this::width).max().orElse(0);
                if (needed > column.getMinWidth()) {
                    column.setMinWidth(needed);
                    TableView<R> table = getTableView();
                    Platform.runLater(() -> fit(table));
                }
            }
        }

        /** What stands on one line: a figure such as £1.4 million as a whole, of longer texts each word. */
        private static Stream<String> unbroken(String text) {
            return text.length() <= LONGEST_FIGURE ? Stream.of(text) : SPACES.splitAsStream(text);
        }

        private double width(String word) {
            Text measured = new Text(word);
            measured.setFont(lines().getFont());
            return Math.ceil(measured.getLayoutBounds().getWidth());
        }
    }

    /** A text on as many lines as it takes at the width of its column. */
    private static sealed class TextCell<R> extends TableCell<R, String> permits FigureCell {

        static final double PADDING = 20;

        private final Text lines = new Text();

        Text lines() {
            return lines;
        }

        TextCell() {
            lines.getStyleClass().add("cell-text");
            tableColumnProperty().subscribe(column -> {
                if (column != null) {
                    lines.wrappingWidthProperty().bind(column.widthProperty().subtract(PADDING));
                }
            });
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            boolean shows = !empty && text != null;
            lines.setText(shows ? text : "");
            setGraphic(shows ? lines : null);
            setAccessibleText(shows ? text : "");
        }
    }
}
