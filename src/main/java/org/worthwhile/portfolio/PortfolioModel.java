package org.worthwhile.portfolio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;

/** The choice as a mixed-integer programme: a variable of 0 or 1 for each candidate. */
final class PortfolioModel {

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

    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final Map<String, Integer> positions = new LinkedHashMap<>();

    /**
     * @param values of the candidates, in their order
     * @param whole whether a candidate can only be chosen wholly
     */
    PortfolioModel(List<Candidate> candidates, double[] values, List<Rule> rules, boolean whole) {
        model.options.integer(WITHOUT_CUTS);
        model.options.time_suffice = ENOUGH_MILLISECONDS;
        model.options.time_abort = LONGEST_MILLISECONDS;
        List<Variable> variables = new ArrayList<>();
        Map<String, Expression> one = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            Variable variable = model.newVariable("x" + i)
                    .lower(0)
                    .upper(1)
                    .weight(values[i] / Rule.UNIT)
                    .integer(whole);
            variables.add(variable);
            one.computeIfAbsent(
                            candidates.get(i).proposal(),
                            proposal -> model.newExpression("one option of " + proposal)
                                    .upper(1))
                    .set(variable, 1);
        }
        for (int k = 0; k < rules.size(); k++) {
            Rule rule = rules.get(k);
            Expression expression = model.newExpression("rule " + k);
            positions.put("rule " + k, k);
            for (int i = 0; i < values.length; i++) {
                if (rule.coefficients()[i] != 0) {
                    expression.set(variables.get(i), rule.coefficients()[i]);
                }
            }
            if (Double.isFinite(rule.lower())) {
                expression.lower(rule.lower());
            }
            if (Double.isFinite(rule.upper())) {
                expression.upper(rule.upper());
            }
        }
    }

    Optimisation.Result maximise() {
        return model.maximise();
    }

    /** Of a rule, by the name of its expression. */
    OptionalInt position(String name) {
        Integer position = positions.get(name);
        return position == null ? OptionalInt.empty() : OptionalInt.of(position);
    }

    /**
     * What was found: the positions of the chosen candidates.
     *
     * @param value what they are worth together
     * @param bound that no choice exceeds
     * @param proven whether they are proven to be best
     * @param shadowPrice the value that one more pound of the budget would add if parts could be chosen
     */
    record Solution(List<Integer> chosen, double value, double bound, boolean proven, double shadowPrice) {}

    /**
     * The best choice; empty when there is none. What is left between the relaxation and its rounding is searched; where
     * the search stops before it has found any choice that keeps to the rules, the solver seeks one itself.
     *
     * @param values of the candidates, in their order
     */
    static Optional<Solution> solve(List<Candidate> candidates, double[] values, Constraints constraints) {
        List<Rule> rules = Rule.of(candidates, constraints);
        Relaxation relaxation = Relaxation.of(candidates, values, rules);
        Optional<boolean[]> first =
                Optional.of(relaxation.rounded(candidates, values, rules)).filter(choice -> keeps(choice, rules));
        CoreSearch search = new CoreSearch(candidates, values, rules, relaxation, first);
        boolean proven = search.search();
        return search.best()
                .or(() -> proven ? Optional.empty() : sought(candidates, values, rules))
                .map(chosen -> solution(chosen, proven, values, constraints, relaxation));
    }

    private static Optional<boolean[]> sought(List<Candidate> candidates, double[] values, List<Rule> rules) {
        Optimisation.Result result = new PortfolioModel(candidates, values, rules, true).maximise();
        boolean[] chosen = new boolean[values.length];
        for (int i = 0; i < chosen.length && result.getState().isFeasible(); i++) {
            chosen[i] = result.doubleValue(i) > CHOSEN;
        }
        return Optional.of(chosen).filter(choice -> keeps(choice, rules));
    }

    private static boolean keeps(boolean[] chosen, List<Rule> rules) {
        return rules.stream().allMatch(rule -> rule.holds(chosen));
    }

    private static Solution solution(
            boolean[] chosen, boolean proven, double[] values, Constraints constraints, Relaxation relaxation) {
        double value = value(chosen, values);
        return new Solution(
                IntStream.range(0, values.length).filter(i -> chosen[i]).boxed().toList(),
                value,
                proven ? value : Math.max(value, relaxation.bound()),
                proven,
                constraints.budget().isPresent() ? Math.max(0, relaxation.prices()[0]) : 0);
    }

    static double value(boolean[] chosen, double[] values) {
        double value = 0;
        for (int i = 0; i < values.length; i++) {
            value += chosen[i] ? values[i] : 0;
        }
        return value;
    }

    /**
     * A smallest set of constraints that cannot all be kept: each in turn is left out for good when the rest still cannot
     * be (Chinneck and Dravnieks 1991, the deletion filter).
     */
    static List<String> conflict(List<Candidate> candidates, Constraints constraints) {
        double[] values = new double[candidates.size()];
        List<Rule> kept = new ArrayList<>(Rule.of(candidates, constraints));
        for (Rule rule : List.copyOf(kept)) {
            List<Rule> others = kept.stream().filter(other -> other != rule).toList();
            if (!canBeKept(candidates, values, others)) {
                kept.remove(rule);
            }
        }
        return kept.stream().map(Rule::words).distinct().toList();
    }

    private static boolean canBeKept(List<Candidate> candidates, double[] values, List<Rule> rules) {
        CoreSearch search =
                new CoreSearch(candidates, values, rules, Relaxation.of(candidates, values, rules), Optional.empty());
        return !search.search() || search.best().isPresent();
    }
}
