package org.worthwhile.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.worthwhile.portfolio.ChoiceProgress.Stage;
import org.worthwhile.portfolio.PortfolioChoice.Binding;
import org.worthwhile.portfolio.PortfolioChoice.FrontierPoint;
import org.worthwhile.portfolio.PortfolioSolver.Impossible;
import org.worthwhile.portfolio.PortfolioSolver.Outcome;
import org.worthwhile.portfolio.PortfolioSolver.Solution;
import org.worthwhile.portfolio.PortfolioSolver.Unknown;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;

/** Chooses at most one option of each proposal so that the objective is as large as constraints allow. */
public final class PortfolioChooser {

    private static final int FRONTIER_POINTS = 20;
    private static final double NEXT_SHARE = 0.1;

    /** After this much work, in multiplications about, a choice that is not proven best is given with its gap. */
    private static final long MOST_WORK = 1_500_000_000L;

    /** The same for each of the choices that the best is compared with. */
    private static final long MOST_WORK_OF_OTHERS = 40_000_000L;

    /** The same for those with a left-out option in them, together. */
    private static final long MOST_WORK_OF_LEFT_OUT = 24_000_000L;

    private final List<Candidate> candidates;
    private final Constraints constraints;
    private final double[] values;
    private final PortfolioSolver solver;

    private PortfolioChooser(List<Candidate> candidates, double[] values, Constraints constraints) {
        this.candidates = candidates;
        this.constraints = constraints;
        this.values = values;
        this.solver = new PortfolioSolver(candidates, values);
    }

    /**
     * The best choice.
     *
     * @param constraints with a budget
     * @throws InvalidInput if no choice keeps to the constraints, naming those that fight, or if none was found
     */
    public static PortfolioChoice choose(List<Candidate> candidates, Constraints constraints) {
        return choose(candidates, constraints, ChoiceProgress.NONE);
    }

    /** The same, which tells how far it is. */
    public static PortfolioChoice choose(List<Candidate> candidates, Constraints constraints, ChoiceProgress progress) {
        double[] values = candidates.stream()
                .mapToDouble(candidate -> candidate.value(constraints.objective()))
                .toArray();
        return new PortfolioChooser(candidates, values, constraints).choose(progress);
    }

    /**
     * The best choice alone, by the candidates' positions.
     *
     * @return empty where no choice keeps to the rules
     * @throws InvalidInput if none was found and it is not known whether there is one
     */
    static Optional<Solution> best(List<Candidate> candidates, double[] values, List<Rule> rules) {
        return switch (new PortfolioSolver(candidates, values).solve(rules, List.of(), MOST_WORK)) {
            case Solution solution -> Optional.of(solution);
            case Impossible _ -> Optional.empty();
            case Unknown _ ->
                throw new InvalidInput(new Problem(
                        Place.of("constraints"),
                        "no choice that keeps to all of them was found, and it is not known whether there is one",
                        "loosen them, or choose among fewer proposals"));
        };
    }

    private Solution best() {
        List<Rule> rules = Rule.of(candidates, constraints);
        return best(candidates, values, rules)
                .map(solution -> withoutIdle(solution, rules))
                .orElseThrow(() -> new InvalidInput(new Problem(
                        Place.of("constraints"),
                        "no choice keeps to all of these: "
                                + solver.conflict(rules, MOST_WORK_OF_OTHERS).stream()
                                        .map(Rule::words)
                                        .distinct()
                                        .collect(Collectors.joining("; ")),
                        "loosen one of them")));
    }

    /** Options that are worth nothing and take nothing from any rule are not chosen: they would be named as if they were of use. */
    private Solution withoutIdle(Solution solution, List<Rule> rules) {
        return new Solution(
                solution.chosen().stream()
                        .filter(i -> values[i] != 0 || rules.stream().anyMatch(rule -> rule.coefficients()[i] != 0))
                        .toList(),
                solution.value(),
                solution.bound(),
                solution.proven());
    }

    private PortfolioChoice choose(ChoiceProgress progress) {
        progress.at(Stage.BEST, 0, 1);
        Solution best = best();
        double budget = constraints.budget().orElseThrow();
        double more = budget + NEXT_SHARE * Math.abs(budget);
        double valueOfMore = within(more, List.of(best)).map(Solution::value).orElse(best.value());
        List<Rule> rules = Rule.of(candidates, constraints);
        ChoiceSensitivity sensitivity = new ChoiceSensitivity(candidates, values, rules, best);
        List<PortfolioChoice.LimitUse> limits = sensitivity.limits();
        boolean[] ranked = new RatioRanking(candidates, values, constraints).taken(rules);
        List<Candidate> byRatio = IntStream.range(0, ranked.length)
                .filter(i -> ranked[i])
                .mapToObj(candidates::get)
                .toList();
        double valueByRatio = byRatio.stream().mapToDouble(this::value).sum();
        List<FrontierPoint> frontier = frontier(best, progress);
        List<Outcome> without = without(rules, best, progress); // the budget comes first among the rules
        return new PortfolioChoice(
                constraints,
                at(best),
                best.value(),
                cost(at(best)),
                best.proven(),
                best.proven() ? 0 : best.bound() - best.value(),
                byRatio,
                rules.stream().allMatch(rule -> rule.holds(ranked))
                        ? OptionalDouble.of(Math.max(0, best.value() - valueByRatio))
                        : OptionalDouble.empty(),
                frontier,
                more > budget
                        ? OptionalDouble.of(Math.max(0, valueOfMore - best.value()) / (more - budget))
                        : OptionalDouble.empty(),
                largerBudget(best, without.getFirst()),
                ShadowPrice.of(candidates, values, constraints),
                binding(rules, without, best),
                limits,
                sensitivity.leftOut(limits, MOST_WORK_OF_LEFT_OUT),
                new NearBestSets(candidates, values, rules).find(best, MOST_WORK_OF_OTHERS));
    }

    /** How much more is worth what any budget buys. */
    private static OptionalDouble largerBudget(Solution best, Outcome withoutBudget) {
        return withoutBudget instanceof Solution solution && (solution.proven() || solution.value() > best.value())
                ? OptionalDouble.of(Math.max(0, solution.value() - best.value()))
                : OptionalDouble.empty();
    }

    /** The best choice within another budget; empty where there is none, or none was found. */
    private Optional<Solution> within(double budget, List<Solution> known) {
        return solver.solve(
                                Rule.of(candidates, constraints.withBudget(budget)),
                                known.stream()
                                        .map(solution -> solution.choice(values.length))
                                        .toList(),
                                MOST_WORK_OF_OTHERS)
                        instanceof Solution solution
                ? Optional.of(solution)
                : Optional.empty();
    }

    /**
     * From the least that any choice can cost, which is below zero where options save money, to the most; and the choice itself at
     * its own budget, so that the curve passes through it.
     */
    private List<FrontierPoint> frontier(Solution best, ChoiceProgress progress) {
        double budget = constraints.budget().orElseThrow();
        List<FrontierPoint> frontier = new ArrayList<>(List.of(point(budget, best, best)));
        List<Solution> known = new ArrayList<>(List.of(best));
        for (int step = 0; step <= FRONTIER_POINTS; step++) {
            progress.at(Stage.FRONTIER, step, FRONTIER_POINTS + 1);
            double other = budgetAt(step);
            Optional<Solution> found = other == budget
                    ? Optional.empty()
                    : isBestWithin(other, best) ? Optional.of(best) : within(other, known);
            found.ifPresent(solution -> {
                frontier.add(point(other, solution, best));
                known.set(0, best);
                known.add(solution);
            });
        }
        frontier.sort(Comparator.comparingDouble(FrontierPoint::budget));
        return frontier;
    }

    /** What is the best of a budget is that of every smaller one that still pays for it, and needs no search which may find its equal. */
    private boolean isBestWithin(double other, Solution best) {
        return best.proven()
                && cost(at(best)) <= other
                && other < constraints.budget().orElseThrow();
    }

    private double budgetAt(int step) {
        double cheapest = Candidate.leastCost(candidates);
        double dearest = Candidate.greatestCost(candidates);
        return step == FRONTIER_POINTS ? dearest : cheapest + (dearest - cheapest) * step / FRONTIER_POINTS;
    }

    /** No smaller budget buys more than what is proven to be the best: sets that differ by rounding alone are worth the same. */
    private FrontierPoint point(double budget, Solution solution, Solution best) {
        List<Candidate> chosen = at(solution);
        boolean isSmaller = budget < constraints.budget().orElseThrow();
        return new FrontierPoint(
                budget,
                isSmaller && best.proven() ? Math.min(solution.value(), best.value()) : solution.value(),
                cost(chosen),
                chosen.stream().map(Candidate::path).toList(),
                solution.proven());
    }

    /** The best choices without each rule in turn. */
    private List<Outcome> without(List<Rule> rules, Solution best, ChoiceProgress progress) {
        List<Outcome> without = new ArrayList<>();
        for (Rule rule : rules) {
            progress.at(Stage.CONSTRAINTS, without.size(), rules.size());
            List<Rule> others = rules.stream().filter(other -> other != rule).toList();
            without.add(solver.solve(others, List.of(best.choice(values.length)), MOST_WORK_OF_OTHERS));
        }
        return without;
    }

    /** The constraints without which a better choice was found, the one that costs most first. */
    private static List<Binding> binding(List<Rule> rules, List<Outcome> without, Solution best) {
        return IntStream.range(0, rules.size())
                .boxed()
                .flatMap(k -> without.get(k) instanceof Solution solution && solution.value() > best.value()
                        ? Stream.of(new Binding(rules.get(k).words(), solution.value() - best.value()))
                        : Stream.empty())
                .sorted(Comparator.comparingDouble(Binding::loss).reversed())
                .toList();
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
