package org.worthwhile.attribution;

/** The designs by which an effect can be told apart from everything else. */
public enum Design {
    DIFFERENCE_IN_DIFFERENCES("Difference-in-differences"),
    PANEL_REGRESSION("Panel regression");

    private final String title;

    Design(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
