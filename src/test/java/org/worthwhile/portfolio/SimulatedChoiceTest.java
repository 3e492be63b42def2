package org.worthwhile.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.appraisal.References;
import org.worthwhile.exchange.Located;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.portfolio.Constraints.Kind;
import org.worthwhile.portfolio.Constraints.Limit;
import org.worthwhile.portfolio.RobustChoice.Criteria;
import org.worthwhile.portfolio.RobustChoice.Criterion;
import org.worthwhile.portfolio.RobustChoice.LimitRisk;
import org.worthwhile.proposal.Proposal;

/** Proposals of one year whose probabilities can be worked out by hand, simulated and chosen among. */
class SimulatedChoiceTest {

    private static final Path MODELS = Path.of("models");
    private static final int TRIALS = 2_000;

    /** Four standard errors of a probability of a half in as many independent trials. */
    private static final double NEAR = 4 * 0.5 / Math.sqrt(TRIALS);

    private static final String EIGHT_OR_TWELVE =
            "{\"distribution\": \"discrete\", \"values\": [8, 12], \"probabilities\": [0.5, 0.5]}";

    /** Each costs 8 or 12: together 16, 20 or 24, with probabilities of 1/4, 1/2 and 1/4, of which 24 is over a budget of 20. */
    @Test
    void twoProposalsBreakTheirBudgetWhereBothTurnOutDear() {
        List<AppraisalCase> cases = List.of(dearOrCheap("p", 30), dearOrCheap("q", 20));

        RobustChoice asAppraised = robust(cases, 20, Criteria.USUAL);
        assertThat(asAppraised.chosen().candidates()).containsExactly("p/do", "q/do");
        LimitRisk budget = asAppraised.chosen().limits().getFirst();
        assertThat(budget.broken().value()).isCloseTo(0.25, within(NEAR));
        assertThat(budget.use().orElseThrow().mean().value()).isCloseTo(20, within(0.1));
        // The variance of each is 4, and so that of their sum 8.
        assertThat(budget.use().orElseThrow().sd().value()).isCloseTo(Math.sqrt(8), within(0.1));
        // Where both are dear only the one that is worth more fits; elsewhere both do.
        assertThat(asAppraised.belongs().get(0).probability().value()).isEqualTo(1);
        assertThat(asAppraised.belongs().get(1).probability().value()).isCloseTo(0.75, within(NEAR));

        assertThat(best(robust(cases, 20, keeping(0.7)))).containsExactly("p/do", "q/do");
        assertThat(best(robust(cases, 20, keeping(0.8)))).containsExactly("p/do");
    }

    /** Three together cost 24, 28, 32 or 36: over a budget of 32 in one case of eight, where all are dear. */
    @Test
    void threeProposalsBreakTheirBudgetWhereAllTurnOutDear() {
        List<AppraisalCase> cases = List.of(dearOrCheap("p", 40), dearOrCheap("q", 30), dearOrCheap("r", 20));

        RobustChoice robust = robust(cases, 32, Criteria.USUAL);
        assertThat(robust.chosen().candidates()).containsExactly("p/do", "q/do", "r/do");
        assertThat(robust.chosen().limits().getFirst().broken().value()).isCloseTo(0.125, within(NEAR));
        assertThat(best(robust(cases, 32, keeping(0.8)))).hasSize(3);
        assertThat(best(robust(cases, 32, keeping(0.95)))).containsExactly("p/do", "q/do");
    }

    /** Worth 30 and 20 before they cost 8 or 12: 50 less 16, 20 or 24. Of the worst half of trials half cost 24 and half 20. */
    @Test
    void conditionalValueAtRiskIsTheMeanOfTheDearestTrials() {
        RobustChoice robust = robust(
                List.of(dearOrCheap("p", 30), dearOrCheap("q", 20)), 20, new Criteria(0.5, OptionalDouble.empty()));

        assertThat(robust.chosen().conditionalValueAtRisk().value()).isCloseTo(28, within(0.2));
        assertThat(robust.chosen().value().mean().value()).isCloseTo(30, within(0.1));
        assertThat(robust.chosen().expectedRegret().value()).isZero();
    }

    @Test
    void theNumberOfThreadsChangesNoBit() {
        List<AppraisalCase> cases = IntStream.range(0, 6)
                .mapToObj(i -> proposal(
                        "p" + i, 20 + 3 * i, "{\"distribution\": \"normal\", \"mean\": 10, \"sd\": " + (1 + i) + "}"))
                .toList();
        for (Criteria criteria : List.of(Criteria.USUAL, keeping(0.8))) {
            RobustChoice one = inPool(1, cases, criteria);
            assertThat(inPool(2, cases, criteria)).isEqualTo(one);
            assertThat(inPool(7, cases, criteria)).isEqualTo(one);
        }
    }

    /** Works of 8 or 12, 4 for staff and a grant of 3, a transfer: 15 or 19 are spent, 7 of it as revenue, at a cost of 12 or 16. */
    @Test
    void transfersAreSpentAndAreNoCost() {
        AppraisalCase basis = parsed("""
                {"format": "worthwhile-proposal/1", "id": "p", "title": "Case",
                 "appraisal": {"framework": "uk-green-book-2026", "baseYear": "2026/27", "years": 1},
                 "organisations": [{"id": "county", "title": "County", "sector": "public"}],
                 "options": [{"id": "do", "title": "Do", "role": "preferred",
                   "costs": [{"id": "c", "title": "C", "bearer": "county", "kind": "capital", "amount": {"annual": 10},
                     "uncertainty": %s},
                    {"id": "r", "title": "R", "bearer": "county", "kind": "revenue", "amount": {"annual": 4}},
                    {"id": "g", "title": "G", "bearer": "county", "kind": "revenue", "transfer": true,
                     "amount": {"annual": 3}}]}]}""".formatted(EIGHT_OR_TWELVE));
        Constraints constraints = Constraints.NONE
                .withObjective(Objective.PUBLIC_SAVING)
                .withLimits(List.of(
                        new Limit(50, Optional.empty(), Optional.of(Kind.CAPITAL), Optional.empty()),
                        new Limit(50, Optional.empty(), Optional.of(Kind.REVENUE), Optional.empty())));
        Scenarios scenarios = Scenarios.simulate(List.of(basis), constraints, 20, 1, 2);

        double[] works = scenarios.taken().getFirst()[0];
        assertThat(works).containsOnly(new double[] {8, 12}, within(1e-12));
        assertThat(scenarios.taken().getLast()[0]).containsOnly(7);
        for (int scenario = 0; scenario < works.length; scenario++) {
            assertThat(scenarios.spent()[0][scenario]).isCloseTo(works[scenario] + 7, within(1e-12));
            assertThat(scenarios.costs()[0][scenario]).isCloseTo(works[scenario] + 4, within(1e-12));
            assertThat(scenarios.values()[0][scenario]).isCloseTo(-works[scenario] - 4, within(1e-12));
        }
    }

    /** Works of 8 or 12 that are worth 5 at the end: 8 or 12 are spent, at a cost of 3 or 7. */
    @Test
    void whatAssetsAreWorthAtTheEndIsNoMoneyToSpend() {
        AppraisalCase basis = parsed("""
                {"format": "worthwhile-proposal/1", "id": "p", "title": "Case",
                 "appraisal": {"framework": "uk-green-book-2026", "baseYear": "2026/27", "years": 1},
                 "organisations": [{"id": "county", "title": "County", "sector": "public"}],
                 "options": [{"id": "do", "title": "Do", "role": "preferred",
                   "costs": [{"id": "c", "title": "C", "bearer": "county", "kind": "capital", "amount": {"annual": 10},
                     "uncertainty": %s},
                    {"id": "v", "title": "V", "bearer": "county", "kind": "residual-value", "amount": {"annual": 5}}]}]}""".formatted(EIGHT_OR_TWELVE));
        Constraints constraints = Constraints.NONE
                .withObjective(Objective.PUBLIC_SAVING)
                .withLimits(List.of(new Limit(9, Optional.empty(), Optional.of(Kind.CAPITAL), Optional.empty())));
        Scenarios scenarios = Scenarios.simulate(List.of(basis), constraints, 20, 1, 2);
        Candidate candidate = Candidate.of(List.of(Appraiser.appraise(basis))).getFirst();

        assertThat(scenarios.taken().getFirst()[0]).containsOnly(new double[] {8, 12}, within(1e-12));
        assertThat(scenarios.spent()[0]).containsOnly(new double[] {8, 12}, within(1e-12));
        assertThat(scenarios.costs()[0]).containsOnly(new double[] {3, 7}, within(1e-12));
        assertThat(candidate.spending()).extracting(Spending::amount).containsExactly(10.0);
        assertThat(candidate.cost()).isCloseTo(5, within(1e-12));
    }

    private static RobustChoice inPool(int threads, List<AppraisalCase> cases, Criteria criteria) {
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            return pool.submit(() -> robust(cases, 35, criteria, threads, 200)).join();
        }
    }

    private static Criteria keeping(double probability) {
        return new Criteria(0.1, OptionalDouble.of(probability));
    }

    private static List<String> best(RobustChoice robust) {
        return robust.choices().stream()
                .filter(best -> best.criterion() == Criterion.EXPECTED_VALUE)
                .findFirst()
                .orElseThrow()
                .set()
                .candidates();
    }

    private static RobustChoice robust(List<AppraisalCase> cases, double budget, Criteria criteria) {
        return robust(cases, budget, criteria, 2, TRIALS);
    }

    private static RobustChoice robust(
            List<AppraisalCase> cases, double budget, Criteria criteria, int threads, int trials) {
        List<Candidate> candidates =
                Candidate.of(cases.stream().map(Appraiser::appraise).toList());
        PortfolioChoice choice = PortfolioChooser.choose(candidates, Constraints.NONE.withBudget(budget));
        return RobustChooser.choose(
                candidates, choice, Scenarios.simulate(cases, choice.constraints(), trials, 1, threads), criteria);
    }

    private static AppraisalCase dearOrCheap(String id, int benefit) {
        return proposal(id, benefit, EIGHT_OR_TWELVE);
    }

    /** Worth what it is for certain, at a cost of 10 as appraised. */
    private static AppraisalCase proposal(String id, int benefit, String uncertainCost) {
        return parsed("""
                {"format": "worthwhile-proposal/1", "id": "%s", "title": "Case",
                 "appraisal": {"framework": "uk-green-book-2026", "baseYear": "2026/27", "years": 1},
                 "organisations": [{"id": "county", "title": "County", "sector": "public"}],
                 "options": [{"id": "do", "title": "Do", "role": "preferred",
                   "costs": [{"id": "c", "title": "C", "bearer": "county", "kind": "revenue", "amount": {"annual": 10},
                     "uncertainty": %s}],
                   "impacts": [{"id": "i", "title": "T", "category": "social", "quantity": {"effect": %d},
                     "value": {"amount": 1}}]}]}""".formatted(id, uncertainCost, benefit));
    }

    private static AppraisalCase parsed(String text) {
        Located<Proposal> proposal = new ProposalReader(MODELS).parse("case.json", text);
        return References.resolve(proposal.value(), proposal.places(), PackReader.read(MODELS), Map.of());
    }
}
