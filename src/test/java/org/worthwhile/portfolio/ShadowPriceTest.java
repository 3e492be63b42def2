package org.worthwhile.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What one more pound buys where parts of options can be chosen. */
class ShadowPriceTest {

    private static final double MILLION = 1e6;

    @Test
    void atABudgetOfZeroOnePoundBuysOfWhatIsWorthMostForEachPound() {
        List<Candidate> candidates = List.of(candidate("a", 3, 1), candidate("b", 8, 2), candidate("c", -1, 1));
        assertThat(price(candidates, 0)).isCloseTo(4, within(1e-9));
    }

    @Test
    void whatCostsMoreThanTheWholeBudgetCanBeChosenInPart() {
        assertThat(price(List.of(candidate("a", 6, 2)), 1)).isCloseTo(3, within(1e-9));
        assertThat(price(List.of(candidate("a", 6, 2), candidate("b", 2, 1)), 1))
                .isCloseTo(3, within(1e-9));
    }

    @Test
    void whereWhatWasBoughtFitsExactlyItIsThePriceOfWhatComesNext() {
        List<Candidate> candidates = List.of(candidate("a", 9, 3), candidate("b", 4, 2), candidate("c", 1, 1));
        assertThat(price(candidates, 3)).isCloseTo(2, within(1e-9));
        assertThat(price(candidates, 5)).isCloseTo(1, within(1e-9));
        assertThat(price(candidates, 6)).isZero();
    }

    /** Without other constraints the relaxation buys the steepest improvements first (Sinha and Zoltners 1979). */
    @Test
    void itIsTheSlopeOfTheNextImprovementInAnyChoiceWithinABudgetAlone() {
        for (long seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            List<Candidate> candidates = new ArrayList<>();
            int proposals = 1 + random.nextInt(20);
            for (int proposal = 0; proposal < proposals; proposal++) {
                int options = 1 + random.nextInt(4);
                for (int option = 0; option < options; option++) {
                    candidates.add(candidate("p" + proposal, random.nextInt(-5, 40), random.nextInt(-2, 10)));
                }
            }
            double least = Candidate.leastCost(candidates);
            double budget = least + MILLION * random.nextInt(3 * proposals);
            assertThat(price(candidates, budget / MILLION))
                    .as("seed %d", seed)
                    .isCloseTo(nextSlope(candidates, budget + 0.5), within(1e-6));
        }
    }

    private record Step(double cost, double value) {
        double slope() {
            return value / cost;
        }
    }

    private static double nextSlope(List<Candidate> candidates, double budget) {
        List<Step> steps = new ArrayList<>();
        double spent = 0;
        for (String proposal :
                candidates.stream().map(Candidate::proposal).distinct().toList()) {
            List<Step> points = new ArrayList<>(List.of(new Step(0, 0)));
            candidates.stream()
                    .filter(candidate -> candidate.proposal().equals(proposal))
                    .forEach(candidate -> points.add(new Step(candidate.cost(), candidate.value(Objective.NPSV))));
            Step at = points.stream()
                    .min(Comparator.comparingDouble(Step::cost).thenComparingDouble(point -> -point.value()))
                    .orElseThrow();
            spent += at.cost();
            while (true) {
                Step from = at;
                var steepest = points.stream()
                        .filter(point -> point.cost() > from.cost() && point.value() > from.value())
                        .max(Comparator.comparingDouble(
                                point -> (point.value() - from.value()) / (point.cost() - from.cost())));
                if (steepest.isEmpty()) {
                    break;
                }
                at = steepest.get();
                steps.add(new Step(at.cost() - from.cost(), at.value() - from.value()));
            }
        }
        steps.sort(Comparator.comparingDouble(Step::slope).reversed());
        for (Step step : steps) {
            spent += step.cost();
            if (spent > budget) {
                return step.slope();
            }
        }
        return 0;
    }

    private static double price(List<Candidate> candidates, double millions) {
        return PortfolioChooser.choose(candidates, Constraints.NONE.withBudget(millions * MILLION))
                .shadowPrice()
                .orElseThrow();
    }

    private static Candidate candidate(String proposal, double value, double cost) {
        return new Candidate(
                proposal,
                proposal,
                "o",
                "o",
                "",
                List.of(),
                Map.of(Objective.NPSV, value * MILLION),
                cost * MILLION,
                List.of());
    }
}
