package org.worthwhile.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.worthwhile.portfolio.Constraints.Limit;
import org.worthwhile.portfolio.Constraints.MinimumShare;
import org.worthwhile.portfolio.RobustChoice.Criteria;
import org.worthwhile.portfolio.RobustChoice.Criterion;
import org.worthwhile.portfolio.RobustChoice.LimitRisk;
import org.worthwhile.portfolio.RobustChoice.SetOutcome;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.uncertainty.MonteCarloError;

/** Choices of two and three proposals over a handful of scenarios, worked out by hand. */
class RobustChooserTest {

    private static final FinancialYear YEAR = FinancialYear.of("2026/27");

    /** Only one is affordable: a is the better in three scenarios of four, b in one, where a falls short by 5. */
    @Test
    void theChoiceIsComparedWithTheBestOfEachScenario() {
        RobustChoice robust =
                robust(budget(1), Criteria.USUAL, new double[][] {{12, 11, 13, 4}, {9, 9, 9, 9}}, new double[][] {
                    {1, 1, 1, 1}, {1, 1, 1, 1}
                });

        assertThat(robust.belongs())
                .extracting(belonging -> belonging.probability().value())
                .containsExactly(0.75, 0.25);
        assertThat(robust.chosen().candidates()).containsExactly("p0/o");
        assertThat(robust.chosen().expectedRegret().value()).isEqualTo(5.0 / 4);
        assertThat(robust.chosen().greatestRegret()).isEqualTo(5);
        assertThat(best(robust, Criterion.EXPECTED_VALUE).candidates()).containsExactly("p0/o");
        // b regrets 3, 2, 4 and 0: more on average, less at worst; and its worst scenario is worth 9, that of a 4.
        assertThat(best(robust, Criterion.MINIMAX_REGRET).candidates()).containsExactly("p1/o");
        assertThat(best(robust, Criterion.MINIMAX_REGRET).greatestRegret()).isEqualTo(4);
        assertThat(best(robust, Criterion.CONDITIONAL_VALUE_AT_RISK).candidates())
                .containsExactly("p1/o");
        assertThat(robust.choices()).allMatch(RobustChoice.BestSet::proven);
    }

    /** Of five scenarios the worst 30% are the worst one and half of the next: (2 + 0.5 x 4) / 1.5. */
    @Test
    void conditionalValueAtRiskCountsTheLastScenarioInPart() {
        RobustChoice robust = robust(
                budget(9),
                new Criteria(0.3, OptionalDouble.empty()),
                new double[][] {{10, 4, 8, 2, 6}},
                new double[][] {{1, 1, 1, 1, 1}});

        assertThat(robust.chosen().conditionalValueAtRisk().value()).isCloseTo(8 / 3.0, within(1e-12));
        assertThat(robust.chosen().value().mean().value()).isEqualTo(6);
        assertThat(robust.chosen().value().p50().value()).isEqualTo(6);
    }

    /** Both cost 1 as appraised and fit into 2; together they cost more in two scenarios of five, a alone in none. */
    @Test
    void whatCostsMoreThanAppraisedBreaksTheBudgetAndTheLimitOfItsYear() {
        double[][] values = {{5, 5, 5, 5, 5}, {4, 4, 4, 4, 4}};
        double[][] costs = {{1, 1, 1, 1.5, 1.5}, {1, 1, 1, 1, 0.75}};
        Constraints constraints = limited(2, 2.25);

        RobustChoice asAppraised = robust(constraints, Criteria.USUAL, values, costs);
        assertThat(asAppraised.chosen().candidates()).containsExactly("p0/o", "p1/o");
        // 2, 2, 2, 2.5 and 2.25 in all.
        assertThat(asAppraised.chosen().limits())
                .extracting(LimitRisk::words)
                .containsExactly("the budget", "the budget in 2026/27");
        assertThat(asAppraised.chosen().limits())
                .extracting(limit -> limit.broken().value())
                .containsExactly(0.4, 0.2);
        assertThat(asAppraised.chosen().cost().mean().value()).isCloseTo(10.75 / 5, within(1e-12));
        assertThat(asAppraised.belongs())
                .extracting(belonging -> belonging.probability().value())
                .containsExactly(1.0, 0.6);
        assertThat(best(asAppraised, Criterion.EXPECTED_VALUE).candidates()).containsExactly("p0/o", "p1/o");

        assertThat(best(robust(constraints, keeping(0.6), values, costs), Criterion.EXPECTED_VALUE)
                        .candidates())
                .containsExactly("p0/o", "p1/o");
        assertThat(best(robust(constraints, keeping(0.61), values, costs), Criterion.EXPECTED_VALUE)
                        .candidates())
                .containsExactly("p0/o");
    }

    /** Three of which two fit: of the pairs, a and b are worth most on average, b and c lose least. */
    @Test
    void ofThreeProposalsTheBestPairDependsOnTheCriterion() {
        double[][] values = {{9, 0, 9}, {5, 5, 5}, {0, 8, 4}};
        double[][] costs = {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}};
        RobustChoice robust = robust(budget(2), new Criteria(1.0 / 3, OptionalDouble.empty()), values, costs);

        // a+b 14, 5, 14 (mean 11); a+c 9, 8, 13 (10); b+c 5, 13, 9 (9). Best of each 14, 13, 14.
        assertThat(best(robust, Criterion.EXPECTED_VALUE).candidates()).containsExactly("p0/o", "p1/o");
        assertThat(best(robust, Criterion.EXPECTED_VALUE).greatestRegret()).isEqualTo(8);
        assertThat(best(robust, Criterion.CONDITIONAL_VALUE_AT_RISK).candidates())
                .containsExactly("p0/o", "p2/o");
        assertThat(best(robust, Criterion.CONDITIONAL_VALUE_AT_RISK)
                        .conditionalValueAtRisk()
                        .value())
                .isEqualTo(8);
        assertThat(best(robust, Criterion.MINIMAX_REGRET).candidates()).containsExactly("p0/o", "p2/o");
        assertThat(best(robust, Criterion.MINIMAX_REGRET).greatestRegret()).isEqualTo(5);
    }

    @Test
    void whereNoSetKeepsToTheLimitsOftenEnoughNoneIsGiven() {
        Constraints compulsory = Constraints.NONE
                .withBudget(1)
                .withSelection(new SelectionRules(List.of("p0"), List.of(), List.of(), List.of()));
        RobustChoice robust =
                robust(compulsory, keeping(0.9), new double[][] {{1, 1, 1}}, new double[][] {{0.5, 1, 1.5}});

        assertThat(robust.choices()).isEmpty();
        assertThat(robust.impossible()).isEqualTo(1);
        assertThat(robust.chosen().limits().getFirst().broken().value()).isCloseTo(1 / 3.0, within(1e-15));
    }

    /**
     * p1 costs 5 or 13 and p2 as much, of a budget of 10 that is kept in both scenarios: nothing may be chosen, though on average each
     * costs 9. To choose nothing is to regret nothing, and what was chosen as appraised has no regret below zero.
     */
    @Test
    void whatMayNotBeChosenIsNotRegretted() {
        double[][] values = {{0, 0}, {50, 0}, {0, 50}};
        double[][] costs = {{100, 0}, {5, 13}, {5, 13}};

        RobustChoice robust = robust(budget(10), keeping(1), values, costs);
        assertThat(robust.chosen().candidates()).contains("p1/o", "p2/o");
        assertThat(robust.chosen().expectedRegret().value()).isZero();
        assertThat(robust.chosen().greatestRegret()).isZero();
        assertThat(best(robust, Criterion.MINIMAX_REGRET).candidates()).isEmpty();

        RobustChoice incomplete = robust(budget(10), keeping(1), values, costs, 0);
        assertThat(incomplete.choices())
                .filteredOn(best -> best.criterion() == Criterion.MINIMAX_REGRET)
                .singleElement()
                .satisfies(best -> assertThat(best.bound()).isZero());
    }

    /** Both are chosen; of all spending p0 takes a third, a half and three quarters, of which the first is less than 40%. */
    @Test
    void aMinimumShareHasAProbabilityOfBeingBrokenAndNoAmount() {
        Constraints constraints = Constraints.NONE
                .withBudget(9)
                .withMinimumShares(List.of(new MinimumShare(Optional.of("p0"), Optional.empty(), 0.4)));
        RobustChoice robust = robust(
                constraints, Criteria.USUAL, new double[][] {{5, 5, 5}, {4, 4, 4}}, new double[][] {{1, 1, 3}, {2, 1, 1}
                });

        assertThat(robust.chosen().limits())
                .extracting(LimitRisk::words)
                .containsExactly("the budget", "at least 40% for p0");
        LimitRisk share = robust.chosen().limits().getLast();
        assertThat(share.broken().value()).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(share.limit()).isEmpty();
        assertThat(share.use()).isEmpty();
        assertThat(robust.chosen().limits().getFirst().limit()).hasValue(9);
    }

    private static SetOutcome best(RobustChoice robust, Criterion criterion) {
        return robust.choices().stream()
                .filter(best -> best.criterion() == criterion)
                .findFirst()
                .orElseThrow()
                .set();
    }

    private static Criteria keeping(double probability) {
        return new Criteria(0.1, OptionalDouble.of(probability));
    }

    private static Constraints budget(double amount) {
        return Constraints.NONE.withBudget(amount);
    }

    private static Constraints limited(double budget, double inYear) {
        return Constraints.NONE
                .withBudget(budget)
                .withLimits(List.of(new Limit(inYear, Optional.of(YEAR), Optional.empty(), Optional.empty())));
    }

    /** Each proposal has one option, which is worth what it is on average and costs 1 as appraised. */
    private static RobustChoice robust(
            Constraints constraints, Criteria criteria, double[][] values, double[][] costs) {
        return robust(constraints, criteria, values, costs, Long.MAX_VALUE);
    }

    /** @param mostWork after which the search for sets stops */
    private static RobustChoice robust(
            Constraints constraints, Criteria criteria, double[][] values, double[][] costs, long mostWork) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            double mean = 0;
            for (double value : values[i]) {
                mean += value / values[i].length;
            }
            candidates.add(new Candidate(
                    "p" + i,
                    "P",
                    "o",
                    "O",
                    "p" + i,
                    List.of(),
                    Map.of(Objective.NPSV, mean),
                    1,
                    List.of(new Spending("county", false, YEAR, 1))));
        }
        Scenarios scenarios = new Scenarios(
                values,
                costs,
                constraints.limits().stream().map(_ -> costs).toList(),
                costs,
                MonteCarloError.ofIndependent(values[0].length));
        return RobustChooser.choose(
                candidates, PortfolioChooser.choose(candidates, constraints), scenarios, criteria, mostWork);
    }
}
