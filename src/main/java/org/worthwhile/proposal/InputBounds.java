package org.worthwhile.proposal;

import org.worthwhile.problem.NumberText;

/**
 * What an input can be at all, typed or drawn.
 *
 * @param low the least value; negative infinity where there is none
 * @param high the greatest
 */
public record InputBounds(double low, double high) {

    /** Any value. */
    public static final InputBounds NONE = new InputBounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public static final InputBounds NOT_NEGATIVE = new InputBounds(0, Double.POSITIVE_INFINITY);

    /**
     * What an input of a line can be.
     *
     * @param name within the line, as {@link InputPaths} has it
     */
    public static InputBounds of(String name) {
        return InputKind.of(name).bounds();
    }

    /** Whether a value is within, ends included. */
    public boolean holds(double value) {
        return low <= value && value <= high;
    }

    /** What can be that these are the bounds of when multiplied by {@code times}; anything where that is 0. */
    public InputBounds per(double times) {
        if (times == 0) {
            return NONE;
        }
        return new InputBounds(Math.min(low / times, high / times) + 0.0, Math.max(low / times, high / times) + 0.0);
    }

    /** What lies within these bounds and others. */
    public InputBounds and(InputBounds other) {
        return new InputBounds(Math.max(low, other.low), Math.min(high, other.high));
    }

    /** On which side a value lies that these do not hold, such as: above 1. */
    String beyond(double value) {
        return value < low ? "below " + NumberText.grouped(low) : "above " + NumberText.grouped(high);
    }
}
