package org.worthwhile.portfolio;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The usual rule of thumb, ranking by value for each pound, beside which the best choice is set. */
final class RatioRanking {

    private final ChoiceColumns columns;
    private final List<Candidate> candidates;
    private final double[] values;
    private final Constraints constraints;

    /** @param values of the columns by the objective, by position */
    RatioRanking(ChoiceColumns columns, double[] values, Constraints constraints) {
        this.columns = columns;
        this.candidates = columns.all();
        this.values = values;
        this.constraints = constraints;
    }

    /**
     * What a list ranked by value for each pound would take, by position: first an option of each proposal that must be
     * chosen, then from the top for as long as it keeps to every budget and limit, what needs another once that is taken. Options
     * that cost nothing come first, the most valuable of them ahead. The list does not know of interactions, but what it takes
     * costs and comes to what they make of it.
     */
    boolean[] taken(List<Rule> rules) {
        Comparator<Integer> rank =
                Comparator.comparingDouble((Integer i) -> -ratio(i)).thenComparingDouble(i -> -values[i]);
        List<Integer> ranked =
                IntStream.range(0, columns.candidates()).boxed().sorted(rank).toList();
        boolean[] taken = new boolean[values.length];
        Set<String> proposals = new HashSet<>();
        ranked.stream()
                .filter(i -> constraints
                        .selection()
                        .must()
                        .contains(candidates.get(i).proposal()))
                .forEach(i -> take(i, taken, proposals, rules));
        int before = -1;
        while (before < proposals.size()) {
            before = proposals.size();
            ranked.stream()
                    .filter(i -> values[i] > 0 && hasWhatItNeeds(i, proposals))
                    .forEach(i -> take(i, taken, proposals, rules));
        }
        return columns.completed(taken);
    }

    private void take(int i, boolean[] taken, Set<String> proposals, List<Rule> rules) {
        String proposal = candidates.get(i).proposal();
        if (!proposals.contains(proposal)) {
            taken[i] = true;
            boolean[] completed = columns.completed(taken);
            if (rules.stream().allMatch(rule -> rule.leavesRoom(completed))) {
                proposals.add(proposal);
            } else {
                taken[i] = false;
            }
        }
    }

    private boolean hasWhatItNeeds(int i, Set<String> proposals) {
        return constraints.selection().requires().stream()
                .filter(pair -> pair.get(0).equals(candidates.get(i).proposal()))
                .allMatch(pair -> proposals.contains(pair.get(1)));
    }

    private double ratio(int i) {
        double cost = candidates.get(i).cost();
        return cost > 0 ? values[i] / cost : Double.POSITIVE_INFINITY;
    }
}
