package org.worthwhile.appraisal;

import org.worthwhile.proposal.Impact;

/**
 * The real flows of an impact. For one given as a schedule, the quantity is its money and the unit value 1.
 *
 * @param fullEffect units of the outcome in a year of full effect, before additionality; of one person where people are
 *     taken in over the years
 * @param additionality the product of all its factors
 * @param quantity units of the outcome by year, after additionality
 * @param unitValues money for each unit by year
 * @param flows the value by year, after any correction for confidence
 */
public record ImpactResult(
        Impact line, double fullEffect, double additionality, Flows quantity, Flows unitValues, Flows flows) {}
