package org.worthwhile.workspace;

import java.util.List;
import java.util.Optional;

/**
 * An entry of the audit trail with what its edit came to be: of what was typed in one go, the last state.
 *
 * @param what the edit's words as they are now, or those of the entry where it is about no edit
 * @param documents that the edit changed, each once
 * @param change the one change of the edit, if there is one alone and it is short
 */
public record HistoryEntry(TrailEntry entry, String what, List<String> documents, Optional<Change> change) {
    public HistoryEntry {
        documents = List.copyOf(documents);
    }
}
