package org.worthwhile.proposal;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A line of cost, or of receipts and other money that reduces cost.
 *
 * @param bearer the id of the organisation that pays or receives it
 * @param confidence the grade of the estimate, 1 (best) to 6
 * @param assetLife how many years what is paid for lasts, where the line pays for an asset
 * @param sunk spent whatever is decided: shown and counted nowhere
 * @param transfer moves money without using resources: counted in net budget impact only
 * @param uncertainty of the amount as a whole
 */
public record CostLine(
        String id,
        String title,
        String bearer,
        CostKind kind,
        Amount amount,
        Basis basis,
        Optional<OptimismBias> optimismBias,
        OptionalInt confidence,
        OptionalInt assetLife,
        boolean sunk,
        boolean transfer,
        Optional<Distribution> uncertainty,
        String source) {

    /** Whether it is money that is paid or comes in; what assets are worth at the end is not in hand, and a sunk line is paid anyway. */
    public boolean isSpent() {
        return !sunk && kind != CostKind.RESIDUAL_VALUE;
    }

    /** Whether it is part of costs and benefits to society. */
    public boolean isCounted() {
        return !sunk && !transfer;
    }
}
