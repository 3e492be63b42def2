package org.worthwhile.uncertainty;

import java.util.List;
import java.util.Optional;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.problem.Fault;
import org.worthwhile.proposal.Correlation;
import org.worthwhile.proposal.Figure;
import org.worthwhile.proposal.InputPaths;
import org.worthwhile.proposal.ParameterUse;
import org.worthwhile.proposal.Proposal;

/**
 * The uncertain inputs of a proposal that are drawn, with the correlations that it names.
 *
 * @param others the paths of uncertain inputs that move other results than those that are drawn for
 */
record CorrelatedInputs(Proposal proposal, List<UncertainInput> inputs, List<String> others) {

    static CorrelatedInputs of(AppraisalCase basis, List<UncertainInput> inputs) {
        List<String> drawn = inputs.stream().map(UncertainInput::path).toList();
        return new CorrelatedInputs(
                basis.proposal(),
                inputs,
                UncertainInputs.ofResults(basis).stream()
                        .map(UncertainInput::path)
                        .filter(path -> !drawn.contains(path))
                        .toList());
    }

    /** Whether a correlation is with an input that is not drawn, and so without effect on those that are. */
    boolean isOfOthers(Correlation correlation) {
        return others.contains(correlation.first()) || others.contains(correlation.second());
    }

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
                        "'" + path + "' moves no result, so that its correlation has no effect",
                        "remove the correlation")
                : new Fault(
                        "'" + path + "' is certain, so that it has no correlation",
                        "give it a distribution or remove the correlation");
    }
}
