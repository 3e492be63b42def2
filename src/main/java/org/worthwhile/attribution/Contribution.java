package org.worthwhile.attribution;

/**
 * A cause's part in a change, a difference or a variance.
 *
 * @param share of the whole
 * @param standardError by bootstrap of clusters
 */
public record Contribution(
        String cause, double contribution, double share, double standardError, double low, double high) {}
