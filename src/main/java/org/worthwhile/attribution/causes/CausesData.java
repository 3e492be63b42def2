package org.worthwhile.attribution.causes;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.worthwhile.attribution.estimation.Grouping;

/**
 * What a decomposition works on.
 *
 * @param causes by cause and row
 * @param period of each row, or its group
 * @param units of the rows; empty where rows are compared and not units over time
 * @param clusters that are resampled whole
 */
record CausesData(
        double[] outcome, List<String> names, double[][] causes, double[] period, int[] units, int[] clusters) {

    /** Some of the rows, in the given order and with repeats; a repeated cluster counts as another. */
    CausesData rows(int[] rows, int[] newUnits) {
        return new CausesData(
                take(outcome, rows),
                names,
                Arrays.stream(causes).map(cause -> take(cause, rows)).toArray(double[][]::new),
                take(period, rows),
                newUnits,
                newUnits);
    }

    private static double[] take(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }

    boolean hasUnits() {
        return units.length > 0;
    }

    Grouping unitEffects() {
        return Grouping.of(outcome.length, row -> Integer.toString(units[row]));
    }

    Grouping periodEffects() {
        return Grouping.of(outcome.length, row -> Double.toString(period[row]));
    }

    /** The mean of values in rows of a period. */
    double mean(double[] values, double at) {
        double sum = 0;
        int count = 0;
        for (int row = 0; row < values.length; row++) {
            if (period[row] == at) {
                sum += values[row];
                count++;
            }
        }
        return sum / count;
    }
}
