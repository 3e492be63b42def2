package org.worthwhile.desktop.table;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** A cell of a sheet, with a mark and a tooltip where something is wrong with it. */
final class SheetCell extends TableCell<Integer, String> {

    /** Where the focus goes when a cell is filled in. */
    @FunctionalInterface
    interface Onwards {
        boolean move(int columns, int rows);
    }

    private final Sheet sheet;
    private final int column;
    private final Onwards onwards;
    private @Nullable TextField field;
    private String before = "";

    SheetCell(Sheet sheet, int column, Onwards onwards) {
        this.sheet = sheet;
        this.column = column;
        this.onwards = onwards;
        getStyleClass().add("sheet-cell");
        if (kind() == Sheet.Kind.NUMBER) {
            setAlignment(Pos.CENTER_RIGHT);
        }
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                begin();
            }
        });
    }

    private Sheet.Kind kind() {
        return sheet.columns().get(column).kind();
    }

    boolean isAt(int row, int ofColumn) {
        return column == ofColumn && getIndex() == row && !isEmpty();
    }

    private boolean isFillable() {
        return !isEmpty() && getIndex() < sheet.rows() && sheet.isEditable(getIndex(), column);
    }

    /** Begins to fill the cell in, or changes it at once where that is all there is to do. */
    void begin() {
        if (!isFillable()) {
            return;
        }
        switch (kind()) {
            case CHOICE -> choose();
            case FLAG -> put(getText().isEmpty() ? "true" : "false");
            case TEXT, NUMBER -> getTableView().edit(getIndex(), getTableColumn());
        }
    }

    /** Begins with letters in the place of what stands there. */
    void beginWith(String letters) {
        if (!isFillable()) {
            return;
        }
        begin();
        if (field != null) {
            field.setText(letters);
            field.end();
        }
    }

    private void put(String text) {
        sheet.put(getIndex(), column, List.of(List.of(text)));
    }

    private void choose() {
        ContextMenu menu = new ContextMenu();
        for (Sheet.Choice choice : sheet.choices(getIndex(), column)) {
            MenuItem item = new MenuItem(choice.title());
            item.setOnAction(_ -> put(choice.value()));
            menu.getItems().add(item);
        }
        menu.show(this, Side.BOTTOM, 0, 0);
    }

    @Override
    public void startEdit() {
        if (!isFillable() || kind() == Sheet.Kind.CHOICE || kind() == Sheet.Kind.FLAG) {
            return;
        }
        super.startEdit();
        if (!isEditing()) {
            return;
        }
        before = sheet.text(getIndex(), column);
        TextField editor = new TextField(before);
        editor.getStyleClass().add("sheet-field");
        editor.setAlignment(getAlignment());
        editor.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        int row = getIndex();
        editor.textProperty().addListener((_, _, text) -> {
            if (isEditing()) {
                sheet.type(row, column, text);
            }
        });
        field = editor;
        setGraphic(editor);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        editor.requestFocus();
        editor.selectAll();
    }

    private void pressed(KeyEvent event) {
        int columns = 0;
        int rows = 0;
        switch (event.getCode()) {
            case ENTER -> rows = event.isShiftDown() ? -1 : 1;
            case TAB -> columns = event.isShiftDown() ? -1 : 1;
            case ESCAPE -> {
                if (field != null && !field.getText().equals(before)) {
                    sheet.type(getIndex(), column, before);
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
        cancelEdit();
        onwards.move(columns, rows);
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        field = null;
        setGraphic(null);
        setContentDisplay(ContentDisplay.TEXT_ONLY);
        refreshText();
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
        super.updateItem(text, empty);
        if (!isEditing()) {
            refreshText();
        }
    }

    /** Shows what the sheet now says. */
    void refreshText() {
        if (isEditing()) {
            return;
        }
        boolean shows = !isEmpty() && getIndex() >= 0 && getIndex() < sheet.rows();
        String text = shows ? sheet.text(getIndex(), column) : "";
        setText(text);
        Optional<String> problem = shows ? sheet.problem(getIndex(), column) : Optional.empty();
        getStyleClass().removeAll("problem", "fixed");
        if (problem.isPresent()) {
            getStyleClass().add("problem");
        }
        if (shows && !sheet.isEditable(getIndex(), column)) {
            getStyleClass().add("fixed");
        }
        setTooltip(problem.or(() -> text.length() > 20 ? Optional.of(text) : Optional.empty())
                .map(Tooltip::new)
                .orElse(null));
        setAccessibleHelp(problem.orElse(""));
    }
}
