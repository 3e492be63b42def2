package org.worthwhile.attribution;

import java.util.OptionalDouble;

/**
 * A check of what an estimate rests on.
 *
 * @param id of the kind of check, the same in every export
 * @param message what it means, in words a councillor understands
 */
public record Diagnostic(
        String id, String title, Outcome outcome, OptionalDouble statistic, OptionalDouble pValue, String message) {

    /** How the check came out. */
    public enum Outcome {
        PASS,
        WARN,
        FAIL,
        INFO
    }

    public static Diagnostic of(String id, String title, Outcome outcome, String message) {
        return new Diagnostic(id, title, outcome, OptionalDouble.empty(), OptionalDouble.empty(), message);
    }
}
