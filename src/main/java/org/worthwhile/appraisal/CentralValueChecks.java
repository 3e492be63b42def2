package org.worthwhile.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.worthwhile.proposal.CentralValueRule;
import org.worthwhile.proposal.Figure;
import org.worthwhile.proposal.InputPaths;
import org.worthwhile.proposal.Option;

/** What a careful reader would ask about central values beside their distributions. */
final class CentralValueChecks {

    private final List<Check> checks = new ArrayList<>();

    private CentralValueChecks() {}

    /** In the order of the option's lines. */
    static List<Check> of(Option option) {
        CentralValueChecks found = new CentralValueChecks();
        option.costs().forEach(cost -> found.check("the cost '" + cost.title() + "'", InputPaths.of(cost)));
        option.impacts().forEach(impact -> found.check("the impact '" + impact.title() + "'", InputPaths.of(impact)));
        return List.copyOf(found.checks);
    }

    private void check(String line, SortedMap<String, Figure> inputs) {
        inputs.forEach((name, figure) -> CentralValueRule.doubt(figure)
                .ifPresent(fault -> checks.add(new Check(
                        "central-value-and-distribution",
                        "In " + line + ", input '" + name + "', " + fault.what(),
                        fault.remedy()))));
    }
}
