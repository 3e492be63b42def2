package org.worthwhile.framework;

import java.util.OptionalDouble;
import org.worthwhile.proposal.Category;
import org.worthwhile.proposal.FinancialYear;

/**
 * What one unit of an outcome is worth.
 *
 * @param id of the pack and the value, such as {@code uk-services/inpatient-episode}
 * @param value money at the prices of {@code priceYear}
 * @param realGrowth a year from the base year, as a fraction
 * @param category to whom the value comes
 * @param verified read in the source; otherwise recalled, and to be checked before use
 */
public record UnitValue(
        String id,
        String title,
        String unit,
        double value,
        OptionalDouble low,
        OptionalDouble high,
        FinancialYear priceYear,
        double realGrowth,
        Category category,
        boolean verified,
        String note,
        Source source) {}
