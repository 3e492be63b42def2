package org.worthwhile.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.worthwhile.portfolio.Constraints.Kind;
import org.worthwhile.portfolio.Constraints.Limit;
import org.worthwhile.portfolio.Constraints.MinimumShare;
import org.worthwhile.proposal.FinancialYear;

class PortfolioChooserTest {

    private static final FinancialYear YEAR = FinancialYear.of("2026/27");

    @Test
    void theChoiceIsTheBestOfAllThatFullEnumerationFinds() {
        Random random = new Random(1);
        for (int round = 0; round < 30; round++) {
            List<Candidate> candidates = new ArrayList<>();
            for (int proposal = 0; proposal < 7; proposal++) {
                for (int option = 0; option < 2; option++) {
                    candidates.add(candidate(
                            "p" + proposal,
                            "o" + option,
                            random.nextInt(9_000_000) - 1_000_000,
                            random.nextInt(4_000_000)));
                }
            }
            Constraints constraints = Constraints.NONE
                    .withBudget(6_000_000)
                    .withSelection(new SelectionRules(
                            List.of("p0"), List.of("p1"), List.of(List.of("p2", "p3")), List.of(List.of("p4", "p5"))));
            PortfolioChoice choice = PortfolioChooser.choose(candidates, constraints);
            assertThat(choice.proven()).isTrue();
            assertThat(choice.value()).isCloseTo(enumerate(candidates), within(1.0));
            assertThat(choice.cost()).isLessThanOrEqualTo(6_000_000.5);
            assertThat(choice.lossByRatio().orElse(0)).isNotNegative();
        }
    }

    /** Every way of choosing none or one of two options of seven proposals, under the same constraints. */
    private static double enumerate(List<Candidate> candidates) {
        double best = Double.NEGATIVE_INFINITY;
        for (int code = 0; code < Math.pow(3, 7); code++) {
            int rest = code;
            int[] taken = new int[7];
            double value = 0;
            double cost = 0;
            for (int proposal = 0; proposal < 7; proposal++) {
                taken[proposal] = rest % 3;
                rest /= 3;
                if (taken[proposal] > 0) {
                    Candidate candidate = candidates.get(2 * proposal + taken[proposal] - 1);
                    value += candidate.value(Objective.NPSV);
                    cost += candidate.cost();
                }
            }
            boolean allowed = cost <= 6_000_000
                    && taken[0] > 0
                    && taken[1] == 0
                    && (taken[2] == 0 || taken[3] == 0)
                    && (taken[4] == 0 || taken[5] > 0);
            best = allowed ? Math.max(best, value) : best;
        }
        return best;
    }

    @Test
    void rankingByRatioCanLoseAndTheLossIsTold() {
        // A takes most of the budget at the better ratio; B and C together are worth more.
        List<Candidate> candidates = List.of(
                candidate("a", "o", 3_300_000, 1_100_000),
                candidate("b", "o", 2_600_000, 1_000_000),
                candidate("c", "o", 2_600_000, 1_000_000));
        PortfolioChoice choice = PortfolioChooser.choose(candidates, budget(2_000_000));
        assertThat(choice.chosen()).extracting(Candidate::proposal).containsExactly("b", "c");
        assertThat(choice.byRatio()).extracting(Candidate::proposal).containsExactly("a");
        assertThat(choice.lossByRatio().orElseThrow()).isCloseTo(1_900_000, within(1e-6));
        // A tenth more buys a instead of b: 700,000 for 200,000.
        assertThat(choice.nextPound().orElseThrow()).isCloseTo(700_000 / 200_000.0, within(1e-6));
    }

    @Test
    void rankingByRatioFirstTakesWhatIsCompulsory() {
        List<Candidate> candidates =
                List.of(candidate("a", "o", -5_000_000, 1_000_000), candidate("b", "o", 4_000_000, 1_000_000));
        PortfolioChoice compulsory = PortfolioChooser.choose(candidates, compulsory(List.of("a"), 1_000_000));
        assertThat(compulsory.byRatio()).extracting(Candidate::proposal).containsExactly("a");
        assertThat(compulsory.lossByRatio()).hasValue(0);
    }

    private static Constraints compulsory(List<String> must, double budget) {
        return Constraints.NONE
                .withBudget(budget)
                .withSelection(new SelectionRules(must, List.of(), List.of(), List.of()));
    }

    @Test
    void constraintsThatFightAreNamed() {
        List<Candidate> candidates = List.of(candidate("a", "o", 1, 3_000_000), candidate("b", "o", 1, 10));
        Constraints impossible = Constraints.NONE
                .withBudget(1_000_000)
                .withSelection(new SelectionRules(List.of("a", "b"), List.of(), List.of(), List.of()));
        assertThatThrownBy(() -> PortfolioChooser.choose(candidates, impossible))
                .hasMessageContaining(
                        "no choice keeps to all of these: the budget; 'a' must be chosen; loosen one of them: raise the budget"
                                + " from 1,000,000 to 3,000,010 or more");
    }

    @Test
    void aYearsBudgetHoldsTooAndTheFrontierRises() {
        List<Candidate> candidates =
                List.of(candidate("a", "o", 5_000_000, 1_000_000), candidate("b", "o", 4_000_000, 500_000));
        PortfolioChoice choice = PortfolioChooser.choose(
                candidates, limited(new Limit(600_000, Optional.of(YEAR), Optional.empty(), Optional.empty())));
        assertThat(choice.chosen()).extracting(Candidate::proposal).containsExactly("b");
        List<Double> values = PortfolioChooser.choose(candidates, budget(9_000_000)).frontier().stream()
                .map(PortfolioChoice.FrontierPoint::value)
                .toList();
        assertThat(values).isSorted().endsWith(9_000_000.0);
    }

    @Test
    void theFrontierBeginsWhereTheOptionsThatSaveMoneyAllow() {
        List<Candidate> candidates =
                List.of(candidate("a", "o", 5_000_000, 1_000_000), candidate("b", "o", 4_000_000, -2_000_000));
        var frontier = PortfolioChooser.choose(candidates, budget(0)).frontier();
        assertThat(frontier.getFirst().budget()).isEqualTo(-2_000_000);
        assertThat(frontier.getFirst().value()).isEqualTo(4_000_000);
        assertThat(frontier.getLast().budget()).isEqualTo(1_000_000);
        assertThat(frontier.getLast().value()).isEqualTo(9_000_000);
    }

    @Test
    void capitalRevenueAndOrganisationsHaveBudgetsOfTheirOwn() {
        List<Candidate> candidates = List.of(
                candidate("a", 5_000_000, "county", true),
                candidate("b", 4_000_000, "county", false),
                candidate("c", 3_000_000, "nhs", false));
        assertThat(chosen(candidates, new Limit(0, Optional.empty(), Optional.of(Kind.CAPITAL), Optional.empty())))
                .containsExactly("b", "c");
        assertThat(chosen(candidates, new Limit(0, Optional.empty(), Optional.of(Kind.REVENUE), Optional.of("county"))))
                .containsExactly("a", "c");
        assertThat(chosen(candidates, new Limit(0, Optional.of(YEAR), Optional.empty(), Optional.of("county"))))
                .containsExactly("c");
    }

    private static List<String> chosen(List<Candidate> candidates, Limit limit) {
        return PortfolioChooser.choose(candidates, limited(limit)).chosen().stream()
                .map(Candidate::proposal)
                .toList();
    }

    @Test
    void aPlaceGetsItsMinimumShareOfSpending() {
        // Two of three options can be afforded; without the share the two worth most, which are elsewhere.
        List<Candidate> candidates = List.of(
                at("Elsewhere", candidate("a", 5_000_000, "county", true)),
                at("Elsewhere", candidate("b", 4_000_000, "county", true)),
                at("Fenland", candidate("c", 1_000_000, "county", true)));
        Constraints share = Constraints.NONE
                .withBudget(2_000_000)
                .withMinimumShares(List.of(new MinimumShare(Optional.of("Fenland"), Optional.empty(), 0.3)));
        assertThat(PortfolioChooser.choose(candidates, budget(2_000_000)).chosen())
                .extracting(Candidate::proposal)
                .containsExactly("a", "b");
        PortfolioChoice shared = PortfolioChooser.choose(candidates, share);
        assertThat(shared.chosen()).extracting(Candidate::proposal).containsExactly("a", "c");
        // Ranking takes a and b, which breaks the share, and so is not compared.
        assertThat(shared.byRatio()).extracting(Candidate::proposal).containsExactly("a", "b");
        assertThat(shared.lossByRatio()).isEmpty();
    }

    @Test
    void theShadowPriceIsTheBestRatioThatTheBudgetStillLacks() {
        // a is taken wholly (3 a pound), and half of b (2 a pound): one more pound buys more of b.
        List<Candidate> candidates =
                List.of(candidate("a", "o", 3_000_000, 1_000_000), candidate("b", "o", 4_000_000, 2_000_000));
        assertThat(PortfolioChooser.choose(candidates, budget(2_000_000))
                        .shadowPrice()
                        .orElseThrow())
                .isCloseTo(2, within(1e-6));
    }

    private static Constraints budget(double amount) {
        return Constraints.NONE.withBudget(amount);
    }

    private static Constraints limited(Limit limit) {
        return Constraints.NONE.withBudget(9_000_000).withLimits(List.of(limit));
    }

    /** It changes neither the value nor what is used of any rule, so that nothing speaks for it. */
    @Test
    void anOptionThatIsWorthNothingAndTakesNothingIsNotChosenUnlessItMustBe() {
        List<Candidate> candidates = List.of(candidate("a", "o", 5, 10), candidate("empty", "o", 0, 0));
        Constraints must = Constraints.NONE
                .withBudget(100)
                .withSelection(new SelectionRules(List.of("empty"), List.of(), List.of(), List.of()));

        assertThat(PortfolioChooser.choose(candidates, Constraints.NONE.withBudget(100))
                        .chosen())
                .extracting(Candidate::proposal)
                .containsExactly("a");
        assertThat(PortfolioChooser.choose(candidates, must).chosen())
                .extracting(Candidate::proposal)
                .containsExactly("a", "empty");
    }

    @Test
    void rulesNameProposalsByTheirTitles() {
        List<Candidate> candidates = List.of(titled("a", "A bus"), titled("b", "A library"), titled("c", "A park"));
        Constraints rules = Constraints.NONE
                .withBudget(100)
                .withSelection(new SelectionRules(
                        List.of("a"), List.of("b"), List.of(List.of("a", "b")), List.of(List.of("c", "b"))));

        assertThat(Rule.onProposals(candidates, rules))
                .extracting(Rule::words)
                .containsExactly(
                        "'A bus' must be chosen",
                        "'A library' must not be chosen",
                        "at most one of 'A bus', 'A library'",
                        "'A park' needs 'A library'")
                .containsExactlyElementsOf(new ProposalRules(candidates).words(rules));
    }

    private static Candidate titled(String proposal, String title) {
        return new Candidate(proposal, title, "o", "O", "", List.of(), Map.of(Objective.NPSV, 1.0), 1, List.of());
    }

    private static Candidate candidate(String proposal, String option, double npsv, double cost) {
        return new Candidate(
                proposal,
                proposal,
                option,
                option,
                "",
                List.of(),
                Map.of(Objective.NPSV, npsv),
                cost,
                List.of(new Spending("county", false, YEAR, cost)));
    }

    /** Costs a million. */
    private static Candidate candidate(String proposal, double npsv, String organisation, boolean capital) {
        return new Candidate(
                proposal,
                proposal,
                "o",
                "o",
                "",
                List.of(),
                Map.of(Objective.NPSV, npsv),
                1_000_000,
                List.of(new Spending(organisation, capital, YEAR, 1_000_000)));
    }

    private static Candidate at(String place, Candidate candidate) {
        return new Candidate(
                candidate.proposal(),
                candidate.title(),
                candidate.option(),
                candidate.optionTitle(),
                place,
                candidate.themes(),
                candidate.values(),
                candidate.cost(),
                candidate.spending());
    }
}
