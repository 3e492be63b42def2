package org.worthwhile.proposal;

/**
 * What an input can be at all, typed or drawn.
 *
 * @param low the least value; negative infinity where there is none
 * @param high the greatest
 */
public record InputBounds(double low, double high) {

    private static final InputBounds SHARE = new InputBounds(0, 1);
    private static final InputBounds NONE = new InputBounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** @param name within a line, as {@link InputPaths} has it */
    public static InputBounds of(String name) {
        return switch (name.split("/", 2)[0]) {
            case "eligible",
                    "engagement",
                    "completion",
                    "deadweight",
                    "displacement",
                    "leakage",
                    "substitution",
                    "attribution",
                    "dropOff",
                    "rampUp",
                    "mitigation",
                    "savings",
                    "beneficiaries" -> SHARE;
            case "population" -> new InputBounds(0, 1e12);
            case "lag", "duration" -> new InputBounds(0, 300);
            case "multiplier" -> new InputBounds(0, 1000);
            case "uplift" -> new InputBounds(-1, 10);
            case "realGrowth" -> new InputBounds(-0.9, 1);
            default -> NONE;
        };
    }

    public boolean isShare() {
        return equals(SHARE);
    }

    public boolean holds(double value) {
        return low <= value && value <= high;
    }
}
