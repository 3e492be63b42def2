package org.worthwhile.desktop.editor;

import java.util.Optional;
import org.worthwhile.desktop.session.Draft;
import org.worthwhile.workspace.Change;

/** The cells of a sheet in one state of its document, which changes lead on from. */
sealed interface SheetState permits Page, UncertainNumbers {

    /** The name of the sheet. */
    String title();

    int rowCount();

    int columnCount();

    /** Whether a row can be added after the last one. */
    boolean addsRows();

    /** The change that adds a row at the end. */
    Change added();

    /** The state after a change. */
    SheetState with(Change change);

    /** Whether a cell of a row that is there can be filled in. */
    boolean isEditable(int row, int column);

    /** What a cell says. */
    String text(int row, int column);

    /** What a text in a cell changes, and what the audit trail says of it; nothing when it changes nothing. */
    Optional<Draft.Typed> entry(int row, int column, String text);
}
