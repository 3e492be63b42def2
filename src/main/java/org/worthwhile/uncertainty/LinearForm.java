package org.worthwhile.uncertainty;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A constant and multiples of inputs: what the lines of an option come to, taken together, that have no more than one
 * uncertain input each, which multiplies.
 */
final class LinearForm {

    private double constant;
    private final SortedMap<Integer, Double> slopes = new TreeMap<>();

    void addConstant(double more) {
        constant += more;
    }

    void addSlope(int input, double more) {
        slopes.merge(input, more, Double::sum);
    }

    /**
     * The form's value in each trial.
     *
     * @param draws by input and trial
     * @param values filled for the first {@code count} trials
     */
    void fill(double[][] draws, int count, double[] values) {
        Arrays.fill(values, 0, count, constant);
        for (Map.Entry<Integer, Double> entry : slopes.entrySet()) {
            double[] input = draws[entry.getKey()];
            double slope = entry.getValue();
            for (int trial = 0; trial < count; trial++) {
                values[trial] += slope * input[trial];
            }
        }
    }
}
