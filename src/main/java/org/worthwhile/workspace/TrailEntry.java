package org.worthwhile.workspace;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * An entry of the audit trail.
 *
 * @param who by the operating system's name
 * @param what in words
 * @param edit the number of the edit that was done, undone or done again, where it is about one
 */
public record TrailEntry(long number, Instant at, String who, Action action, String what, OptionalLong edit) {

    /** What was done. */
    public enum Action {
        EDIT,
        UNDO,
        REDO,
        VERSION,
        EXPORT,
        RESULT,
        DATASET,
        /** A damaged document was rebuilt when the file was opened. */
        REPAIR
    }
}
