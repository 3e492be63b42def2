package org.worthwhile.uncertainty;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * In how many trials an option has the highest net benefit where a unit of an outcome is worth so much: threshold x units -
 * cost. Counts can be taken from blocks of trials in any order.
 */
final class ThresholdCounts {

    private final double[] thresholds;

    /** Options by which is chosen of those that are level: the cheaper first. */
    private final int[] order;

    /** By threshold and option. */
    private final long[][] best;

    /** @param order the positions of options, from the one that is chosen of those that are level */
    ThresholdCounts(double[] thresholds, List<Integer> order) {
        this.thresholds = thresholds.clone();
        this.order = order.stream().mapToInt(Integer::intValue).toArray();
        this.best = new long[thresholds.length][order.size()];
    }

    long best(int threshold, int option) {
        return best[threshold][option];
    }

    double[] thresholds() {
        return thresholds.clone();
    }

    /**
     * Counts a block of trials.
     *
     * @param units by option and trial
     * @param cost by option and trial
     * @param count of trials
     */
    void add(double[][] units, double[][] cost, int count) {
        double[] highest = new double[count];
        int[] choices = new int[count];
        for (int threshold = 0; threshold < thresholds.length; threshold++) {
            Arrays.fill(highest, Double.NEGATIVE_INFINITY);
            for (int option : order) {
                for (int trial = 0; trial < count; trial++) {
                    double net = thresholds[threshold] * units[option][trial] - cost[option][trial];
                    if (net > highest[trial]) {
                        highest[trial] = net;
                        choices[trial] = option;
                    }
                }
            }
            for (int choice : choices) {
                best[threshold][choice]++;
            }
        }
    }

    void add(ThresholdCounts others) {
        IntStream.range(0, best.length)
                .forEach(threshold -> Arrays.setAll(
                        best[threshold], option -> best[threshold][option] + others.best[threshold][option]));
    }
}
