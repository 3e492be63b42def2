package org.worthwhile.attribution;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * A check of what an estimate rests on.
 *
 * @param id of the kind of check, the same in every export
 * @param statistic what it rests on; its name is by {@link CheckStatistic}
 * @param degreesOfFreedom of the statistic's distribution: none, one, or those of numerator and denominator
 * @param message what it means, in words a councillor understands
 */
public record Diagnostic(
        String id,
        String title,
        Outcome outcome,
        OptionalDouble statistic,
        OptionalDouble pValue,
        String message,
        List<Double> degreesOfFreedom) {
    public Diagnostic {
        degreesOfFreedom = List.copyOf(degreesOfFreedom);
    }

    /** A check whose statistic has no degrees of freedom. */
    public Diagnostic(
            String id, String title, Outcome outcome, OptionalDouble statistic, OptionalDouble pValue, String message) {
        this(id, title, outcome, statistic, pValue, message, List.of());
    }

    /** The same with the degrees of freedom of its statistic. */
    public Diagnostic withDegreesOfFreedom(double... degrees) {
        return new Diagnostic(
                id,
                title,
                outcome,
                statistic,
                pValue,
                message,
                DoubleStream.of(degrees).boxed().toList());
    }

    /** How the check came out. */
    public enum Outcome {
        PASS,
        WARN,
        FAIL,
        INFO
    }

    /** A check without a statistic and a p-value. */
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
                                + ". Their separate effects are not identified."));
    }
}
