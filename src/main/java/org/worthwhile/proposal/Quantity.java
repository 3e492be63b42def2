package org.worthwhile.proposal;

/**
 * How much of the outcome changes in a year of full effect, before additionality: the product of its parts.
 *
 * @param intake whom it is about
 * @param eligible share of those taken in
 * @param engagement share of the eligible
 * @param completion share of the engaged
 */
public record Quantity(Intake intake, Figure eligible, Figure engagement, Figure completion, Effect effect) {}
