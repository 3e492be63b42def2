package org.worthwhile.appraisal;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A result that may not be meaningful.
 *
 * @param value absent when there is none
 * @param reason why there is none; empty when there is one
 */
public record Indicator(OptionalDouble value, String reason) {

    /** A value, or not meaningful where it is more than can be held, such as a cost for each of nearly no units. */
    public static Indicator of(double value) {
        return Double.isFinite(value)
                ? new Indicator(OptionalDouble.of(value), "")
                : notMeaningful(
                        Double.isNaN(value) ? "it cannot be computed" : "it is too large a number to mean anything");
    }

    /** No value, and why. */
    public static Indicator notMeaningful(String reason) {
        return new Indicator(OptionalDouble.empty(), reason);
    }

    /** {@code numerator / denominator}, or not meaningful for the reason given when the denominator is not above 0. */
    public static Indicator ratio(double numerator, double denominator, String reason) {
        return denominator > 0 ? of(numerator / denominator) : notMeaningful(reason);
    }

    /** The value; null where there is none. */
    public @Nullable Double orNull() {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
