package org.worthwhile.portfolio;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.uncertainty.Measure.PublicSpending;
import org.worthwhile.uncertainty.SpendingLimit;

/**
 * What a choice must keep to. Proposals are named by their ids.
 *
 * @param objective what is made as large as possible
 * @param budget the most that the present value of net public cost may come to
 * @param limits on public spending
 * @param selection which proposals must be chosen, may not be, exclude or need one another
 * @param minimumShares of public spending
 * @param startYears in which proposals may begin, by proposal; those without begin when they are written to
 * @param interactions what pairs come to together beyond what each comes to by itself
 */
public record Constraints(
        Objective objective,
        OptionalDouble budget,
        List<Limit> limits,
        SelectionRules selection,
        List<MinimumShare> minimumShares,
        Map<String, List<FinancialYear>> startYears,
        List<Interaction> interactions) {

    /** With nothing to keep to. */
    public static final Constraints NONE = new Constraints(
            Objective.NPSV, OptionalDouble.empty(), List.of(), SelectionRules.NONE, List.of(), Map.of(), List.of());

    public Constraints {
        limits = List.copyOf(limits);
        minimumShares = List.copyOf(minimumShares);
        startYears = Collections.unmodifiableMap(new TreeMap<>(startYears));
        interactions = List.copyOf(interactions);
    }

    /** What is spent from a budget. */
    public enum Kind {
        CAPITAL,
        REVENUE
    }

    /**
     * The most that public costs less receipts may come to, real and before savings.
     *
     * @param year of which alone; of all years together when absent
     * @param kind of which alone
     * @param organisation by which alone
     */
    public record Limit(
            double amount, Optional<FinancialYear> year, Optional<Kind> kind, Optional<String> organisation) {

        /** What a candidate takes from it. */
        public double taken(Candidate candidate) {
            return candidate.spending().stream()
                    .filter(spending -> counts(spending.organisation(), spending.capital(), spending.year()))
                    .mapToDouble(Spending::amount)
                    .sum();
        }

        /** Whether money is taken from it. */
        boolean counts(String spender, boolean capital, FinancialYear spentIn) {
            return year.map(spentIn::equals).orElse(true)
                    && kind.map(only -> capital == (only == Kind.CAPITAL)).orElse(true)
                    && organisation.map(spender::equals).orElse(true);
        }

        /** What is simulated of it. */
        PublicSpending spending() {
            return new PublicSpending(
                    (line, year) -> counts(line.bearer(), line.kind().isOfCapital(), year));
        }

        /** Such as {@code the capital budget of 'county' in 2026/27}; never what the budget of net public cost is called. */
        public String words() {
            if (year.isEmpty() && kind.isEmpty() && organisation.isEmpty()) {
                return "the limit on all public spending";
            }
            return "the "
                    + kind.map(only -> only == Kind.CAPITAL ? "capital " : "revenue ")
                            .orElse("") + "budget"
                    + organisation.map(id -> " of '" + id + "'").orElse("")
                    + year.map(only -> " in " + only.label()).orElse("");
        }
    }

    /**
     * The least share of public spending, real and before savings, that must go to a place or a theme.
     *
     * @param share from 0 to 1
     */
    public record MinimumShare(Optional<String> place, Optional<String> theme, double share) {

        boolean counts(Candidate candidate) {
            return place.map(candidate.place()::equals).orElse(true)
                    && theme.map(candidate.themes()::contains).orElse(true);
        }

        /** Such as {@code at least 20% for Fenland}. */
        public String words() {
            return "at least " + Math.round(share * 100) + "% for "
                    + String.join(
                            " and ",
                            Stream.concat(place.stream(), theme.stream()).toList());
        }
    }

    /** Whether there is a budget, or a limit on spending of some kind, within which to choose. */
    public boolean limitMoney() {
        return budget.isPresent() || !limits.isEmpty();
    }

    /** The budget and the limits, as a simulation of one proposal takes them. */
    public List<SpendingLimit> spendingLimits() {
        return Stream.concat(
                        budget.stream().mapToObj(most -> new SpendingLimit("the budget", most, Optional.empty())),
                        tightestLimits().stream()
                                .map(limit -> new SpendingLimit(
                                        limit.words(), limit.amount(), Optional.of(limit.spending()))))
                .toList();
    }

    /** The limits of which none is idle because another, on the same spending, is lower. */
    List<Limit> tightestLimits() {
        return List.copyOf(limits.stream()
                .collect(Collectors.toMap(
                        limit -> List.of(limit.year(), limit.kind(), limit.organisation()),
                        Function.identity(),
                        BinaryOperator.minBy(Comparator.comparingDouble(Limit::amount)),
                        LinkedHashMap::new))
                .values());
    }

    /** The least net cost that a choice can have, what pairs come to besides among it; below zero where options save money. */
    public double leastCost(List<Candidate> candidates) {
        return Candidate.leastCost(ChoiceColumns.of(candidates, this).all());
    }

    /** The net cost of the choice that saves nothing and costs most. */
    public double greatestCost(List<Candidate> candidates) {
        return Candidate.greatestCost(ChoiceColumns.of(candidates, this).all());
    }

    /** The same with another objective. */
    public Constraints withObjective(Objective objective) {
        return new Constraints(objective, budget, limits, selection, minimumShares, startYears, interactions);
    }

    /** The same with another budget, a present value of net public cost. */
    public Constraints withBudget(double amount) {
        return withBudget(OptionalDouble.of(amount));
    }

    /** The same with limits on spending alone. */
    public Constraints withoutBudget() {
        return withBudget(OptionalDouble.empty());
    }

    /** The same with another budget, or none. */
    public Constraints withBudget(OptionalDouble budget) {
        return new Constraints(objective, budget, limits, selection, minimumShares, startYears, interactions);
    }

    /** The same with other limits on public spending. */
    public Constraints withLimits(List<Limit> limits) {
        return new Constraints(objective, budget, limits, selection, minimumShares, startYears, interactions);
    }

    /** The same with other rules of which proposals are chosen. */
    public Constraints withSelection(SelectionRules selection) {
        return new Constraints(objective, budget, limits, selection, minimumShares, startYears, interactions);
    }

    /** The same with other least shares of public spending. */
    public Constraints withMinimumShares(List<MinimumShare> minimumShares) {
        return new Constraints(objective, budget, limits, selection, minimumShares, startYears, interactions);
    }

    /** The same with other years in which proposals may begin. */
    public Constraints withStartYears(Map<String, List<FinancialYear>> startYears) {
        return new Constraints(objective, budget, limits, selection, minimumShares, startYears, interactions);
    }

    /** The same with other interactions. */
    public Constraints withInteractions(List<Interaction> interactions) {
        return new Constraints(objective, budget, limits, selection, minimumShares, startYears, interactions);
    }
}
