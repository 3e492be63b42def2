package org.worthwhile.portfolio;

import java.util.List;

/**
 * The sets that are worth most, the best choice among them.
 *
 * @param sets from the best down; fewer than are asked for where no more keep to the constraints, or none were found
 * @param proven how many of them, from the best down, are proven to be those that are worth most
 * @param bound that no other set exceeds
 */
public record NearBest(List<RankedSet> sets, int proven, double bound) {

    public NearBest {
        sets = List.copyOf(sets);
    }

    /** A set of options with what it is worth and costs. */
    public record RankedSet(List<Candidate> chosen, double value, double cost) {
        public RankedSet {
            chosen = List.copyOf(chosen);
        }
    }

    /** Whether no other set is worth more than any of these. */
    public boolean isProven() {
        return proven == sets.size();
    }

    /** How many of the sets have an option in them. */
    public int count(Candidate candidate) {
        return (int)
                sets.stream().filter(set -> set.chosen().contains(candidate)).count();
    }
}
