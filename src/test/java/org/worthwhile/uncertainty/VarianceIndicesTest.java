package org.worthwhile.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.uncertainty.UncertaintyResult.Driver;
import org.worthwhile.uncertainty.UncertaintyResult.Estimate;
import org.worthwhile.uncertainty.UncertaintyResult.VarianceIndex;

/** Shares of variance that have a closed form, of functions of sources spread evenly from 0 to 1. */
class VarianceIndicesTest {

    private static final int EVALUATIONS = 50_000;

    /** Of 3x + 4y + 0z the shares are 9, 16 and 0 of 25, and nothing acts together. */
    @Test
    void ofASumEachHasTheShareOfItsSquare() {
        List<VarianceIndex> found = indices(3, 1, x -> 3 * x[0] + 4 * x[1]);

        is(found.get(0), 0.36, 0.36);
        is(found.get(1), 0.64, 0.64);
        is(found.get(2), 0, 0);
        assertThat(found.get(2).total()).isEqualTo(new Estimate(0, 0));
    }

    /** xy has the variance 1/9 - 1/16 = 7/144, of which x alone explains Var(x / 2) = 3/144, and with y 4/144 each. */
    @Test
    void ofAProductAPartIsOfBothTogether() {
        indices(2, 1, x -> x[0] * x[1]).forEach(each -> is(each, 3 / 7.0, 4 / 7.0));
    }

    /**
     * sin a + 7 sin^2 b + 0.1 c^4 sin a, from -pi to pi (Ishigami and Homma 1990): the published indices are 0.3139, 0.4424 and 0,
     * and in total 0.5576, 0.4424 and 0.2437.
     */
    @Test
    void ishigamisFunctionHasThePublishedIndices() {
        List<VarianceIndex> found = indices(3, 1, VarianceIndicesTest::ishigami);

        is(found.get(0), 0.3139, 0.5576);
        is(found.get(1), 0.4424, 0.4424);
        is(found.get(2), 0, 0.2437);
    }

    private static double ishigami(double[] x) {
        double[] angle = Arrays.stream(x).map(each -> Math.PI * (2 * each - 1)).toArray();
        return Math.sin(angle[0])
                + 7 * Math.pow(Math.sin(angle[1]), 2)
                + 0.1 * Math.pow(angle[2], 4) * Math.sin(angle[0]);
    }

    /** Off by how many of its errors, over 40 seeds: 1 but for the noise of 40 seeds and of errors from 16 replicates. */
    @Test
    void statedErrorsAreTheSpreadOverSeeds() {
        List<List<VarianceIndex>> found = IntStream.range(0, 40)
                .mapToObj(seed -> indices(3, seed, VarianceIndicesTest::ishigami))
                .toList();
        off(found, indices -> z(indices.get(0).firstOrder(), 0.31391));
        off(found, indices -> z(indices.get(0).total(), 0.55759));
        off(found, indices -> z(indices.get(1).firstOrder(), 0.44241));
        off(found, indices -> z(indices.get(1).total(), 0.44241));
        off(found, indices -> z(indices.get(2).total(), 0.24368));
    }

    private static double z(Estimate found, double exact) {
        return (found.value() - exact) / found.standardError();
    }

    private static void off(List<List<VarianceIndex>> found, ToDoubleFunction<List<VarianceIndex>> z) {
        assertThat(Math.sqrt(found.stream()
                        .mapToDouble(z)
                        .map(each -> each * each)
                        .average()
                        .orElseThrow()))
                .isBetween(0.65, 1.5);
    }

    /** Of a x b - c with a and b of the means 10 and 5 and the variances 4 and 1 and c of 9: 100 by a, 100 by b, 4 by both, 9 by c. */
    @Test
    void driversOfAProposalHaveTheirShares() {
        List<Driver> drivers = Uncertainty.analyse(product(""), 50_000, 1, Sampling.LATIN_HYPERCUBE, 2, _ -> true)
                .options()
                .getFirst()
                .drivers();
        assertThat(drivers).hasSize(3);
        is(of(drivers, "do/p/population"), 100 / 213.0, 104 / 213.0);
        is(of(drivers, "do/p/effect"), 100 / 213.0, 104 / 213.0);
        is(of(drivers, "do/c/amount"), 9 / 213.0, 9 / 213.0);
    }

    @Test
    void inputsThatDependOnOneAnotherHaveNoIndices() {
        AppraisalCase basis =
                product(", 'correlations': [{'between': ['do/p/population', 'do/p/effect'], 'rank': 0.5}]");
        assertThat(Uncertainty.analyse(basis, 1_000, 1, Sampling.PLAIN, 2, _ -> true)
                        .options()
                        .getFirst()
                        .drivers())
                .isNotEmpty()
                .allMatch(driver -> driver.index().isEmpty());
    }

    private static VarianceIndex of(List<Driver> drivers, String input) {
        return drivers.stream()
                .filter(driver -> driver.input().equals(input))
                .findFirst()
                .flatMap(Driver::index)
                .orElseThrow();
    }

    private static AppraisalCase product(String more) {
        String impact = """
                {'id': 'p', 'title': 'P', 'category': 'social', 'quantity': {
                 'population': {'value': 10, 'uncertainty': {'distribution': 'normal', 'mean': 10, 'sd': 2}},
                 'effect': {'value': 5, 'uncertainty': {'distribution': 'normal', 'mean': 5, 'sd': 1}}},
                 'value': {'amount': 1}}""";
        return SmallCases.basis(
                impact.replace('\'', '"'), SmallCases.cost(30, SmallCases.normal(30, 3)), more.replace('\'', '"'));
    }

    private static void is(VarianceIndex found, double firstOrder, double total) {
        assertThat(found.firstOrder().value())
                .isCloseTo(firstOrder, within(4 * found.firstOrder().standardError() + 1e-12));
        assertThat(found.total().value())
                .isCloseTo(total, within(4 * found.total().standardError() + 1e-12));
        assertThat(found.firstOrder().standardError()).isLessThan(0.02);
        assertThat(found.total().standardError()).isLessThan(0.02);
    }

    private static List<VarianceIndex> indices(int sources, int seed, ToDoubleFunction<double[]> function) {
        VarianceIndices.Model model = (values, found) -> Arrays.setAll(
                found[0],
                trial -> function.applyAsDouble(Arrays.stream(values)
                        .mapToDouble(source -> source[0][trial])
                        .toArray()));
        return VarianceIndices.of(
                        model, (_, probabilities) -> new double[][] {probabilities}, sources, 1, EVALUATIONS, seed)
                .getFirst();
    }
}
