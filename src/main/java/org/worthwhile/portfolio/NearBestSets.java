package org.worthwhile.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.worthwhile.portfolio.BestFound.Found;
import org.worthwhile.portfolio.NearBest.RankedSet;
import org.worthwhile.portfolio.PortfolioSolver.Solution;

/**
 * Searches for the sets that are worth most: one search that cuts off what is worth no more than the worst of those that are
 * kept (Lawler 1972, Management Science 18, names the problem). It begins with the sets that differ in one proposal from one that is
 * known.
 */
final class NearBestSets {

    /** Near the best set are as many as can be read. */
    static final int COUNT = 10;

    private final ChoiceColumns columns;
    private final double[] values;
    private final List<Rule> rules;
    private final List<List<Integer>> proposals;
    private final Map<Integer, List<Integer>> interactionsOf;

    NearBestSets(ChoiceColumns columns, double[] values, List<Rule> rules) {
        this.columns = columns;
        this.values = values;
        this.rules = rules;
        this.proposals = Candidate.byProposal(columns.all().subList(0, columns.candidates()));
        this.interactionsOf = columns.interactionsOf();
    }

    /**
     * The sets.
     *
     * @param best the best choice that is known
     * @param mostWork after which the search stops, in multiplications about
     */
    NearBest find(Solution best, long mostWork) {
        BestFound begin = new BestFound(COUNT);
        begin.add(best.choice(values.length), best.value());
        addNeighbours(begin);
        BranchAndBound.Ranking ranking = BranchAndBound.ranking(
                IntegerProgramme.of(columns.all(), values, columns.linked(rules))
                        .withoutLikeness(),
                columns.linked(rules),
                begin.all().stream().map(Found::choice).toList(),
                COUNT,
                mostWork);
        List<RankedSet> sets = ranking.found().stream().map(this::set).toList();
        return best.proven()
                ? new NearBest(sets, Math.max(1, ranking.proven()), Math.min(best.value(), ranking.bound()))
                : new NearBest(sets, ranking.proven(), ranking.bound());
    }

    /** Those that differ from a set that is kept in what is chosen of one proposal, for as long as that finds better ones. */
    private void addNeighbours(BestFound best) {
        List<Found> looked = new ArrayList<>();
        for (int round = 0; round < COUNT; round++) {
            List<Found> next =
                    best.all().stream().filter(found -> !looked.contains(found)).toList();
            next.forEach(found -> addNeighbours(found, best));
            looked.addAll(next);
        }
    }

    private void addNeighbours(Found from, BestFound best) {
        for (List<Integer> options : proposals) {
            int before =
                    options.stream().filter(i -> from.choice()[i]).findFirst().orElse(-1);
            for (int place = -1; place < options.size(); place++) {
                int after = place < 0 ? -1 : options.get(place);
                double value = from.value() - (before < 0 ? 0 : values[before]) + (after < 0 ? 0 : values[after]);
                if (after != before && value + mostOfInteractions(before, after) > best.threshold()) {
                    boolean[] exchanged = from.choice().clone();
                    IntStream.of(before).filter(i -> i >= 0).forEach(i -> exchanged[i] = false);
                    IntStream.of(after).filter(i -> i >= 0).forEach(i -> exchanged[i] = true);
                    boolean[] choice = columns.completed(exchanged);
                    for (int z = columns.candidates(); z < choice.length; z++) {
                        value += (choice[z] ? values[z] : 0) - (from.choice()[z] ? values[z] : 0);
                    }
                    if (rules.stream().allMatch(rule -> rule.holds(choice))) {
                        best.add(choice, value);
                    }
                }
            }
        }
    }

    /** What the interactions of two candidates can add at most where one takes the other's place. */
    private double mostOfInteractions(int before, int after) {
        return IntStream.of(before, after)
                .filter(i -> i >= 0)
                .flatMap(i -> interactionsOf.getOrDefault(i, List.of()).stream().mapToInt(Integer::intValue))
                .mapToDouble(z -> Math.abs(values[z]))
                .sum();
    }

    private RankedSet set(Found found) {
        List<Integer> chosen = IntStream.range(0, values.length)
                .filter(i -> found.choice()[i])
                .boxed()
                .toList();
        return new RankedSet(
                columns.candidates(chosen),
                found.value(),
                chosen.stream().mapToDouble(i -> columns.all().get(i).cost()).sum());
    }
}
