package org.worthwhile.desktop.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.worthwhile.desktop.session.Draft;

/**
 * The field in which cells are filled in. It lies above the grid over the cell that is filled in, and is the same field for all
 * of them, so that it is there, whole, when the first letter comes, and stays while the sheet behind it changes.
 */
final class SheetEditor extends Pane {

    private final Sheet sheet;
    private final SheetGrid grid;
    private final TextField field = new TextField();
    private @Nullable Entry entry;
    private @Nullable ContextMenu choosing;
    private final List<KeyEvent> early = new ArrayList<>();

    /**
     * An entry into a cell.
     *
     * @param before what stood there
     */
    private record Entry(CellPlace place, String before, Draft draft) {}

    SheetEditor(Sheet sheet, SheetGrid grid) {
        this.sheet = sheet;
        this.grid = grid;
        setPickOnBounds(false);
        field.setId("sheet-field");
        field.getStyleClass().add("sheet-field");
        field.setManaged(false);
        field.setVisible(false);
        field.textProperty().subscribe(this::typed);
        getChildren().add(field);
        // Another part of the window taking the focus ends an entry; another window taking it does not.
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::focusMoved);
    }

    TextField field() {
        return field;
    }

    boolean isOpen() {
        return entry != null;
    }

    /** Opens the field on what stands in a cell, all of it selected; a choice is offered and a flag changed at once. */
    void open(CellPlace place) {
        if (!grid.isThere(place) || !sheet.isEditable(place.row(), place.column())) {
            return;
        }
        switch (sheet.columns().get(place.column()).kind()) {
            case CHOICE -> choose(place);
            case FLAG -> put(place, grid.text(place).isEmpty() ? "✓" : "");
            case TEXT, NUMBER -> begin(place, Optional.empty());
        }
    }

    /** Opens the field with letters in the place of what stands in a cell. */
    void type(CellPlace place, String letters) {
        if (grid.isThere(place)) {
            begin(place, Optional.of(letters));
        }
    }

    private void begin(CellPlace place, Optional<String> letters) {
        keep();
        sheet.draft(place.row(), place.column()).ifPresent(draft -> {
            grid.reveal(place);
            String before = grid.text(place);
            field.setAlignment(
                    sheet.columns().get(place.column()).kind() == Sheet.Kind.NUMBER
                            ? Pos.CENTER_RIGHT
                            : Pos.CENTER_LEFT);
            field.setText(before);
            field.setVisible(true);
            requestLayout();
            // The field selects its text when it gets the focus, so the focus comes before the letters.
            field.applyCss();
            field.requestFocus();
            entry = new Entry(place, before, draft);
            letters.ifPresentOrElse(
                    text -> {
                        field.setText(text);
                        field.end();
                    },
                    field::selectAll);
        });
    }

    private void typed(String text) {
        Entry open = entry;
        if (open != null && isKeptAsTyped(open.place())) {
            open.draft().type(text);
        }
    }

    /** The beginning of a number or a text is one; that of the name of a choice is none. */
    private boolean isKeptAsTyped(CellPlace place) {
        return switch (sheet.columns().get(place.column()).kind()) {
            case TEXT, NUMBER -> true;
            case CHOICE, FLAG -> false;
        };
    }

    /**
     * Ends the entry with what was typed. Whether that changes anything is for the file to say: what the grid shows may be older
     * than a pasted text or an undone edit that waits for its turn.
     */
    void keep() {
        Entry open = entry;
        if (open == null) {
            return;
        }
        entry = null;
        String text = field.getText();
        if (isKeptAsTyped(open.place())) {
            open.draft().finish();
            grid.showUntilSaved(open.place(), text);
        } else {
            put(open.place(), text);
        }
        close();
    }

    /** Ends the entry and brings back what stood there. */
    void takeBack() {
        Entry open = entry;
        if (open != null) {
            entry = null;
            open.draft().takeBack();
            grid.showUntilSaved(open.place(), open.before());
            close();
        }
    }

    /** The grid takes the focus back, unless it has gone elsewhere already. */
    private void close() {
        if (field.isFocused()) {
            grid.requestFocus();
        }
        field.setVisible(false);
    }

    private void focusMoved(@Nullable Node owner) {
        if (owner != field) {
            keep();
        }
    }

    private void put(CellPlace place, String text) {
        sheet.put(place.row(), place.column(), List.of(List.of(text)));
        grid.showUntilSaved(place, text);
    }

    private void choose(CellPlace place) {
        ContextMenu menu = new ContextMenu();
        for (Sheet.Choice choice : sheet.choices(place.row(), place.column())) {
            MenuItem item = new MenuItem(choice.title());
            item.setOnAction(_ -> put(place, choice.title()));
            menu.getItems().add(item);
        }
        menu.setOnHidden(_ -> {
            choosing = null;
            early.clear();
            grid.requestFocus();
        });
        grid.reveal(place);
        grid.visible(place).ifPresent(cell -> {
            choosing = menu;
            menu.show(cell, Side.BOTTOM, 0, 0);
            menu.getScene().focusOwnerProperty().subscribe(() -> handOn(menu));
        });
    }

    /**
     * Whether a key is for the list of choices that is open. The list has its keys from the system only a moment after it is
     * shown, and begins at its first choice then; those that are pressed before are kept for it.
     */
    boolean isForChoices(KeyEvent key) {
        ContextMenu menu = choosing;
        if (menu == null) {
            return false;
        }
        early.add(key);
        handOn(menu);
        return true;
    }

    private void handOn(ContextMenu menu) {
        Node list = menu.getSkin().getNode();
        Node owner = menu.getScene().getFocusOwner();
        if (owner == null || owner == list) {
            return;
        }
        List<KeyEvent> keys = List.copyOf(early);
        early.clear();
        keys.forEach(key -> Event.fireEvent(list, key.copyFor(list, list)));
    }

    /** The field lies over its cell, wherever that is scrolled to; while the cell is out of sight, it does too. */
    @Override
    protected void layoutChildren() {
        Entry open = entry;
        if (open == null) {
            return;
        }
        Optional<Bounds> cell = grid.visible(open.place())
                .map(visible -> sceneToLocal(visible.localToScene(visible.getLayoutBounds())));
        field.setOpacity(cell.isPresent() ? 1 : 0);
        cell.ifPresent(bounds ->
                field.resizeRelocate(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight()));
    }
}
