package org.worthwhile.attribution.observational;

import java.util.Optional;
import java.util.OptionalInt;
import org.worthwhile.attribution.estimation.Grouping;

/**
 * An effect with what it rests on.
 *
 * @param weights of rows that make treated and untreated alike
 * @param matched treated rows that found a match; all of them where nothing is matched
 * @param degreesOfFreedom of Student's t, where rows are clustered
 * @param ties treated rows with several nearest controls, where the first of them was taken
 */
record Effect(
        double estimate, double standardError, double[] weights, int matched, OptionalInt degreesOfFreedom, int ties) {

    /**
     * From the influence of each row, whose mean is 0: rows are independent, or clusters are, with the factor G / (G - 1).
     */
    static Effect of(double estimate, double[] influence, double[] weights, int treated, Optional<Grouping> clusters) {
        double sum = 0;
        if (clusters.isEmpty()) {
            for (double value : influence) {
                sum += value * value;
            }
            return new Effect(estimate, Math.sqrt(sum) / influence.length, weights, treated, OptionalInt.empty(), 0);
        }
        int groups = clusters.get().size();
        double[] sums = new double[groups];
        for (int row = 0; row < influence.length; row++) {
            sums[clusters.get().codes()[row]] += influence[row];
        }
        for (double value : sums) {
            sum += value * value;
        }
        return new Effect(
                estimate,
                Math.sqrt(sum * groups / (groups - 1.0)) / influence.length,
                weights,
                treated,
                OptionalInt.of(groups - 1),
                0);
    }

    Effect withTies(int rows) {
        return new Effect(estimate, standardError, weights, matched, degreesOfFreedom, rows);
    }
}
