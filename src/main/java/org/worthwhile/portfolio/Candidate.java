package org.worthwhile.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.appraisal.LaterStart;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.proposal.Role;

/**
 * An option that may be chosen.
 *
 * @param values its indicators against business as usual
 * @param cost the present value of its net cost to public budgets
 * @param spending what it spends more than business as usual
 * @param start the year in which it begins, where that is chosen too
 */
public record Candidate(
        String proposal,
        String title,
        String option,
        String optionTitle,
        String place,
        List<String> themes,
        Map<Objective, Double> values,
        double cost,
        List<Spending> spending,
        Optional<FinancialYear> start) {
    public Candidate {
        themes = List.copyOf(themes);
        values = Collections.unmodifiableMap(new EnumMap<>(values));
        spending = List.copyOf(spending);
    }

    /** One that begins when it is written to. */
    public Candidate(
            String proposal,
            String title,
            String option,
            String optionTitle,
            String place,
            List<String> themes,
            Map<Objective, Double> values,
            double cost,
            List<Spending> spending) {
        this(proposal, title, option, optionTitle, place, themes, values, cost, spending, Optional.empty());
    }

    /** The options of appraisals that can be chosen: all but business as usual. */
    public static List<Candidate> of(List<Appraisal> appraisals) {
        return of(appraisals, Constraints.NONE);
    }

    /** The same, once for each year in which a proposal may begin. */
    public static List<Candidate> of(List<Appraisal> appraisals, Constraints constraints) {
        return appraisals.stream()
                .flatMap(appraisal -> {
                    List<FinancialYear> starts = constraints
                            .startYears()
                            .getOrDefault(appraisal.basis().proposal().id(), List.of());
                    return starts.isEmpty()
                            ? of(appraisal, Optional.empty()).stream()
                            : starts.stream()
                                    .flatMap(start -> of(
                                            Appraiser.appraise(LaterStart.of(appraisal.basis(), start)),
                                            Optional.of(start))
                                            .stream());
                })
                .toList();
    }

    /** The cases that candidates are options of: once for each year in which a proposal may begin, as {@link #of} has them. */
    static List<AppraisalCase> starting(List<AppraisalCase> cases, Constraints constraints) {
        return cases.stream()
                .flatMap(basis -> {
                    List<FinancialYear> starts = constraints
                            .startYears()
                            .getOrDefault(basis.proposal().id(), List.of());
                    return starts.isEmpty()
                            ? Stream.of(basis)
                            : starts.stream().map(start -> LaterStart.of(basis, start));
                })
                .toList();
    }

    private static List<Candidate> of(Appraisal appraisal, Optional<FinancialYear> start) {
        List<Candidate> candidates = new ArrayList<>();
        Proposal proposal = appraisal.basis().proposal();
        for (OptionResult result : appraisal.options()) {
            if (result.option().role() != Role.BUSINESS_AS_USUAL) {
                candidates.add(new Candidate(
                        proposal.id(),
                        proposal.title(),
                        result.option().id(),
                        result.option().title()
                                + start.map(year -> ", from " + year.label()).orElse(""),
                        proposal.place(),
                        proposal.themes(),
                        Arrays.stream(Objective.values())
                                .collect(Collectors.toMap(Function.identity(), objective -> objective.of(result))),
                        result.pvPublicCost(),
                        Spending.of(appraisal, result),
                        start));
            }
        }
        return candidates;
    }

    /** The places of each proposal's candidates in a list, proposals in the order in which they first come. */
    static List<List<Integer>> byProposal(List<Candidate> candidates) {
        Map<String, List<Integer>> byProposal = new LinkedHashMap<>();
        for (int i = 0; i < candidates.size(); i++) {
            byProposal
                    .computeIfAbsent(candidates.get(i).proposal(), _ -> new ArrayList<>())
                    .add(i);
        }
        return List.copyOf(byProposal.values());
    }

    /** The least net cost that a choice among candidates can have, below zero where options save money. */
    static double leastCost(List<Candidate> candidates) {
        return extremeCost(candidates, cost -> Math.min(0, cost), Math::min);
    }

    /** The net cost of the choice that saves nothing and costs most. */
    static double greatestCost(List<Candidate> candidates) {
        return extremeCost(candidates, cost -> Math.max(0, cost), Math::max);
    }

    private static double extremeCost(
            List<Candidate> candidates, DoubleUnaryOperator bounded, BinaryOperator<Double> ofOptions) {
        return candidates.stream()
                .collect(Collectors.toMap(Candidate::proposal, Candidate::cost, ofOptions))
                .values()
                .stream()
                .mapToDouble(bounded::applyAsDouble)
                .sum();
    }

    /** Proposal and option, and the year in which it begins where that is chosen, which tell it from every other. */
    public String path() {
        return proposal + "/" + option
                + start.map(year -> " from " + year.label()).orElse("");
    }

    /** Its worth by an objective; 0 where it has none. */
    public double value(Objective objective) {
        return values.getOrDefault(objective, 0.0);
    }

    /** All its public spending of all years, real and before savings. */
    double spent() {
        return spending.stream().mapToDouble(Spending::amount).sum();
    }
}
