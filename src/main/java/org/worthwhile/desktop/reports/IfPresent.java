package org.worthwhile.desktop.reports;

import java.nio.file.Path;
import java.util.List;

/** What is to be done where reports would replace files that no export wrote, or that were changed since. */
public enum IfPresent {
    /** The reports are written under names that are free. */
    KEEP_BOTH,
    REPLACE,
    /** Nothing is written. */
    CANCEL;

    /** Asks the analyst. */
    @FunctionalInterface
    public interface Question {
        IfPresent ask(List<Path> present);
    }
}
