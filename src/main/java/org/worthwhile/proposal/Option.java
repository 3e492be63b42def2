package org.worthwhile.proposal;

import java.util.List;

/** One way of going about the proposal. */
public record Option(
        String id,
        String title,
        Role role,
        List<CostLine> costs,
        List<Impact> impacts,
        List<UnmonetisedImpact> unmonetised) {
    public Option {
        costs = List.copyOf(costs);
        impacts = List.copyOf(impacts);
        unmonetised = List.copyOf(unmonetised);
    }
}
