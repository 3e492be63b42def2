package org.worthwhile.proposal;

/**
 * An impact that could not be valued in money.
 *
 * @param score -3 (large adverse) to 3 (large beneficial)
 */
public record UnmonetisedImpact(String title, String who, int score, String evidence) {}
