package org.worthwhile.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.worthwhile.portfolio.PortfolioChoice.FrontierPoint;
import org.worthwhile.portfolio.PortfolioModel.Solution;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;

/** Chooses at most one option of each proposal so that the objective is as large as constraints allow. */
public final class PortfolioChooser {

    private static final int FRONTIER_POINTS = 20;
    private static final double NEXT_SHARE = 0.1;

    /** More candidates than this get a frontier of fewer points. */
    private static final int MANY = 2_000;

    private static final int FRONTIER_POINTS_OF_MANY = 4;

    private final List<Candidate> candidates;
    private final Constraints constraints;
    private final double[] values;

    private PortfolioChooser(List<Candidate> candidates, Constraints constraints) {
        this.candidates = candidates;
        this.constraints = constraints;
        this.values = candidates.stream()
                .mapToDouble(candidate -> candidate.value(constraints.objective()))
                .toArray();
    }

    /**
     * The best choice.
     *
     * @param constraints with a budget
     * @throws InvalidInput if no choice keeps to the constraints, naming those that fight
     */
    public static PortfolioChoice choose(List<Candidate> candidates, Constraints constraints) {
        return new PortfolioChooser(candidates, constraints).choose();
    }

    /** The best choice alone, by the candidates' positions; parameters and failures as for {@link #choose}. */
    static Solution best(List<Candidate> candidates, double[] values, Constraints constraints) {
        return PortfolioModel.solve(candidates, values, constraints)
                .orElseThrow(() -> new InvalidInput(new Problem(
                        Place.of("constraints"),
                        "no choice keeps to all of these: "
                                + String.join("; ", PortfolioModel.conflict(candidates, constraints)),
                        "loosen one of them")));
    }

    private PortfolioChoice choose() {
        Solution best = best(candidates, values, constraints);
        double budget = constraints.budget().orElseThrow();
        double more = budget + NEXT_SHARE * Math.abs(budget);
        double valueOfMore = PortfolioModel.solve(candidates, values, constraints.withBudget(more))
                .map(Solution::value)
                .orElse(best.value());
        List<Candidate> byRatio = byRatio();
        return new PortfolioChoice(
                constraints,
                at(best),
                best.value(),
                cost(at(best)),
                best.proven(),
                best.proven() ? 0 : best.bound() - best.value(),
                byRatio,
                best.value() - byRatio.stream().mapToDouble(this::value).sum(),
                frontier(),
                more > budget ? Math.max(0, valueOfMore - best.value()) / (more - budget) : 0,
                best.shadowPrice());
    }

    /** From the least that any choice can cost, which is below nought where options save money, to the most. */
    private List<FrontierPoint> frontier() {
        double cheapest = Candidate.leastCost(candidates);
        double dearest = Candidate.greatestCost(candidates);
        int points = candidates.size() > MANY ? FRONTIER_POINTS_OF_MANY : FRONTIER_POINTS;
        return IntStream.rangeClosed(0, points)
                .parallel()
                .mapToDouble(step -> cheapest + (dearest - cheapest) * step / points)
                .mapToObj(budget -> PortfolioModel.solve(candidates, values, constraints.withBudget(budget))
                        .map(solution -> new FrontierPoint(
                                budget,
                                solution.value(),
                                cost(at(solution)),
                                at(solution).stream().map(Candidate::path).toList()))
                        .orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * What a list ranked by value for each pound would take, from the top for as long as it keeps to every budget and limit.
     * Options that cost nothing come first, the most valuable of them ahead.
     */
    private List<Candidate> byRatio() {
        List<Rule> rules = Rule.of(candidates, constraints);
        List<Integer> ranked = IntStream.range(0, values.length)
                .boxed()
                .filter(i -> values[i] > 0)
                .sorted(Comparator.comparingDouble((Integer i) -> -ratio(candidates.get(i)))
                        .thenComparingDouble(i -> -values[i]))
                .toList();
        List<Candidate> taken = new ArrayList<>();
        Set<String> proposals = new HashSet<>();
        boolean[] chosen = new boolean[values.length];
        for (int i : ranked) {
            Candidate candidate = candidates.get(i);
            chosen[i] = !proposals.contains(candidate.proposal());
            chosen[i] = chosen[i] && rules.stream().allMatch(rule -> rule.leavesRoom(chosen));
            if (chosen[i]) {
                proposals.add(candidate.proposal());
                taken.add(candidate);
            }
        }
        return taken;
    }

    private double ratio(Candidate candidate) {
        return candidate.cost() > 0 ? value(candidate) / candidate.cost() : Double.POSITIVE_INFINITY;
    }

    private double value(Candidate candidate) {
        return candidate.value(constraints.objective());
    }

    private List<Candidate> at(Solution solution) {
        return solution.chosen().stream().map(candidates::get).toList();
    }

    private static double cost(List<Candidate> chosen) {
        return chosen.stream().mapToDouble(Candidate::cost).sum();
    }
}
