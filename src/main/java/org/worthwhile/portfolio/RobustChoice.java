package org.worthwhile.portfolio;

import java.util.List;

/**
 * How the choice holds up when values are uncertain.
 *
 * @param draws how many there were
 * @param belongs by candidate, the share of draws in whose best choice it is
 * @param expectedRegret how much less the choice on central values is worth than the best of each draw, on average
 * @param greatestRegret the same in the worst draw
 * @param leastExpectedRegret the set of least expected regret among all sets that are best in some draw or on central values
 * @param minimaxRegret the set of least greatest regret among the same
 */
public record RobustChoice(
        int draws,
        List<Belonging> belongs,
        double expectedRegret,
        double greatestRegret,
        Regret leastExpectedRegret,
        Regret minimaxRegret) {
    public RobustChoice {
        belongs = List.copyOf(belongs);
    }

    /**
     * The probability that a candidate is part of the best choice.
     *
     * @param standardError of it, from the number of draws
     */
    public record Belonging(String candidate, double probability, double standardError) {}

    /** A set with its regret over the draws. */
    public record Regret(List<String> candidates, double expected, double greatest) {
        public Regret {
            candidates = List.copyOf(candidates);
        }
    }
}
