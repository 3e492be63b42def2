package org.worthwhile.portfolio;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.worthwhile.uncertainty.MonteCarloError;

/** The sets with the largest mean value and with the largest mean of their lowest values, and the largest value of any set by scenario. */
final class BestSets {

    /** Sorting costs about so many additions a scenario. */
    private static final int SORTING = 16;

    private final double tail;
    private final double[] highest;
    private Optional<List<Integer>> onAverage = Optional.empty();
    private Optional<List<Integer>> inTail = Optional.empty();
    private double average = Double.NEGATIVE_INFINITY;
    private double tailMean = Double.NEGATIVE_INFINITY;
    private long compared;

    /** @param tail the share of scenarios that are worst for a set */
    BestSets(int scenarios, double tail) {
        this.tail = tail;
        this.highest = new double[scenarios];
        Arrays.fill(highest, Double.NEGATIVE_INFINITY);
    }

    /**
     * Compares a set.
     *
     * @param values by scenario
     * @return how much work it was, in additions about
     */
    long add(List<Integer> chosen, double[] values) {
        compared++;
        double sum = 0;
        for (int scenario = 0; scenario < values.length; scenario++) {
            sum += values[scenario];
            highest[scenario] = Math.max(highest[scenario], values[scenario]);
        }
        double mean = sum / values.length;
        if (mean > average) {
            average = mean;
            onAverage = Optional.of(List.copyOf(chosen));
        }
        // The mean of the lowest values is no higher than that of all, but for rounding, which the sorted sum decides.
        boolean mayBeBest = mean >= tailMean - Math.abs(tailMean) * 1e-9;
        if (mayBeBest) {
            double lowest = lowestMean(values);
            if (lowest > tailMean) {
                tailMean = lowest;
                inTail = Optional.of(List.copyOf(chosen));
            }
        }
        return (long) values.length * (mayBeBest ? SORTING : 2);
    }

    private double lowestMean(double[] values) {
        return MonteCarloError.lowestMeanOf(values, tail);
    }

    Optional<List<Integer>> onAverage() {
        return onAverage;
    }

    Optional<List<Integer>> inTail() {
        return inTail;
    }

    /** By scenario; minus infinity where no set was compared. */
    double[] highest() {
        return highest;
    }

    long compared() {
        return compared;
    }
}
