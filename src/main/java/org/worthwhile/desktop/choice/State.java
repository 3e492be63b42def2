package org.worthwhile.desktop.choice;

import java.util.List;
import java.util.Optional;
import org.worthwhile.portfolio.Candidate;
import org.worthwhile.portfolio.PortfolioChoice;

/**
 * What the screen shows.
 *
 * @param cheapest the least that any choice can cost
 * @param dearest the budget that everything fits into
 * @param trouble why there is no choice; empty when there is
 * @param limits the constraints besides the budget, in words
 * @param leftOut titles of proposals that are not chosen among, as they cannot be appraised
 * @param working whether the file is still being read, or the first choice being made
 */
public record State(
        List<Candidate> candidates,
        Optional<PortfolioChoice> choice,
        double cheapest,
        double dearest,
        String currency,
        List<String> limits,
        List<String> trouble,
        List<String> leftOut,
        boolean working) {
    static final State LOADING =
            new State(List.of(), Optional.empty(), 0, 1, "GBP", List.of(), List.of(), List.of(), true);

    static State without(List<String> trouble, List<String> leftOut) {
        return new State(List.of(), Optional.empty(), 0, 1, "GBP", List.of(), trouble, leftOut, false);
    }
}
