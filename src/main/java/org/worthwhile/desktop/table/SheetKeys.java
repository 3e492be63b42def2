package org.worthwhile.desktop.table;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.worthwhile.desktop.Words;

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

    /** Where an entry ended for which there was no next cell to go on to. */
    private @Nullable CellPlace ended;

    private SheetKeys(Sheet sheet, SheetGrid grid, SheetEditor editor) {
        this.sheet = sheet;
        this.grid = grid;
        this.editor = editor;
    }

    static void install(Sheet sheet, SheetGrid grid, SheetEditor editor) {
        SheetKeys keys = new SheetKeys(sheet, grid, editor);
        grid.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressedOnCells);
        grid.addEventFilter(KeyEvent.KEY_TYPED, keys::typedOnCells);
        grid.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> keys.ended = null);
        grid.getFocusModel().focusedCellProperty().subscribe(() -> keys.ended = null);
        editor.field().addEventFilter(KeyEvent.KEY_PRESSED, keys::pressedInField);
    }

    private void pressedOnCells(KeyEvent event) {
        if (editor.isForChoices(event)) {
            event.consume();
            return;
        }
        if (COPY.match(event)) {
            copy();
        } else if (CUT.match(event)) {
            copy();
            sheet.empty(filledIn());
        } else if (PASTE.match(event)) {
            paste();
        } else {
            switch (event.getCode()) {
                case ENTER, F2 -> {
                    ended = null;
                    editor.open(grid.focused());
                }
                case DELETE, BACK_SPACE -> {
                    ended = null;
                    empty();
                }
                case LEFT, RIGHT -> {
                    if (event.isShiftDown() || event.isShortcutDown() || event.isAltDown()) {
                        return;
                    }
                    grid.step(event.getCode() == KeyCode.LEFT ? -1 : 1);
                }
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
        if (focused.equals(ended)) {
            // What is typed after the last entry of a column would otherwise take its place.
            sheet.say(Words.of("sheet.ended"));
        } else if (letters.equals(" ") && grid.isThere(focused) && isOpenedBySpace(focused)) {
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
            case LEFT, RIGHT -> {
                if (!editor.field().getText().isEmpty()) {
                    return;
                }
                keep(event.getCode() == KeyCode.LEFT ? -1 : 1, 0);
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void keep(int columns, int rows) {
        editor.keep();
        ended = grid.moveOn(columns, rows) ? null : grid.focused();
    }

    private void copy() {
        List<List<String>> rows = new ArrayList<>();
        int row = -1;
        for (CellPlace place : grid.selection()) {
            if (place.row() != row) {
                rows.add(new ArrayList<>());
            }
            rows.getLast().add(grid.text(place));
            row = place.row();
        }
        ClipboardContent content = new ClipboardContent();
        content.putString(TabSeparated.write(rows));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        CellPlace focused = grid.focused();
        if (text != null && !text.isEmpty() && grid.isThere(focused)) {
            sheet.put(focused.row(), focused.column(), TabSeparated.read(text));
        }
    }

    /** The chosen cells that can be emptied. */
    private List<CellPlace> filledIn() {
        return grid.selection().stream()
                .filter(place -> place.row() < sheet.rows() && sheet.isEditable(place.row(), place.column()))
                .toList();
    }

    /** Emptying one cell begins an entry into it, which what is typed next goes on with; several are emptied at once. */
    private void empty() {
        List<CellPlace> cells = filledIn();
        if (cells.size() == 1 && isTyped(cells.getFirst())) {
            editor.type(cells.getFirst(), "");
        } else if (!cells.isEmpty()) {
            sheet.empty(cells);
            cells.forEach(place -> grid.showUntilSaved(place, ""));
        }
    }

    private boolean isTyped(CellPlace place) {
        return !isOpenedBySpace(place);
    }
}
