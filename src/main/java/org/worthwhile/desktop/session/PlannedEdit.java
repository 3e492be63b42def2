package org.worthwhile.desktop.session;

import java.util.List;
import org.worthwhile.workspace.Change;

/**
 * What is to be changed in the file as one edit.
 *
 * @param what in words, for the audit trail
 */
public record PlannedEdit(String what, List<Change> changes) {
    public PlannedEdit {
        changes = List.copyOf(changes);
    }
}
