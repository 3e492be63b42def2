package org.worthwhile.proposal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.worthwhile.problem.Fault;
import org.worthwhile.problem.NumberText;

/**
 * What the parameters of a distribution must fulfil for it to be one that can be drawn from.
 *
 * @param relative whether they are factors on a value
 */
record DistributionRules(boolean relative) {

    /** The largest amount of money that an input may have, and so the largest value that one may be uncertain about. */
    static final double LARGEST_VALUE = 1e15;

    /** What is a million times as large is another input. */
    private static final double LARGEST_FACTOR = 1e6;

    private static final double PROBABILITY_ROUNDING = 1e-9;

    double largest() {
        return relative ? LARGEST_FACTOR : LARGEST_VALUE;
    }

    /** The first fault of those there are. */
    @SafeVarargs
    static Optional<Fault> first(Optional<Fault>... faults) {
        return Stream.of(faults).flatMap(Optional::stream).findFirst();
    }

    Optional<Fault> rising(double low, double mode, double high) {
        return first(within("low", low), within("mode", mode), within("high", high), ordered(low, mode, high));
    }

    static Optional<Fault> ordered(double low, double high) {
        return low <= high
                ? Optional.empty()
                : Optional.of(new Fault(
                        "low " + NumberText.of(low) + " is above high " + NumberText.of(high), "mend the parameters"));
    }

    private static Optional<Fault> ordered(double low, double mode, double high) {
        return low <= mode && mode <= high
                ? Optional.empty()
                : Optional.of(new Fault(
                        "low " + NumberText.of(low) + ", mode (the most likely) " + NumberText.of(mode) + " and high "
                                + NumberText.of(high) + " are not in rising order",
                        "mend the parameters"));
    }

    Optional<Fault> all(String parameter, List<Double> numbers) {
        return numbers.stream()
                .map(number -> within(parameter, number))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Neither further from 0 than an input can be, nor without a value at all. */
    Optional<Fault> within(String parameter, double number) {
        return between(parameter, number, -largest(), largest());
    }

    static Optional<Fault> positive(String parameter, double number) {
        return number > 0
                ? Optional.empty()
                : Optional.of(new Fault(
                        parameter + " is " + NumberText.of(number), "give one above 0, or no uncertainty at all"));
    }

    static Optional<Fault> between(String parameter, double number, double least, double most) {
        if (number >= least && number <= most) {
            return Optional.empty();
        }
        return Optional.of(new Fault(
                parameter + " is " + NumberText.of(number),
                number < least
                        ? "the least allowed here is " + NumberText.of(least)
                        : "the most allowed here is " + NumberText.of(most)));
    }

    static Optional<Fault> probabilities(List<Double> values, List<Double> probabilities) {
        if (values.size() != probabilities.size()) {
            return Optional.of(new Fault(
                    "there are " + values.size() + " values but " + probabilities.size() + " probabilities",
                    "give each value its own"));
        }
        double total = probabilities.stream().mapToDouble(Double::doubleValue).sum();
        return Math.abs(total - 1) <= PROBABILITY_ROUNDING
                ? Optional.empty()
                : Optional.of(new Fault(
                        "the probabilities sum to " + NumberText.of(total) + " and not to 1",
                        "mend the probabilities"));
    }
}
