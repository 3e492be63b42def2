package org.worthwhile.desktop.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.session.Draft;
import org.worthwhile.desktop.session.PlannedEdit;
import org.worthwhile.desktop.table.CellPlace;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.workspace.Change;

/** Texts for cells of a sheet, which are put in as one edit, all of them or none. */
record CellTexts(List<CellText> texts) {

    CellTexts {
        texts = List.copyOf(texts);
    }

    record CellText(int row, int column, String text) {}

    /** A table from a cell on to the right and downwards. */
    static CellTexts block(int row, int column, List<List<String>> table) {
        List<CellText> texts = new ArrayList<>();
        for (int down = 0; down < table.size(); down++) {
            for (int along = 0; along < table.get(down).size(); along++) {
                texts.add(
                        new CellText(row + down, column + along, table.get(down).get(along)));
            }
        }
        return new CellTexts(texts);
    }

    /** What empties cells. */
    static CellTexts empty(List<CellPlace> cells) {
        return new CellTexts(cells.stream()
                .map(cell -> new CellText(cell.row(), cell.column(), ""))
                .toList());
    }

    /**
     * The edit; nothing when it changes nothing.
     *
     * @throws InvalidInput where there are more texts than cells from there on, or none of the cells can be filled in
     */
    Optional<PlannedEdit> into(SheetState present) {
        requireRoom(present);
        SheetState now = present;
        List<Change> changes = new ArrayList<>();
        String what = "";
        int filled = 0;
        int fixed = 0;
        for (CellText cell : texts) {
            while (cell.row() >= now.rowCount() && !cell.text().isBlank()) {
                changes.add(now.added());
                now = now.with(changes.getLast());
            }
            if (cell.row() >= now.rowCount() || cell.column() >= now.columnCount()) {
                continue;
            }
            if (!now.isEditable(cell.row(), cell.column())) {
                fixed += isOther(now, cell) ? 1 : 0;
                continue;
            }
            Optional<Draft.Typed> entry = now.entry(cell.row(), cell.column(), cell.text());
            if (entry.isPresent()) {
                changes.add(entry.get().change());
                now = now.with(entry.get().change());
                what = entry.get().what();
                filled++;
            }
        }
        if (changes.isEmpty() && fixed > 0) {
            throw refused(present, Words.of("paste.fixed", fixed), Words.of("paste.fixed.remedy"));
        }
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new PlannedEdit(
                        filled == 1 && fixed == 0 ? what : Words.of("edit.several", filled, fixed), changes));
    }

    /** Whether a text is not what a cell that cannot be filled in says already. */
    private static boolean isOther(SheetState now, CellText cell) {
        String text = cell.text().strip();
        return !text.isEmpty()
                && !text.equals(now.text(cell.row(), cell.column()).strip());
    }

    private void requireRoom(SheetState present) {
        long given = texts.stream().filter(cell -> !cell.text().isBlank()).count();
        long outside = texts.stream()
                .filter(cell -> !cell.text().isBlank())
                .filter(cell -> cell.column() >= present.columnCount()
                        || (cell.row() >= present.rowCount() && !present.addsRows()))
                .count();
        if (outside > 0) {
            throw refused(
                    present,
                    Words.of("paste.outside", outside, given),
                    Words.of("paste.outside.remedy", given - outside));
        }
    }

    private static InvalidInput refused(SheetState sheet, String what, String remedy) {
        return new InvalidInput(new Problem(Place.of(sheet.title()), what, remedy));
    }
}
