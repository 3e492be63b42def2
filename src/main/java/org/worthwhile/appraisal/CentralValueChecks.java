package org.worthwhile.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.worthwhile.problem.Fault;
import org.worthwhile.proposal.CentralValueRule;
import org.worthwhile.proposal.CostLine;
import org.worthwhile.proposal.Figure;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.InputKind;
import org.worthwhile.proposal.InputPaths;
import org.worthwhile.proposal.Option;

/** What a careful reader would ask about central values beside their distributions. */
final class CentralValueChecks {

    private final List<Check> checks = new ArrayList<>();

    private CentralValueChecks() {}

    /** In the order of the option's lines, and of the names of their inputs. */
    static List<Check> of(Option option) {
        CentralValueChecks found = new CentralValueChecks();
        for (CostLine cost : option.costs()) {
            SortedMap<String, Fault> doubts = new TreeMap<>();
            InputPaths.visit(cost, (kind, part, figure) -> doubt(doubts, kind, part, figure));
            found.add("the cost '", cost.title(), doubts);
        }
        for (Impact impact : option.impacts()) {
            SortedMap<String, Fault> doubts = new TreeMap<>();
            InputPaths.visit(impact, (kind, part, figure) -> doubt(doubts, kind, part, figure));
            found.add("the impact '", impact.title(), doubts);
        }
        return List.copyOf(found.checks);
    }

    private static void doubt(SortedMap<String, Fault> doubts, InputKind kind, Object part, Figure figure) {
        if (figure.uncertainty().isPresent()) {
            CentralValueRule.doubt(figure).ifPresent(fault -> doubts.put(InputPaths.name(kind, part), fault));
        }
    }

    private void add(String kind, String title, SortedMap<String, Fault> doubts) {
        doubts.forEach((name, fault) -> checks.add(new Check(
                "central-value-and-distribution",
                "In " + kind + title + "', input '" + name + "', " + fault.what(),
                fault.remedy())));
    }
}
