package org.worthwhile.trackrecord;

/** A figure with the ends of its interval. */
public record Range(double middle, double low, double high) {}
