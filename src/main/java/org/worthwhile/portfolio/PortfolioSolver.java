package org.worthwhile.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the best choice among candidates under rules, or which rules fight. */
final class PortfolioSolver {

    private final ChoiceColumns columns;
    private final double[] values;

    /** @param values of the columns, in their order */
    PortfolioSolver(ChoiceColumns columns, double[] values) {
        this.columns = columns;
        this.values = values;
    }

    /** What came of a search. */
    sealed interface Outcome {}

    /**
     * A choice: the positions of the chosen columns.
     *
     * @param value what they are worth together
     * @param bound that no choice exceeds; the value where that is proven to be the greatest
     * @param proven whether it is
     */
    record Solution(List<Integer> chosen, double value, double bound, boolean proven) implements Outcome {

        boolean[] choice(int columns) {
            boolean[] choice = new boolean[columns];
            chosen.forEach(i -> choice[i] = true);
            return choice;
        }
    }

    /** No choice keeps to the rules. */
    record Impossible() implements Outcome {}

    /** The search stopped before it found a choice, or that there is none. */
    record Unknown() implements Outcome {}

    /**
     * The best choice.
     *
     * @param known choices to begin with
     * @param mostWork after which the search stops, in multiplications about
     */
    Outcome solve(List<Rule> rules, List<boolean[]> known, long mostWork) {
        return outcome(BranchAndBound.best(programme(rules), columns.linked(rules), known, mostWork));
    }

    /** What searches for choices with one candidate or another in them have in common. */
    CoverCuts.Tightened tightened(List<Rule> rules) {
        return CoverCuts.of(programme(rules));
    }

    private IntegerProgramme programme(List<Rule> rules) {
        return IntegerProgramme.of(columns.all(), values, columns.linked(rules));
    }

    /** The best choice with a candidate in it; parameters as for {@link #solve}. */
    Outcome with(int candidate, CoverCuts.Tightened tightened, List<Rule> rules, long mostWork) {
        return outcome(BranchAndBound.with(candidate, tightened, columns.linked(rules), mostWork));
    }

    private static Outcome outcome(BranchAndBound.Result result) {
        return result.best()
                .<Outcome>map(chosen -> new Solution(
                        IntStream.range(0, chosen.length)
                                .filter(i -> chosen[i])
                                .boxed()
                                .toList(),
                        result.value(),
                        result.bound(),
                        result.finished()))
                .orElseGet(() -> result.finished() ? new Impossible() : new Unknown());
    }

    /**
     * A smallest set of rules that cannot all be kept: each in turn is left out for good when the rest still cannot be
     * (Chinneck and Dravnieks 1991, ORSA Journal on Computing 3, the deletion filter).
     */
    List<Rule> conflict(List<Rule> rules, long mostWork) {
        List<Rule> kept = new ArrayList<>(rules);
        for (Rule rule : rules) {
            List<Rule> others = kept.stream().filter(other -> other != rule).toList();
            BranchAndBound.Result result = BranchAndBound.any(programme(others), columns.linked(others), mostWork);
            if (result.finished() && result.best().isEmpty()) {
                kept.remove(rule);
            }
        }
        return kept;
    }
}
