package org.worthwhile.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.uncertainty.InformationQuestion.Group;
import org.worthwhile.uncertainty.InformationQuestion.Population;
import org.worthwhile.uncertainty.UncertaintyResult.Estimate;

/** Values of knowing several inputs together that have a closed form; inputs are standard normal, with noise of the other ones. */
class GroupInformationTest {

    private static final int TRIALS = 32_000;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Two options that differ by N(20, 60^2 + 80^2) as far as the group goes: the unit normal loss. */
    @Test
    void ofTwoOptionsTheValueIsTheUnitNormalLossOfTheGroupsDeviation() {
        double exact = 100 * NORMAL.density(0.2) - 20 * NORMAL.cumulativeProbability(-0.2);

        is(value(1, 2, 150, _ -> 0, x -> 20 + 60 * x[0] + 80 * x[1]), exact);
    }

    /** The product of two standard normals, or nothing: E|xy| / 2 = 1 / pi; neither by itself tells anything. */
    @Test
    void aProductIsWorthWhatBothTellTogether() {
        is(value(2, 2, 1, _ -> 0, x -> 3 * x[0] * x[1]), 3 / Math.PI);
    }

    /** The largest of three independent standard normals has the mean 1.5 / sqrt(pi); of five 1.16296 (David and Nagaraja 2003). */
    @Test
    void ofThreeAndFiveOptionsTheValueIsTheMeanOfTheLargest() {
        is(value(3, 3, 2, x -> x[0], x -> x[1], x -> x[2]), 1.5 / Math.sqrt(Math.PI));
        is(value(4, 5, 1, x -> x[0], x -> x[1], x -> x[2], x -> x[3], x -> x[4]), 1.16296);
    }

    /** Of four options, two of which a and b decide and two nothing: the largest of 0 and of two has the mean of half of it. */
    @Test
    void ofFourOptionsTheOnesThatAreLevelCountOnce() {
        // E max(0, x, y) = (1 / sqrt(2 pi)) (1 + 1 / sqrt 2), by the inclusion of the bivariate orthants.
        is(value(5, 2, 1, _ -> 0, _ -> 0, x -> x[0], x -> x[1]), (1 + 1 / Math.sqrt(2)) / Math.sqrt(2 * Math.PI));
    }

    /** Off by how many of its errors, over 40 sets of draws. */
    @Test
    void statedErrorsAreTheSpreadOverSeeds() {
        double exact = 100 * NORMAL.density(0.2) - 20 * NORMAL.cumulativeProbability(-0.2);
        double off = IntStream.range(0, 40)
                .mapToObj(seed -> value(4_000, seed, 2, 150, _ -> 0, x -> 20 + 60 * x[0] + 80 * x[1]))
                .mapToDouble(found -> Math.pow((found.value() - exact) / found.standardError(), 2))
                .average()
                .orElseThrow();
        assertThat(Math.sqrt(off)).isBetween(0.65, 1.4);
    }

    /** A and B of N(5, 30^2) and N(0, 40^2) in one line each, C of N(0, 20^2) in a third: together 50 of deviation. */
    @Test
    void aGroupIsNamedByItsInputsOrByTheirLines() {
        String impacts = String.join(
                ",",
                SmallCases.benefit("a", 5, SmallCases.normal(5, 30)),
                SmallCases.benefit("b", 0, SmallCases.normal(0, 40)),
                SmallCases.benefit("c", 0, SmallCases.normal(0, 20)));
        AppraisalCase basis = SmallCases.basis(impacts, "", SmallCases.TWO_OPTIONS);
        UncertaintyResult result = UncertaintyAnalysis.of(
                        basis,
                        50_000,
                        1,
                        Sampling.LATIN_HYPERCUBE,
                        2,
                        _ -> true,
                        new InformationQuestion(
                                List.of(
                                        new Group("trial", List.of("do/a", "do/b/effect")),
                                        new Group("one", List.of("do/b")),
                                        new Group("all", List.of("do"))),
                                Optional.of(new Population(10, 3))))
                .simulated();

        double exact = 50 * NORMAL.density(0.1) - 5 * NORMAL.cumulativeProbability(-0.1);
        is(result.groups().get(0).value(), exact);
        assertThat(result.groups().get(0).inputs()).containsExactly("do/a/effect", "do/b/effect");
        assertThat(result.groups().get(1).value())
                .isEqualTo(result.evppi().stream()
                        .filter(each -> each.input().equals("do/b/effect"))
                        .findFirst()
                        .orElseThrow()
                        .value());
        assertThat(result.groups().get(2).value()).isEqualTo(result.evpi());
        // Ten decisions in each of three years at 3.5%.
        assertThat(result.population().orElseThrow().value().value())
                .isCloseTo(
                        result.evpi().value() * 10 * (1 + 1 / 1.035 + 1 / (1.035 * 1.035)),
                        within(1e-9 * result.evpi().value()));
    }

    @Test
    void aGroupThatNamesNoUncertainInputIsRefused() {
        AppraisalCase basis =
                SmallCases.basis(SmallCases.benefit("a", 5, SmallCases.normal(5, 30)), "", SmallCases.TWO_OPTIONS);
        assertThatThrownBy(() -> UncertaintyAnalysis.of(
                        basis,
                        100,
                        1,
                        Sampling.PLAIN,
                        1,
                        _ -> true,
                        new InformationQuestion(List.of(new Group("g", List.of("do/ab"))), Optional.empty())))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("which is no input that is uncertain and moves a present value");
    }

    /** Share and effect that rise together: funding of 100 less share x saving, its spread wider than where they are apart. */
    @Test
    void aSavingsShareMayBeCorrelated() {
        assertThat(spreadOfFunding(0.9)).isGreaterThan(1.15 * spreadOfFunding(0));
        assertThat(spreadOfFunding(-0.9)).isLessThan(0.5 * spreadOfFunding(0));
    }

    private static double spreadOfFunding(double rank) {
        String text = """
                {'format': 'worthwhile-proposal/1', 'id': 'case', 'title': 'Case',
                 'appraisal': {'framework': 'uk-green-book-2026', 'baseYear': '2026/27', 'years': 1},
                 'organisations': [{'id': 'county', 'title': 'County', 'sector': 'public'}],
                 'options': [{'id': 'do', 'title': 'Do', 'role': 'preferred', 'costs': [], 'impacts': [
                  {'id': 's', 'title': 'S', 'category': 'fiscal', 'value': {'amount': 1},
                   'quantity': {'effect': {'value': 80, 'uncertainty': {'distribution': 'normal', 'mean': 80, 'sd': 8}}},
                   'savings': [{'organisation': 'county', 'cashable': 1,
                    'share': {'value': 0.5, 'uncertainty': {'distribution': 'normal', 'mean': 0.5, 'sd': 0.05}}}]}]}],
                 'correlations': [{'between': ['do/s/effect', 'do/s/savings/county/share'], 'rank': %s}]}""".formatted(rank);
        AppraisalCase basis = SmallCases.read(text.replace('\'', '"'), Map.of());
        assertThat(SimulationRules.problems(basis)).isEmpty();
        assertThat(Uncertainty.draws(
                        List.of(basis), List.of(Measure.Present.NPSV), 100, 1, Sampling.LATIN_HYPERCUBE, 1))
                .isNotNull();
        var need = UncertaintyAnalysis.of(basis, 20_000, 1, Sampling.LATIN_HYPERCUBE, 2, _ -> true)
                .results()
                .options()
                .getFirst()
                .funding()
                .getFirst()
                .years()
                .getFirst();
        return need.p90().value() - need.p10().value();
    }

    private static void is(Estimate found, double exact) {
        assertThat(found.value()).isCloseTo(exact, within(4 * found.standardError()));
        assertThat(found.standardError()).isLessThan(0.03 * exact);
    }

    @SafeVarargs
    private static Estimate value(int seed, int inputs, double noise, ToDoubleFunction<double[]>... options) {
        return value(TRIALS, seed, inputs, noise, options);
    }

    @SafeVarargs
    private static Estimate value(
            int trials, int seed, int inputs, double noise, ToDoubleFunction<double[]>... options) {
        Random random = new Random(seed);
        double[][] drawn = new double[inputs][trials];
        for (double[] input : drawn) {
            Arrays.setAll(input, _ -> random.nextGaussian());
        }
        double[][] npsv = Arrays.stream(options)
                .map(option -> IntStream.range(0, trials)
                        .mapToDouble(trial -> option.applyAsDouble(Arrays.stream(drawn)
                                        .mapToDouble(input -> input[trial])
                                        .toArray())
                                + noise * random.nextGaussian())
                        .toArray())
                .toArray(double[][]::new);
        return new GroupInformation(Replicates.of(trials), npsv, trials).value(List.of(drawn));
    }
}
