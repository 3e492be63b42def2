package org.worthwhile.attribution;

/** The designs by which an effect can be told apart from everything else. */
public enum Design {
    RANDOMISED_TRIAL("Randomised trial"),
    DIFFERENCE_IN_DIFFERENCES("Difference-in-differences"),
    SYNTHETIC_CONTROL("Synthetic control"),
    INTERRUPTED_TIME_SERIES("Interrupted time series"),
    REGRESSION_DISCONTINUITY("Regression discontinuity"),
    INSTRUMENTAL_VARIABLE("Instrumental variable"),
    OBSERVATIONAL("Observational comparison"),
    PANEL_REGRESSION("Panel regression"),
    MANY_CAUSES("Many causes");

    private final String title;

    Design(String title) {
        this.title = title;
    }

    /** What the design is called on screens and in sentences. */
    public String title() {
        return title;
    }
}
