package org.worthwhile.portfolio;

/** Told how far a choice is. */
@FunctionalInterface
public interface ChoiceProgress {

    /** Tells nobody. */
    ChoiceProgress NONE = (_, _, _) -> {};

    /** What is being done. */
    enum Stage {
        /** The best choice is sought. */
        BEST,
        /** The best choice at each of several budgets. */
        FRONTIER,
        /** The best choice without each constraint. */
        CONSTRAINTS
    }

    /**
     * A step begins.
     *
     * @param done steps of the stage
     * @param of how many
     */
    void at(Stage stage, int done, int of);
}
