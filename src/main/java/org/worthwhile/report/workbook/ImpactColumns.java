package org.worthwhile.report.workbook;

import java.util.List;

/** The columns of the inputs of impacts. */
final class ImpactColumns {

    static final List<String> HEADINGS = List.of(
            "Option",
            "Line",
            "Title",
            "Category",
            "Health rate",
            "Unit",
            "Population",
            "Eligible",
            "Engaged",
            "Completing",
            "Effect",
            "Full effect a year",
            "Start",
            "Lag, years",
            "Drop-off a year",
            "Duration, years",
            "Deadweight",
            "Displacement",
            "Leakage",
            "Substitution",
            "Attribution",
            "Multiplier",
            "Additional share",
            "Unit value",
            "Prices",
            "Price year",
            "Real growth a year",
            "Correction for confidence",
            "Effect from",
            "Unit value from",
            "First year of effect",
            "Years of effect",
            "Factor to the price year",
            "Intake to",
            "Intake growth a year",
            "Users before",
            "Users after",
            "Cost a trip before",
            "Cost a trip after",
            "Source");
    static final int CATEGORY = 3;
    static final int HEALTH = 4;
    static final int UNIT = 5;
    static final int POPULATION = 6;
    static final int EFFECT = 10;
    static final int FULL_EFFECT = 11;
    static final int START = 12;
    static final int LAG = 13;
    static final int DROP_OFF = 14;
    static final int DURATION = 15;
    static final int DEADWEIGHT = 16;
    static final int ADDITIONAL = 22;
    static final int UNIT_VALUE = 23;
    static final int PRICES = 24;
    static final int PRICE_YEAR = 25;
    static final int GROWTH = 26;
    static final int CORRECTION = 27;
    static final int EFFECT_FROM = 28;
    static final int FIRST = 30;
    static final int YEARS = 31;
    static final int DEFLATOR = 32;
    static final int INTAKE_TO = 33;
    static final int INTAKE_GROWTH = 34;
    static final int USERS = 35;
    static final int COST_PER_TRIP = 37;

    private ImpactColumns() {}
}
