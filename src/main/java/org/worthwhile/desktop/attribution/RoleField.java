package org.worthwhile.desktop.attribution;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
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

    /** A text that names columns as the study format does, with the names of the screen. */
    static String inWords(String text) {
        String words = text;
        for (RoleField role : values()) {
            words = words.replaceAll(
                    "\\bcolumn " + role.field + "\\b",
                    Matcher.quoteReplacement(Words.of("role.columnFor", role.title())));
        }
        return words;
    }

    /** The title of a role by its name in the study format, or that name where the screen has none. */
    static String titleOf(String field) {
        return all().stream()
                .filter(role -> role.field.equals(field))
                .map(RoleField::title)
                .findFirst()
                .orElse(field);
    }

    static List<RoleField> all() {
        return Arrays.asList(values());
    }
}
