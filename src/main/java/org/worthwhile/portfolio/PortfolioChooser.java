package org.worthwhile.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.worthwhile.portfolio.Constraints.Objective;
import org.worthwhile.portfolio.PortfolioChoice.FrontierPoint;
import org.worthwhile.portfolio.PortfolioModel.Solution;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;

/** Chooses at most one option of each proposal so that the objective is as large as constraints allow. */
public final class PortfolioChooser {

    private static final int FRONTIER_POINTS = 20;
    private static final double NEXT_SHARE = 0.1;

    private PortfolioChooser() {}

    /**
     * The best choice.
     *
     * @param constraints with a budget
     * @throws InvalidInput if no choice keeps to the constraints, naming those that fight
     */
    public static PortfolioChoice choose(List<Candidate> candidates, Constraints constraints) {
        Solution best = PortfolioModel.solve(candidates, constraints)
                .orElseThrow(() -> new InvalidInput(new Problem(
                        Place.of("constraints"),
                        "no choice keeps to all of these: "
                                + String.join("; ", PortfolioModel.conflict(candidates, constraints)),
                        "loosen one of them")));
        double budget = constraints.budget().orElseThrow();
        double value = value(best.chosen(), constraints.objective());
        List<Candidate> byRatio = byRatio(candidates, constraints, budget);
        double more = budget * (1 + NEXT_SHARE);
        double valueOfMore = PortfolioModel.solve(candidates, constraints.withBudget(more))
                .map(solution -> value(solution.chosen(), constraints.objective()))
                .orElse(value);
        return new PortfolioChoice(
                best.chosen(),
                value,
                cost(best.chosen()),
                best.proven(),
                byRatio,
                value - value(byRatio, constraints.objective()),
                frontier(candidates, constraints),
                more > budget ? (valueOfMore - value) / (more - budget) : 0);
    }

    private static List<FrontierPoint> frontier(List<Candidate> candidates, Constraints constraints) {
        double dearest = candidates.stream()
                .map(Candidate::proposal)
                .distinct()
                .mapToDouble(proposal -> candidates.stream()
                        .filter(candidate -> candidate.proposal().equals(proposal))
                        .mapToDouble(Candidate::cost)
                        .max()
                        .orElse(0))
                .filter(cost -> cost > 0)
                .sum();
        List<FrontierPoint> points = new ArrayList<>();
        for (int step = 0; step <= FRONTIER_POINTS; step++) {
            double budget = dearest * step / FRONTIER_POINTS;
            PortfolioModel.solve(candidates, constraints.withBudget(budget))
                    .ifPresent(solution -> points.add(new FrontierPoint(
                            budget,
                            value(solution.chosen(), constraints.objective()),
                            cost(solution.chosen()),
                            solution.chosen().stream()
                                    .map(candidate -> candidate.proposal() + "/" + candidate.option())
                                    .toList())));
        }
        return points;
    }

    /**
     * What a list ranked by value for each pound would take, from the top until the budget is spent. Options that cost
     * nothing come first, the most valuable of them ahead.
     */
    private static List<Candidate> byRatio(List<Candidate> candidates, Constraints constraints, double budget) {
        List<Candidate> ranked = candidates.stream()
                .filter(candidate -> value(List.of(candidate), constraints.objective()) > 0)
                .filter(candidate -> !constraints.mustNot().contains(candidate.proposal()))
                .sorted(Comparator.comparingDouble((Candidate candidate) -> -ratio(candidate, constraints.objective()))
                        .thenComparingDouble(candidate -> -value(List.of(candidate), constraints.objective())))
                .toList();
        List<Candidate> chosen = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        double left = budget;
        for (Candidate candidate : ranked) {
            if (candidate.cost() <= left && taken.add(candidate.proposal())) {
                chosen.add(candidate);
                left -= candidate.cost();
            }
        }
        return chosen;
    }

    private static double ratio(Candidate candidate, Objective objective) {
        return candidate.cost() > 0
                ? value(List.of(candidate), objective) / candidate.cost()
                : Double.POSITIVE_INFINITY;
    }

    private static double value(List<Candidate> chosen, Objective objective) {
        return chosen.stream()
                .mapToDouble(candidate -> objective == Objective.NPSV ? candidate.npsv() : candidate.weightedNpsv())
                .sum();
    }

    private static double cost(List<Candidate> chosen) {
        return chosen.stream().mapToDouble(Candidate::cost).sum();
    }
}
