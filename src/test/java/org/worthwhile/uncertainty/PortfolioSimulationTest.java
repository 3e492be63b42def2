package org.worthwhile.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.proposal.Evidence;
import org.worthwhile.uncertainty.UncertaintyResult.Driver;

/** Proposals that rest on the same evidence are right or wrong together. */
class PortfolioSimulationTest {

    private static final int TRIALS = 2_000;

    private static final Map<String, Evidence> EVIDENCE =
            Stream.of("one", "two").collect(Collectors.toMap(id -> id, PortfolioSimulationTest::evidence));

    /** Eleven units are worth more than ten in every state of the world in which a unit is worth something. */
    @ParameterizedTest
    @EnumSource(Sampling.class)
    void whatRestsOnTheSameEvidenceKeepsItsProportionInEveryTrial(Sampling sampling) {
        List<double[][]> npsv =
                draws(sampling, basis("p", own("x"), impact("a", "one", 11)), basis("q", impact("a", "one", 10)));
        for (int trial = 0; trial < TRIALS; trial++) {
            assertThat(10 * npsv.get(0)[1][trial]).isCloseTo(11 * npsv.get(1)[0][trial], within(1e-9));
        }
    }

    @Test
    void whatRestsOnDifferentEvidenceIsIndependent() {
        List<double[][]> npsv = draws(basis("p", impact("a", "one", 1)), basis("q", impact("a", "two", 1)));

        // The standard error of a correlation of 0 is 1 over the root of 2,000.
        assertThat(correlation(npsv.get(0)[0], npsv.get(1)[0])).isCloseTo(0, within(4 / Math.sqrt(TRIALS)));
    }

    /** The third proposal rests on the second evidence alone and knows of no correlation. */
    @Test
    void aCorrelationThatOneProposalNamesActsInAll() {
        List<double[][]> npsv =
                draws(basis("p", impact("a", "one", 1)), correlated("q", 0.8), basis("r", impact("a", "two", 1)));

        // Normal scores correlate by 2 sin(pi 0.8 / 6), and normal values as their scores.
        assertThat(correlation(npsv.get(0)[0], npsv.get(2)[0]))
                .isCloseTo(2 * Math.sin(Math.PI * 0.8 / 6), within(0.04));
    }

    /**
     * An impact worth 5, of which 0.2 to 0.4 comes to a group on half the median income, where a pound counts 2 to the power of
     * 1.3: worth 5 (1 + s (2^1.3 - 1)) at a share of s, and 5 in every trial when nobody's pounds count more.
     */
    @Test
    void aShareOfAGroupThatIsUncertainMovesTheWeightedValueAlone() {
        AppraisalCase basis = read("p", option("a", """
                {"id": "i", "title": "T", "category": "social", "quantity": {"effect": 5}, "value": {"amount": 1},
                 "beneficiaries": [
                    {"group": "poor", "share": {"value": 0.3, "uncertainty": {"distribution": "uniform", "low": 0.2, "high": 0.4}}},
                    {"group": "rest", "share": 0.7}]}"""), """
                , "groups": [{"id": "poor", "title": "Poor", "incomeIndex": 0.5}, {"id": "rest", "title": "Rest"}]""");
        double[][][] values = Uncertainty.draws(
                        List.of(basis),
                        List.of(Measure.Present.NPSV, Measure.Present.WEIGHTED_NPSV),
                        TRIALS,
                        1,
                        Sampling.LATIN_HYPERCUBE,
                        2)
                .values()
                .getFirst();
        double extra = Math.pow(2, 1.3) - 1;

        assertThat(values[0][0]).containsOnly(5);
        assertThat(Arrays.stream(values[1][0]).min().orElseThrow())
                .isBetween(5 * (1 + 0.2 * extra), 5 * (1 + 0.201 * extra));
        assertThat(Arrays.stream(values[1][0]).max().orElseThrow())
                .isBetween(5 * (1 + 0.399 * extra), 5 * (1 + 0.4 * extra));
        assertThat(Arrays.stream(values[1][0]).average().orElseThrow()).isCloseTo(5 * (1 + 0.3 * extra), within(1e-3));
    }

    /** The second option falls by what the first rises by; it is the second that rises and falls with the third. */
    @Test
    void aCorrelationWithWhatFallsIsAgainstWhatRises() {
        AppraisalCase basis = read(
                "p",
                String.join(", ", impact("a", "one", 1), impact("b", "one", -1), impact("c", "two", 1)),
                ", \"correlations\": [{\"between\": [\"b/i/effect\", \"c/i/effect\"], \"rank\": 0.8}]");
        double[][] npsv = draws(basis).getFirst();
        double expected = 2 * Math.sin(Math.PI * 0.8 / 6);

        assertThat(correlation(npsv[1], npsv[2])).isCloseTo(expected, within(0.04));
        assertThat(correlation(npsv[0], npsv[2])).isCloseTo(-expected, within(0.04));
    }

    /** One evidence moves both impacts of the option, whose effects of 1 and 1 count once beside one of 2. */
    @Test
    void inputsOfTheSameEvidenceHaveTheirShareOfVarianceOnce() {
        AppraisalCase basis = basis("p", option("a", of("i", "one", 1), of("j", "one", 1), of("k", "two", 2)));
        List<Driver> drivers = Uncertainty.analyse(basis, 20_000, 1, Sampling.LATIN_HYPERCUBE, 2, _ -> true)
                .options()
                .getFirst()
                .drivers();

        assertThat(drivers).hasSize(3);
        assertThat(drivers)
                .allSatisfy(driver ->
                        assertThat(driver.varianceShare().orElseThrow()).isCloseTo(0.5, within(0.02)));
    }

    @Test
    void proposalsThatCorrelateTheSameEvidenceByDifferentRanksAreRefused() {
        assertThatThrownBy(() -> draws(correlated("p", 0.8), correlated("q", 0.3)))
                .hasMessageContaining("correlates the same two figures as 'p' does, by another rank");
        assertThat(draws(correlated("p", 0.8), correlated("q", 0.8))).hasSize(2);
    }

    @Test
    void oneProposalAloneIsDrawnAsInItsOwnSimulation() {
        AppraisalCase basis = basis("p", own("x"), own("y"), impact("a", "one", 3));

        double[] together = draws(basis).getFirst()[2];
        Simulation alone =
                Simulation.run(basis, List.of(0, 1, 2), List.of(), TRIALS, 1, Sampling.LATIN_HYPERCUBE, 1, _ -> true);
        assertThat(together).isEqualTo(alone.npsv()[2]);
    }

    private static List<double[][]> draws(AppraisalCase... cases) {
        return draws(Sampling.LATIN_HYPERCUBE, cases);
    }

    private static List<double[][]> draws(Sampling sampling, AppraisalCase... cases) {
        return Uncertainty.draws(List.of(cases), List.of(Measure.Present.NPSV), TRIALS, 1, sampling, 2)
                .values()
                .stream()
                .map(values -> values[0])
                .toList();
    }

    private static double correlation(double[] first, double[] second) {
        return SampleStatistics.correlation(first, second);
    }

    private static String impact(String option, String evidence, int scale) {
        return option(option, of("i", evidence, scale));
    }

    private static String option(String id, String... impacts) {
        return "{\"id\": \"%s\", \"title\": \"T\", \"role\": \"alternative\", \"impacts\": [%s]}"
                .formatted(id, String.join(", ", impacts));
    }

    private static String of(String id, String evidence, int scale) {
        return "{\"id\": \"%s\", \"title\": \"T\", \"category\": \"social\", \"quantity\": {\"effect\": {\"evidence\": \"%s\", \"scale\": %d}}, \"value\": {\"amount\": 1}}"
                .formatted(id, evidence, scale);
    }

    private static String own(String option) {
        return option(option, SmallCases.benefit("i", 5, SmallCases.normal(5, 1)));
    }

    private static AppraisalCase correlated(String id, double rank) {
        return read(
                id,
                option("a", of("i", "one", 1), of("j", "two", 1)),
                ", \"correlations\": [{\"between\": [\"a/i/effect\", \"a/j/effect\"], \"rank\": " + rank + "}]");
    }

    private static AppraisalCase basis(String id, String... options) {
        return read(id, String.join(", ", options), "");
    }

    private static AppraisalCase read(String id, String options, String more) {
        return SmallCases.read("""
                {"format": "worthwhile-proposal/1", "id": "%s", "title": "Case",
                 "appraisal": {"framework": "uk-green-book-2026", "baseYear": "2026/27", "years": 1},
                 "options": [%s]%s}""".formatted(id, options, more), EVIDENCE);
    }

    private static Evidence evidence(String id) {
        return new Evidence(
                id,
                "A study",
                "falls",
                "fall",
                5,
                1,
                OptionalDouble.empty(),
                List.of(),
                "",
                new Evidence.Source.Citation("Invented"),
                Optional.empty(),
                LocalDate.of(2026, 1, 1),
                "",
                true,
                List.of());
    }
}
