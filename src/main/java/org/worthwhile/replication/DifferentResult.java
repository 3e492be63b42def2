package org.worthwhile.replication;

import java.util.List;

/**
 * A result of a package that is not what was computed again.
 *
 * @param path within the package
 * @param count of the places at which they differ
 * @param first of the differences, those of whole figures before those of their parts
 */
public record DifferentResult(String path, int count, List<Difference> first) {
    public DifferentResult {
        first = List.copyOf(first);
    }

    static DifferentResult whole(String path, String packed, String computed) {
        return new DifferentResult(path, 1, List.of(new Difference("", packed, computed)));
    }
}
