package org.worthwhile.desktop;

import java.nio.file.Path;
import java.util.List;

/**
 * What is to be done where reports would replace files that no export wrote, or that were changed since; or where what is
 * imported would replace what is in the analyst's file.
 */
public enum IfPresent {
    /** What comes takes a name that is free. */
    KEEP_BOTH,
    REPLACE,
    /** Nothing is written or imported. */
    CANCEL;

    /** Asks the analyst about documents, by their titles. */
    @FunctionalInterface
    public interface ImportQuestion {
        IfPresent ask(List<String> present);
    }

    /** Asks the analyst about files. */
    @FunctionalInterface
    public interface Question {
        IfPresent ask(List<Path> present);
    }
}
