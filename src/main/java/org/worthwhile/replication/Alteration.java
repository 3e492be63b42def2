package org.worthwhile.replication;

/**
 * A file of a package that is not as its manifest says.
 *
 * @param path within the package
 */
public record Alteration(String path, Kind kind) {

    /** How it differs from what the manifest lists. */
    public enum Kind {
        MISSING,
        CHANGED,
        ADDED
    }
}
