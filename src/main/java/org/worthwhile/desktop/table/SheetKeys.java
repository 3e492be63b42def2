package org.worthwhile.desktop.table;

import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** What keys do in a sheet, on its cells and in the field above them. */
final class SheetKeys {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination CUT = new KeyCodeCombination(KeyCode.X, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);
    private static final List<KeyCombination> HISTORY = List.of(
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN),
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
            new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN));

    private final Sheet sheet;
    private final SheetGrid grid;
    private final SheetEditor editor;

    private SheetKeys(Sheet sheet, SheetGrid grid, SheetEditor editor) {
        this.sheet = sheet;
        this.grid = grid;
        this.editor = editor;
    }

    static void install(Sheet sheet, SheetGrid grid, SheetEditor editor) {
        SheetKeys keys = new SheetKeys(sheet, grid, editor);
        grid.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressedOnCells);
        grid.addEventFilter(KeyEvent.KEY_TYPED, keys::typedOnCells);
        editor.field().addEventFilter(KeyEvent.KEY_PRESSED, keys::pressedInField);
    }

    private void pressedOnCells(KeyEvent event) {
        if (COPY.match(event)) {
            copy();
        } else if (CUT.match(event)) {
            copy();
            empty();
        } else if (PASTE.match(event)) {
            paste();
        } else {
            switch (event.getCode()) {
                case ENTER, F2 -> editor.open(grid.focused());
                case DELETE, BACK_SPACE -> empty();
                case TAB -> {
                    if (event.isControlDown() || !grid.moveOn(event.isShiftDown() ? -1 : 1, 0)) {
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

    private void typedOnCells(KeyEvent event) {
        String letters = event.getCharacter();
        boolean isText = !letters.isEmpty() && letters.charAt(0) >= ' ' && letters.charAt(0) != 127;
        if (!isText || event.isControlDown() || event.isMetaDown() || event.isAltDown()) {
            return;
        }
        CellPlace focused = grid.focused();
        if (letters.equals(" ") && grid.isThere(focused) && isOpenedBySpace(focused)) {
            editor.open(focused);
        } else {
            editor.type(focused, letters);
        }
        event.consume();
    }

    private boolean isOpenedBySpace(CellPlace place) {
        return switch (sheet.columns().get(place.column()).kind()) {
            case CHOICE, FLAG -> true;
            case TEXT, NUMBER -> false;
        };
    }

    private void pressedInField(KeyEvent event) {
        if (HISTORY.stream().anyMatch(keys -> keys.match(event))) {
            // What was typed is an edit then, which the window's own undo takes back, and not the field's.
            event.consume();
            editor.keep();
            grid.fireEvent(event.copyFor(grid, grid));
            return;
        }
        switch (event.getCode()) {
            case ENTER -> keep(0, event.isShiftDown() ? -1 : 1);
            case DOWN -> keep(0, 1);
            case UP -> keep(0, -1);
            case TAB -> keep(event.isShiftDown() ? -1 : 1, 0);
            case ESCAPE -> editor.takeBack();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void keep(int columns, int rows) {
        editor.keep();
        grid.moveOn(columns, rows);
    }

    private void copy() {
        StringBuilder text = new StringBuilder();
        int row = -1;
        for (CellPlace place : grid.selection()) {
            text.append(row < 0 ? "" : place.row() == row ? "\t" : "\n");
            text.append(grid.text(place));
            row = place.row();
        }
        ClipboardContent content = new ClipboardContent();
        content.putString(text.toString());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        CellPlace focused = grid.focused();
        if (text != null && !text.isEmpty() && grid.isThere(focused)) {
            sheet.put(focused.row(), focused.column(), TabSeparated.read(text));
        }
    }

    private void empty() {
        for (CellPlace place : grid.selection()) {
            if (place.row() < sheet.rows() && sheet.isEditable(place.row(), place.column())) {
                sheet.put(place.row(), place.column(), List.of(List.of("")));
                grid.showUntilSaved(place, "");
            }
        }
    }
}
