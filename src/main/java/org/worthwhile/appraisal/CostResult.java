package org.worthwhile.appraisal;

import org.worthwhile.proposal.CostLine;

/**
 * The real flows of a cost line.
 *
 * @param uplift for optimism, as a fraction of the flows before it
 * @param before the flows before the uplift
 * @param flows with the uplift; positive where money is spent, negative where it comes in
 */
public record CostResult(CostLine line, double uplift, Flows before, Flows flows) {

    /** Whether the line is part of costs and benefits to society. */
    public boolean counted() {
        return line.isCounted();
    }
}
