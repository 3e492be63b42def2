package org.worthwhile.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
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
import org.worthwhile.uncertainty.MonteCarloError;

/**
 * Chooses among candidates that are worth, cost and spend something else in each of several scenarios. All sets that may be
 * chosen are compared where there are few enough; otherwise those that the search came to and those that are best in some
 * scenario, and then what is best by a criterion is proven only where an integer programme proves it.
 */
public final class RobustChooser {

    /** After so many additions or so the search for sets stops. */
    private static final long MOST_WORK = 2_000_000_000L;

    /** A share of trials that rounding alone takes away. */
    private static final double ROUNDING = 1e-9;

    private final List<Candidate> candidates;
    private final Scenarios scenarios;
    private final Constraints constraints;
    private final Criteria criteria;
    private final List<ChanceRule> money;
    private final List<ChanceRule> allowed;
    private final long mostWork;

    private RobustChooser(
            List<Candidate> candidates,
            Scenarios scenarios,
            Constraints constraints,
            Criteria criteria,
            long mostWork) {
        this.candidates = candidates;
        this.scenarios = scenarios;
        this.constraints = constraints;
        this.criteria = criteria;
        this.mostWork = mostWork;
        int mostBroken = (int) Math.floor((1 - criteria.keeping().orElse(1)) * scenarios.count() + ROUNDING);
        this.money = ChanceRule.onMoney(candidates, constraints, scenarios, mostBroken);
        this.allowed = new ArrayList<>(
                criteria.keeping().isPresent()
                        ? money
                        : Rule.onMoney(candidates, constraints, Rule.Money.appraised(candidates)).stream()
                                .map(ChanceRule::of)
                                .toList());
        Rule.onProposals(candidates, constraints).stream().map(ChanceRule::of).forEach(allowed::add);
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
        return new RobustChooser(candidates, scenarios, choice.constraints(), criteria, mostWork)
                .choose(choice.chosen().stream().map(candidates::indexOf).toList());
    }

    private RobustChoice choose(List<Integer> first) {
        List<Optional<Solution>> bests =
                bests(scenario -> Rule.of(candidates, constraints, scenarios.in(scenario, constraints)));
        Set<List<Integer>> known = new LinkedHashSet<>(List.of(first));
        bests.forEach(best -> best.ifPresent(solution -> known.add(solution.chosen())));
        SetSearch search = new SetSearch(candidates, scenarios.values(), allowed);
        BestSets best = new BestSets(scenarios.count(), criteria.tail());
        boolean complete = search.visit(best::add, mostWork);
        Optional<Solution> onAverage = Optional.empty();
        if (!complete) {
            if (criteria.keeping().isEmpty()) {
                List<Rule> rules = Rule.of(candidates, constraints);
                bests(_ -> rules)
                        .forEach(solution -> known.add(solution.orElseThrow().chosen()));
                onAverage = PortfolioChooser.best(candidates, means(), rules);
                onAverage.ifPresent(solution -> known.add(solution.chosen()));
            }
            known.removeIf(set -> !allowed.stream().allMatch(rule -> rule.holds(set)));
            known.forEach(set -> best.add(set, values(set)));
        }
        RegretSearch regret = new RegretSearch(best.highest());
        if (complete) {
            search.visit(regret::add, Long.MAX_VALUE);
        } else {
            best.onAverage().ifPresent(known::add);
            best.inTail().ifPresent(known::add);
            known.forEach(set -> regret.add(set, values(set)));
        }
        boolean isAverageProven = complete || onAverage.map(Solution::proven).orElse(false);
        List<BestSet> choices = new ArrayList<>();
        best.onAverage()
                .ifPresent(set -> choices.add(
                        new BestSet(Criterion.EXPECTED_VALUE, outcome(set, best.highest()), isAverageProven)));
        best.inTail()
                .ifPresent(set -> choices.add(
                        new BestSet(Criterion.CONDITIONAL_VALUE_AT_RISK, outcome(set, best.highest()), complete)));
        regret.least()
                .ifPresent(set ->
                        choices.add(new BestSet(Criterion.MINIMAX_REGRET, outcome(set, best.highest()), complete)));
        return new RobustChoice(
                scenarios.count(),
                (int) bests.stream().filter(Optional::isEmpty).count(),
                criteria,
                IntStream.range(0, candidates.size())
                        .mapToObj(i -> new Belonging(
                                candidates.get(i).path(),
                                scenarios
                                        .error()
                                        .probability(scenario -> bests.get(scenario)
                                                .map(solution ->
                                                        solution.chosen().contains(i))
                                                .orElse(false))))
                        .toList(),
                outcome(first, best.highest()),
                choices,
                best.compared());
    }

    private interface RulesOf {
        List<Rule> in(int scenario);
    }

    /** The best choice in each scenario. */
    private List<Optional<Solution>> bests(RulesOf rules) {
        return IntStream.range(0, scenarios.count())
                .parallel()
                .mapToObj(
                        scenario -> PortfolioChooser.best(candidates, scenarios.valuesIn(scenario), rules.in(scenario)))
                .toList();
    }

    private double[] means() {
        return Arrays.stream(scenarios.values())
                .mapToDouble(values -> Arrays.stream(values).sum() / values.length)
                .toArray();
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
                set.stream().map(i -> candidates.get(i).path()).toList(),
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
