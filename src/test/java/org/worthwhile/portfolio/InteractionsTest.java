package org.worthwhile.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.worthwhile.portfolio.Constraints.Limit;
import org.worthwhile.portfolio.Interaction.Side;
import org.worthwhile.portfolio.InteractionEffect.Outcome;
import org.worthwhile.portfolio.PortfolioChoice.LeftOut;
import org.worthwhile.portfolio.PortfolioChoice.Step;
import org.worthwhile.portfolio.RobustChoice.Criteria;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.uncertainty.MonteCarloError;

/** Pairs that come to more or to less together than apart, worked by hand. */
class InteractionsTest {

    private static final FinancialYear YEAR = FinancialYear.of("2027/28");

    /** A hub is worth 50 for 60, a helpline 30 for 50 and a bus 45 for 50. */
    private static final List<Candidate> THREE = List.of(
            candidate("hub", "plain", 50, 60), candidate("line", "plain", 30, 50), candidate("bus", "plain", 45, 50));

    /** In one building hub and helpline cost 10 less, and are worth so much more. */
    private static final Interaction SHARED = interaction("hub", "line", 0, -10);

    /**
     * Within 100 fit the helpline with the bus for 100, worth 30 + 45 = 75, and, as they share 10, hub and helpline for 60 + 50 - 10 =
     * 100, worth 50 + 30 + 10 = 90. Apart they would cost 110. With the bus the best is 75, a loss of 15.
     */
    @Test
    void whatAPairSavesMakesRoomForItAndIsWorthSoMuchMore() {
        PortfolioChoice choice = PortfolioChooser.choose(THREE, budget(100, SHARED));

        assertThat(choice.chosen()).extracting(Candidate::proposal).containsExactly("hub", "line");
        assertThat(choice.value()).isEqualTo(90);
        assertThat(choice.cost()).isEqualTo(100);
        assertThat(choice.limits().getFirst().use()).isEqualTo(100);
        assertThat(choice.limits().getFirst().slack()).isZero();
        assertThat(choice.interactions())
                .extracting(InteractionEffect::interaction, InteractionEffect::value, InteractionEffect::outcome)
                .containsExactly(tuple(SHARED, 10.0, Outcome.TOGETHER));
        LeftOut bus = choice.leftOut().getFirst();
        assertThat(bus.candidate().proposal()).isEqualTo("bus");
        assertThat(bus.loss()).hasValue(15);
        assertThat(bus.displaced()).extracting(Candidate::proposal).containsExactly("hub");
        assertThat(choice.leftOut()).hasSize(1);
    }

    /** The example of the page on the method: 90 + 70 + 10 for 60 + 50 - 10; with the park 135, 35 less. */
    @Test
    void libraryAndBusInOneBuildingAreTheBestChoice() {
        PortfolioChoice choice = PortfolioChooser.choose(
                List.of(
                        candidate("library", "plain", 90, 60),
                        candidate("bus", "plain", 70, 50),
                        candidate("park", "plain", 65, 50)),
                budget(100, interaction("library", "bus", 0, -10)));

        assertThat(choice.value()).isEqualTo(170);
        assertThat(choice.cost()).isEqualTo(100);
        assertThat(choice.leftOut().getFirst().loss()).hasValue(35);
    }

    /**
     * The bus is worth 45 at 50, the hub 50 at 60, hub and helpline 90 at 100, hub and bus 95 at 110, and all three 50 + 30 + 45 + 10 =
     * 135 at 60 + 50 + 50 - 10 = 150.
     */
    @Test
    void whatBudgetsBuyCountsWhatPairsShare() {
        PortfolioChoice choice = PortfolioChooser.choose(THREE, budget(100, SHARED));

        assertThat(choice.steps())
                .extracting(Step::cost, Step::value)
                .containsExactly(
                        tuple(0.0, 0.0),
                        tuple(50.0, 45.0),
                        tuple(60.0, 50.0),
                        tuple(100.0, 90.0),
                        tuple(110.0, 95.0),
                        tuple(150.0, 135.0));
        assertThat(choice.largerBudget()).hasValue(45);
    }

    /** Sets that cost at most 100: hub and helpline 90, helpline and bus 75, hub 50, bus 45, helpline 30, none 0; hub and bus cost 110. */
    @Test
    void theNearBestSetsCountWhatPairsComeTo() {
        NearBest near = PortfolioChooser.choose(THREE, budget(100, SHARED)).nearBest();

        assertThat(near.sets())
                .extracting(NearBest.RankedSet::value)
                .containsExactly(90.0, 75.0, 50.0, 45.0, 30.0, 0.0);
        assertThat(near.sets())
                .extracting(NearBest.RankedSet::cost)
                .containsExactly(100.0, 100.0, 60.0, 50.0, 50.0, 0.0);
        assertThat(near.isProven()).isTrue();
    }

    /** By ratio the bus (0.9 a pound) comes first, then the hub (0.83), which no longer fits, and the helpline: 75, 15 less. */
    @Test
    void rankingByRatioDoesNotKnowOfPairsAndIsComparedWithThem() {
        PortfolioChoice choice = PortfolioChooser.choose(THREE, budget(100, SHARED));

        assertThat(choice.byRatio()).extracting(Candidate::proposal).containsExactly("line", "bus");
        assertThat(choice.lossByRatio()).hasValue(15);
    }

    /** By ratio hub and helpline are taken, for 60 + 50; what they cost more together, 15, breaks the budget of 120. */
    @Test
    void rankingByRatioStopsWherePairsWouldBreakTheBudget() {
        PortfolioChoice choice =
                PortfolioChooser.choose(THREE.subList(0, 2), budget(120, interaction("hub", "line", 0, 15)));

        assertThat(choice.byRatio()).extracting(Candidate::proposal).containsExactly("hub");
        assertThat(choice.chosen()).extracting(Candidate::proposal).containsExactly("hub");
        assertThat(choice.lossByRatio()).hasValue(0);
    }

    /** Hub and helpline reach the same people, a loss of 35: together 50 + 30 - 35 = 45 are worth less than the hub alone, 50. */
    @Test
    void whatOverlapsIsLeftOutWhereItAddsLessThanIsLost() {
        PortfolioChoice choice =
                PortfolioChooser.choose(THREE.subList(0, 2), budget(1000, interaction("hub", "line", -35, 0)));

        assertThat(choice.chosen()).extracting(Candidate::proposal).containsExactly("hub");
        assertThat(choice.value()).isEqualTo(50);
        assertThat(choice.interactions().getFirst().isAvoided()).isTrue();
        assertThat(choice.leftOut().getFirst().loss()).hasValue(5);
        assertThat(choice.leftOut().getFirst().displaced()).isEmpty();
    }

    /** A loss of 20 is less than the 30 that the helpline adds: both, for 50 + 30 - 20 = 60. */
    @Test
    void whatOverlapsIsChosenWhereItAddsMoreThanIsLost() {
        PortfolioChoice choice =
                PortfolioChooser.choose(THREE.subList(0, 2), budget(1000, interaction("hub", "line", -20, 0)));

        assertThat(choice.value()).isEqualTo(60);
        assertThat(choice.interactions().getFirst().takesEffect()).isTrue();
    }

    /** The large hub is worth 55 and overlaps by 30, the plain one 50 and does not: 50 + 30 instead of 55 + 30 - 30. */
    @Test
    void aPairMayNameOneOptionOfAProposal() {
        List<Candidate> candidates = List.of(
                candidate("hub", "plain", 50, 60),
                candidate("hub", "large", 55, 60),
                candidate("line", "plain", 30, 50));
        Interaction overlap = new Interaction(
                new Side("hub", Optional.of("large")),
                new Side("line", Optional.empty()),
                -30,
                0,
                List.of(),
                "The same people");

        PortfolioChoice choice = PortfolioChooser.choose(candidates, budget(1000, overlap));

        assertThat(choice.chosen()).extracting(Candidate::path).containsExactly("hub/plain", "line/plain");
        assertThat(choice.value()).isEqualTo(80);
    }

    /** In 2027/28 they spend 60 and 50, and 5 more to move at once: 115 of 114, so that only one can be had; 115 of 115 is kept. */
    @Test
    void whatAPairSpendsCountsInTheLimitsOfItsYear() {
        Interaction moving = new Interaction(
                side("hub"), side("line"), 0, 0, List.of(new Spending("county", false, YEAR, 5)), "One move");

        assertThat(PortfolioChooser.choose(THREE.subList(0, 2), limitedInTheYear(114, moving))
                        .value())
                .isEqualTo(50);
        PortfolioChoice kept = PortfolioChooser.choose(THREE.subList(0, 2), limitedInTheYear(115, moving));
        assertThat(kept.value()).isEqualTo(80);
        assertThat(kept.limits().getLast().use()).isEqualTo(115);
    }

    /**
     * Hub and helpline are worth 50 and 30 in one draw, 20 and 40 in the other, and cost 60 and 50, then 75 and 45. Together they cost 10
     * less and are worth 10 more in each: 90 and 70, for 100 and 110. The budget of 100 is broken in one of two; apart it would be in both.
     */
    @Test
    void drawsCountWhatPairsComeToOnEach() {
        List<Candidate> candidates = THREE.subList(0, 2);
        double[][] costs = {{60, 75}, {50, 45}};
        Scenarios scenarios = new Scenarios(
                new double[][] {{50, 20}, {30, 40}}, costs, List.of(), costs, MonteCarloError.ofIndependent(2));
        PortfolioChoice choice = PortfolioChooser.choose(candidates, budget(100, SHARED));

        RobustChoice robust = RobustChooser.choose(candidates, choice, scenarios, Criteria.USUAL);

        assertThat(robust.chosen().candidates()).containsExactly("hub/plain", "line/plain");
        assertThat(robust.chosen().value().mean().value()).isCloseTo(80, within(1e-12));
        assertThat(robust.chosen().cost().mean().value()).isCloseTo(105, within(1e-12));
        assertThat(robust.chosen().limits().getFirst().broken().value()).isEqualTo(0.5);
        assertThat(robust.belongs()).hasSize(2);
        // In the second draw both break the budget: the helpline alone, 40, is best there.
        assertThat(robust.belongs().get(0).probability().value()).isEqualTo(0.5);
        assertThat(robust.belongs().get(1).probability().value()).isEqualTo(1);
        // None, one, the other or both keep to the budget as appraised.
        assertThat(robust.compared()).isEqualTo(4);
    }

    /** Hub and helpline must be chosen and cost 60 + 50 + 7 = 117 together. */
    @Test
    void aConflictIsToldOfTheConstraintsAndNotOfHowPairsAreCounted() {
        Constraints both = Constraints.NONE
                .withBudget(109)
                .withSelection(new SelectionRules(List.of("hub", "line"), List.of(), List.of(), List.of()))
                .withInteractions(List.of(interaction("hub", "line", 0, 7)));

        assertThatThrownBy(() -> PortfolioChooser.choose(THREE.subList(0, 2), both))
                .hasMessageContaining("the budget; 'hub' must be chosen; 'line' must be chosen")
                .hasMessageContaining("raise the budget from 109 to 117 or more");
    }

    private static Constraints budget(double budget, Interaction interaction) {
        return limited(OptionalDouble.of(budget), List.of(), interaction);
    }

    private static Constraints limitedInTheYear(double most, Interaction interaction) {
        return limited(
                OptionalDouble.of(1000),
                List.of(new Limit(most, Optional.of(YEAR), Optional.empty(), Optional.empty())),
                interaction);
    }

    private static Constraints limited(OptionalDouble budget, List<Limit> limits, Interaction interaction) {
        return Constraints.NONE.withBudget(budget).withLimits(limits).withInteractions(List.of(interaction));
    }

    private static Interaction interaction(String one, String other, double benefit, double cost) {
        return new Interaction(side(one), side(other), benefit, cost, List.of(), "In one building");
    }

    private static Side side(String proposal) {
        return new Side(proposal, Optional.empty());
    }

    private static Candidate candidate(String proposal, String option, double value, double cost) {
        return new Candidate(
                proposal,
                proposal,
                option,
                option,
                "",
                List.of(),
                Map.of(Objective.NPSV, value),
                cost,
                List.of(new Spending("county", false, YEAR, cost)));
    }
}
