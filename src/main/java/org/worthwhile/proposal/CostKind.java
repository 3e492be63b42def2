package org.worthwhile.proposal;

/** What a cost line is. The last three are entered as positive amounts and reduce cost. */
public enum CostKind {
    CAPITAL,
    REVENUE,
    TRANSITION,
    RECEIPT,
    RESIDUAL_VALUE,
    AVOIDED_COST;

    /** Whether amounts of the kind come in, so that they are taken off costs. */
    public boolean reducesCost() {
        return this == RECEIPT || this == RESIDUAL_VALUE || this == AVOIDED_COST;
    }

    /** Whether it is paid from capital budgets. */
    public boolean isOfCapital() {
        return this == CAPITAL;
    }
}
