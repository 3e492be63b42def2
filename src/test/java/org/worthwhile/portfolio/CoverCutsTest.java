package org.worthwhile.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoverCutsTest {

    /**
     * Two hundred options gain 150 each and cost from 60 to 99.8: any eighty cost at least 80 times 60 and 0.2 times 0 to 79, 5,432. Of a
     * budget of 5,500 the rest, 68, buys one more in parts, and none whole. That no eighty-first fits closes what lies between.
     */
    @Test
    void whatCannotBeFilledWithWholeOptionsIsProvenWithoutATree() {
        List<Candidate> candidates = IntStream.range(0, 200)
                .mapToObj(i -> candidate(i, 150 - cost(i), cost(i)))
                .toList();
        PortfolioChoice choice = PortfolioChooser.choose(candidates, Constraints.NONE.withBudget(5_500));

        assertThat(choice.proven()).isTrue();
        assertThat(choice.chosen()).hasSize(80);
        assertThat(choice.value()).isCloseTo(80 * 150 - 5_432, within(1e-9));
        assertThat(choice.nearBest().isProven()).isTrue();
        assertThat(choice.frontier()).allMatch(PortfolioChoice.FrontierPoint::proven);
        IntegerProgramme programme = programme(candidates, 5_500);
        IntegerProgramme tightened = CoverCuts.of(programme).programme();
        assertThat(bound(programme)).isGreaterThan(6_568 + 50);
        assertThat(bound(tightened)).isCloseTo(6_568, within(1e-6));
    }

    /** No way of choosing that keeps to the rules of generated problems breaks a cut, and some are cut. */
    @Test
    void everyWayThatKeepsToTheRulesKeepsToTheCuts() {
        int cut = 0;
        for (long seed = 0; seed < 300; seed++) {
            GeneratedChoice problem = GeneratedChoice.of(seed);
            List<Candidate> candidates = problem.candidates();
            double[] values = candidates.stream()
                    .mapToDouble(each -> each.value(problem.constraints().objective()))
                    .toArray();
            List<Rule> rules = Rule.of(candidates, problem.constraints());
            IntegerProgramme programme = IntegerProgramme.of(candidates, values, rules);
            IntegerProgramme tightened = CoverCuts.of(programme).programme();
            cut += tightened.rules() - programme.rules();
            for (Enumeration.Way way :
                    Enumeration.of(candidates, problem.constraints()).ways()) {
                if (way.broken().isEmpty()
                        && way.costsAtMost(problem.constraints().budget().orElseThrow())) {
                    checkCuts(seed, programme, tightened, candidates, way.chosen());
                }
            }
        }
        assertThat(cut).isGreaterThan(100);
    }

    private static void checkCuts(
            long seed,
            IntegerProgramme programme,
            IntegerProgramme tightened,
            List<Candidate> candidates,
            List<Candidate> chosen) {
        for (int rule = programme.rules(); rule < tightened.rules(); rule++) {
            double sum = 0;
            for (int[] columns : programme.choices()) {
                int column = IntStream.of(columns)
                        .filter(j -> j < candidates.size() && chosen.contains(candidates.get(j)))
                        .findFirst()
                        .orElse(columns[columns.length - 1]);
                sum += tightened.coefficient(rule, column);
            }
            assertThat(sum).as("seed %d", seed).isLessThanOrEqualTo(tightened.highest()[rule]);
        }
    }

    private static double bound(IntegerProgramme programme) {
        DualSimplex simplex = new DualSimplex(programme);
        double[] none = new double[programme.rules()];
        simplex.solve(programme.choices(), none, WorkingBasis.Basis.NONE, 10_000);
        return LagrangianBound.of(
                        programme, programme.choices(), simplex.basis().prices(), 0, none)
                .value();
    }

    private static IntegerProgramme programme(List<Candidate> candidates, double budget) {
        return IntegerProgramme.of(
                candidates,
                candidates.stream()
                        .mapToDouble(each -> each.value(Objective.NPSV))
                        .toArray(),
                Rule.of(candidates, Constraints.NONE.withBudget(budget)));
    }

    private static double cost(int i) {
        return 60 + 0.2 * i;
    }

    private static Candidate candidate(int i, double value, double cost) {
        return new Candidate("p" + i, "P" + i, "o", "O", "", List.of(), Map.of(Objective.NPSV, value), cost, List.of());
    }
}
