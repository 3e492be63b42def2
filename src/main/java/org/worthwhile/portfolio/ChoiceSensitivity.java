package org.worthwhile.portfolio;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.worthwhile.portfolio.PortfolioChoice.LeftOut;
import org.worthwhile.portfolio.PortfolioChoice.LeftOut.Verdict;
import org.worthwhile.portfolio.PortfolioChoice.LimitUse;
import org.worthwhile.portfolio.PortfolioSolver.Impossible;
import org.worthwhile.portfolio.PortfolioSolver.Solution;
import org.worthwhile.portfolio.PortfolioSolver.Unknown;

/** What the best choice makes of its limits, and what each option that it leaves out would lose it. */
final class ChoiceSensitivity {

    private final List<Candidate> candidates;
    private final double[] values;
    private final List<Rule> rules;
    private final Solution best;

    /**
     * Of a choice.
     *
     * @param values of the candidates, in their order
     * @param rules that the choice keeps to
     */
    ChoiceSensitivity(List<Candidate> candidates, double[] values, List<Rule> rules, Solution best) {
        this.candidates = candidates;
        this.values = values;
        this.rules = rules;
        this.best = best;
    }

    /**
     * The choice is made anew with each left-out option in it.
     *
     * @param mostWork after which each search stops, in multiplications about
     */
    List<LeftOut> leftOut(long mostWork) {
        return IntStream.range(0, candidates.size())
                .filter(i -> !best.chosen().contains(i))
                .parallel()
                .mapToObj(i -> leftOut(i, mostWork))
                .toList();
    }

    private LeftOut leftOut(int forced, long mostWork) {
        double[] one = new double[values.length];
        one[forced] = 1;
        Rule itself = new Rule("'" + candidates.get(forced).path() + "' is chosen", one, 1, 1);
        List<Rule> withIt = IntStream.rangeClosed(0, rules.size())
                .mapToObj(k -> k < rules.size() ? rules.get(k) : itself)
                .toList();
        return switch (new PortfolioSolver(candidates, values).solve(withIt, List.of(), mostWork)) {
            case Solution solution ->
                new LeftOut(
                        candidates.get(forced),
                        solution.proven() ? Verdict.LOSES : Verdict.LOSES_AT_MOST,
                        OptionalDouble.of(best.value() - solution.value()),
                        best.chosen().stream()
                                .filter(i -> !solution.chosen().contains(i))
                                .map(candidates::get)
                                .toList());
            case Impossible _ ->
                new LeftOut(candidates.get(forced), Verdict.IMPOSSIBLE, OptionalDouble.empty(), List.of());
            case Unknown _ -> new LeftOut(candidates.get(forced), Verdict.UNKNOWN, OptionalDouble.empty(), List.of());
        };
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
                            ShadowPrice.ofMore(candidates, values, rules, k),
                            ShadowPrice.ofLess(candidates, values, rules, k));
                })
                .toList();
    }
}
