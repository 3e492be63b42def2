package org.worthwhile.portfolio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;

/** The choice as a mixed-integer programme: a variable of 0 or 1 for each candidate. */
final class PortfolioModel {

    /** Money enters in millions, so that coefficients are of like size. */
    private static final double UNIT = 1e6;

    private static final double CHOSEN = 0.5;

    /** After which a choice that is not proven best is given with its gap. */
    private static final long ENOUGH_MILLISECONDS = 10_000;

    private static final long LONGEST_MILLISECONDS = 60_000;

    /**
     * Without Gomory cuts: those of this version of the solver call some problems infeasible that are not. A cut that must
     * be violated by this much is never made.
     */
    private static final IntegerStrategy WITHOUT_CUTS =
            IntegerStrategy.DEFAULT.withGMICutConfiguration(new IntegerStrategy.GMICutConfiguration()
                    .withViolation(BigDecimal.valueOf(1e9))
                    .withFractionality(0.49));

    private final List<Candidate> candidates;
    private final Map<String, Runnable> rules = new LinkedHashMap<>();
    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final List<Variable> variables = new ArrayList<>();

    /**
     * @param values of the candidates, in their order
     * @param whole whether a candidate can only be chosen wholly
     */
    private PortfolioModel(List<Candidate> candidates, double[] values, Constraints constraints, boolean whole) {
        this.candidates = candidates;
        model.options.integer(WITHOUT_CUTS);
        model.options.time_suffice = ENOUGH_MILLISECONDS;
        model.options.time_abort = LONGEST_MILLISECONDS;
        for (int i = 0; i < candidates.size(); i++) {
            Variable variable = model.newVariable("x" + i).lower(0).upper(1).weight(values[i] / UNIT);
            variables.add(whole ? variable.integer(true) : variable);
        }
        Map<String, Expression> one = new LinkedHashMap<>();
        for (int i = 0; i < candidates.size(); i++) {
            one.computeIfAbsent(
                            candidates.get(i).proposal(),
                            proposal -> model.newExpression("one option of " + proposal)
                                    .upper(1))
                    .set(variables.get(i), 1);
        }
        collectRules(constraints);
    }

    private void collectRules(Constraints constraints) {
        constraints
                .budget()
                .ifPresent(budget -> rules.put(
                        "the budget", () -> spend("budget", Candidate::cost).upper(budget / UNIT)));
        constraints
                .limits()
                .forEach(limit -> rules.put(
                        limit.words(), () -> spend(limit.words(), limit::taken).upper(limit.amount() / UNIT)));
        constraints
                .minimumShares()
                .forEach(minimum -> rules.put(
                        minimum.words(),
                        () -> spend(
                                        minimum.words(),
                                        candidate -> candidate.spent()
                                                * ((minimum.counts(candidate) ? 1 : 0) - minimum.share()))
                                .lower(0)));
        constraints
                .must()
                .forEach(proposal -> rules.put(
                        "'" + proposal + "' must be chosen",
                        () -> sum("must " + proposal, List.of(proposal)).lower(1)));
        constraints
                .mustNot()
                .forEach(proposal -> rules.put(
                        "'" + proposal + "' must not be chosen",
                        () -> sum("must not " + proposal, List.of(proposal)).upper(0)));
        constraints
                .exclusive()
                .forEach(set -> rules.put(
                        "at most one of " + String.join(", ", set),
                        () -> sum("exclusive " + set, set).upper(1)));
        constraints
                .requires()
                .forEach(pair -> rules.put("'" + pair.get(0) + "' needs '" + pair.get(1) + "'", () -> {
                    Expression needed = model.newExpression("requires " + pair).lower(0);
                    add(needed, List.of(pair.get(1)), 1);
                    add(needed, List.of(pair.get(0)), -1);
                }));
    }

    private Expression spend(String name, ToDoubleFunction<Candidate> money) {
        Expression spent = model.newExpression(name);
        for (int i = 0; i < variables.size(); i++) {
            spent.set(variables.get(i), money.applyAsDouble(candidates.get(i)) / UNIT);
        }
        return spent;
    }

    private Expression sum(String name, List<String> proposals) {
        Expression sum = model.newExpression(name);
        add(sum, proposals, 1);
        return sum;
    }

    private void add(Expression expression, List<String> proposals, int sign) {
        for (int i = 0; i < variables.size(); i++) {
            if (proposals.contains(candidates.get(i).proposal())) {
                expression.set(variables.get(i), sign);
            }
        }
    }

    /**
     * What the solver found: the positions of the chosen candidates, and whether they are proven to be best.
     *
     * @param value what they are worth together
     */
    record Solution(List<Integer> chosen, double value, boolean proven) {}

    /**
     * The best choice; empty when there is none.
     *
     * @param values of the candidates, in their order
     */
    static Optional<Solution> solve(List<Candidate> candidates, double[] values, Constraints constraints) {
        PortfolioModel portfolio = new PortfolioModel(candidates, values, constraints, true);
        portfolio.rules.values().forEach(Runnable::run);
        Optimisation.Result result = portfolio.model.maximise();
        if (!result.getState().isFeasible()) {
            return Optional.empty();
        }
        List<Integer> chosen = IntStream.range(0, candidates.size())
                .filter(i -> result.doubleValue(i) > CHOSEN)
                .boxed()
                .toList();
        return Optional.of(new Solution(
                chosen,
                chosen.stream().mapToDouble(i -> values[i]).sum(),
                result.getState().isOptimal()));
    }

    /** The best value if parts of candidates could be chosen, which no choice of whole ones exceeds. */
    static double bound(List<Candidate> candidates, double[] values, Constraints constraints) {
        PortfolioModel portfolio = new PortfolioModel(candidates, values, constraints, false);
        portfolio.rules.values().forEach(Runnable::run);
        Optimisation.Result result = portfolio.model.maximise();
        return IntStream.range(0, candidates.size())
                .mapToDouble(i -> values[i] * result.doubleValue(i))
                .sum();
    }

    /**
     * A smallest set of constraints that cannot all be kept: each in turn is left out for good when the rest still cannot
     * be (Chinneck and Dravnieks 1991, the deletion filter).
     */
    static List<String> conflict(List<Candidate> candidates, Constraints constraints) {
        double[] values = new double[candidates.size()];
        List<String> kept = new ArrayList<>(new PortfolioModel(candidates, values, constraints, true).rules.keySet());
        for (String rule : List.copyOf(kept)) {
            List<String> others =
                    kept.stream().filter(other -> !other.equals(rule)).toList();
            if (!isFeasible(candidates, values, constraints, Set.copyOf(others))) {
                kept.remove(rule);
            }
        }
        return kept;
    }

    private static boolean isFeasible(
            List<Candidate> candidates, double[] values, Constraints constraints, Set<String> kept) {
        PortfolioModel portfolio = new PortfolioModel(candidates, values, constraints, true);
        portfolio.rules.forEach((name, rule) -> {
            if (kept.contains(name)) {
                rule.run();
            }
        });
        return portfolio.model.maximise().getState().isFeasible();
    }
}
