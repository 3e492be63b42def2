package org.worthwhile.uncertainty;

import java.util.List;
import java.util.Optional;
import org.worthwhile.problem.Fault;
import org.worthwhile.proposal.Correlation;
import org.worthwhile.proposal.Figure;
import org.worthwhile.proposal.InputPaths;
import org.worthwhile.proposal.ParameterUse;
import org.worthwhile.proposal.Proposal;

/** The uncertain inputs of a proposal that move present values, with the correlations that it names. */
record CorrelatedInputs(Proposal proposal, List<UncertainInput> inputs) {

    List<Correlation> correlations() {
        return proposal.correlations();
    }

    /** What is wrong with a correlation of an input that is none of these. */
    Fault fault(String path) {
        boolean isUnused = ParameterUse.unused(proposal).stream()
                .anyMatch(parameter -> parameter.path().equals(path));
        if (isUnused) {
            return new Fault(
                    "'" + path + "' is used by no line, so that its correlation has no effect",
                    "name it where it should count, or remove the correlation");
        }
        boolean isUncertain = Optional.ofNullable(InputPaths.of(proposal).get(path))
                .flatMap(Figure::uncertainty)
                .isPresent();
        return isUncertain
                ? new Fault(
                        "'" + path + "' moves no present value, so that its correlation has no effect",
                        "remove the correlation")
                : new Fault(
                        "'" + path + "' is certain, so that it has no correlation",
                        "give it a distribution or remove the correlation");
    }
}
