package org.worthwhile.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.worthwhile.problem.Fault;
import org.worthwhile.proposal.Distribution.Beta;
import org.worthwhile.proposal.Distribution.Discrete;
import org.worthwhile.proposal.Distribution.Empirical;
import org.worthwhile.proposal.Distribution.Event;
import org.worthwhile.proposal.Distribution.Gamma;
import org.worthwhile.proposal.Distribution.LogNormal;
import org.worthwhile.proposal.Distribution.Normal;
import org.worthwhile.proposal.Distribution.Pert;
import org.worthwhile.proposal.Distribution.StudentT;
import org.worthwhile.proposal.Distribution.Triangular;
import org.worthwhile.proposal.Distribution.Uniform;

class DistributionRulesTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private static final List<Distribution> RIGHT = List.of(
            new Uniform(-1, 1, false),
            new Triangular(0, 0, 1, true),
            new Pert(2, 2, 2, false),
            new Normal(0, 1e-9, false),
            new StudentT(0, 1, 1, false),
            new LogNormal(1, 999, true),
            new Beta(0.3, 1e5, 0, 1, false),
            new Gamma(0.05, 1e10, false),
            new Event(0),
            new Discrete(List.of(1.0, 2.0), List.of(0.25, 0.75), false),
            new Empirical(List.of(-1e15, 1e15), false));

    /** What is wrong, and the bound that the sentence gives. */
    private static final Map<Distribution, String> WRONG = Map.ofEntries(
            Map.entry(new Uniform(2, 1, false), "low 2 is above high 1"),
            Map.entry(new Uniform(-1e16, 1, false), "low is -1E+16; the least allowed here is -1000000000000000"),
            Map.entry(
                    new Triangular(0, 2, 1, true),
                    "low 0, mode (the most likely) 2 and high 1 are not in rising order"),
            Map.entry(new Triangular(0, 1, 1e7, true), "high is 10000000; the most allowed here is 1000000"),
            Map.entry(new Pert(0, Double.NaN, 1, false), "mode is not a number"),
            Map.entry(new Normal(1, 0, false), "sd is 0; give one above 0, or no uncertainty at all"),
            Map.entry(new Normal(1, -1, false), "sd is -1"),
            Map.entry(new Normal(1, INFINITE, false), "sd is infinity"),
            Map.entry(new StudentT(0, 0, 5, false), "scale is 0"),
            Map.entry(new StudentT(0, 1, 0.1, false), "degreesOfFreedom is 0.1; the least allowed here is 1"),
            Map.entry(new LogNormal(0, 1, false), "mean is 0"),
            Map.entry(new LogNormal(1, 1e4, false), "sd is 10000; the most allowed here is 1000"),
            Map.entry(new Beta(0.01, 1, 0, 1, false), "alpha is 0.01; the least allowed here is 0.3"),
            Map.entry(new Beta(1, 1e9, 0, 1, false), "beta is 1000000000; the most allowed here is 100000"),
            Map.entry(new Gamma(2147483647, 1e18, false), "shape is 2147480000; the most allowed here is 1000000"),
            Map.entry(new Gamma(1000, 1e14, false), "scale is 100000000000000; the most allowed here is 1000000000000"),
            Map.entry(new Event(1.5), "probability is 1.5; the most allowed here is 1"),
            Map.entry(new Discrete(List.of(1.0), List.of(0.5), false), "the probabilities sum to 0.5 and not to 1"),
            Map.entry(new Discrete(List.of(1.0), List.of(0.5, 0.5), false), "there are 1 values but 2 probabilities"),
            Map.entry(new Empirical(List.of(1.0, 1e300), false), "draws is 1E+300"));

    @Test
    void everyDistributionHasItsBoundsAndSaysThem() {
        assertThat(RIGHT)
                .allSatisfy(
                        right -> assertThat(right.fault()).as(right.toString()).isEmpty());
        WRONG.forEach((wrong, expected) -> assertThat(wrong.fault().map(this::sentence))
                .as(wrong.toString())
                .hasValueSatisfying(sentence -> assertThat(sentence).contains(expected)));
        assertThat(kinds(RIGHT.stream())).isEqualTo(permitted());
        assertThat(kinds(WRONG.keySet().stream())).isEqualTo(permitted());
    }

    @Test
    void whatIsAllowedHasARangeOfFiniteNumbers() {
        assertThat(RIGHT).allSatisfy(right -> {
            DistributionRange range = right.range();
            assertThat(range.low()).as(right.toString()).isFinite().isLessThanOrEqualTo(range.high());
            assertThat(range.high()).isFinite();
        });
    }

    private String sentence(Fault fault) {
        return fault.what() + "; " + fault.remedy();
    }

    private static java.util.Set<Class<?>> kinds(Stream<Distribution> distributions) {
        return distributions.map(Object::getClass).collect(Collectors.toSet());
    }

    private static java.util.Set<Class<?>> permitted() {
        return Stream.of(Distribution.class.getPermittedSubclasses())
                .map(Function.identity())
                .collect(Collectors.toSet());
    }
}
