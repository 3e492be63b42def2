package org.worthwhile.attribution.options;

/**
 * A time, or another end of a comparison, as a study writes it; the study's calendar says what it means.
 *
 * @param text a number, a label such as {@code 2016/17} or a date such as {@code 2016-04-01} or {@code 2016-04}
 */
public record TimePoint(String text) {}
