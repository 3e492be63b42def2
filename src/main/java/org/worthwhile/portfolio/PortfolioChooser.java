package org.worthwhile.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.worthwhile.portfolio.ChoiceProgress.Stage;
import org.worthwhile.portfolio.PortfolioChoice.Binding;
import org.worthwhile.portfolio.PortfolioSolver.Impossible;
import org.worthwhile.portfolio.PortfolioSolver.Outcome;
import org.worthwhile.portfolio.PortfolioSolver.Solution;
import org.worthwhile.portfolio.PortfolioSolver.Unknown;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;

/** Chooses at most one option of each proposal so that the objective is as large as constraints allow. */
public final class PortfolioChooser {

    private static final double NEXT_SHARE = 0.1;

    /** After this much work, in multiplications about, a choice that is not proven best is given with its gap. */
    private static final long MOST_WORK = 1_500_000_000L;

    /** The same for each of the choices that the best is compared with. */
    private static final long MOST_WORK_OF_OTHERS = 40_000_000L;

    /** The same for those with a left-out option in them, together. */
    private static final long MOST_WORK_OF_LEFT_OUT = 24_000_000L;

    private final ChoiceColumns columns;
    private final Constraints constraints;
    private final double[] values;
    private final PortfolioSolver solver;

    private PortfolioChooser(ChoiceColumns columns, Constraints constraints) {
        this.columns = columns;
        this.constraints = constraints;
        this.values = columns.values(constraints.objective());
        this.solver = new PortfolioSolver(columns, values);
    }

    /**
     * The best choice.
     *
     * @param constraints with a budget or without; without one, what budgets buy is told up to that which everything fits into
     * @throws InvalidInput if no choice keeps to the constraints, naming those that fight, or if none was found
     */
    public static PortfolioChoice choose(List<Candidate> candidates, Constraints constraints) {
        return choose(candidates, constraints, ChoiceProgress.NONE);
    }

    /** The same, which tells how far it is. */
    public static PortfolioChoice choose(List<Candidate> candidates, Constraints constraints, ChoiceProgress progress) {
        return new PortfolioChooser(ChoiceColumns.of(candidates, constraints), constraints).choose(progress);
    }

    /**
     * The best choice alone, by the columns' positions.
     *
     * @return empty where no choice keeps to the rules
     * @throws InvalidInput if none was found and it is not known whether there is one
     */
    static Optional<Solution> best(ChoiceColumns columns, double[] values, List<Rule> rules) {
        return switch (new PortfolioSolver(columns, values).solve(rules, List.of(), MOST_WORK)) {
            case Solution solution -> Optional.of(solution);
            case Impossible _ -> Optional.empty();
            case Unknown _ ->
                throw new InvalidInput(new Problem(
                        Place.of("constraints"),
                        "no choice that keeps to all of them was found, and it is not known whether there is one",
                        "loosen them, or choose among fewer proposals"));
        };
    }

    private Solution best(List<Rule> rules) {
        return best(columns, values, rules)
                .map(solution -> withoutIdle(solution, rules))
                .orElseThrow(() -> conflict(rules));
    }

    /** What fights, and how far each of its limits would have to be raised by itself. */
    private InvalidInput conflict(List<Rule> rules) {
        List<Rule> fighting = solver.conflict(rules, MOST_WORK_OF_OTHERS);
        List<String> raises = fighting.stream()
                .filter(Rule::isOfSpending)
                .flatMap(rule -> LeastLimit.of(columns, rules, rule, MOST_WORK_OF_OTHERS).stream()
                        .mapToObj(least -> "raise " + rule.words() + " from " + LeastLimit.words(rule.upper()) + " to "
                                + LeastLimit.words(least) + " or more"))
                .toList();
        return new InvalidInput(new Problem(
                Place.of("constraints"),
                "no choice keeps to all of these: "
                        + fighting.stream().map(Rule::words).distinct().collect(Collectors.joining("; ")),
                raises.isEmpty() ? "loosen one of them" : "loosen one of them: " + String.join(", or ", raises)));
    }

    /** Options that are worth nothing and take nothing from any rule are not chosen: they would be named as if they were of use. */
    private Solution withoutIdle(Solution solution, List<Rule> rules) {
        Map<Integer, List<Integer>> interactionsOf = columns.interactionsOf();
        List<Integer> useful = solution.chosen().stream()
                .filter(i -> columns.isCandidate(i)
                        && Stream.concat(
                                        Stream.of(i),
                                        interactionsOf.getOrDefault(i, List.of()).stream()
                                                .filter(solution.chosen()::contains))
                                .anyMatch(j -> counts(j, rules)))
                .toList();
        return new Solution(columns.completed(useful), solution.value(), solution.bound(), solution.proven());
    }

    private boolean counts(int column, List<Rule> rules) {
        return values[column] != 0 || rules.stream().anyMatch(rule -> rule.coefficients()[column] != 0);
    }

    private PortfolioChoice choose(ChoiceProgress progress) {
        progress.at(Stage.BEST, 0, 1);
        List<Rule> rules = Rule.of(columns.all(), constraints);
        Solution best = best(rules);
        ChoiceSensitivity sensitivity = new ChoiceSensitivity(columns, values, rules, best);
        List<PortfolioChoice.LimitUse> limits = sensitivity.limits();
        boolean[] ranked = new RatioRanking(columns, values, constraints).taken(rules);
        List<Integer> byRatio =
                IntStream.range(0, ranked.length).filter(i -> ranked[i]).boxed().toList();
        double valueByRatio = byRatio.stream().mapToDouble(i -> values[i]).sum();
        BudgetCurve.Curve curve = new BudgetCurve(
                        columns,
                        values,
                        constraints.budget().orElseGet(() -> Candidate.greatestCost(columns.all())),
                        best,
                        most -> Rule.of(columns.all(), constraints.withBudget(most)),
                        MOST_WORK_OF_OTHERS)
                .find(progress);
        List<Outcome> without = without(rules, best, progress);
        return new PortfolioChoice(
                constraints,
                columns.candidates(best.chosen()),
                InteractionEffect.of(columns, best.chosen(), constraints.objective()),
                best.value(),
                best.chosen().stream()
                        .mapToDouble(i -> columns.all().get(i).cost())
                        .sum(),
                best.proven(),
                best.proven() ? 0 : best.bound() - best.value(),
                columns.candidates(byRatio),
                rules.stream().allMatch(rule -> rule.holds(ranked))
                        ? OptionalDouble.of(Math.max(0, best.value() - valueByRatio))
                        : OptionalDouble.empty(),
                curve.points(),
                curve.steps(),
                constraints.budget().stream()
                        .flatMap(budget -> nextPound(budget, best).stream())
                        .findFirst(),
                // The budget comes first among the rules.
                constraints.budget().isPresent() ? largerBudget(best, without.getFirst()) : OptionalDouble.of(0),
                constraints.budget().isPresent()
                        ? ShadowPrice.of(columns, values, constraints)
                        : OptionalDouble.empty(),
                binding(rules, without, best),
                limits,
                sensitivity.leftOut(limits, MOST_WORK_OF_LEFT_OUT),
                new NearBestSets(columns, values, rules).find(best, MOST_WORK_OF_OTHERS));
    }

    private OptionalDouble nextPound(double budget, Solution best) {
        double more = budget + NEXT_SHARE * Math.abs(budget);
        double valueOfMore = within(more, List.of(best)).map(Solution::value).orElse(best.value());
        return more > budget
                ? OptionalDouble.of(Math.max(0, valueOfMore - best.value()) / (more - budget))
                : OptionalDouble.empty();
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
                                Rule.of(columns.all(), constraints.withBudget(budget)),
                                known.stream()
                                        .map(solution -> solution.choice(values.length))
                                        .toList(),
                                MOST_WORK_OF_OTHERS)
                        instanceof Solution solution
                ? Optional.of(solution)
                : Optional.empty();
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
}
