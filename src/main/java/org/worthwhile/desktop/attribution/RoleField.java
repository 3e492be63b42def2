package org.worthwhile.desktop.attribution;

import java.util.Arrays;
import java.util.List;
import org.worthwhile.desktop.Words;

/** What a column can be to a study, as the study format names it. */
enum RoleField {
    OUTCOME("outcome", false),
    UNIT("unit", false),
    TIME("time", false),
    TREATMENT("treatment", false),
    TREATMENT_START("treatmentStart", false),
    COVARIATES("covariates", true),
    CLUSTER("cluster", true),
    RUNNING_VARIABLE("runningVariable", false),
    INSTRUMENTS("instruments", true),
    FIXED_EFFECTS("fixedEffects", true),
    CAUSES("causes", true),
    WEIGHT("weight", false),
    STRATA("strata", false);

    private final String field;
    private final boolean several;

    RoleField(String field, boolean several) {
        this.field = field;
        this.several = several;
    }

    String field() {
        return field;
    }

    /** Whether several columns may have the role. */
    boolean isForSeveral() {
        return several;
    }

    String title() {
        return Words.of("role." + field);
    }

    String help() {
        return Words.of("role." + field + ".help");
    }

    static List<RoleField> all() {
        return Arrays.asList(values());
    }
}
