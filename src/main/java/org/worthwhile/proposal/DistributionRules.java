package org.worthwhile.proposal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.worthwhile.problem.Fault;
import org.worthwhile.problem.NumberText;

/** What the parameters of a distribution must fulfil for it to be one that can be drawn from. */
public final class DistributionRules {

    /** The largest amount of money that an input may have, and so the largest value that one may be uncertain about. */
    static final double LARGEST_VALUE = 1e15;

    /** What is a million times as large is another input. */
    private static final double LARGEST_FACTOR = 1e6;

    /** Beyond, the far draws of a log-normal distribution are all that counts. */
    private static final double WIDEST_VARIATION = 1000;

    /** Between these shapes the quantiles are worked out to eight digits of the standard deviation. */
    private static final double LEAST_BETA_SHAPE = 0.3;

    private static final double LARGEST_BETA_SHAPE = 1e5;
    private static final double LEAST_GAMMA_SHAPE = 0.05;
    private static final double LARGEST_GAMMA_SHAPE = 1e6;

    /** With fewer, the far draws of Student's t are all that counts. */
    private static final double LEAST_DEGREES_OF_FREEDOM = 1;

    private static final double PROBABILITY_ROUNDING = 1e-9;

    private final boolean relative;

    private DistributionRules(boolean relative) {
        this.relative = relative;
    }

    /** What is wrong with the parameters; the first fault, as later ones often follow from it. */
    public static Optional<Fault> fault(Distribution distribution) {
        return new DistributionRules(distribution.relative()).check(distribution);
    }

    private Optional<Fault> check(Distribution distribution) {
        return switch (distribution) {
            case Distribution.Uniform uniform ->
                first(
                        within("low", uniform.low()),
                        within("high", uniform.high()),
                        ordered(uniform.low(), uniform.high()));
            case Distribution.Triangular triangular -> rising(triangular.low(), triangular.mode(), triangular.high());
            case Distribution.Pert pert -> rising(pert.low(), pert.mode(), pert.high());
            case Distribution.Normal normal ->
                first(within("mean", normal.mean()), within("sd", normal.sd()), positive("sd", normal.sd()));
            case Distribution.StudentT student ->
                first(
                        within("location", student.location()),
                        within("scale", student.scale()),
                        positive("scale", student.scale()),
                        between(
                                "degreesOfFreedom",
                                student.degreesOfFreedom(),
                                LEAST_DEGREES_OF_FREEDOM,
                                Double.MAX_VALUE));
            case Distribution.LogNormal logNormal ->
                first(
                        within("mean", logNormal.mean()),
                        positive("mean", logNormal.mean()),
                        positive("sd", logNormal.sd()),
                        between("sd", logNormal.sd(), 0, WIDEST_VARIATION * logNormal.mean()));
            case Distribution.Beta beta ->
                first(
                        between("alpha", beta.alpha(), LEAST_BETA_SHAPE, LARGEST_BETA_SHAPE),
                        between("beta", beta.beta(), LEAST_BETA_SHAPE, LARGEST_BETA_SHAPE),
                        within("low", beta.low()),
                        within("high", beta.high()),
                        ordered(beta.low(), beta.high()));
            case Distribution.Gamma gamma ->
                first(
                        between("shape", gamma.shape(), LEAST_GAMMA_SHAPE, LARGEST_GAMMA_SHAPE),
                        positive("scale", gamma.scale()),
                        between("scale", gamma.scale(), 0, largest() / Math.max(1, gamma.shape())));
            case Distribution.Event event -> first(between("probability", event.probability(), 0, 1));
            case Distribution.Discrete(List<Double> values, List<Double> probabilities, boolean _) ->
                first(all("values", values), probabilities(values, probabilities));
            case Distribution.Empirical empirical -> all("draws", empirical.draws());
        };
    }

    private double largest() {
        return relative ? LARGEST_FACTOR : LARGEST_VALUE;
    }

    /** The first fault of those there are. */
    @SafeVarargs
    private static Optional<Fault> first(Optional<Fault>... faults) {
        return Stream.of(faults).flatMap(Optional::stream).findFirst();
    }

    private Optional<Fault> rising(double low, double mode, double high) {
        return first(within("low", low), within("mode", mode), within("high", high), ordered(low, mode, high));
    }

    private static Optional<Fault> ordered(double low, double high) {
        return low <= high
                ? Optional.empty()
                : Optional.of(new Fault(
                        "low " + NumberText.of(low) + " is above high " + NumberText.of(high), "mend the parameters"));
    }

    private static Optional<Fault> ordered(double low, double mode, double high) {
        return low <= mode && mode <= high
                ? Optional.empty()
                : Optional.of(new Fault(
                        "low " + NumberText.of(low) + ", mode (the likeliest) " + NumberText.of(mode) + " and high "
                                + NumberText.of(high) + " are not in rising order",
                        "mend the parameters"));
    }

    private Optional<Fault> all(String parameter, List<Double> numbers) {
        return numbers.stream()
                .map(number -> within(parameter, number))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Neither further from 0 than an input can be, nor without a value at all. */
    private Optional<Fault> within(String parameter, double number) {
        return between(parameter, number, -largest(), largest());
    }

    private static Optional<Fault> positive(String parameter, double number) {
        return number > 0
                ? Optional.empty()
                : Optional.of(new Fault(
                        parameter + " is " + NumberText.of(number), "give one above 0, or no uncertainty at all"));
    }

    private static Optional<Fault> between(String parameter, double number, double least, double most) {
        if (number >= least && number <= most) {
            return Optional.empty();
        }
        return Optional.of(new Fault(
                parameter + " is " + NumberText.of(number),
                number < least
                        ? "the least allowed here is " + NumberText.of(least)
                        : "the most allowed here is " + NumberText.of(most)));
    }

    private static Optional<Fault> probabilities(List<Double> values, List<Double> probabilities) {
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
