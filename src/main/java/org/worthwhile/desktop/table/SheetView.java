package org.worthwhile.desktop.table;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.worthwhile.desktop.Words;

/**
 * Shows a sheet. Typing begins to fill in the cell that has the focus; Enter goes down, Tab goes on, Escape brings back what
 * stood there, Delete empties, Control and Tab leave the table, and tables are copied from and pasted to a spreadsheet.
 */
public final class SheetView extends TableView<Integer> {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);
    private static final double USUAL_FONT_PIXELS = 14;
    private static final double LETTER = 9;

    private final Sheet sheet;
    private final List<SheetCell> cells = new ArrayList<>();

    public SheetView(String id, String title, Sheet sheet) {
        this.sheet = sheet;
        setId(id);
        setAccessibleText(title);
        setEditable(true);
        getStyleClass().addAll("sheet", Styles.DENSE, Styles.BORDERED);
        getSelectionModel().setCellSelectionEnabled(true);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setPlaceholder(new Label(Words.of("sheet.empty")));
        makeColumns();
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        refreshRows();
    }

    /** Shows the sheet as it now is; a cell that is being filled in stays as it is. */
    public void refreshRows() {
        if (getColumns().size() != sheet.columns().size()) {
            makeColumns();
        }
        if (getItems().size() != sheet.rows()) {
            getItems().setAll(IntStream.range(0, sheet.rows()).boxed().toList());
        }
        cells.forEach(SheetCell::refreshText);
    }

    private void makeColumns() {
        getColumns().clear();
        for (int i = 0; i < sheet.columns().size(); i++) {
            Sheet.Column description = sheet.columns().get(i);
            int index = i;
            TableColumn<Integer, String> column = new TableColumn<>();
            Label heading = new Label(description.title());
            if (!description.help().isEmpty()) {
                heading.setTooltip(new Tooltip(description.help()));
            }
            column.setGraphic(heading);
            column.setSortable(false);
            column.setReorderable(false);
            double width = Math.max(description.width(), description.title().length() * LETTER + 30);
            column.setPrefWidth(width);
            fontProperty(heading, column, width);
            column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text(cell.getValue(), index)));
            column.setCellFactory(_ -> {
                SheetCell cell = new SheetCell(sheet, index, this::moveOn);
                cells.add(cell);
                return cell;
            });
            getColumns().add(column);
        }
    }

    /** Columns are as wide as their letters ask for. */
    private static void fontProperty(Label heading, TableColumn<Integer, String> column, double width) {
        heading.fontProperty()
                .subscribe(font -> column.setPrefWidth(width * Math.max(1, font.getSize() / USUAL_FONT_PIXELS)));
    }

    private String text(int row, int column) {
        return row < sheet.rows() ? sheet.text(row, column) : "";
    }

    private void pressed(KeyEvent event) {
        if (getEditingCell() != null) {
            return;
        }
        if (COPY.match(event)) {
            copy();
        } else if (PASTE.match(event)) {
            paste();
        } else {
            switch (event.getCode()) {
                case ENTER, F2 -> editFocused();
                case DELETE, BACK_SPACE -> empty();
                case TAB -> {
                    if (event.isControlDown() || !moveOn(event.isShiftDown() ? -1 : 1, 0)) {
                        return;
                    }
                }
                default -> {
                    return;
                }
            }
        }
        event.consume();
    }

    private void typed(KeyEvent event) {
        String letters = event.getCharacter();
        boolean isText = !letters.isEmpty() && letters.charAt(0) >= ' ' && letters.charAt(0) != 127;
        if (getEditingCell() == null && isText && !event.isControlDown() && !event.isMetaDown() && !event.isAltDown()) {
            TablePosition<?, ?> focused = getFocusModel().getFocusedCell();
            if (focused.getRow() >= 0 && focused.getColumn() >= 0) {
                cellAt(focused).ifPresent(cell -> cell.beginWith(letters));
                event.consume();
            }
        }
    }

    private Optional<SheetCell> cellAt(TablePosition<?, ?> place) {
        return cells.stream()
                .filter(cell -> cell.isAt(place.getRow(), place.getColumn()) && cell.getScene() != null)
                .findFirst();
    }

    private void editFocused() {
        TablePosition<?, ?> focused = getFocusModel().getFocusedCell();
        cellAt(focused).ifPresent(SheetCell::begin);
    }

    /** Goes on by columns and rows, to the next row after the last column; beyond the ends the keys go on to other controls. */
    private boolean moveOn(int columns, int rows) {
        TablePosition<?, ?> focused = getFocusModel().getFocusedCell();
        int column = focused.getColumn() + columns;
        int row = focused.getRow() + rows;
        if (column >= getColumns().size()) {
            column = 0;
            row++;
        } else if (column < 0) {
            column = getColumns().size() - 1;
            row--;
        }
        boolean isThere = row >= 0 && row < getItems().size();
        if (isThere) {
            getSelectionModel().clearAndSelect(row, getColumns().get(column));
            getFocusModel().focus(row, getColumns().get(column));
            scrollToColumnIndex(column);
        }
        requestFocus();
        return isThere;
    }

    private List<TablePosition<?, ?>> selection() {
        List<TablePosition<?, ?>> selected = new ArrayList<>();
        for (TablePosition<?, ?> place : getSelectionModel().getSelectedCells()) {
            selected.add(place);
        }
        selected.sort(Comparator.<TablePosition<?, ?>>comparingInt(TablePosition::getRow)
                .thenComparingInt(TablePosition::getColumn));
        return selected;
    }

    private void copy() {
        StringBuilder text = new StringBuilder();
        int row = -1;
        for (TablePosition<?, ?> place : selection()) {
            text.append(row < 0 ? "" : place.getRow() == row ? "\t" : "\n");
            text.append(sheet.text(place.getRow(), place.getColumn()));
            row = place.getRow();
        }
        ClipboardContent content = new ClipboardContent();
        content.putString(text.toString());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        TablePosition<?, ?> focused = getFocusModel().getFocusedCell();
        if (text != null && !text.isEmpty()) {
            sheet.put(Math.max(0, focused.getRow()), Math.max(0, focused.getColumn()), TabSeparated.read(text));
        }
    }

    private void empty() {
        selection().forEach(place -> {
            if (sheet.isEditable(place.getRow(), place.getColumn())) {
                sheet.put(place.getRow(), place.getColumn(), List.of(List.of("")));
            }
        });
    }
}
