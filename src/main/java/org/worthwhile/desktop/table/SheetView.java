package org.worthwhile.desktop.table;

import java.util.List;
import javafx.beans.Observable;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/**
 * Shows a sheet. Typing begins to fill in the cell that is chosen; Enter goes down, Tab goes on, Escape brings back what was
 * there, Delete empties, Control and Tab leave the table, and tables are copied from and pasted to a spreadsheet.
 */
public final class SheetView extends StackPane {

    private final Sheet sheet;
    private final SheetGrid grid;
    private final SheetEditor editor;
    private final EventHandler<WindowEvent> closing = _ -> keepEntry();

    /** The cell that is chosen when it is there. */
    private @Nullable CellPlace awaited;

    public SheetView(String id, String title, Sheet sheet) {
        this.sheet = sheet;
        this.grid = new SheetGrid(sheet, this::open);
        this.editor = new SheetEditor(sheet, grid);
        setId(id);
        grid.setAccessibleText(title);
        getChildren().addAll(grid, editor);
        SheetKeys.install(sheet, grid, editor);
        grid.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        grid.skinProperty().subscribe(_ -> followScrolling());
        Rectangle inside = new Rectangle();
        inside.widthProperty().bind(widthProperty());
        inside.heightProperty().bind(heightProperty());
        editor.setClip(inside);
        sceneProperty().flatMap(Scene::windowProperty).subscribe(this::windowChanged);
        refreshRows();
    }

    /** The table within, without the field. */
    public TableView<Integer> table() {
        return grid;
    }

    /** Shows the sheet as it now is; a cell that is being filled in stays as it is. */
    public void refreshRows() {
        grid.showSheet();
        editor.requestLayout();
        CellPlace place = awaited;
        if (place != null && sheet.isUpToDate()) {
            awaited = null;
            select(place);
        }
    }

    /** The chosen rows that are there. */
    public List<Integer> selectedRows() {
        return grid.selection().stream()
                .map(CellPlace::row)
                .distinct()
                .filter(row -> row >= 0 && row < sheet.rows())
                .toList();
    }

    /** Ends the entry that is under way, with what was typed. */
    public void keepEntry() {
        editor.keep();
    }

    /** Begins to fill in the first cell of a row. */
    public void fillIn(int row) {
        CellPlace first = new CellPlace(row, 0);
        if (grid.isThere(first)) {
            grid.requestFocus();
            grid.select(first);
            editor.open(first);
        }
    }

    /** Chooses a row when the edit is done that adds it or removes it. */
    public void selectWhenThere(int row) {
        awaited = new CellPlace(row, Math.max(0, grid.focused().column()));
        grid.requestFocus();
        refreshRows();
    }

    /** Chooses a cell, or the one in the last row where there are fewer. */
    private void select(CellPlace wanted) {
        CellPlace place = new CellPlace(Math.min(wanted.row(), grid.getItems().size() - 1), wanted.column());
        if (grid.isThere(place)) {
            grid.select(place);
            grid.reveal(place);
        }
    }

    /** Shows the first columns, whatever was looked at before. */
    public void scrollToStart() {
        grid.frozen().scrollToStart();
    }

    private void open(CellPlace place) {
        editor.open(place);
    }

    /** Below the rows there is nothing to fill in but the row that can be added. */
    private void pressed(MouseEvent event) {
        Node node = event.getPickResult().getIntersectedNode();
        int column = 0;
        while (node != null && node != grid) {
            if (node instanceof SheetCell cell) {
                column = cell.column();
            }
            if (node instanceof TableRow<?> row) {
                if (row.isEmpty()) {
                    pressedBelow(column);
                    event.consume();
                }
                return;
            }
            node = node.getParent();
        }
    }

    private void pressedBelow(int column) {
        grid.requestFocus();
        CellPlace below = new CellPlace(sheet.rows(), column);
        if (grid.isThere(below)) {
            grid.select(below);
        } else {
            grid.selectNothing();
        }
    }

    private void followScrolling() {
        for (Node bar : grid.lookupAll(".scroll-bar")) {
            follow(((ScrollBar) bar).valueProperty());
        }
        follow(grid.widthProperty());
        follow(grid.heightProperty());
    }

    private void follow(Observable moved) {
        moved.addListener(_ -> editor.requestLayout());
    }

    /** Closing the window ends the entry before the file is closed. */
    private void windowChanged(@Nullable Window before, @Nullable Window now) {
        if (before != null) {
            before.removeEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, closing);
        }
        if (now != null) {
            now.addEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, closing);
        }
    }
}
