package org.worthwhile.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.proposal.Distribution;
import org.worthwhile.proposal.InputBounds;

/** What an input cannot be is not drawn. */
class TruncationTest {

    private static UncertainInput input(String name, double base, Distribution distribution) {
        return new UncertainInput("do/a/" + name, base, distribution, "", false);
    }

    /** The mean of a normal distribution between bounds: mean + sd (f(a) - f(b)) / (F(b) - F(a)). */
    @Test
    void aTruncatedNormalHasTheMeanOfTheTruncatedNormal() {
        double mean = 0.4;
        double sd = 0.3;
        NormalDistribution normal = new NormalDistribution();
        double low = (0 - mean) / sd;
        double high = (1 - mean) / sd;
        double within = normal.cumulativeProbability(high) - normal.cumulativeProbability(low);
        double expected = mean + sd * (normal.density(low) - normal.density(high)) / within;

        UncertainInput engagement = input("engagement", 0.4, new Distribution.Normal(mean, sd, false));
        Quantile quantile = Quantile.of(engagement);
        int n = 200_000;
        double[] draws = IntStream.range(0, n)
                .mapToDouble(i -> quantile.at((i + 0.5) / n))
                .toArray();

        assertThat(Arrays.stream(draws).average().orElseThrow()).isCloseTo(expected, within(1e-6));
        assertThat(Arrays.stream(draws).min().orElseThrow()).isNotNegative();
        assertThat(Arrays.stream(draws).max().orElseThrow()).isLessThanOrEqualTo(1);
        assertThat(Truncation.of(engagement).orElseThrow().share()).isCloseTo(1 - within, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "population",
                "engagement",
                "dropOff",
                "lag",
                "duration",
                "mitigation",
                "multiplier",
                "uplift",
                "realGrowth",
                "rampUp/1",
                "deadweight"
            })
    void nothingOutsideTheBoundsIsDrawnOfAnyDistribution(String name) {
        InputBounds bounds = InputBounds.of(name);
        for (Distribution distribution : List.of(
                new Distribution.Normal(0.5, 0.6, false),
                new Distribution.StudentT(0.5, 0.5, 4, false),
                new Distribution.Uniform(-1.5, 1.6, false),
                new Distribution.LogNormal(0.8, 0.5, false),
                new Distribution.Discrete(List.of(1.5, 0.5, -2.0), List.of(0.1, 0.8, 0.1), false),
                new Distribution.Empirical(List.of(-2.0, 0.2, 0.9, 1.2), false),
                new Distribution.Normal(1, 1, true))) {
            Quantile quantile = Quantile.of(input(name, 0.5, distribution));
            double before = Double.NEGATIVE_INFINITY;
            for (double p :
                    new double[] {Double.MIN_NORMAL, 1e-9, 0.01, 0.3, 0.5, 0.7, 0.99, 1 - 1e-9, Math.nextDown(1.0)}) {
                double draw = quantile.at(p);
                assertThat(bounds.holds(draw))
                        .as("%s of %s at %s", draw, distribution, p)
                        .isTrue();
                assertThat(draw).isGreaterThanOrEqualTo(before);
                before = draw;
            }
        }
    }

    @Test
    void whatLiesWithinItsBoundsIsDrawnAsItIs() {
        UncertainInput engagement = input("engagement", 0.4, new Distribution.Triangular(0.1, 0.4, 0.8, false));
        assertThat(Quantile.of(engagement)).isInstanceOf(Quantile.Triangle.class);
        assertThat(Truncation.of(engagement)).isEmpty();
    }

    private static AppraisalCase withTakeUp(double mean, double sd) {
        return SmallCases.basis("""
                {"id": "a", "title": "T", "category": "social", "value": {"amount": 1}, "quantity": {"population": 100,
                 "effect": 1, "engagement": {"value": 0.4, "uncertainty": {"distribution": "normal", "mean": %s, "sd": %s}}}}""".formatted(mean, sd), "", "");
    }

    @Test
    void aNoticeableShareIsToldAndALargeOneRefused() {
        assertThat(result(withTakeUp(0.4, 0.1)).truncated()).isEmpty();
        assertThat(result(withTakeUp(0.4, 0.25)).truncated())
                .singleElement()
                .satisfies(
                        truncation -> assertThat(truncation.sentence())
                                .isEqualTo(
                                        "6.3% of the distribution of 'do/a/engagement' lies outside 0 to 1 and is never drawn"));
        assertThatThrownBy(() -> result(withTakeUp(0.4, 0.4)))
                .hasMessageContaining("22.5% of its distribution lies outside 0 to 1, which it cannot be");
        assertThat(SimulationRules.problems(withTakeUp(0.4, 0.4)))
                .singleElement()
                .asString()
                .startsWith("case do/a/engagement: 22.5% of its distribution");
        assertThat(SimulationRules.problems(withTakeUp(0.4, 0.25))).isEmpty();
    }

    /** A bound that is only there to keep numbers within reason is not told where nothing reaches it. */
    @Test
    void onlyTheBoundThatADistributionReachesIsTold() {
        AppraisalCase people = SmallCases.basis("""
                {"id": "a", "title": "T", "category": "social", "value": {"amount": 1}, "quantity": {"effect": 1,
                 "population": {"value": 10, "uncertainty": {"distribution": "uniform", "low": -2, "high": 18}}}}""", "", "");
        assertThat(result(people).truncated())
                .singleElement()
                .satisfies(truncation -> assertThat(truncation.sentence())
                        .isEqualTo("10% of the distribution of 'do/a/population' lies below 0 and is never drawn"));
    }

    private static UncertaintyResult result(AppraisalCase basis) {
        return Uncertainty.analyse(basis, 1_000, 1, Sampling.PLAIN, 1, _ -> true);
    }
}
