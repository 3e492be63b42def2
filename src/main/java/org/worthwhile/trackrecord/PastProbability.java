package org.worthwhile.trackrecord;

/**
 * A probability that was forecast of an event, and whether it happened.
 *
 * @param event in words
 * @param probability from 0 to 1
 */
public record PastProbability(String event, double probability, boolean happened) {}
