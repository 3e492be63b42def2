package org.worthwhile.replication;

/**
 * A place at which a result of a package is not what was computed again.
 *
 * @param where the place within the file: a JSON pointer, a line or a part; empty for the whole file
 * @param packed what the package says
 * @param computed what was computed again
 */
public record Difference(String where, String packed, String computed) {}
