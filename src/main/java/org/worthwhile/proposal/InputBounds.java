package org.worthwhile.proposal;

/**
 * What an input can be at all, typed or drawn.
 *
 * @param low the least value; negative infinity where there is none
 * @param high the greatest
 */
public record InputBounds(double low, double high) {

    /** @param name within a line, as {@link InputPaths} has it */
    public static InputBounds of(String name) {
        return InputKind.of(name).unit().bounds();
    }

    public boolean holds(double value) {
        return low <= value && value <= high;
    }
}
