package org.worthwhile.attribution;

/**
 * Data that were left out, and why.
 *
 * @param reason as a clause, such as {@code rows with a missing value}
 */
public record Dropped(String reason, long count) {}
