package org.worthwhile.attribution;

import java.util.stream.DoubleStream;
import org.worthwhile.attribution.estimation.DistinctKeys;

/**
 * Which numbers a column holds.
 *
 * @param count of values that are not missing
 * @param different values among them
 * @param least positive infinity where there is none
 * @param most negative infinity where there is none
 * @param mean NaN where there is none
 */
record NumberSpread(DataSummary.Type type, int count, int different, double least, double most, double mean) {

    /** @param values those missing are NaN */
    static NumberSpread of(double[] values) {
        int count = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        boolean whole = true;
        boolean binary = true;
        // Summed with what rounding loses (Kahan 1965).
        double sum = 0;
        double lost = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                count++;
                least = value < least ? value : least;
                most = value > most ? value : most;
                whole &= value == Math.rint(value);
                binary &= value == 0 || value == 1;
                double next = value - lost;
                double before = sum;
                sum = before + next;
                lost = (sum - before) - next;
            }
        }
        double mean = (sum - lost) / count;
        return new NumberSpread(
                type(count, whole, binary),
                count,
                DistinctKeys.count(values),
                least,
                most,
                Double.isFinite(mean) ? mean : meanOfShares(values, count));
    }

    private static DataSummary.Type type(int count, boolean whole, boolean binary) {
        if (count == 0) {
            return DataSummary.Type.NOTHING;
        }
        return binary
                ? DataSummary.Type.ZERO_OR_ONE
                : whole ? DataSummary.Type.WHOLE_NUMBERS : DataSummary.Type.NUMBERS;
    }

    /** Of numbers so large that their sum cannot be held, the sum of their shares in the mean; NaN of none. */
    private static double meanOfShares(double[] values, int count) {
        return count == 0
                ? Double.NaN
                : DoubleStream.of(values)
                        .filter(value -> !Double.isNaN(value))
                        .map(value -> value / count)
                        .sum();
    }
}
