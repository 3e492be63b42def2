package org.worthwhile.uncertainty;

import java.util.Arrays;

/**
 * Percentiles of trials, in the order of the shares that were asked for.
 *
 * @param values on the straight line between the two order statistics (Hyndman and Fan 1996, type 7)
 * @param standardErrors half the distance between the order statistics one standard deviation to each side, which is the binomial
 *     one where trials are independent (Conover 1999, Practical Nonparametric Statistics, section 3.2)
 */
record Percentiles(double[] values, double[] standardErrors) {

    /**
     * Of a sample.
     *
     * @param sample at least one value, all finite, in any order
     * @param shares from 0 to 1
     */
    static Percentiles of(double[] sample, double... shares) {
        return of(sample, shares, sample.length);
    }

    /**
     * Of a sample of which so many values are independent, the others being these again.
     *
     * @param independent at least 1, at most the size of the sample
     */
    static Percentiles of(double[] sample, double[] shares, int independent) {
        return of(
                sample,
                shares,
                Arrays.stream(shares)
                        .map(share ->
                                Math.sqrt(sample.length * share * (1 - share) * ((double) sample.length / independent)))
                        .toArray());
    }

    /**
     * Of a sample of which it is known how far places err.
     *
     * @param deviations of the number of values below each percentile
     */
    static Percentiles of(double[] sample, double[] shares, double[] deviations) {
        int[] places = new int[4 * shares.length];
        for (int i = 0; i < shares.length; i++) {
            double place = place(sample, shares[i]);
            places[4 * i] = (int) place;
            places[4 * i + 1] = (int) place + 1;
            places[4 * i + 2] = (int) Math.floor(place - deviations[i]);
            places[4 * i + 3] = (int) Math.ceil(place + deviations[i]);
        }
        double[] found = OrderStatistics.at(sample, places);
        double[] values = new double[shares.length];
        double[] standardErrors = new double[shares.length];
        for (int i = 0; i < shares.length; i++) {
            double below = found[4 * i];
            values[i] = below + (place(sample, shares[i]) - places[4 * i]) * (found[4 * i + 1] - below);
            standardErrors[i] = (found[4 * i + 3] - found[4 * i + 2]) / 2;
        }
        return new Percentiles(values, standardErrors);
    }

    /** The mean of the lowest {@code share} of a sample, of which the last value counts in part. */
    static double lowestMean(double[] sample, double share) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double count = share * sorted.length;
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Math.min(1, count - i) * sorted[i];
        }
        return sum / count;
    }

    private static double place(double[] sample, double share) {
        return share * (sample.length - 1);
    }
}
