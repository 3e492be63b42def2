package org.worthwhile.proposal;

/** The rank correlation between two inputs, each named by its path such as {@code community/delivery/amount}. */
public record Correlation(String first, String second, double rank) {}
