package org.worthwhile.attribution;

import java.util.List;
import java.util.Optional;
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

    /** That terms were left out because others explain them; none when there are none. */
    public static Optional<Diagnostic> collinear(List<String> terms) {
        return terms.isEmpty()
                ? Optional.empty()
                : Optional.of(of(
                        "collinear-terms",
                        "Terms that others explain",
                        Outcome.WARN,
                        "Left out because the other columns explain them: " + String.join(", ", terms)
                                + ". Their effects cannot be told apart."));
    }
}
