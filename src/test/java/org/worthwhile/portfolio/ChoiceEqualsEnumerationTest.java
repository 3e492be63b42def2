package org.worthwhile.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.worthwhile.portfolio.PortfolioChoice.Binding;
import org.worthwhile.portfolio.PortfolioChoice.FrontierPoint;
import org.worthwhile.portfolio.PortfolioChoice.Step;
import org.worthwhile.problem.InvalidInput;

/** The choice of generated problems is what going through every way of choosing finds. */
class ChoiceEqualsEnumerationTest {

    @Test
    void theChoiceIsTheBestOfAllWaysOfChoosing() {
        LongStream.range(0, 300).parallel().forEach(ChoiceEqualsEnumerationTest::check);
    }

    @Test
    @Tag("proof")
    void theChoiceIsTheBestOfAllWaysOfChoosingInThousandsOfProblems() {
        LongStream.range(300, 5_500).parallel().forEach(ChoiceEqualsEnumerationTest::check);
    }

    /** With pairs that come to more or to less together than apart, every figure still is that of all ways of choosing. */
    @Test
    void withInteractionsTheChoiceIsTheBestOfAllWaysOfChoosing() {
        LongStream.range(0, 100).parallel().forEach(seed -> check(seed, GeneratedChoice.withInteractions(seed)));
    }

    @Test
    @Tag("proof")
    void withInteractionsTheChoiceIsTheBestOfAllWaysOfChoosingInThousandsOfProblems() {
        LongStream.range(100, 2_200).parallel().forEach(seed -> check(seed, GeneratedChoice.withInteractions(seed)));
    }

    private static void check(long seed) {
        check(seed, GeneratedChoice.of(seed));
    }

    private static void check(long seed, GeneratedChoice problem) {
        Enumeration enumeration = Enumeration.of(problem.candidates(), problem.constraints());
        OptionalDouble best = enumeration.best(problem.constraints().budget().orElseThrow());
        try {
            PortfolioChoice choice = PortfolioChooser.choose(problem.candidates(), problem.constraints());
            assertThat(best).as("seed %d: can be kept to", seed).isPresent();
            checkChoice(seed, problem, choice, best.getAsDouble());
            checkFrontier(seed, problem, choice.frontier(), enumeration);
            checkSteps(seed, problem, choice, enumeration);
            checkBudget(seed, problem, choice, enumeration);
            checkRatio(seed, problem, choice);
            checkNearBest(seed, problem, choice, enumeration);
            checkBinding(seed, problem, choice.binding(), enumeration);
            InteractionsCheck.check(seed, problem, choice);
            checkLeftOut(seed, problem, choice, enumeration);
        } catch (InvalidInput infeasible) {
            assertThat(best).as("seed %d: %s", seed, infeasible.getMessage()).isEmpty();
            ConflictCheck.check(seed, infeasible, problem.constraints(), enumeration);
        }
    }

    /** The values are those of the best ways of all, and each set is lawful, worth what it says and there once. */
    private static void checkNearBest(
            long seed, GeneratedChoice problem, PortfolioChoice choice, Enumeration enumeration) {
        double budget = problem.constraints().budget().orElseThrow();
        double[] best = enumeration.ways().stream()
                .filter(way -> way.broken().isEmpty() && way.costsAtMost(budget))
                .mapToDouble(way -> -way.value())
                .sorted()
                .limit(10)
                .map(value -> -value)
                .toArray();
        List<NearBest.RankedSet> sets = choice.nearBest().sets();
        assertThat(choice.nearBest().isProven()).as("seed %d", seed).isTrue();
        assertThat(sets.stream().mapToDouble(NearBest.RankedSet::value).toArray())
                .as("seed %d: near best", seed)
                .containsExactly(best, within(rounding(problem)));
        assertThat(sets).as("seed %d", seed).doesNotHaveDuplicates();
        for (NearBest.RankedSet set : sets) {
            Enumeration.Way way = Enumeration.way(set.chosen(), problem.constraints());
            assertThat(way.broken()).as("seed %d", seed).isEmpty();
            assertThat(way.costsAtMost(budget)).as("seed %d", seed).isTrue();
            assertThat(set.value()).as("seed %d", seed).isCloseTo(way.value(), within(rounding(problem)));
        }
    }

    /** What a sum of the candidates' values may be off by. */
    private static double rounding(GeneratedChoice problem) {
        return 1e-11
                * (problem.candidates().stream()
                                .mapToDouble(candidate -> Math.abs(
                                        candidate.value(problem.constraints().objective())))
                                .sum()
                        + problem.constraints().interactions().stream()
                                .mapToDouble(each -> Math.abs(each.benefit()) + Math.abs(each.cost()))
                                .sum());
    }

    private static void checkChoice(long seed, GeneratedChoice problem, PortfolioChoice choice, double best) {
        double budget = problem.constraints().budget().orElseThrow();
        Enumeration.Way way = Enumeration.way(choice.chosen(), problem.constraints());
        assertThat(choice.chosen())
                .as("seed %d", seed)
                .extracting(Candidate::proposal)
                .doesNotHaveDuplicates();
        assertThat(way.broken()).as("seed %d", seed).isEmpty();
        assertThat(way.costsAtMost(budget)).as("seed %d: cost", seed).isTrue();
        assertThat(choice.proven()).as("seed %d: proven", seed).isTrue();
        assertThat(choice.gap()).as("seed %d: gap", seed).isZero();
        assertThat(choice.value()).as("seed %d: value", seed).isCloseTo(best, within(rounding(problem)));
        assertThat(choice.value()).as("seed %d", seed).isCloseTo(way.value(), within(rounding(problem)));
        assertThat(choice.cost()).as("seed %d", seed).isCloseTo(way.cost(), within(1e-11 * way.size()));
        assertThat(choice.shadowPrice().orElseThrow())
                .as("seed %d: shadow price", seed)
                .isNotNegative()
                .isFinite();
        assertThat(choice.nextPound().orElse(0))
                .as("seed %d: next pound", seed)
                .isNotNegative()
                .isFinite();
    }

    private static void checkFrontier(
            long seed, GeneratedChoice problem, List<FrontierPoint> frontier, Enumeration enumeration) {
        for (FrontierPoint point : frontier) {
            assertThat(point.value())
                    .as("seed %d: frontier at %s", seed, point.budget())
                    .isCloseTo(enumeration.best(point.budget()).orElseThrow(), within(rounding(problem)));
            List<Candidate> chosen = problem.candidates().stream()
                    .filter(candidate -> point.options().contains(candidate.path()))
                    .toList();
            Enumeration.Way way = Enumeration.way(chosen, problem.constraints());
            assertThat(way.broken()).as("seed %d", seed).isEmpty();
            assertThat(way.costsAtMost(point.budget())).as("seed %d", seed).isTrue();
            assertThat(point.value()).as("seed %d", seed).isCloseTo(way.value(), within(rounding(problem)));
        }
        assertThat(frontier).as("seed %d", seed).isSortedAccordingTo(Comparator.comparingDouble(FrontierPoint::budget));
        assertThat(frontier).as("seed %d", seed).isSortedAccordingTo(Comparator.comparingDouble(FrontierPoint::value));
    }

    /** Each step is lawful and what its cost buys at most, and no way of choosing is worth more than the step that its cost reaches. */
    private static void checkSteps(
            long seed, GeneratedChoice problem, PortfolioChoice choice, Enumeration enumeration) {
        List<Step> steps = choice.steps();
        assertThat(choice.knowsAllSteps()).as("seed %d: all steps", seed).isTrue();
        assertThat(steps).as("seed %d", seed).isSortedAccordingTo(Comparator.comparingDouble(Step::cost));
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            List<Candidate> chosen = problem.candidates().stream()
                    .filter(candidate -> step.options().contains(candidate.path()))
                    .toList();
            Enumeration.Way way = Enumeration.way(chosen, problem.constraints());
            assertThat(way.broken()).as("seed %d", seed).isEmpty();
            assertThat(step.cost()).as("seed %d", seed).isCloseTo(way.cost(), within(1e-11 * way.size()));
            assertThat(step.value())
                    .as("seed %d: step at %s", seed, step.cost())
                    .isCloseTo(way.value(), within(rounding(problem)))
                    .isCloseTo(enumeration.best(step.cost()).orElseThrow(), within(rounding(problem)));
            if (i > 0) {
                assertThat(step.value())
                        .as("seed %d", seed)
                        .isGreaterThan(steps.get(i - 1).value());
            }
        }
        double same = 4
                * Rule.slack(problem.candidates().stream()
                                .mapToDouble(candidate -> Math.abs(candidate.cost()))
                                .sum()
                        + problem.constraints().interactions().stream()
                                .mapToDouble(each -> Math.abs(each.cost()))
                                .sum());
        for (Enumeration.Way way : enumeration.ways()) {
            if (way.broken().isEmpty()) {
                assertThat(steps.stream()
                                .filter(step -> step.cost() <= way.cost() + same)
                                .mapToDouble(Step::value)
                                .max()
                                .orElse(Double.NEGATIVE_INFINITY))
                        .as("seed %d: a step at %s or below", seed, way.cost())
                        .isGreaterThanOrEqualTo(way.value() - rounding(problem));
            }
        }
    }

    /** The curve passes through the choice, and a larger budget buys what the largest of all budgets buys, or nothing. */
    private static void checkBudget(
            long seed, GeneratedChoice problem, PortfolioChoice choice, Enumeration enumeration) {
        double budget = problem.constraints().budget().orElseThrow();
        assertThat(choice.frontier())
                .as("seed %d: curve at the budget", seed)
                .filteredOn(point -> point.budget() == budget)
                .singleElement()
                .satisfies(point -> {
                    assertThat(point.value()).isEqualTo(choice.value());
                    assertThat(point.cost()).isEqualTo(choice.cost());
                    assertThat(point.options())
                            .isEqualTo(choice.chosen().stream()
                                    .map(Candidate::path)
                                    .toList());
                });
        double largest = enumeration.best(Double.MAX_VALUE).orElseThrow();
        double more = choice.largerBudget().orElseThrow();
        assertThat(more)
                .as("seed %d: larger budget", seed)
                .isNotNegative()
                .isCloseTo(largest - choice.value(), within(2 * rounding(problem)));
        assertThat(choice.binding().stream()
                        .anyMatch(one -> one.words().equals("the budget") && one.loss() > rounding(problem)))
                .as("seed %d: the budget holds the choice down", seed)
                .isEqualTo(more > rounding(problem));
    }

    /** At each budget of the curve the choice within that budget is worth what the curve says. */
    @Test
    void theCurveSaysWhatTheChoiceAtEachOfItsBudgetsIsWorth() {
        LongStream.range(0, 60).parallel().forEach(ChoiceEqualsEnumerationTest::checkCurve);
    }

    private static void checkCurve(long seed) {
        GeneratedChoice problem = GeneratedChoice.of(seed);
        try {
            PortfolioChoice choice = PortfolioChooser.choose(problem.candidates(), problem.constraints());
            for (FrontierPoint point : choice.frontier()) {
                PortfolioChoice there = PortfolioChooser.choose(
                        problem.candidates(), problem.constraints().withBudget(point.budget()));
                assertThat(there.value())
                        .as("seed %d: at %s", seed, point.budget())
                        .isCloseTo(point.value(), within(rounding(problem)));
            }
        } catch (InvalidInput infeasible) {
            assertThat(infeasible).hasMessageContaining(ConflictCheck.CONFLICT);
        }
    }

    /** Ranking by ratio loses nothing or something where it keeps to the constraints, and elsewhere is not compared. */
    private static void checkRatio(long seed, GeneratedChoice problem, PortfolioChoice choice) {
        Enumeration.Way way = Enumeration.way(choice.byRatio(), problem.constraints());
        boolean keeps = way.broken().isEmpty()
                && way.costsAtMost(problem.constraints().budget().orElseThrow());
        assertThat(choice.lossByRatio().isPresent()).as("seed %d: ratio", seed).isEqualTo(keeps);
        choice.lossByRatio()
                .ifPresent(loss -> assertThat(loss)
                        .as("seed %d: loss by ratio", seed)
                        .isNotNegative()
                        .isCloseTo(choice.value() - way.value(), within(rounding(problem))));
    }

    /** The loss with a left-out option is against the best of all ways with it. */
    private static void checkLeftOut(
            long seed, GeneratedChoice problem, PortfolioChoice choice, Enumeration enumeration) {
        double budget = problem.constraints().budget().orElseThrow();
        for (PortfolioChoice.LeftOut left : choice.leftOut()) {
            OptionalDouble best = enumeration.ways().stream()
                    .filter(way -> way.broken().isEmpty() && way.costsAtMost(budget))
                    .filter(way -> way.chosen().contains(left.candidate()))
                    .mapToDouble(Enumeration.Way::value)
                    .max();
            assertThat(left.loss().isPresent()).as("seed %d: left out", seed).isEqualTo(best.isPresent());
            left.loss()
                    .ifPresent(loss -> assertThat(loss)
                            .as("seed %d: loss with %s", seed, left.candidate().path())
                            .isCloseTo(choice.value() - best.orElseThrow(), within(2 * rounding(problem))));
        }
    }

    private static void checkBinding(
            long seed, GeneratedChoice problem, List<Binding> binding, Enumeration enumeration) {
        Map<String, Double> losses = enumeration.losses(rounding(problem));
        assertThat(binding.stream().filter(one -> one.loss() > rounding(problem)))
                .as("seed %d: binding", seed)
                .extracting(Binding::words)
                .containsExactlyInAnyOrderElementsOf(losses.keySet());
        for (Binding one : binding) {
            assertThat(one.loss())
                    .as("seed %d: %s", seed, one.words())
                    .isCloseTo(losses.getOrDefault(one.words(), 0.0), within(2 * rounding(problem)));
        }
    }
}
