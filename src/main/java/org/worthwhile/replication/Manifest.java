package org.worthwhile.replication;

import java.util.List;

/**
 * What a replication package holds and how its results were computed.
 *
 * @param software that computed them, with its version
 * @param files all but the manifest itself
 */
record Manifest(String software, Recipe recipe, List<Entry> files) {

    /** Where the manifest stands in a package. */
    static final String NAME = "manifest.json";

    Manifest {
        files = List.copyOf(files);
    }

    /** What a file of a package is there for. */
    enum Role {
        INPUT,
        MODEL,
        RESULT,
        NOTE
    }

    /**
     * A file of a package.
     *
     * @param path within the package, with slashes
     * @param bytes its length
     * @param sha256 of its contents, in lower-case hexadecimal
     */
    record Entry(String path, Role role, long bytes, String sha256) {}

    List<Entry> ofRole(Role role) {
        return files.stream().filter(file -> file.role() == role).toList();
    }
}
