package org.worthwhile.portfolio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;
import org.worthwhile.portfolio.Constraints.Objective;

/** The choice as a mixed-integer programme: a variable of 0 or 1 for each candidate. */
final class PortfolioModel {

    /** Money enters in millions, so that coefficients are of like size. */
    private static final double UNIT = 1e6;

    private static final double CHOSEN = 0.5;

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

    private PortfolioModel(List<Candidate> candidates, Constraints constraints) {
        this.candidates = candidates;
        model.options.integer(WITHOUT_CUTS);
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            double value = constraints.objective() == Objective.NPSV ? candidate.npsv() : candidate.weightedNpsv();
            variables.add(model.newVariable("x" + i).binary().weight(value / UNIT));
        }
        for (String proposal :
                candidates.stream().map(Candidate::proposal).distinct().toList()) {
            sum("one option of " + proposal, List.of(proposal)).upper(1);
        }
        collectRules(constraints);
    }

    private void collectRules(Constraints constraints) {
        constraints
                .budget()
                .ifPresent(budget -> rules.put("the budget", () -> {
                    Expression spent = model.newExpression("budget").upper(budget / UNIT);
                    for (int i = 0; i < variables.size(); i++) {
                        spent.set(variables.get(i), candidates.get(i).cost() / UNIT);
                    }
                }));
        constraints
                .budgetByYear()
                .forEach((year, budget) -> rules.put("the budget of " + year, () -> {
                    Expression spent = model.newExpression("budget " + year).upper(budget / UNIT);
                    for (int i = 0; i < variables.size(); i++) {
                        spent.set(
                                variables.get(i), candidates.get(i).costByYear().getOrDefault(year, 0.0) / UNIT);
                    }
                }));
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

    /** What the solver found: the chosen candidates, and whether they are proven to be best. */
    record Solution(List<Candidate> chosen, boolean proven) {}

    /** The best choice; empty when there is none. */
    static Optional<Solution> solve(List<Candidate> candidates, Constraints constraints) {
        PortfolioModel portfolio = new PortfolioModel(candidates, constraints);
        portfolio.rules.values().forEach(Runnable::run);
        Optimisation.Result result = portfolio.model.maximise();
        if (!result.getState().isFeasible()) {
            return Optional.empty();
        }
        List<Candidate> chosen = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (result.doubleValue(i) > CHOSEN) {
                chosen.add(candidates.get(i));
            }
        }
        return Optional.of(new Solution(chosen, result.getState().isOptimal()));
    }

    /**
     * A smallest set of constraints that cannot all be kept: each in turn is left out for good when the rest still cannot
     * be (Chinneck and Dravnieks 1991, the deletion filter).
     */
    static List<String> conflict(List<Candidate> candidates, Constraints constraints) {
        List<String> kept = new ArrayList<>(new PortfolioModel(candidates, constraints).rules.keySet());
        for (String rule : List.copyOf(kept)) {
            List<String> others =
                    kept.stream().filter(other -> !other.equals(rule)).toList();
            if (!isFeasible(candidates, constraints, Set.copyOf(others))) {
                kept.remove(rule);
            }
        }
        return kept;
    }

    private static boolean isFeasible(List<Candidate> candidates, Constraints constraints, Set<String> kept) {
        PortfolioModel portfolio = new PortfolioModel(candidates, constraints);
        portfolio.rules.forEach((name, rule) -> {
            if (kept.contains(name)) {
                rule.run();
            }
        });
        return portfolio.model.maximise().getState().isFeasible();
    }
}
