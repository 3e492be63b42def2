package org.worthwhile.proposal;

/** What one unit of an outcome is worth. */
public sealed interface UnitWorth {

    /**
     * A value of the library, by its id such as {@code uk-services/inpatient-episode}.
     *
     * @param factor on the value, 1 unless a scenario or a sensitivity changes it
     */
    record FromLibrary(String unitValue, double factor) implements UnitWorth {}

    /** Money at the prices of {@code priceYear}, growing in real terms by {@code realGrowth} a year from the base year. */
    record Typed(Figure amount, FinancialYear priceYear, Figure realGrowth) implements UnitWorth {}
}
