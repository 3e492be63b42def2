package org.worthwhile.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.References;
import org.worthwhile.exchange.Located;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.uncertainty.UncertaintyResult.Acceptability;
import org.worthwhile.uncertainty.UncertaintyResult.OutcomeAcceptability;

/** Which option is best at each price of a unit of an outcome. */
class CostAcceptabilityTest {

    private static final Path MODELS = Path.of("models");
    private static final int TRIALS = 40_000;

    private static final String OPTION = """
        {"id": "%s", "title": "T", "role": "alternative",
         "costs": [{"id": "c", "title": "C", "bearer": "county", "kind": "revenue", "amount": {"annual": %d}}],
         "impacts": [{"id": "q", "title": "Q", "category": "social", "outcome": "qaly", "unit": "QALY", "health": true,
           "quantity": {"population": 1, "effect": %s}, "profile": {"duration": 1},
           "value": {"amount": {"value": 20000, "uncertainty": {"distribution": "uniform", "low": 1, "high": 90000}}}}]}\
        """;

    /**
     * 30,000 for Normal(2, 0.4) units against nothing: at a price of p it is best where 2 + 0.4 Z > 30,000 / p, whatever the
     * value of a unit that the proposal itself is unsure of.
     */
    @Test
    void theProbabilityIsThatOfTheNormalDistributionAtEachPrice() {
        OutcomeAcceptability found = byOutcome(OPTION.formatted("do", 30_000, normal(2, 0.4)));

        assertThat(found.outcome()).isEqualTo("qaly");
        assertThat(found.curve().getFirst().threshold()).isZero();
        assertThat(found.curve().getLast().threshold()).isEqualTo(30_000);
        for (Acceptability point : found.curve().subList(1, found.curve().size())) {
            double exact = 1 - new NormalDistribution(2, 0.4).cumulativeProbability(30_000 / point.threshold());
            assertThat(point.probabilities().get(1).value())
                    .isCloseTo(exact, within(4 * Math.sqrt(exact * (1 - exact) / TRIALS) + 1e-4));
            assertThat(point.probabilities().get(0).value()
                            + point.probabilities().get(1).value())
                    .isCloseTo(1, within(1e-12));
        }
    }

    /** The third option costs and brings what the first does; of the two the identifier decides. */
    @Test
    void ofOptionsThatAreTheSameOneAloneIsBest() {
        OutcomeAcceptability found = byOutcome(OPTION.formatted("a", 30_000, "2") + ","
                + OPTION.formatted("b", 29_000, normal(2, 0.1)) + "," + OPTION.formatted("c", 30_000, "2"));

        assertThat(found.curve())
                .allSatisfy(point ->
                        assertThat(point.probabilities().get(3).value()).isZero());
    }

    @Test
    void withoutPriceTheCheapestIsBest() {
        List<UncertaintyResult.Estimate> atNothing = byOutcome(OPTION.formatted("do", 30_000, normal(2, 0.4)))
                .curve()
                .getFirst()
                .probabilities();

        assertThat(atNothing.get(0).value()).isEqualTo(1);
        assertThat(atNothing.get(1).value()).isZero();
    }

    /** 100 for 150 and 60 for 110 are worth 50 each in every trial: the cheaper is best, wherever it stands. */
    @Test
    void ofOptionsWorthTheSameInATrialTheCheaperIsBest() {
        String level = """
            {"id": "%s", "title": "T", "role": "alternative",
             "costs": [{"id": "c", "title": "C", "bearer": "county", "kind": "revenue", "amount": {"annual": %d}}],
             "impacts": [{"id": "q", "title": "Q", "category": "social", "schedule": {"2026/27": %d}}]}\
            """;
        String dear = level.formatted("a", 100, 150);
        String cheap = level.formatted("b", 60, 110);

        assertThat(best(dear + "," + cheap, "b")).isEqualTo(1);
        assertThat(best(cheap + "," + dear, "b")).isEqualTo(1);
    }

    /** 30,000 for Normal(60,000, 15,000) of benefit: worth choosing at 2 for 1 in half of the trials, and business as usual in the rest. */
    @Test
    void whereBenefitsFallShortOfTheRatioAskedBusinessAsUsualIsChosen() {
        String option = """
            {"id": "do", "title": "T", "role": "alternative",
             "costs": [{"id": "c", "title": "C", "bearer": "county", "kind": "revenue", "amount": {"annual": 30000}}],
             "impacts": [{"id": "q", "title": "Q", "category": "social", "quantity": {"population": 1, "effect": 1},
               "profile": {"duration": 1}, "value": {"amount": %s}}]}\
            """.formatted("""
                       {"value": 60000, "uncertainty": {"distribution": "normal", "mean": 60000, "sd": 15000}}\
                       """);

        for (Acceptability point : simulated(option).acceptability()) {
            double exact = 1 - new NormalDistribution(60_000, 15_000).cumulativeProbability(30_000 * point.threshold());
            assertThat(point.probabilities().get(1).value()).isCloseTo(exact, within(0.005));
            assertThat(point.probabilities().get(0).value()).isCloseTo(1 - exact, within(0.005));
        }
    }

    private static double best(String options, String id) {
        return simulated(options).options().stream()
                .filter(option -> option.id().equals(id))
                .findFirst()
                .orElseThrow()
                .probabilityBest()
                .value();
    }

    private static String normal(double mean, double sd) {
        return "{\"value\": %s, \"uncertainty\": {\"distribution\": \"normal\", \"mean\": %s, \"sd\": %s}}"
                .formatted(mean, mean, sd);
    }

    private static OutcomeAcceptability byOutcome(String options) {
        return simulated(options).byOutcome().getFirst();
    }

    private static UncertaintyResult simulated(String options) {
        String text = """
            {"format": "worthwhile-proposal/1", "id": "case", "title": "Case",
             "appraisal": {"framework": "uk-green-book-2026", "baseYear": "2026/27", "years": 1},
             "organisations": [{"id": "county", "title": "County", "sector": "public"}],
             "options": [{"id": "bau", "title": "Usual", "role": "business-as-usual"}, %s]}\
            """.formatted(options);
        Located<Proposal> proposal = new ProposalReader(MODELS).parse("case.json", text);
        AppraisalCase basis =
                References.resolve(proposal.value(), proposal.places(), PackReader.read(MODELS), Map.of());
        return Uncertainty.analyse(basis, TRIALS, 1, Sampling.LATIN_HYPERCUBE, 2, _ -> true);
    }
}
