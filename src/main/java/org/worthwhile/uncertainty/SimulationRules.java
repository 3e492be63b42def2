package org.worthwhile.uncertainty;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.Proposal;

/** What must hold of uncertain inputs for a case to be simulated. */
public final class SimulationRules {

    private SimulationRules() {}

    /** Every rule that a case breaks, which can be told before anything is simulated. */
    public static List<Problem> problems(AppraisalCase basis) {
        List<UncertainInput> inputs = UncertainInputs.ofResults(basis);
        Proposal proposal = basis.proposal();
        List<Problem> problems = new ArrayList<>(impossible(inputs, proposal));
        try {
            RankCorrelation.of(basis, inputs);
        } catch (InvalidInput impossible) {
            problems.addAll(impossible.problems());
        }
        return problems;
    }

    /** @throws InvalidInput if much of a distribution is of what its input cannot be */
    static void requirePossible(List<UncertainInput> inputs, Proposal proposal) {
        List<Problem> problems = impossible(inputs, proposal);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private static List<Problem> impossible(List<UncertainInput> inputs, Proposal proposal) {
        return inputs.stream()
                .flatMap(input -> Truncation.of(input).stream())
                .filter(truncation -> truncation.share() > Truncation.MOST)
                .map(truncation -> new Problem(
                        Place.of(proposal.id()).within(truncation.input()),
                        truncation.percent() + " of its distribution lies " + truncation.outside()
                                + ", which it cannot be",
                        "give it a distribution that lies within"))
                .toList();
    }
}
