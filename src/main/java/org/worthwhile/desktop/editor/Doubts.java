package org.worthwhile.desktop.editor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.worthwhile.problem.Fault;
import org.worthwhile.proposal.CentralValueRule;
import org.worthwhile.proposal.CostLine;
import org.worthwhile.proposal.Figure;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.InputPaths;
import org.worthwhile.proposal.Option;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.proposal.ShareRule;
import tools.jackson.databind.JsonNode;

/** What may be wrong with numbers of a proposal that can be appraised, by the pointers at which they stand. */
final class Doubts {

    private final Map<String, Fault> faults = new HashMap<>();

    private Doubts() {}

    /**
     * Of every number that may have a distribution, and of the shares of those who gain.
     *
     * @param tree the proposal as its document has it
     */
    static Doubts of(JsonNode tree, Proposal proposal) {
        Doubts doubts = new Doubts();
        for (int i = 0; i < proposal.options().size(); i++) {
            Option option = proposal.options().get(i);
            String at = "/options/" + i;
            for (int j = 0; j < option.costs().size(); j++) {
                doubts.add(tree, at + "/costs/" + j, option.costs().get(j));
            }
            for (int j = 0; j < option.impacts().size(); j++) {
                doubts.add(tree, at + "/impacts/" + j, option.impacts().get(j));
            }
        }
        return doubts;
    }

    private void add(JsonNode tree, String line, CostLine cost) {
        JsonNode node = tree.at(line);
        add(line, UnsureFigure.ofCost(node), InputPaths.of(cost));
        add(line, UnsureFigure.ofCostByYear(node), InputPaths.of(cost));
    }

    private void add(JsonNode tree, String line, Impact impact) {
        add(line, UnsureFigure.ofImpact(tree.at(line)), InputPaths.of(impact));
        for (int i = 0; i < impact.savings().size(); i++) {
            check(line + "/savings/" + i + "/share", impact.savings().get(i).share());
            check(line + "/savings/" + i + "/cashable", impact.savings().get(i).cashable());
        }
        Optional<Fault> unequal = ShareRule.ofGains(impact);
        for (int i = 0; i < impact.beneficiaries().size(); i++) {
            String share = line + "/beneficiaries/" + i + "/share";
            unequal.ifPresent(fault -> faults.put(share, fault));
            check(share, impact.beneficiaries().get(i).share());
        }
    }

    private void add(String line, List<UnsureFigure> figures, SortedMap<String, Figure> inputs) {
        for (UnsureFigure figure : figures) {
            Optional.ofNullable(inputs.get(figure.path())).ifPresent(number -> check(line + figure.pointer(), number));
        }
    }

    private void check(String pointer, Figure number) {
        CentralValueRule.doubt(number).ifPresent(fault -> faults.put(pointer, fault));
    }

    /** By the pointers of the numbers. */
    Map<String, Fault> faults() {
        return Map.copyOf(faults);
    }
}
