package org.worthwhile.report.workbook;

import java.util.List;
import org.worthwhile.proposal.InputKind;

/** The columns of the inputs of impacts, and what can stand in them. */
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

    /** What stands for a duration where effects do not end. */
    static final String TO_THE_END = "to the end";

    private ImpactColumns() {}

    static void rules(GuardedInputs inputs) {
        inputs.rule(HEALTH, InputRule.yesOrNo());
        inputs.rule(PRICES, new InputRule.OneOf(List.of("real", "nominal")));
        List.of(START, PRICE_YEAR, INTAKE_TO).forEach(column -> inputs.rule(column, new InputRule.Year()));
        inputs.rule(POPULATION, InputRule.of(InputKind.POPULATION));
        inputs.rule(USERS, InputRule.of(InputKind.USERS));
        inputs.rule(USERS + 1, InputRule.of(InputKind.USERS));
        for (int column = POPULATION + 1; column < EFFECT; column++) {
            inputs.rule(column, InputRule.share());
        }
        for (int column = DEADWEIGHT; column < DEADWEIGHT + 5; column++) {
            inputs.rule(column, InputRule.share());
        }
        inputs.rule(DEADWEIGHT + 5, InputRule.of(InputKind.MULTIPLIER));
        inputs.rule(LAG, InputRule.of(InputKind.LAG));
        inputs.rule(DROP_OFF, InputRule.of(InputKind.DROP_OFF));
        inputs.rule(DURATION, InputRule.of(InputKind.DURATION, TO_THE_END));
        inputs.rule(GROWTH, InputRule.of(InputKind.REAL_GROWTH));
        inputs.rule(INTAKE_GROWTH, InputRule.of(InputKind.INTAKE_GROWTH));
        inputs.rule(CORRECTION, InputRule.of(InputKind.UPLIFT));
        inputs.rule(EFFECT, InputRule.of(InputKind.EFFECT));
        inputs.rule(UNIT_VALUE, InputRule.of(InputKind.VALUE));
        inputs.rule(COST_PER_TRIP, InputRule.of(InputKind.COST_PER_TRIP));
        inputs.rule(COST_PER_TRIP + 1, InputRule.of(InputKind.COST_PER_TRIP));
    }
}
