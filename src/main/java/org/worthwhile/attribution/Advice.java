package org.worthwhile.attribution;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the data at hand allow. Never a choice made for the analyst: a recommendation with its reason.
 *
 * @param options every design, those that are possible first, the most credible of them at the head
 * @param recommended the first of these; empty when none is possible
 */
public record Advice(List<Possibility> options, Optional<Design> recommended) {
    public Advice {
        options = List.copyOf(options);
    }

    /**
     * A design.
     *
     * @param lacking what the data or the columns named would need for it; empty when it is possible
     * @param assumes what it rests on and data cannot prove
     * @param marylandLevel on the Maryland scientific methods scale, 1 to 5
     * @param raise what would make the answer more credible
     * @param leaveOut roles that the study names and this design does not use, so that a study by it must not name them
     * @param cautions what is odd about the data for this design, a sentence each
     */
    public record Possibility(
            Design design,
            List<String> lacking,
            String assumes,
            int marylandLevel,
            String raise,
            Set<Role> leaveOut,
            List<String> cautions) {
        public Possibility {
            lacking = List.copyOf(lacking);
            leaveOut = Set.copyOf(leaveOut);
            cautions = List.copyOf(cautions);
        }

        /** Whether the data lack nothing that the design needs. */
        public boolean isPossible() {
            return lacking.isEmpty();
        }
    }
}
