package org.worthwhile.desktop.table;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.worthwhile.desktop.Words;

/** A cell of a sheet, with a mark and a tooltip where something is wrong with it. */
final class SheetCell extends TableCell<Integer, String> {

    private static final int LONG_TEXT = 20;

    /** What stands in place of a number that is wider than its cell, since a part of it would be another number. */
    private static final String TOO_WIDE = "####";

    private final SheetGrid grid;
    private final Sheet sheet;
    private final int column;

    /** As the column was when it was made; a cell may live on for a moment after its sheet has other columns. */
    private final Sheet.Kind kind;

    SheetCell(SheetGrid grid, Sheet sheet, int column, Consumer<CellPlace> opened) {
        this.grid = grid;
        this.sheet = sheet;
        this.column = column;
        this.kind = sheet.columns().get(column).kind();
        getStyleClass().add("sheet-cell");
        if (kind == Sheet.Kind.NUMBER) {
            setAlignment(Pos.CENTER_RIGHT);
        }
        if (column == 0) {
            getStyleClass().add("frozen");
            setViewOrder(FrozenColumn.ABOVE);
            translateXProperty().bind(grid.frozen().offset());
        }
        widthProperty().subscribe(this::refreshText);
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && !isEmpty()) {
                opened.accept(place());
            }
        });
    }

    private CellPlace place() {
        return new CellPlace(getIndex(), column);
    }

    int column() {
        return column;
    }

    boolean isAt(CellPlace place) {
        return !isEmpty() && place.equals(place());
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
        super.updateItem(text, empty);
        refreshText();
    }

    /** Shows what the sheet now says. */
    void refreshText() {
        boolean isRow = !isEmpty() && getIndex() >= 0;
        boolean isNew = isRow && getIndex() >= sheet.rows();
        boolean isShown = isRow && !isNew;
        String text = isRow ? grid.text(place()) : "";
        Optional<String> problem = isShown ? sheet.problem(getIndex(), column) : Optional.empty();
        getStyleClass().removeAll("problem", "fixed", "new");
        if (problem.isPresent()) {
            getStyleClass().add("problem");
        }
        if (isShown && !sheet.isEditable(getIndex(), column)) {
            getStyleClass().add("fixed");
        }
        if (isNew) {
            getStyleClass().add("new");
        }
        setText(isNew && column == 0 && text.isEmpty() ? Words.of("sheet.new") : fits(text) ? text : TOO_WIDE);
        setAccessibleText(fits(text) ? null : text);
        setTooltip(problem.or(() -> text.length() > LONG_TEXT || !fits(text) ? Optional.of(text) : Optional.empty())
                .map(Tooltip::new)
                .orElse(null));
        setAccessibleHelp(problem.orElse(""));
    }

    private boolean fits(String text) {
        if (kind != Sheet.Kind.NUMBER || getWidth() == 0) {
            return true;
        }
        Text measured = new Text(text);
        measured.setFont(getFont());
        return measured.getLayoutBounds().getWidth() + snappedLeftInset() + snappedRightInset() <= getWidth();
    }
}
