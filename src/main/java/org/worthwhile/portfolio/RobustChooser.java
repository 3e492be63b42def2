package org.worthwhile.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.worthwhile.portfolio.PortfolioSolver.Solution;
import org.worthwhile.portfolio.RobustChoice.Belonging;
import org.worthwhile.portfolio.RobustChoice.BestSet;
import org.worthwhile.portfolio.RobustChoice.Criteria;
import org.worthwhile.portfolio.RobustChoice.Criterion;
import org.worthwhile.portfolio.RobustChoice.LimitRisk;
import org.worthwhile.portfolio.RobustChoice.SetOutcome;
import org.worthwhile.portfolio.ScenarioBounds.Bounded;
import org.worthwhile.uncertainty.MonteCarloError;

/**
 * Chooses among candidates that are worth, cost and spend something else in each of several scenarios. All sets that may be
 * chosen are compared where there are few enough; otherwise those that the search came to and those that are best in some
 * scenario or by some weights of scenarios, with a bound that no other set exceeds.
 */
public final class RobustChooser {

    /** After so many additions or so the search for sets stops. */
    private static final long MOST_WORK = 2_000_000_000L;

    /** In so many steps from none to all, caution over what candidates cost is tried. */
    private static final int CAUTIONS = 10;

    /** A share of trials that rounding alone takes away. */
    private static final double ROUNDING = 1e-9;

    private final ChoiceColumns columns;
    private final Scenarios scenarios;
    private final Constraints constraints;
    private final Criteria criteria;
    private final List<ChanceRule> money;
    private final List<ChanceRule> allowed;
    private final long mostWork;

    private RobustChooser(
            ChoiceColumns columns, Scenarios scenarios, Constraints constraints, Criteria criteria, long mostWork) {
        this.columns = columns;
        this.scenarios = scenarios.with(columns, constraints);
        this.constraints = constraints;
        this.criteria = criteria;
        this.mostWork = mostWork;
        int mostBroken = (int) Math.floor((1 - criteria.keeping().orElse(1)) * scenarios.count() + ROUNDING);
        List<Candidate> all = columns.all();
        this.money = ChanceRule.onMoney(all, constraints, this.scenarios, mostBroken);
        this.allowed = new ArrayList<>(
                criteria.keeping().isPresent()
                        ? money
                        : Rule.onMoney(all, constraints, Rule.Money.appraised(all)).stream()
                                .map(ChanceRule::of)
                                .toList());
        columns.linked(Rule.onProposals(all, constraints)).stream()
                .map(ChanceRule::of)
                .forEach(allowed::add);
    }

    /**
     * How the choice holds up.
     *
     * @param choice as appraised
     * @param scenarios of the candidates, under the constraints of the choice
     * @throws org.worthwhile.problem.InvalidInput if it is not known of a scenario whether any choice keeps to the constraints
     */
    public static RobustChoice choose(
            List<Candidate> candidates, PortfolioChoice choice, Scenarios scenarios, Criteria criteria) {
        return choose(candidates, choice, scenarios, criteria, MOST_WORK);
    }

    /** @param mostWork after which the search for sets stops, in additions about */
    static RobustChoice choose(
            List<Candidate> candidates, PortfolioChoice choice, Scenarios scenarios, Criteria criteria, long mostWork) {
        ChoiceColumns columns = ChoiceColumns.of(candidates, choice.constraints());
        return new RobustChooser(columns, scenarios, choice.constraints(), criteria, mostWork)
                .choose(columns.completed(
                        choice.chosen().stream().map(candidates::indexOf).toList()));
    }

    private RobustChoice choose(List<Integer> first) {
        List<Optional<Solution>> bests = bests();
        Set<List<Integer>> known = new LinkedHashSet<>(List.of(first));
        bests.forEach(best -> best.ifPresent(solution -> known.add(solution.chosen())));
        SetSearch search = new SetSearch(columns.all(), scenarios.values(), allowed);
        BestSets best = new BestSets(scenarios.count(), criteria.tail());
        Compared compared = search.visit(best::add, mostWork) ? all(search, best) : some(known, best);
        return new RobustChoice(
                scenarios.count(),
                (int) bests.stream().filter(Optional::isEmpty).count(),
                criteria,
                belongs(bests),
                outcome(first, compared.highest),
                compared.choices,
                best.compared());
    }

    /**
     * What came of comparing sets.
     *
     * @param highest the value by scenario that no set that may be chosen exceeds
     */
    private record Compared(List<BestSet> choices, double[] highest) {}

    private Compared all(SetSearch search, BestSets best) {
        RegretSearch regret = new RegretSearch(best.highest());
        search.visit(regret::add, Long.MAX_VALUE);
        List<BestSet> choices = new ArrayList<>();
        bySet(best, regret).forEach((criterion, set) -> {
            SetOutcome outcome = outcome(set, best.highest());
            choices.add(new BestSet(criterion, outcome, criterion.of(outcome), true));
        });
        return new Compared(choices, best.highest());
    }

    /** Compares the sets that are known to be good in some way, and says what no other set exceeds. */
    private Compared some(Set<List<Integer>> known, BestSets best) {
        List<Rule> relaxed =
                allowed.stream().flatMap(rule -> rule.relaxed().stream()).toList();
        ScenarioBounds bounds = new ScenarioBounds(columns, scenarios.values(), relaxed);
        double[] highest = new double[scenarios.count()];
        List<ScenarioBounds.Best> byScenario = IntStream.range(0, highest.length)
                .parallel()
                .mapToObj(bounds::in)
                .toList();
        Arrays.setAll(highest, scenario -> byScenario.get(scenario).bound());
        byScenario.forEach(each -> each.set().ifPresent(known::add));
        double[] nothing = new double[highest.length];
        Bounded mean = bounds.lowestMean(nothing, 1);
        Bounded tail = bounds.lowestMean(nothing, criteria.tail());
        Set<List<Integer>> allowedSets = new LinkedHashSet<>();
        compare(known, List.of(mean, tail), allowedSets, best);
        if (allowedSets.isEmpty()) {
            return new Compared(List.of(), highest);
        }
        // A set's regret is no less than against what is known to be reached in each scenario.
        Bounded leastRegret = bounds.lowestMean(best.highest().clone(), 1.0 / highest.length);
        compare(Set.of(), List.of(leastRegret), allowedSets, best);
        RegretSearch regret = new RegretSearch(highest);
        allowedSets.forEach(set -> regret.add(set, values(set)));
        List<BestSet> choices = new ArrayList<>();
        bySet(best, regret).forEach((criterion, set) -> {
            SetOutcome outcome = outcome(set, highest);
            double bound = switch (criterion) {
                case EXPECTED_VALUE -> mean.bound();
                case CONDITIONAL_VALUE_AT_RISK -> tail.bound();
                case MINIMAX_REGRET -> Math.max(0, -leastRegret.bound());
            };
            boolean isProven = Math.abs(bound - criterion.of(outcome)) <= Rule.slack(size());
            choices.add(new BestSet(criterion, outcome, bound, isProven));
        });
        return new Compared(choices, highest);
    }

    /** Compares those of sets that may be chosen, and where limits are kept by chance those that are best by the weights of bounds. */
    private void compare(
            Set<List<Integer>> known, List<Bounded> bounded, Set<List<Integer>> allowedSets, BestSets best) {
        Set<List<Integer>> sets = new LinkedHashSet<>(known);
        bounded.forEach(each -> sets.addAll(each.sets()));
        for (int step = 0; criteria.keeping().isPresent() && step <= CAUTIONS; step++) {
            double caution = (double) step / CAUTIONS;
            ScenarioBounds tightened = new ScenarioBounds(
                    columns,
                    scenarios.values(),
                    allowed.stream().map(rule -> rule.tightened(caution)).toList());
            bounded.forEach(each -> tightened.by(each.weights()).set().ifPresent(sets::add));
        }
        sets.removeIf(set -> !allowed.stream().allMatch(rule -> rule.holds(set)));
        sets.removeAll(allowedSets);
        sets.forEach(set -> best.add(set, values(set)));
        allowedSets.addAll(sets);
    }

    private static Map<Criterion, List<Integer>> bySet(BestSets best, RegretSearch regret) {
        Map<Criterion, List<Integer>> sets = new EnumMap<>(Criterion.class);
        best.onAverage().ifPresent(set -> sets.put(Criterion.EXPECTED_VALUE, set));
        best.inTail().ifPresent(set -> sets.put(Criterion.CONDITIONAL_VALUE_AT_RISK, set));
        regret.least().ifPresent(set -> sets.put(Criterion.MINIMAX_REGRET, set));
        return sets;
    }

    /** Of the values that are summed. */
    private double size() {
        return Arrays.stream(scenarios.values())
                .mapToDouble(row -> Arrays.stream(row).map(Math::abs).max().orElse(0))
                .sum();
    }

    private List<Belonging> belongs(List<Optional<Solution>> bests) {
        return IntStream.range(0, columns.candidates())
                .mapToObj(i -> new Belonging(
                        columns.all().get(i).path(),
                        scenarios
                                .error()
                                .probability(scenario -> bests.get(scenario)
                                        .map(solution -> solution.chosen().contains(i))
                                        .orElse(false))))
                .toList();
    }

    /** The best choice in each scenario, at what candidates are worth and cost there. */
    private List<Optional<Solution>> bests() {
        return IntStream.range(0, scenarios.count())
                .parallel()
                .mapToObj(scenario -> PortfolioChooser.best(
                        columns,
                        scenarios.valuesIn(scenario),
                        Rule.of(columns.all(), constraints, scenarios.in(scenario, constraints))))
                .toList();
    }

    private double[] values(List<Integer> set) {
        return sums(scenarios.values(), set);
    }

    private double[] sums(double[][] byCandidate, List<Integer> set) {
        double[] sums = new double[scenarios.count()];
        for (int i : set) {
            for (int scenario = 0; scenario < sums.length; scenario++) {
                sums[scenario] += byCandidate[i][scenario];
            }
        }
        return sums;
    }

    private SetOutcome outcome(List<Integer> set, double[] highest) {
        MonteCarloError error = scenarios.error();
        double[] values = values(set);
        double[] regret = new double[values.length];
        Arrays.setAll(regret, scenario -> Math.max(0, highest[scenario] - values[scenario]));
        return new SetOutcome(
                columns.paths(set),
                error.spread(values),
                error.spread(sums(scenarios.costs(), set)),
                error.lowestMean(values, criteria.tail()),
                money.stream().map(rule -> risk(rule, set)).toList(),
                error.mean(regret),
                Arrays.stream(regret).max().orElse(0));
    }

    private LimitRisk risk(ChanceRule rule, List<Integer> set) {
        double[] sums = rule.sums(set);
        double slack = rule.slack();
        boolean isShare = Double.isInfinite(rule.upper());
        return new LimitRisk(
                rule.words(),
                scenarios.error().probability(scenario -> rule.isBroken(sums[scenario], slack)),
                isShare ? OptionalDouble.empty() : OptionalDouble.of(rule.upper()),
                isShare ? Optional.empty() : Optional.of(scenarios.error().spread(sums)));
    }
}
