package org.worthwhile.desktop.table;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.worthwhile.desktop.Words;

/**
 * The cells of a sheet, and which of them is chosen. They only show: what is typed goes into a {@link SheetEditor} above them,
 * so that nothing that happens to cells can touch it. After the last row comes an empty one where rows can be added.
 */
final class SheetGrid extends TableView<Integer> {

    private static final double USUAL_FONT_PIXELS = 14;
    private static final double LETTER = 9;
    private static final double SIDES = 38;

    /** The rows whose texts widen columns. */
    private static final int MOST_MEASURED = 200;

    /** Of a text; the whole of a longer one is in its tooltip. */
    private static final int MOST_LETTERS = 26;

    private final Sheet sheet;
    private final Consumer<CellPlace> opened;
    private final List<SheetCell> cells = new ArrayList<>();
    private final Map<CellPlace, String> unsaved = new HashMap<>();
    private final FrozenColumn frozen = new FrozenColumn(this);
    private final List<DoubleProperty> widths = new ArrayList<>();
    private List<Sheet.Column> shown = List.of();

    /** @param opened what a double click on a cell does */
    SheetGrid(Sheet sheet, Consumer<CellPlace> opened) {
        this.sheet = sheet;
        this.opened = opened;
        getStyleClass().addAll("sheet", Styles.DENSE, Styles.BORDERED);
        getSelectionModel().setCellSelectionEnabled(true);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setPlaceholder(new Label(Words.of("sheet.empty")));
        getFocusModel().focusedCellProperty().subscribe(place -> {
            if (place != null && place.getColumn() >= 0) {
                frozen.reveal(place.getColumn());
                // The table itself scrolls after its focus has moved, and takes what is behind the first column to be
                // in sight.
                Platform.runLater(this::revealFocused);
            }
        });
        widthProperty().subscribe(() -> {
            if (!widths.isEmpty()) {
                widen();
            }
        });
        focusedProperty().subscribe(isFocused -> {
            CellPlace first = new CellPlace(0, 0);
            if (isFocused && !isThere(focused()) && isThere(first)) {
                select(first);
            }
        });
    }

    private void revealFocused() {
        CellPlace focused = focused();
        if (isThere(focused)) {
            frozen.reveal(focused.column());
        }
    }

    FrozenColumn frozen() {
        return frozen;
    }

    /** Shows the sheet as it now is. The chosen place stays, in the last row where there are fewer, and what is scrolled to. */
    void showSheet() {
        CellPlace focused = focused();
        double scrolled = frozen.scrolled();
        boolean sameColumns = shown.equals(sheet.columns());
        if (!sameColumns) {
            makeColumns();
        }
        int rows = sheet.rows() + (sheet.addsRows() ? 1 : 0);
        boolean fewer = getItems().size() > rows;
        if (fewer) {
            getItems().remove(rows, getItems().size());
        } else {
            getItems().addAll(IntStream.range(getItems().size(), rows).boxed().toList());
        }
        if (sheet.isUpToDate()) {
            unsaved.clear();
        }
        widen();
        cells.forEach(SheetCell::refreshText);
        CellPlace kept = new CellPlace(Math.min(focused.row(), rows - 1), focused.column());
        if (isThere(kept) && (fewer || !kept.equals(focused()))) {
            select(kept);
        }
        if (sameColumns) {
            frozen.scrollTo(scrolled);
        }
    }

    /** Columns are as wide as the longest of what stands in them; long texts have their whole width where there is room. */
    private void widen() {
        int rows = Math.min(sheet.rows(), MOST_MEASURED);
        double[] least = new double[shown.size()];
        double[] whole = new double[shown.size()];
        for (int i = 0; i < shown.size(); i++) {
            int column = i;
            int longest = IntStream.range(0, rows)
                    .map(row -> sheet.text(row, column).length())
                    .max()
                    .orElse(0);
            int shownAlways = shown.get(i).kind() == Sheet.Kind.NUMBER ? longest : Math.min(longest, MOST_LETTERS);
            least[i] = Math.max(usualWidth(shown.get(i)), shownAlways * LETTER + SIDES / 2);
            whole[i] = Math.max(least[i], longest * LETTER + SIDES / 2);
        }
        double free = getWidth() - SIDES - DoubleStream.of(least).sum();
        for (int i = 0; i < least.length; i++) {
            double more = Math.clamp(free, 0, whole[i] - least[i]);
            free -= more;
            widths.get(i).set(least[i] + more);
        }
    }

    private static double usualWidth(Sheet.Column column) {
        return Math.max(column.width(), column.title().length() * LETTER + SIDES);
    }

    private void makeColumns() {
        shown = sheet.columns();
        getColumns().clear();
        cells.clear();
        widths.clear();
        for (int i = 0; i < shown.size(); i++) {
            getColumns().add(column(shown.get(i), i));
        }
    }

    private TableColumn<Integer, String> column(Sheet.Column description, int index) {
        TableColumn<Integer, String> column = new TableColumn<>();
        Label heading = new Label(description.title());
        if (!description.help().isEmpty()) {
            heading.setTooltip(new Tooltip(description.help()));
        }
        column.setGraphic(heading);
        column.setSortable(false);
        column.setReorderable(false);
        DoubleProperty width = new SimpleDoubleProperty(usualWidth(description));
        widths.add(width);
        // Columns are as wide as their letters ask for.
        Runnable fit = () ->
                column.setPrefWidth(width.get() * Math.max(1, heading.getFont().getSize() / USUAL_FONT_PIXELS));
        heading.fontProperty().subscribe(fit);
        width.subscribe(fit);
        // A column that was never fitted is made as wide as its heading by the table.
        fit.run();
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text(new CellPlace(cell.getValue(), index))));
        column.setCellFactory(_ -> {
            SheetCell cell = new SheetCell(this, sheet, index, opened);
            cells.add(cell);
            return cell;
        });
        return column;
    }

    /** What a cell says, also while that is being saved. */
    String text(CellPlace place) {
        String kept = place.row() < sheet.rows() ? sheet.text(place.row(), place.column()) : "";
        return unsaved.getOrDefault(place, kept);
    }

    /** Shows what was entered into a cell until the sheet has it. */
    void showUntilSaved(CellPlace place, String text) {
        if (!sheet.isUpToDate()) {
            unsaved.put(place, sheet.written(place.row(), place.column(), text));
            cells.forEach(SheetCell::refreshText);
        }
    }

    CellPlace focused() {
        TablePosition<?, ?> focused = getFocusModel().getFocusedCell();
        return new CellPlace(focused.getRow(), focused.getColumn());
    }

    boolean isThere(CellPlace place) {
        return place.row() >= 0
                && place.row() < getItems().size()
                && place.column() >= 0
                && place.column() < getColumns().size();
    }

    void select(CellPlace place) {
        getSelectionModel().clearAndSelect(place.row(), getColumns().get(place.column()));
        getFocusModel().focus(place.row(), getColumns().get(place.column()));
    }

    void selectNothing() {
        getSelectionModel().clearSelection();
        getFocusModel().focus(-1);
    }

    /** Scrolls to a cell where it cannot be seen. */
    void reveal(CellPlace place) {
        if (isThere(place)) {
            if (visible(place).isEmpty()) {
                scrollTo(place.row());
            }
            frozen.reveal(place.column());
            layout();
        }
    }

    /** The node of a cell, where it can be seen. */
    Optional<SheetCell> visible(CellPlace place) {
        return cells.stream()
                .filter(cell -> cell.isAt(place) && cell.getScene() != null && cell.isVisible())
                .findFirst();
    }

    /** Goes on by columns and rows, to the next row after the last column. */
    boolean moveOn(int columns, int rows) {
        CellPlace focused = focused();
        int column = focused.column() + columns;
        int row = focused.row() + rows;
        if (column >= getColumns().size()) {
            column = 0;
            row++;
        } else if (column < 0) {
            column = getColumns().size() - 1;
            row--;
        }
        CellPlace next = new CellPlace(row, column);
        if (isThere(next)) {
            select(next);
            reveal(next);
        }
        return isThere(next);
    }

    /** Goes on by columns as far as there are any, and brings the cell out from behind the first column. */
    void step(int columns) {
        CellPlace next = new CellPlace(focused().row(), focused().column() + columns);
        if (isThere(next)) {
            select(next);
            reveal(next);
        }
    }

    /** The chosen cells, row by row. */
    List<CellPlace> selection() {
        List<CellPlace> selected = new ArrayList<>();
        for (TablePosition<?, ?> place : getSelectionModel().getSelectedCells()) {
            selected.add(new CellPlace(place.getRow(), place.getColumn()));
        }
        selected.sort(Comparator.comparingInt(CellPlace::row).thenComparingInt(CellPlace::column));
        return selected;
    }
}
