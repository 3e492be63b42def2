package org.worthwhile.proposal;

/** What one unit of an outcome is worth. */
public sealed interface UnitWorth {

    /** A value of the library, by its id such as {@code uk-services/inpatient-episode}. */
    record FromLibrary(String unitValue) implements UnitWorth {}

    /** Money at the prices of {@code priceYear}, growing in real terms by {@code realGrowth} a year from the base year. */
    record Typed(Figure amount, FinancialYear priceYear, Figure realGrowth) implements UnitWorth {}
}
