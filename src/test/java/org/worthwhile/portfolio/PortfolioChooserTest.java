package org.worthwhile.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.worthwhile.portfolio.Constraints.Objective;
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
            Constraints constraints = new Constraints(
                    Objective.NPSV,
                    OptionalDouble.of(6_000_000),
                    new TreeMap<>(),
                    List.of("p0"),
                    List.of("p1"),
                    List.of(List.of("p2", "p3")),
                    List.of(List.of("p4", "p5")));
            PortfolioChoice choice = PortfolioChooser.choose(candidates, constraints);
            assertThat(choice.proven()).isTrue();
            assertThat(choice.value()).isCloseTo(enumerate(candidates), within(1.0));
            assertThat(choice.cost()).isLessThanOrEqualTo(6_000_000.5);
            assertThat(choice.lossByRatio()).isNotNaN();
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
                    value += candidate.npsv();
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
        assertThat(choice.lossByRatio()).isCloseTo(1_900_000, within(1e-6));
        // A tenth more buys a instead of b: 700,000 for 200,000.
        assertThat(choice.nextPound()).isCloseTo(700_000 / 200_000.0, within(1e-6));
    }

    @Test
    void constraintsThatFightAreNamed() {
        List<Candidate> candidates = List.of(candidate("a", "o", 1, 3_000_000), candidate("b", "o", 1, 10));
        Constraints impossible = new Constraints(
                Objective.NPSV,
                OptionalDouble.of(1_000_000),
                new TreeMap<>(),
                List.of("a", "b"),
                List.of(),
                List.of(),
                List.of());
        assertThatThrownBy(() -> PortfolioChooser.choose(candidates, impossible))
                .hasMessageContaining("no choice keeps to all of these: the budget; 'a' must be chosen; loosen");
    }

    @Test
    void aYearsBudgetHoldsTooAndTheFrontierRises() {
        List<Candidate> candidates =
                List.of(candidate("a", "o", 5_000_000, 1_000_000), candidate("b", "o", 4_000_000, 500_000));
        TreeMap<FinancialYear, Double> byYear = new TreeMap<>();
        byYear.put(YEAR, 600_000.0);
        PortfolioChoice choice = PortfolioChooser.choose(
                candidates,
                new Constraints(
                        Objective.NPSV,
                        OptionalDouble.of(9_000_000),
                        byYear,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
        assertThat(choice.chosen()).extracting(Candidate::proposal).containsExactly("b");
        List<Double> values = PortfolioChooser.choose(candidates, budget(9_000_000)).frontier().stream()
                .map(PortfolioChoice.FrontierPoint::value)
                .toList();
        assertThat(values).isSorted().endsWith(9_000_000.0);
    }

    private static Constraints budget(double amount) {
        return new Constraints(
                Objective.NPSV, OptionalDouble.of(amount), new TreeMap<>(), List.of(), List.of(), List.of(), List.of());
    }

    private static Candidate candidate(String proposal, String option, double npsv, double cost) {
        TreeMap<FinancialYear, Double> byYear = new TreeMap<>();
        byYear.put(YEAR, cost);
        return new Candidate(proposal, proposal, option, option, npsv, npsv, cost, byYear);
    }
}
