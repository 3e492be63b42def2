package org.worthwhile.proposal;

import java.util.List;
import java.util.Set;
import org.worthwhile.problem.Nearest;

/** Between which inputs a proposal's correlations may be. */
final class CorrelationRules {

    private final Proposal proposal;
    private final Set<String> paths;
    private final ProposalRules.Report report;

    private CorrelationRules(Proposal proposal, ProposalRules.Report report) {
        this.proposal = proposal;
        this.paths = InputPaths.of(proposal).keySet();
        this.report = report;
    }

    static void check(Proposal proposal, ProposalRules.Report report) {
        CorrelationRules rules = new CorrelationRules(proposal, report);
        for (int i = 0; i < proposal.correlations().size(); i++) {
            rules.check(i);
        }
    }

    private void check(int place) {
        String at = "/correlations/" + place;
        Correlation correlation = proposal.correlations().get(place);
        requireInput(at + "/between/0", correlation.first());
        requireInput(at + "/between/1", correlation.second());
        if (correlation.first().equals(correlation.second())) {
            report.fault(
                    at + "/between/1",
                    "correlates '" + correlation.first() + "' with itself",
                    "name another input or remove the correlation");
        }
        for (String path : List.of(correlation.first(), correlation.second())) {
            if (isDrawnJointly(path)) {
                report.fault(
                        at,
                        "'" + path + "' is drawn together with others, whose dependence is that of their draws",
                        "remove the correlation, or the parameter's draws");
            }
        }
        for (int earlier = 0; earlier < place; earlier++) {
            if (proposal.correlations().get(earlier).isOfSamePairAs(correlation)) {
                report.fault(
                        at,
                        "correlates the same two inputs as the correlation " + (earlier + 1) + " above",
                        "keep one of the two");
                return;
            }
        }
    }

    private void requireInput(String at, String path) {
        if (!paths.contains(path)) {
            report.fault(at, ProposalRules.undefined("input", path), Nearest.remedy(path, paths));
        }
    }

    private boolean isDrawnJointly(String path) {
        return Parameter.named(path)
                .filter(id -> proposal.parameters().draws().stream()
                        .anyMatch(draws -> draws.values().containsKey(id)))
                .isPresent();
    }
}
