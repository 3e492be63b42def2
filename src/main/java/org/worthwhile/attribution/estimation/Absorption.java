package org.worthwhile.attribution.estimation;

/** What came of taking fixed effects out of a variable; an iteration that did not end is no result. */
public sealed interface Absorption {

    /**
     * The least-squares solution.
     *
     * @param effects by fixed effect and group; 0 for a group without weight
     * @param residuals the variable without them, by row
     */
    record Converged(double[][] effects, double[] residuals) implements Absorption {}

    /**
     * No solution was reached.
     *
     * @param steps after which the iteration was given up
     * @param error the share of the variable's length by which the last one may miss it
     */
    record NotConverged(int steps, double error) implements Absorption {}

    /**
     * The solution.
     *
     * @throws NotConvergedException if there is none
     */
    default Converged orThrow() {
        return switch (this) {
            case Converged converged -> converged;
            case NotConverged not -> throw new NotConvergedException(not.steps);
        };
    }
}
