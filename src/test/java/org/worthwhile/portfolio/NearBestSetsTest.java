package org.worthwhile.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.worthwhile.portfolio.NearBest.RankedSet;
import org.worthwhile.portfolio.PortfolioSolver.Solution;

/** The sets that are worth most of three proposals worth 5, 3 and 2 that cost 1 each, of which two can be afforded. */
class NearBestSetsTest {

    private static final double[] VALUES = {5, 3, 2};

    private final List<Candidate> candidates = List.of(candidate("a", 5), candidate("b", 3), candidate("c", 2));

    @Test
    void allSetsAreRankedWhereThereAreFewerThanTen() {
        NearBest near = find(true, 1_000_000);
        assertThat(near.sets()).extracting(RankedSet::value).containsExactly(8.0, 7.0, 5.0, 5.0, 3.0, 2.0, 0.0);
        assertThat(near.isProven()).isTrue();
        assertThat(candidates).extracting(near::count).containsExactly(3, 3, 3);
    }

    @Test
    void withoutWorkTheFirstIsProvenIfTheChoiceWasAndTheOthersAreNot() {
        NearBest near = find(true, -1);
        assertThat(near.sets().getFirst().value()).isEqualTo(8);
        assertThat(near.proven()).isEqualTo(1);
        assertThat(near.bound()).isEqualTo(8);
        assertThat(near.isProven()).isFalse();
        assertThat(find(false, -1).proven()).isZero();
    }

    private NearBest find(boolean proven, long work) {
        Constraints constraints = Constraints.NONE.withBudget(2);
        return new NearBestSets(ChoiceColumns.of(candidates, constraints), VALUES, Rule.of(candidates, constraints))
                .find(new Solution(List.of(0, 1), 8, 8, proven), work);
    }

    private static Candidate candidate(String proposal, double value) {
        return new Candidate(
                proposal, proposal, "do", "Do", "", List.of(), Map.of(Objective.NPSV, value), 1, List.of());
    }
}
