package org.worthwhile.attribution.period;

/**
 * A period of a study's calendar.
 *
 * @param index from 0 for the first period in which anything is observed
 * @param label as a reader of the data knows it, such as {@code 2016}, {@code 2016/17}, {@code 2016 Q2} or {@code 2016-04}
 */
public record Period(int index, String label) {}
