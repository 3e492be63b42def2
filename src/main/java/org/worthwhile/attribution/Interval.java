package org.worthwhile.attribution;

/**
 * A confidence interval.
 *
 * @param level such as 0.95
 */
public record Interval(double low, double high, double level) {}
