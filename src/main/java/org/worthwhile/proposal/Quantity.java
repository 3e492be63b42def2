package org.worthwhile.proposal;

/**
 * How much of the outcome changes in a year of full effect, before additionality: the product of its parts.
 *
 * @param eligible share of the population
 * @param engagement share of the eligible
 * @param completion share of the engaged
 */
public record Quantity(Figure population, Figure eligible, Figure engagement, Figure completion, Effect effect) {}
