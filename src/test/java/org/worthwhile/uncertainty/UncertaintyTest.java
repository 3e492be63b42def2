package org.worthwhile.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.worthwhile.uncertainty.SmallCases.LIBRARY;
import static org.worthwhile.uncertainty.SmallCases.MODELS;
import static org.worthwhile.uncertainty.SmallCases.TWO_OPTIONS;
import static org.worthwhile.uncertainty.SmallCases.basis;
import static org.worthwhile.uncertainty.SmallCases.benefit;
import static org.worthwhile.uncertainty.SmallCases.cost;
import static org.worthwhile.uncertainty.SmallCases.normal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.References;
import org.worthwhile.exchange.Located;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.proposal.Evidence;
import org.worthwhile.proposal.Proposal;

/** Simulated results against exact answers; tolerances are four Monte Carlo standard errors unless a reason says other. */
class UncertaintyTest {

    private static final int TRIALS = 100_000;

    @Test
    void theSumOfNormalsIsNormalWithTheSumOfVariances() {
        // One year: benefits of 1,000 (sd 100) and 500 (sd 50) less a cost of 800 (sd 60).
        UncertaintyResult result = analyse(
                benefit("a", 1000, normal(1000, 100)) + "," + benefit("b", 500, normal(500, 50)),
                cost(800, normal(800, 60)));
        var npsv = result.options().getFirst();
        double sd = Math.sqrt(100 * 100 + 50 * 50 + 60 * 60);
        assertThat(npsv.mean().value()).isCloseTo(700, within(4 * sd / Math.sqrt(TRIALS)));
        assertThat(npsv.sd().value()).isCloseTo(sd, within(4 * sd / Math.sqrt(2.0 * TRIALS)));
        assertThat(npsv.sd().standardError())
                .isCloseTo(sd / Math.sqrt(2.0 * TRIALS), within(0.05 * sd / Math.sqrt(2.0 * TRIALS)));
        // The standard error of the 5th percentile is sqrt(0.05 x 0.95 / n) over the density there.
        double z = -1.6448536269514722;
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) / sd;
        assertThat(npsv.p5().value()).isCloseTo(700 + z * sd, within(4 * Math.sqrt(0.0475 / TRIALS) / density));
    }

    @Test
    void thePercentilesStandardErrorIsThatOfItsOrderStatistic() {
        var npsv = analyse(benefit("a", 1000, normal(1000, 100)), "").options().getFirst();
        double z = -1.6448536269514722;
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) / 100;
        // The estimate of a density at a point is itself uncertain, here by about a tenth.
        double exact = Math.sqrt(0.0475 / TRIALS) / density;
        assertThat(npsv.p5().standardError()).isCloseTo(exact, within(0.3 * exact));
    }

    @Test
    void theProductOfLogNormalsHasTheProductOfTheirMeans() {
        String product = """
                {"id": "a", "title": "A", "category": "social",
                 "quantity": {"population": {"value": 100, "uncertainty": {"distribution": "log-normal", "mean": 100, "sd": 30}}, "effect": 1},
                 "value": {"amount": {"value": 5, "uncertainty": {"distribution": "log-normal", "mean": 5, "sd": 2}}}}""";
        var npsv = analyse(product, "").options().getFirst();
        // E[XY] = 500; E[(XY)^2] = (100^2 + 30^2)(5^2 + 2^2).
        double sd = Math.sqrt((10_000 + 900) * 29.0 - 250_000);
        assertThat(npsv.mean().value()).isCloseTo(500, within(4 * sd / Math.sqrt(TRIALS)));
        // The sampling error of a skewed variable's sd is larger: two per cent is over four standard errors here.
        assertThat(npsv.sd().value()).isCloseTo(sd, within(0.02 * sd));
    }

    @Test
    void aTriangularInputHasItsMoments() {
        var npsv = analyse(
                        benefit("a", 10, "{\"distribution\": \"triangular\", \"low\": 0, \"mode\": 10, \"high\": 50}"),
                        "")
                .options()
                .getFirst();
        // Mean (0 + 10 + 50) / 3; variance (a^2 + b^2 + c^2 - ab - ac - bc) / 18.
        double variance = (0 + 100 + 2500 - 0 - 0 - 500) / 18.0;
        assertThat(npsv.mean().value()).isCloseTo(20, within(4 * Math.sqrt(variance / TRIALS)));
        assertThat(npsv.sd().value()).isCloseTo(Math.sqrt(variance), within(0.01 * Math.sqrt(variance)));
    }

    @Test
    void theValueOfInformationOfATwoOptionNormalProblemIsExact() {
        // Do nothing, or gain N(100, 300): E[max(0, X)] - 100 = 300 phi(1/3) - 100 Phi(-1/3).
        UncertaintyResult result =
                analyse(benefit("a", 100, normal(100, 300)), "", TWO_OPTIONS, Sampling.LATIN_HYPERCUBE, 2);
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double exact = 300 * normal.density(1.0 / 3) - 100 * normal.cumulativeProbability(-1.0 / 3);
        assertThat(result.evpi().value())
                .isCloseTo(exact, within(4 * result.evpi().standardError()));
        assertThat(result.evppi().getFirst().input()).isEqualTo("do/a/effect");
        assertThat(result.evppi().getFirst().value()).isEqualTo(result.evpi());
        assertThat(result.options().get(1).probabilityBest().value())
                .isCloseTo(normal.cumulativeProbability(1.0 / 3), within(0.01));
    }

    @Test
    void spreadSamplesHaveSmallerErrorsThanPlainOnes() {
        String impacts = benefit("a", 1000, normal(1000, 100)) + "," + benefit("b", 500, normal(500, 50));
        for (Sampling sampling : List.of(Sampling.LATIN_HYPERCUBE, Sampling.SOBOL)) {
            double mean = analyse(impacts, "", "", sampling, 2)
                    .options()
                    .getFirst()
                    .mean()
                    .value();
            // A tenth of the plain standard error of 0.35.
            assertThat(mean).isCloseTo(1500, within(0.035));
        }
    }

    @Test
    void inputsHaveTheRankCorrelationThatWasAskedFor() {
        String correlated = ", \"correlations\": [{\"between\": [\"do/a/effect\", \"do/b/effect\"], \"rank\": 0.6}]";
        AppraisalCase basis =
                basis(benefit("a", 1, normal(1, 1)) + "," + benefit("b", 1, normal(1, 1)), "", correlated);
        Simulation simulation = Simulation.run(basis, List.of(0), List.of(), 10_000, 1, Sampling.PLAIN, 2, _ -> true);
        double product = 0;
        for (int trial = 0; trial < 10_000; trial++) {
            product += score(simulation.probabilities()[0][trial])
                    * score(simulation.probabilities()[1][trial])
                    / 10_000;
        }
        // Normal scores correlate by 2 sin(pi 0.6 / 6) = 0.618; the standard error is about 0.009.
        assertThat(product).isCloseTo(2 * Math.sin(Math.PI * 0.1), within(0.04));
    }

    private static double score(double rank) {
        return NormalScore.at(rank);
    }

    @Test
    void correlationsThatCannotAllHoldAreRefusedWithThePairAndTheNearestPossible() {
        String impossible = ", \"correlations\": ["
                + "{\"between\": [\"do/a/effect\", \"do/b/effect\"], \"rank\": 0.9},"
                + "{\"between\": [\"do/b/effect\", \"do/c/effect\"], \"rank\": 0.9},"
                + "{\"between\": [\"do/a/effect\", \"do/c/effect\"], \"rank\": -0.9}]";
        String impacts = String.join(
                ",", benefit("a", 1, normal(1, 1)), benefit("b", 1, normal(1, 1)), benefit("c", 1, normal(1, 1)));
        assertThatThrownBy(() -> analyse(impacts, "", impossible, Sampling.PLAIN, 1))
                .hasMessageContaining("cannot all hold")
                .hasMessageContaining("furthest from possible is 0.9 between 'do/")
                .hasMessageContaining("the nearest possible set, to take over if you agree, is ")
                .hasMessageContaining("between 'do/b/effect' and 'do/c/effect'");
    }

    @Test
    void theOrderOfStrataIsAPermutation() {
        for (int size : new int[] {1, 2, 7, 1000, 65_537}) {
            Permutation order = new Permutation(size, 42);
            assertThat(IntStream.range(0, size).map(order::at).sorted().toArray())
                    .isEqualTo(IntStream.range(0, size).toArray());
        }
    }

    @Test
    void optionsThatRestOnTheSameEvidenceRiseAndFallTogether() {
        Evidence evidence = new Evidence(
                "trial",
                "A trial",
                "falls",
                "fall",
                -5,
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
        String option = """
                {"id": "%s", "title": "T", "role": "alternative", "impacts": [{"id": "i", "title": "T", "category": "social",
                 "quantity": {"effect": {"evidence": "trial", "scale": %s}}, "value": {"amount": 1}}]}""";
        Located<Proposal> proposal = new ProposalReader(MODELS).parse("case.json", """
                {"format": "worthwhile-proposal/1", "id": "case", "title": "Case",
                 "appraisal": {"framework": "uk-green-book-2026", "baseYear": "2026/27", "years": 1},
                 "options": [%s, %s, %s]}""".formatted(
                        option.formatted("a", "-1"), option.formatted("b", "-2"), option.formatted("c", "1")));
        Simulation simulation = Simulation.run(
                References.resolve(proposal.value(), proposal.places(), LIBRARY, Map.of("trial", evidence)),
                List.of(0, 1, 2),
                List.of(),
                1000,
                1,
                Sampling.PLAIN,
                2,
                _ -> true);
        for (int trial = 0; trial < 1000; trial++) {
            assertThat(simulation.npsv()[1][trial]).isCloseTo(2 * simulation.npsv()[0][trial], within(1e-9));
            assertThat(simulation.npsv()[2][trial]).isCloseTo(-simulation.npsv()[0][trial], within(1e-9));
        }
    }

    @Test
    void aSimulationCanBeCancelled() {
        AppraisalCase basis = basis(benefit("a", 1, normal(1, 1)), "", "");
        assertThatThrownBy(() -> Uncertainty.analyse(basis, TRIALS, 1, Sampling.PLAIN, 2, share -> share < 0.1))
                .isInstanceOf(CancellationException.class);
    }

    private static UncertaintyResult analyse(String impacts, String costs) {
        return Uncertainty.analyse(basis(impacts, costs, ""), TRIALS, 1, Sampling.PLAIN, 2, _ -> true);
    }

    private static UncertaintyResult analyse(
            String impacts, String costs, String more, Sampling sampling, int threads) {
        return Uncertainty.analyse(basis(impacts, costs, more), TRIALS, 1, sampling, threads, _ -> true);
    }
}
