package org.worthwhile.attribution.estimation;

/** An estimator's iteration did not reach its solution, so that there is nothing to report. */
public final class NotConvergedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int steps;

    /**
     * That an iteration did not converge.
     *
     * @param steps after which it was given up
     */
    public NotConvergedException(int steps) {
        super("not converged within " + steps + " steps");
        this.steps = steps;
    }

    /** After how many steps it was given up. */
    public int steps() {
        return steps;
    }
}
