package org.worthwhile.portfolio;

import java.util.List;
import java.util.Optional;

/** The set whose greatest regret over scenarios is least. */
final class RegretSearch {

    private final double[] highest;
    private Optional<List<Integer>> least = Optional.empty();
    private double regret = Double.POSITIVE_INFINITY;

    /** @param highest value that a set has, by scenario */
    RegretSearch(double[] highest) {
        this.highest = highest;
    }

    /**
     * Compares a set.
     *
     * @param values by scenario
     * @return how much work it was, in additions about
     */
    long add(List<Integer> chosen, double[] values) {
        double greatest = 0;
        int scenario = 0;
        for (; scenario < values.length && greatest < regret; scenario++) {
            greatest = Math.max(greatest, highest[scenario] - values[scenario]);
        }
        if (greatest < regret) {
            regret = greatest;
            least = Optional.of(List.copyOf(chosen));
        }
        return scenario;
    }

    Optional<List<Integer>> least() {
        return least;
    }
}
