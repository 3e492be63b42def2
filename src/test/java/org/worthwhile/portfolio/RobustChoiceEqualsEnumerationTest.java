package org.worthwhile.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.worthwhile.portfolio.Constraints.Limit;
import org.worthwhile.portfolio.RobustChoice.BestSet;
import org.worthwhile.portfolio.RobustChoice.Criteria;
import org.worthwhile.portfolio.RobustChoice.Criterion;
import org.worthwhile.portfolio.RobustChoice.LimitRisk;
import org.worthwhile.portfolio.RobustChoice.SetOutcome;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.uncertainty.MonteCarloError;

/**
 * Generated problems in which all that candidates are worth, cost and spend differs between scenarios, against going through
 * every way of choosing in every scenario, with constraints kept to word by word.
 */
class RobustChoiceEqualsEnumerationTest {

    private static final int PROBLEMS = 200;
    private static final int PROBLEMS_WITH_INTERACTIONS = 60;
    private static final int SCENARIOS = 7;
    private static final int MOST_WAYS = 200;

    @Test
    void everyCriterionAndEveryProbabilityIsThatOfEnumeration() {
        int solved = 0;
        for (long seed = 0; solved < PROBLEMS; seed++) {
            GeneratedChoice generated = GeneratedChoice.of(seed);
            if (ways(generated.candidates()) <= MOST_WAYS) {
                Optional<PortfolioChoice> choice = choice(generated);
                if (choice.isPresent()) {
                    Enumerated enumerated = new Enumerated(generated, new Random(seed));
                    for (Criteria criteria : criteria(seed)) {
                        enumerated.compare(choice.get(), criteria, "problem " + seed + ", " + criteria);
                    }
                    solved++;
                }
            }
        }
    }

    /** What pairs come to besides is the same in every scenario. */
    @Test
    void everyCriterionAndEveryProbabilityCountsInteractions() {
        int solved = 0;
        for (long seed = 0; solved < PROBLEMS_WITH_INTERACTIONS; seed++) {
            GeneratedChoice generated = GeneratedChoice.withInteractions(seed);
            if (ways(generated.candidates()) <= MOST_WAYS) {
                Optional<PortfolioChoice> choice = choice(generated);
                if (choice.isPresent() && !choice.get().interactions().isEmpty()) {
                    Enumerated enumerated = new Enumerated(generated, new Random(seed));
                    for (Criteria criteria : criteria(seed)) {
                        enumerated.compare(choice.get(), criteria, "problem " + seed + ", " + criteria);
                        enumerated.compareIncomplete(choice.get(), criteria);
                    }
                    solved++;
                }
            }
        }
    }

    /** The search is stopped at once, so that only sets that are best in some scenario are compared. */
    @Test
    void whatIsFoundWithoutGoingThroughAllSetsMayBeChosenAndIsNotCalledProven() {
        int unproven = 0;
        for (long seed = 0; seed < 60; seed++) {
            GeneratedChoice generated = GeneratedChoice.of(seed);
            Optional<PortfolioChoice> choice = choice(generated);
            if (ways(generated.candidates()) <= MOST_WAYS && choice.isPresent()) {
                Enumerated enumerated = new Enumerated(generated, new Random(seed));
                for (Criteria criteria : criteria(seed)) {
                    unproven += enumerated.compareIncomplete(choice.get(), criteria);
                }
            }
        }
        assertThat(unproven).isGreaterThan(20);
    }

    private static List<Criteria> criteria(long seed) {
        double tail = 0.1 + 0.9 * new Random(seed).nextDouble();
        return List.of(
                new Criteria(tail, OptionalDouble.empty()),
                new Criteria(tail, OptionalDouble.of(1)),
                new Criteria(tail, OptionalDouble.of(4.0 / SCENARIOS)));
    }

    private static Optional<PortfolioChoice> choice(GeneratedChoice generated) {
        try {
            return Optional.of(PortfolioChooser.choose(generated.candidates(), generated.constraints()));
        } catch (InvalidInput impossible) {
            return Optional.empty();
        }
    }

    private static long ways(List<Candidate> candidates) {
        return candidates.stream()
                .map(Candidate::proposal)
                .distinct()
                .mapToLong(proposal -> 1
                        + candidates.stream()
                                .filter(candidate -> candidate.proposal().equals(proposal))
                                .count())
                .reduce(1, (a, b) -> a * b);
    }

    /** A problem with every way of choosing in every scenario. */
    private static final class Enumerated {

        private final GeneratedChoice generated;
        private final double budget;
        private final List<List<Candidate>> drawn = new ArrayList<>();
        private final List<Enumeration.Way> asAppraised;

        /** By scenario, in the order of those as appraised. */
        private final List<List<Enumeration.Way>> ways;

        private final double size;

        Enumerated(GeneratedChoice generated, Random random) {
            this.generated = generated;
            this.budget = generated.constraints().budget().orElseThrow();
            for (int scenario = 0; scenario < SCENARIOS; scenario++) {
                drawn.add(generated.candidates().stream()
                        .map(candidate -> drawn(candidate, random))
                        .toList());
            }
            this.asAppraised = Enumeration.of(generated.candidates(), generated.constraints())
                    .ways();
            this.ways = drawn.stream()
                    .map(candidates ->
                            Enumeration.of(candidates, generated.constraints()).ways())
                    .toList();
            this.size = 1
                    + generated.constraints().interactions().stream()
                            .mapToDouble(each -> Math.abs(each.benefit()) + Math.abs(each.cost()))
                            .sum()
                    + drawn.stream()
                            .flatMap(List::stream)
                            .mapToDouble(candidate -> Math.abs(
                                    candidate.value(generated.constraints().objective())))
                            .max()
                            .orElse(0);
        }

        private static Candidate drawn(Candidate candidate, Random random) {
            Map<Objective, Double> values = new EnumMap<>(Objective.class);
            candidate.values().forEach((objective, value) -> values.put(objective, value * factor(random)));
            return new Candidate(
                    candidate.proposal(),
                    candidate.title(),
                    candidate.option(),
                    candidate.optionTitle(),
                    candidate.place(),
                    candidate.themes(),
                    values,
                    candidate.cost() * factor(random),
                    candidate.spending().stream()
                            .map(spending -> new Spending(
                                    spending.organisation(),
                                    spending.capital(),
                                    spending.year(),
                                    spending.amount() * factor(random)))
                            .toList());
        }

        /** As appraised in some scenarios, so that limits are met to the last digit there too. */
        private static double factor(Random random) {
            return random.nextBoolean() ? 1 : 2 * random.nextDouble();
        }

        Scenarios scenarios() {
            List<Limit> limits = generated.constraints().limits();
            return new Scenarios(
                    byScenario(
                            candidate -> candidate.value(generated.constraints().objective())),
                    byScenario(Candidate::cost),
                    limits.stream().map(limit -> byScenario(limit::taken)).toList(),
                    byScenario(Candidate::spent),
                    MonteCarloError.ofIndependent(SCENARIOS));
        }

        private double[][] byScenario(Function<Candidate, Double> figure) {
            return IntStream.range(0, generated.candidates().size())
                    .mapToObj(i -> drawn.stream()
                            .mapToDouble(candidates -> figure.apply(candidates.get(i)))
                            .toArray())
                    .toArray(double[][]::new);
        }

        private double[] values(int way) {
            return ways.stream()
                    .mapToDouble(scenario -> scenario.get(way).value())
                    .toArray();
        }

        private double broken(int way, String words) {
            return ways.stream()
                            .map(scenario -> scenario.get(way))
                            .filter(each -> words.equals("the budget")
                                    ? !each.costsAtMost(budget)
                                    : each.broken().contains(words))
                            .count()
                    / (double) SCENARIOS;
        }

        private boolean mayBeChosen(int way, Criteria criteria) {
            Enumeration.Way appraised = asAppraised.get(way);
            if (criteria.keeping().isEmpty()) {
                return appraised.broken().isEmpty() && appraised.costsAtMost(budget);
            }
            Set<String> broken = new HashSet<>(Set.of("the budget"));
            ways.forEach(scenario -> broken.addAll(scenario.get(way).broken()));
            // What proposals must and must not be chosen is broken in all scenarios or in none.
            return broken.stream().allMatch(words -> {
                boolean isOnProposals =
                        words.contains("must") || words.contains("needs") || words.startsWith("at most");
                return broken(way, words)
                        <= (isOnProposals ? 0 : 1 - criteria.keeping().getAsDouble()) + 1e-9;
            });
        }

        private int[] allowed(Criteria criteria) {
            return IntStream.range(0, asAppraised.size())
                    .filter(way -> mayBeChosen(way, criteria))
                    .toArray();
        }

        private double[] highest(int[] allowed) {
            double[] highest = new double[SCENARIOS];
            Arrays.fill(highest, Double.NEGATIVE_INFINITY);
            for (int way : allowed) {
                double[] values = values(way);
                Arrays.setAll(highest, scenario -> Math.max(highest[scenario], values[scenario]));
            }
            return highest;
        }

        private static double lowestMean(double[] values, double tail) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            double left = tail * sorted.length;
            double whole = left;
            double sum = 0;
            for (int i = 0; left > 1e-12; i++) {
                double weight = Math.min(1, left);
                sum += weight * sorted[i];
                left -= weight;
            }
            return sum / whole;
        }

        private double score(BestSet best) {
            SetOutcome set = best.set();
            return switch (best.criterion()) {
                case EXPECTED_VALUE -> set.value().mean().value();
                case CONDITIONAL_VALUE_AT_RISK -> set.conditionalValueAtRisk().value();
                case MINIMAX_REGRET -> -set.greatestRegret();
            };
        }

        private double score(BestSet best, int way, double[] highest, double tail) {
            double[] values = values(way);
            return switch (best.criterion()) {
                case EXPECTED_VALUE -> Arrays.stream(values).average().orElseThrow();
                case CONDITIONAL_VALUE_AT_RISK -> lowestMean(values, tail);
                case MINIMAX_REGRET ->
                    -IntStream.range(0, SCENARIOS)
                            .mapToDouble(scenario -> highest[scenario] - values[scenario])
                            .max()
                            .orElseThrow();
            };
        }

        private int way(SetOutcome set) {
            for (int way = 0; way < asAppraised.size(); way++) {
                if (asAppraised.get(way).chosen().stream()
                        .map(Candidate::path)
                        .toList()
                        .equals(set.candidates())) {
                    return way;
                }
            }
            throw new AssertionError(set.candidates());
        }

        void compare(PortfolioChoice choice, Criteria criteria, String as) {
            RobustChoice robust = RobustChooser.choose(generated.candidates(), choice, scenarios(), criteria);
            int[] allowed = allowed(criteria);
            double[] highest = highest(allowed);
            assertThat(robust.compared()).as(as).isEqualTo(allowed.length);
            assertThat(robust.choices()).as(as).hasSize(allowed.length == 0 ? 0 : 3);
            for (BestSet best : robust.choices()) {
                assertThat(best.proven()).isTrue();
                assertThat(Math.abs(best.bound())).isEqualTo(Math.abs(score(best)));
                assertThat(allowed).as(as).contains(way(best.set()));
                double greatest = Arrays.stream(allowed)
                        .mapToDouble(way -> score(best, way, highest, criteria.tail()))
                        .max()
                        .orElseThrow();
                assertThat(score(best)).as(as + best.criterion()).isCloseTo(greatest, within(1e-9 * size));
                assertThat(score(best, way(best.set()), highest, criteria.tail()))
                        .as(as)
                        .isCloseTo(greatest, within(1e-9 * size));
            }
            for (LimitRisk limit : robust.chosen().limits()) {
                assertThat(limit.broken().value())
                        .as(as)
                        .isCloseTo(broken(way(robust.chosen()), limit.words()), within(1e-12));
            }
            belongs(robust, as);
        }

        /** What belongs to every best way of a scenario belongs there, and what belongs to none does not. */
        private void belongs(RobustChoice robust, String as) {
            int impossible = 0;
            double[] surely = new double[generated.candidates().size()];
            double[] perhaps = new double[surely.length];
            for (List<Enumeration.Way> scenario : ways) {
                List<Enumeration.Way> kept = scenario.stream()
                        .filter(way -> way.broken().isEmpty() && way.costsAtMost(budget))
                        .toList();
                double most =
                        kept.stream().mapToDouble(Enumeration.Way::value).max().orElse(0);
                List<List<String>> best = kept.stream()
                        .filter(way -> way.value() >= most - 1e-9 * size)
                        .map(way -> way.chosen().stream().map(Candidate::path).toList())
                        .toList();
                impossible += kept.isEmpty() ? 1 : 0;
                for (int i = 0; i < surely.length; i++) {
                    String path = generated.candidates().get(i).path();
                    surely[i] += !best.isEmpty() && best.stream().allMatch(set -> set.contains(path)) ? 1 : 0;
                    perhaps[i] += best.stream().anyMatch(set -> set.contains(path)) ? 1 : 0;
                }
            }
            assertThat(robust.impossible()).as(as).isEqualTo(impossible);
            for (int i = 0; i < surely.length; i++) {
                assertThat(robust.belongs().get(i).probability().value())
                        .as(as)
                        .isBetween(surely[i] / SCENARIOS - 1e-12, perhaps[i] / SCENARIOS + 1e-12);
            }
        }

        /** How many of the choices are not proven to be the best. */
        int compareIncomplete(PortfolioChoice choice, Criteria criteria) {
            RobustChoice robust = RobustChooser.choose(generated.candidates(), choice, scenarios(), criteria, 0);
            int[] allowed = allowed(criteria);
            double[] highest = highest(allowed);
            int unproven = 0;
            for (BestSet best : robust.choices()) {
                int way = way(best.set());
                assertThat(allowed).contains(way);
                double greatest = Arrays.stream(allowed)
                        .mapToDouble(each -> score(best, each, highest, criteria.tail()))
                        .max()
                        .orElseThrow();
                double found = score(best, way, highest, criteria.tail());
                // No set exceeds the bound, and none has less regret; what is told of regret is no less than it is.
                double bound = best.criterion() == Criterion.MINIMAX_REGRET ? -best.bound() : best.bound();
                assertThat(bound).isGreaterThanOrEqualTo(greatest - 1e-9 * size);
                assertThat(score(best)).isLessThanOrEqualTo(found + 1e-9 * size);
                assertThat(best.proven()).isEqualTo(bound <= score(best) + 1e-9 * size);
                if (best.proven()) {
                    assertThat(found).isCloseTo(greatest, within(1e-9 * size));
                } else {
                    assertThat(found).isLessThanOrEqualTo(greatest + 1e-9 * size);
                    unproven++;
                }
            }
            return unproven;
        }
    }
}
