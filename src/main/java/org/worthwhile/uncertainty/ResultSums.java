package org.worthwhile.uncertainty;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.worthwhile.appraisal.OutcomeResult;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.Objective;
import org.worthwhile.proposal.Option;
import org.worthwhile.proposal.Organisation;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.proposal.Valuation;

/**
 * Where the sums that results rest on stand in a row of them: present values, what public bodies pay by year, what each body
 * needs by year, the units of each outcome, and those that count for each objective.
 *
 * @param bodies the ids of the organisations, in the proposal's order
 * @param years of the appraisal period
 * @param outcomes of all options
 * @param objectives that impacts count
 */
record ResultSums(List<String> bodies, int years, List<Outcome> outcomes, List<Objective> objectives) {

    static final int PUBLIC_COST = 0;
    static final int OTHER_COST = 1;
    static final int BENEFIT = 2;
    static final int FISCAL = 3;
    static final int PUBLIC_SAVINGS = 4;

    /** The present value of what public bodies spend, transfers included. */
    static final int SPENT = 5;

    /** The present value of what public bodies save, by impacts of any kind. */
    static final int SAVED = 6;

    private static final int PRESENT_VALUES = 7;

    /** What is counted in one unit. */
    record Outcome(String outcome, String unit) {}

    ResultSums {
        bodies = List.copyOf(bodies);
        outcomes = List.copyOf(outcomes);
        objectives = List.copyOf(objectives);
    }

    static ResultSums of(Proposal proposal) {
        Set<Outcome> outcomes = new LinkedHashSet<>();
        proposal.options().forEach(option -> outcomes.addAll(outcomes(option)));
        return new ResultSums(
                proposal.organisations().stream().map(Organisation::id).toList(),
                proposal.appraisal().years(),
                new ArrayList<>(outcomes),
                proposal.objectives().stream().filter(Objective::isCounted).toList());
    }

    /** The outcomes that an option's impacts count. */
    static Set<Outcome> outcomes(Option option) {
        Set<Outcome> outcomes = new LinkedHashSet<>();
        for (Impact impact : option.impacts()) {
            if (impact.valuation() instanceof Valuation.Chain) {
                outcomes.add(outcome(impact));
            }
        }
        return outcomes;
    }

    static Outcome outcome(Impact impact) {
        return new Outcome(OutcomeResult.outcomeOf(impact), impact.unit());
    }

    /** What public bodies pay in a year before savings, what assets are worth at the end left out. */
    int paid(int t) {
        return PRESENT_VALUES + t;
    }

    /** What a body needs in a year. */
    int need(int body, int t) {
        return PRESENT_VALUES + (body + 1) * years + t;
    }

    /** The units of an outcome, by its position among all. */
    int units(int outcome) {
        return need(bodies.size(), outcome);
    }

    /** The units that count for an objective, by its position among those that are counted. */
    int objective(int objective) {
        return units(outcomes.size()) + objective;
    }

    int count() {
        return objective(objectives.size());
    }
}
