package org.worthwhile.proposal;

import java.util.List;
import org.worthwhile.problem.Nearest;

/** What ties an objective to the impacts that count it. */
final class ObjectiveRules {

    private ObjectiveRules() {}

    static void check(Proposal proposal, ProposalRules.Report report) {
        List<String> outcomes = proposal.options().stream()
                .flatMap(option -> option.impacts().stream())
                .filter(impact -> impact.valuation() instanceof Valuation.Chain)
                .map(impact -> impact.outcome().isEmpty() ? impact.id() : impact.outcome())
                .distinct()
                .toList();
        for (int i = 0; i < proposal.objectives().size(); i++) {
            Objective objective = proposal.objectives().get(i);
            String at = "/objectives/" + i;
            objective.outcome().ifPresent(outcome -> {
                if (!outcomes.contains(outcome)) {
                    report.fault(
                            at + "/outcome",
                            "no impact with a quantity has the outcome '" + outcome + "'",
                            Nearest.remedy(outcome, outcomes));
                }
                if (objective.target().isEmpty()) {
                    report.fault(at, "the objective has an outcome and no target", "give the target");
                }
                objective
                        .by()
                        .filter(year -> {
                            int t = year.since(proposal.appraisal().baseYear());
                            return t < 0 || t >= proposal.appraisal().years();
                        })
                        .ifPresent(year -> report.fault(
                                at + "/by",
                                year.label() + " is outside the appraisal period, in which the outcome is counted",
                                "give a year of the period"));
            });
        }
    }
}
