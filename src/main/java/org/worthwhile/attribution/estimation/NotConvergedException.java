package org.worthwhile.attribution.estimation;

/** An estimator's iteration did not reach its solution, so that there is nothing to report. */
public final class NotConvergedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param steps after which it was given up */
    public NotConvergedException(int steps) {
        super("the fixed effects could not be solved for within " + steps + " steps of the iteration");
    }
}
