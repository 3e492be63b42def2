package org.worthwhile.proposal;

/**
 * The prices that amounts are in.
 *
 * @param real at the prices of {@code priceYear}; otherwise each amount is at the prices of its own year
 * @param priceYear the year of those prices; of no consequence when not real
 */
public record Basis(boolean real, FinancialYear priceYear) {}
