package org.worthwhile.attribution.coverage;

/** A design with an estimator as a study names them; every other option is the default. */
enum Method {
    SEGMENTED("Interrupted series, segmented", "interrupted-time-series", ""),
    POISSON("Interrupted series, Poisson", "interrupted-time-series", "\"family\": \"poisson\""),
    NEGATIVE_BINOMIAL(
            "Interrupted series, negative binomial", "interrupted-time-series", "\"family\": \"negative-binomial\""),
    STRUCTURAL("Bayesian structural series", "interrupted-time-series", "\"estimator\": \"bayesian-structural\""),
    GROUP_TIME("Difference-in-differences, group-time", "difference-in-differences", ""),
    TWO_WAY(
            "Difference-in-differences, two-way",
            "difference-in-differences",
            "\"estimator\": \"twoway-fixed-effects\""),
    IMPUTATION("Difference-in-differences, imputation", "difference-in-differences", "\"estimator\": \"imputation\""),
    PANEL("Panel regression", "panel-regression", ""),
    RANDOM_EFFECTS("Panel regression, random effects", "panel-regression", "\"estimator\": \"random-effects\""),
    FIRST_DIFFERENCES(
            "Panel regression, first differences", "panel-regression", "\"estimator\": \"first-differences\""),
    TRIAL("Randomised trial", "randomised-trial", ""),
    SYNTHETIC_DID("Synthetic difference-in-differences", "synthetic-control", ""),
    SYNTHETIC_CONTROL("Synthetic control", "synthetic-control", "\"estimator\": \"synthetic-control\""),
    DISCONTINUITY("Regression discontinuity", "regression-discontinuity", ""),
    FUZZY("Regression discontinuity, fuzzy", "regression-discontinuity", "\"fuzzy\": \"taken\""),
    INSTRUMENT("Instrumental variable", "instrumental-variable", ""),
    AIPW("Observational, doubly robust", "observational", ""),
    IPW("Observational, inverse probability weights", "observational", "\"estimator\": \"ipw\""),
    OVERLAP("Observational, overlap weights", "observational", "\"estimator\": \"ipw\", \"estimand\": \"overlap\""),
    REGRESSION("Observational, regression", "observational", "\"estimator\": \"regression\""),
    MATCHING("Observational, matching", "observational", "\"estimator\": \"matching\""),
    ENTROPY("Observational, entropy balancing", "observational", "\"estimator\": \"entropy-balancing\""),
    CAUSES("Many causes", "many-causes", "");

    private final String title;
    private final String design;
    private final String options;

    Method(String title, String design, String options) {
        this.title = title;
        this.design = design;
        this.options = options;
    }

    String title() {
        return title;
    }

    /** On how many data sets of each setting every change is tried, by how long they take. */
    int everydaySets() {
        return switch (this) {
            case STRUCTURAL -> 12;
            case SYNTHETIC_DID, SYNTHETIC_CONTROL, CAUSES -> 20;
            default -> 30;
        };
    }

    /** A study, but for its format, id and data. */
    String study(String columns) {
        return "\"design\": \"" + design + "\", \"options\": {" + options + "}, \"columns\": {" + columns + "}";
    }
}
