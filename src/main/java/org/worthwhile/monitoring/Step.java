package org.worthwhile.monitoring;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is counted of a line in a year. */
public enum Step {
    /** Money spent on a cost line, or received on one that reduces cost. */
    SPEND,
    /** People taken in. */
    INTAKE,
    /** Of these, the eligible. */
    ELIGIBLE,
    /** Of these, the engaged. */
    ENGAGED,
    /** Of these, those who completed. */
    COMPLETED,
    /** The change in the outcome in the year, net of what would have happened anyway, as the impact counts it; of a schedule its money. */
    OUTCOME;

    /** As files write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The step that a word names; empty if none. */
    public static Optional<Step> named(String word) {
        return Arrays.stream(values()).filter(step -> step.word().equals(word)).findFirst();
    }

    /** Whether it counts people of one year's intake. */
    public boolean isOfPeople() {
        return this != SPEND && this != OUTCOME;
    }
}
