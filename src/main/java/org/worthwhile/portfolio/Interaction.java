package org.worthwhile.portfolio;

import java.util.List;
import java.util.Optional;

/**
 * What two options come to together beyond what each comes to by itself, where both are chosen: a synergy or an overlap.
 *
 * @param one side
 * @param other side, of another proposal
 * @param benefit the present value of what they gain together besides; below 0 where they gain the same twice
 * @param cost the present value of their net public cost together besides; below 0 where they share it
 * @param spending together besides, as limits on spending count it
 * @param reason why, in the analyst's words
 */
public record Interaction(Side one, Side other, double benefit, double cost, List<Spending> spending, String reason) {
    public Interaction {
        spending = List.copyOf(spending);
    }

    /**
     * An option, or whatever option of a proposal is chosen.
     *
     * @param option whichever where absent
     */
    public record Side(String proposal, Optional<String> option) {

        /** Whether a candidate, whenever it begins, is of this side. */
        public boolean includes(Candidate candidate) {
            return candidate.proposal().equals(proposal)
                    && option.map(candidate.option()::equals).orElse(true);
        }

        /** Proposal and option by their ids. */
        public String path() {
            return proposal + option.map(id -> "/" + id).orElse("");
        }
    }

    /** Net present social value besides. */
    public double npsv() {
        return benefit - cost;
    }

    /** What an objective counts of it besides: benefits as they are, weighted or not. */
    public double value(Objective objective) {
        return switch (objective) {
            case NPSV, WEIGHTED_NPSV -> npsv();
            case PVB -> benefit;
            case PUBLIC_SAVING -> -cost;
        };
    }

    /** Both sides by their ids, such as {@code hubs and helpline/text}. */
    public String between() {
        return one.path() + " and " + other.path();
    }
}
