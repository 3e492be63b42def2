package org.worthwhile.appraisal;

import java.util.List;
import java.util.Optional;

/**
 * Where an option stands among the others by what it costs and brings.
 *
 * @param status whether it is worth considering at any price of what it brings
 * @param by the ids of the options that dominate it, the cheapest first; of an extendedly dominated one, the cheaper and the
 *     dearer neighbour on the frontier; empty on the frontier
 * @param step what it adds to the option that it is compared with; absent for the cheapest
 */
public record Increment(String option, Status status, List<String> by, Optional<Step> step) {

    /** Whether an option is worth considering. */
    public enum Status {
        /** At some price of what they bring, it is the best of all. */
        FRONTIER,
        /** Another brings no less for no more, and differs from it. */
        DOMINATED,
        /** A cheaper and a dearer one are better than it at every price, as it lies below the line between them. */
        EXTENDEDLY_DOMINATED
    }

    /**
     * What an option adds to another.
     *
     * @param against the id of the other: on the frontier the next cheaper option there that is not rejected; of a dominated
     *     option the first that dominates it; of an extendedly dominated one its cheaper neighbour
     * @param cost of the option less that of the other, as present values
     * @param benefit likewise: money, or units of an outcome
     * @param ratio benefit for each unit of cost
     * @param icer cost for each unit of benefit, the incremental cost-effectiveness ratio
     * @param rejected whether the added benefit is money and less than the added cost, so that nothing is compared with it
     */
    public record Step(
            String against, double cost, double benefit, Indicator ratio, Indicator icer, boolean rejected) {}

    public Increment {
        by = List.copyOf(by);
    }
}
