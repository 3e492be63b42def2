package org.worthwhile.proposal;

/** The change in the outcome for each person or unit that is reached. */
public sealed interface Effect {

    /** Typed by the analyst. */
    record Stated(Figure figure) implements Effect {}

    /** Typed by the analyst with the standard error of its source. */
    record Estimated(double value, double standardError) implements Effect {}

    /**
     * Taken from an evidence record.
     *
     * @param scale multiplies the estimate, for instance -1 where the study measured admissions and the impact counts
     *     admissions avoided
     */
    record FromEvidence(String evidence, double scale) implements Effect {}

    /** What a user saves on each trip or use: its cost before, in money or time, less its cost after. */
    record CostSaved(Figure before, Figure after) implements Effect {

        /** Above 0 where the cost falls. */
        public double value() {
            return before.value() - after.value();
        }
    }
}
