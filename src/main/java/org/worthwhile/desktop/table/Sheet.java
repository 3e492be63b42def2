package org.worthwhile.desktop.table;

import java.util.List;
import java.util.Optional;
import org.worthwhile.desktop.session.Draft;

/** A table that is filled in like a spreadsheet, as the screen that shows it sees it. */
public interface Sheet {

    /**
     * A column.
     *
     * @param title with its unit
     * @param help what belongs there; empty when the title says it
     * @param width in the usual size of text
     */
    record Column(String title, String help, Kind kind, double width) {}

    /** What is entered in a column's cells. */
    enum Kind {
        TEXT,
        NUMBER,
        CHOICE,
        FLAG
    }

    List<Column> columns();

    int rows();

    /** Whether a row after the last one can be filled in, which adds it. */
    boolean addsRows();

    String text(int row, int column);

    /** What is wrong with what stands in a cell. */
    Optional<String> problem(int row, int column);

    boolean isEditable(int row, int column);

    /** What may stand in a cell of a column of choices, and how each is written. */
    List<Choice> choices(int row, int column);

    /** @param title how it is written on the screen */
    record Choice(String value, String title) {}

    /** How an entry into a cell will be written there. */
    String written(int row, int column, String entry);

    /** Whether everything that was entered is in the texts already. */
    boolean isUpToDate();

    /** An entry into a cell, which may be in the row after the last one; nothing where the cell cannot be filled in. */
    Optional<Draft> draft(int row, int column);

    /**
     * Keeps texts from a cell on to the right and downwards as one edit, in new rows where there are too few. Where there is no
     * room for them none is kept, which is told.
     */
    void put(int row, int column, List<List<String>> texts);

    /** Empties cells as one edit. */
    void empty(List<CellPlace> cells);

    /** Tells something about what was done in the sheet. */
    void say(String what);
}
