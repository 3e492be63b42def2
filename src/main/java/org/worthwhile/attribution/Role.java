package org.worthwhile.attribution;

/** What a column can be to a study. */
public enum Role {
    OUTCOME("outcome"),
    UNIT("unit"),
    TIME("time"),
    TREATMENT("treatment"),
    TREATMENT_START("treatmentStart"),
    COVARIATES("covariates"),
    CLUSTER("cluster"),
    WEIGHT("weight"),
    RUNNING_VARIABLE("runningVariable"),
    INSTRUMENTS("instruments"),
    FIXED_EFFECTS("fixedEffects"),
    STRATA("strata"),
    CAUSES("causes");

    private final String id;

    Role(String id) {
        this.id = id;
    }

    /** As studies write it. */
    public String id() {
        return id;
    }

    /** The JSON pointer of the role in a study. */
    public String pointer() {
        return "/columns/" + id;
    }
}
