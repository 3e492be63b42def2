package org.worthwhile.portfolio;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.worthwhile.portfolio.PortfolioChoice.LeftOut;
import org.worthwhile.portfolio.PortfolioChoice.LeftOut.Verdict;
import org.worthwhile.portfolio.PortfolioChoice.LimitUse;
import org.worthwhile.portfolio.PortfolioSolver.Impossible;
import org.worthwhile.portfolio.PortfolioSolver.Solution;
import org.worthwhile.portfolio.PortfolioSolver.Unknown;

/** What the best choice makes of its limits, and what each option that it leaves out would lose it. */
final class ChoiceSensitivity {

    /** So many steps a relaxation takes, about. */
    private static final int PIVOTS = 50;

    /** So many left-out options are asked of more thoroughly than the others. */
    private static final int CLOSEST = 20;

    private final ChoiceColumns columns;
    private final double[] values;
    private final List<Rule> rules;
    private final Solution best;

    /**
     * Of a choice.
     *
     * @param values of the columns, in their order
     * @param rules that the choice keeps to
     */
    ChoiceSensitivity(ChoiceColumns columns, double[] values, List<Rule> rules, Solution best) {
        this.columns = columns;
        this.values = values;
        this.rules = rules;
        this.best = best;
    }

    /**
     * The choice is made anew with each left-out option in it; where they are too many, with those alone that are worth most beyond
     * what they use of the limits at their prices.
     *
     * @param limits as {@link #limits()} has them
     * @param mostWork of all searches together, in multiplications about
     */
    List<LeftOut> leftOut(List<LimitUse> limits, long mostWork) {
        boolean[] chosen = best.choice(values.length);
        double[] worth = beyondLimits(limits);
        List<Integer> left = IntStream.range(0, columns.candidates())
                .filter(i -> !chosen[i])
                .boxed()
                .toList();
        long one = (long) values.length * (columns.linked(rules).size() + 1) * PIVOTS;
        List<Integer> sought = left.stream()
                .sorted(Comparator.comparingDouble(i -> -worth[i]))
                .limit(Math.max(1, mostWork / one))
                .toList();
        PortfolioSolver solver = new PortfolioSolver(columns, values);
        CoverCuts.Tightened tightened = solver.tightened(rules);
        Map<Integer, LeftOut> found = IntStream.range(0, sought.size())
                .parallel()
                .boxed()
                .collect(Collectors.toConcurrentMap(
                        sought::get,
                        rank -> leftOut(sought.get(rank), solver, tightened, share(rank, sought.size(), mostWork))));
        return left.stream()
                .map(i -> found.getOrDefault(i, without(i, Verdict.NOT_SOUGHT)))
                .toList();
    }

    /** A quarter of the work is for those that come closest. */
    private static long share(int rank, int sought, long mostWork) {
        int closest = Math.min(CLOSEST, sought);
        return sought == closest
                ? mostWork / sought
                : rank < closest ? mostWork / 4 / closest : mostWork * 3 / 4 / (sought - closest);
    }

    private double[] beyondLimits(List<LimitUse> limits) {
        List<Rule> spending = rules.stream().filter(Rule::isOfSpending).toList();
        double[] worth = values.clone();
        for (int k = 0; k < spending.size(); k++) {
            double price = limits.get(k).valueOfMore().orElse(0);
            for (int i = 0; i < worth.length; i++) {
                worth[i] -= price * spending.get(k).coefficients()[i];
            }
        }
        return worth;
    }

    private LeftOut leftOut(int forced, PortfolioSolver solver, CoverCuts.Tightened tightened, long mostWork) {
        return switch (solver.with(forced, tightened, rules, mostWork)) {
            case Solution solution ->
                new LeftOut(
                        columns.all().get(forced),
                        solution.proven() ? Verdict.LOSES : Verdict.LOSES_AT_MOST,
                        OptionalDouble.of(best.value() - solution.value()),
                        OptionalDouble.of(best.value() - solution.bound()),
                        columns.candidates(best.chosen().stream()
                                .filter(i -> !solution.chosen().contains(i))
                                .toList()));
            case Impossible _ -> without(forced, Verdict.IMPOSSIBLE);
            case Unknown _ -> without(forced, Verdict.UNKNOWN);
        };
    }

    private LeftOut without(int option, Verdict verdict) {
        return new LeftOut(
                columns.all().get(option), verdict, OptionalDouble.empty(), OptionalDouble.empty(), List.of());
    }

    /** Of the budget and the limits, in this order; minimum shares have no use. */
    List<LimitUse> limits() {
        return IntStream.range(0, rules.size())
                .filter(k -> rules.get(k).isOfSpending())
                .mapToObj(k -> {
                    Rule rule = rules.get(k);
                    double use = best.chosen().stream()
                            .mapToDouble(i -> rule.coefficients()[i])
                            .sum();
                    return new LimitUse(
                            rule.words(),
                            rule.upper(),
                            use,
                            ShadowPrice.ofMore(columns, values, rules, k),
                            ShadowPrice.ofLess(columns, values, rules, k));
                })
                .toList();
    }
}
