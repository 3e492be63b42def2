package org.worthwhile.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.worthwhile.portfolio.ChoiceProgress.Stage;
import org.worthwhile.portfolio.PortfolioChoice.FrontierPoint;
import org.worthwhile.portfolio.PortfolioChoice.Step;
import org.worthwhile.portfolio.PortfolioSolver.Impossible;
import org.worthwhile.portfolio.PortfolioSolver.Outcome;
import org.worthwhile.portfolio.PortfolioSolver.Solution;

/**
 * What budgets buy. First budgets are tried at even distances; then, between two for which the best is proven and worth something
 * else, the choice is made anew just below what the dearer of the two sets costs, until nothing is left between them: the
 * budgets at which the best value rises are the costs of the sets that are found (the constraint method for two objectives: Haimes,
 * Lasdon and Wismer 1971, IEEE Transactions on Systems, Man, and Cybernetics 1).
 */
final class BudgetCurve {

    private static final int POINTS = 20;

    /** So many choices more are made at most to find the steps between the budgets that are tried. */
    private static final int MOST_CHOICES = 300;

    /** Fewer of them are made among more candidates, as each takes longer: so many candidates in all. */
    private static final int MOST_CANDIDATES = 4_000;

    /** Each of them stops after so much less work. */
    private static final int LESS_WORK = 10;

    /** After so many of them that are not proven best, which take longest, no more are made. */
    private static final int MOST_UNPROVEN = 1;

    /** What values that differ by rounding alone differ by at most, as a share of all of them. */
    private static final double EQUAL = 1e-11;

    private final ChoiceColumns columns;
    private final double[] values;
    private final double[] costs;
    private final double budget;
    private final Solution best;
    private final DoubleFunction<List<Rule>> rules;
    private final PortfolioSolver solver;
    private final long mostWork;
    private final double equal;
    private final double sameCost;
    private final List<Solution> found = new ArrayList<>();
    private final List<Span> unknown = new ArrayList<>();

    /**
     * What is left between two budgets.
     *
     * @param from up to which budget the best is known, and worth {@code low}
     * @param to the cost of a set that is worth {@code high}
     */
    private record Gap(double from, double low, double to, double high) {
        double size() {
            return (to - from) * (high - low);
        }
    }

    /** Budgets between two, for which the best is not proven. */
    private record Span(double from, double to) {}

    /** Budgets that were tried, rising, and the steps. */
    record Curve(List<FrontierPoint> points, List<Step> steps) {}

    /**
     * Of a choice.
     *
     * @param values of the columns, in their order
     * @param best the choice
     * @param rules by budget
     * @param mostWork of each choice that is made, in multiplications about
     */
    BudgetCurve(
            ChoiceColumns columns,
            double[] values,
            double budget,
            Solution best,
            DoubleFunction<List<Rule>> rules,
            long mostWork) {
        this.columns = columns;
        this.values = values;
        this.costs = columns.all().stream().mapToDouble(Candidate::cost).toArray();
        this.budget = budget;
        this.best = best;
        this.rules = rules;
        this.solver = new PortfolioSolver(columns, values);
        this.mostWork = mostWork;
        this.equal = EQUAL * greatest(values);
        this.sameCost = 2 * Rule.slack(greatest(costs));
    }

    /** The sum of the greatest magnitude of each proposal. */
    private double greatest(double[] amounts) {
        return Candidate.byProposal(columns.all()).stream()
                .mapToDouble(options -> options.stream()
                        .mapToDouble(i -> Math.abs(amounts[i]))
                        .max()
                        .orElse(0))
                .sum();
    }

    /** From the least that any choice can cost, which is below zero where options save money, to the most; the choice's own budget too. */
    Curve find(ChoiceProgress progress) {
        List<FrontierPoint> points = new ArrayList<>(List.of(point(budget, best)));
        found.add(best);
        for (int step = 0; step <= POINTS; step++) {
            progress.at(Stage.FRONTIER, step, POINTS + 1);
            double other = budgetAt(step);
            Optional<Solution> solution = other == budget ? Optional.empty() : at(other);
            solution.ifPresent(each -> {
                points.add(point(other, each));
                found.add(each);
            });
        }
        points.sort(Comparator.comparingDouble(FrontierPoint::budget));
        seekSteps(points);
        return new Curve(List.copyOf(points), steps(points));
    }

    private double budgetAt(int step) {
        double cheapest = Candidate.leastCost(columns.all());
        double dearest = Candidate.greatestCost(columns.all());
        return step == POINTS ? dearest : cheapest + (dearest - cheapest) * step / POINTS;
    }

    /** What is the best of a budget is that of every smaller one that still pays for it, and needs no search which may find its equal. */
    private Optional<Solution> at(double other) {
        if (best.proven() && cost(best) <= other && other < budget) {
            return Optional.of(best);
        }
        return choose(other, mostWork) instanceof Solution solution ? Optional.of(solution) : Optional.empty();
    }

    private Outcome choose(double most, long work) {
        List<boolean[]> known = found.stream()
                .filter(each -> cost(each) <= most)
                .sorted(Comparator.comparingDouble(Solution::value).reversed())
                .limit(2)
                .map(each -> each.choice(values.length))
                .toList();
        return solver.solve(rules.apply(most), known, work);
    }

    /** No smaller budget buys more than what is proven to be the best: sets that differ by rounding alone are worth the same. */
    private FrontierPoint point(double at, Solution solution) {
        return new FrontierPoint(
                at,
                at < budget && best.proven() ? Math.min(solution.value(), best.value()) : solution.value(),
                cost(solution),
                paths(solution),
                solution.proven());
    }

    /** Between the budgets for which the best is proven, the gaps that are largest first. */
    private void seekSteps(List<FrontierPoint> points) {
        PriorityQueue<Gap> open =
                new PriorityQueue<>(Comparator.comparingDouble(Gap::size).reversed());
        double from = Double.NEGATIVE_INFINITY;
        double low = Double.NEGATIVE_INFINITY;
        for (FrontierPoint point : points) {
            if (point.proven()) {
                open.add(new Gap(from, low, point.cost(), point.value()));
                from = point.budget();
                low = point.value();
            }
        }
        int mostChoices = Math.min(MOST_CHOICES, MOST_CANDIDATES / values.length);
        int choices = 0;
        int unproven = 0;
        while (!open.isEmpty()) {
            Gap gap = open.remove();
            double below = gap.to - sameCost;
            if (gap.high <= gap.low + equal || below < gap.from) {
                continue;
            }
            boolean isGivenUp = choices++ >= mostChoices || unproven >= MOST_UNPROVEN;
            Outcome outcome = isGivenUp ? new PortfolioSolver.Unknown() : choose(below, mostWork / LESS_WORK);
            if (outcome instanceof Impossible) {
                continue;
            }
            if (outcome instanceof Solution solution) {
                found.add(solution);
                if (solution.proven()) {
                    open.add(new Gap(gap.from, gap.low, cost(solution), solution.value()));
                    continue;
                }
            }
            unproven += isGivenUp ? 0 : 1;
            unknown.add(new Span(gap.from, gap.to));
        }
        if (!points.getLast().proven()) {
            unknown.add(new Span(from, Double.POSITIVE_INFINITY));
        }
    }

    /** Each set that is worth more than all that cost as little. */
    private List<Step> steps(List<FrontierPoint> points) {
        List<Solution> rising = new ArrayList<>();
        found.stream()
                .sorted(Comparator.comparingDouble(this::cost)
                        .thenComparing(Solution::value, Comparator.reverseOrder()))
                .forEach(each -> {
                    if (rising.isEmpty() || each.value() > rising.getLast().value() + equal) {
                        rising.add(each);
                    }
                });
        double largest = Math.max(points.getLast().budget(), cost(rising.getLast()));
        return IntStream.range(0, rising.size())
                .mapToObj(i -> {
                    double from = cost(rising.get(i));
                    double to = i + 1 < rising.size() ? cost(rising.get(i + 1)) : largest;
                    return new Step(from, rising.get(i).value(), paths(rising.get(i)), provenTo(from, to));
                })
                .toList();
    }

    /** Up to which budget, from one to another, no unknown set can be worth more. */
    private double provenTo(double from, double to) {
        return unknown.stream()
                .filter(span -> span.to > from && span.from < to)
                .mapToDouble(span -> Math.max(from, span.from))
                .min()
                .orElse(to);
    }

    private double cost(Solution solution) {
        return solution.chosen().stream().mapToDouble(i -> costs[i]).sum();
    }

    private List<String> paths(Solution solution) {
        return columns.paths(solution.chosen());
    }
}
