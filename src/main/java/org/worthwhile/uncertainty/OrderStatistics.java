package org.worthwhile.uncertainty;

import java.util.Arrays;

/**
 * The values at places in the order of an unsorted sample, without sorting all of it: values are counted into equal
 * intervals, and only the intervals that hold a wanted place are sorted.
 */
final class OrderStatistics {

    private static final int INTERVALS = 1 << 14;

    private final double[] values;
    private final double least;
    private final double scale;
    private final int[] upTo = new int[INTERVALS + 1];
    private final double[][] sorted = new double[INTERVALS][];

    /** @param values at least one, all finite */
    OrderStatistics(double[] values) {
        this.values = values;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        this.least = low;
        this.scale = high > low ? INTERVALS / (high - low) : 0;
        for (double value : values) {
            upTo[interval(value) + 1]++;
        }
        Arrays.parallelPrefix(upTo, Integer::sum);
    }

    private int interval(double value) {
        return Math.min(INTERVALS - 1, (int) ((value - least) * scale));
    }

    /**
     * The values at places from 0, each held within the sample.
     *
     * @param places in any order
     */
    double[] at(int... places) {
        boolean[] wanted = new boolean[INTERVALS];
        boolean any = false;
        for (int place : places) {
            int interval = intervalOf(held(place));
            if (sorted[interval] == null && !wanted[interval]) {
                wanted[interval] = true;
                any = true;
                sorted[interval] = new double[upTo[interval + 1] - upTo[interval]];
            }
        }
        if (any) {
            collect(wanted);
        }
        double[] found = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            int place = held(places[i]);
            int interval = intervalOf(place);
            found[i] = sorted[interval][place - upTo[interval]];
        }
        return found;
    }

    private void collect(boolean[] wanted) {
        int[] filled = new int[INTERVALS];
        for (double value : values) {
            int interval = interval(value);
            if (wanted[interval]) {
                sorted[interval][filled[interval]++] = value;
            }
        }
        for (int interval = 0; interval < INTERVALS; interval++) {
            if (wanted[interval]) {
                Arrays.sort(sorted[interval]);
            }
        }
    }

    private int held(int place) {
        return Math.clamp(place, 0, values.length - 1);
    }

    private int intervalOf(int place) {
        int low = 0;
        int high = INTERVALS - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (upTo[middle + 1] > place) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** On the straight line between the two order statistics (Hyndman and Fan 1996, type 7). */
    double[] percentiles(double... shares) {
        int[] places = new int[2 * shares.length];
        for (int i = 0; i < shares.length; i++) {
            places[2 * i] = (int) (shares[i] * (values.length - 1));
            places[2 * i + 1] = places[2 * i] + 1;
        }
        double[] around = at(places);
        double[] percentiles = new double[shares.length];
        for (int i = 0; i < shares.length; i++) {
            double position = shares[i] * (values.length - 1);
            double below = around[2 * i];
            percentiles[i] = below + (position - places[2 * i]) * (around[2 * i + 1] - below);
        }
        return percentiles;
    }

    /**
     * The standard errors of percentiles in independent trials: half the distance between the order statistics one binomial
     * standard deviation to each side (Conover 1999, Practical Nonparametric Statistics, section 3.2).
     */
    double[] standardErrors(double... shares) {
        int[] places = new int[2 * shares.length];
        for (int i = 0; i < shares.length; i++) {
            double place = shares[i] * (values.length - 1);
            double deviation = Math.sqrt(values.length * shares[i] * (1 - shares[i]));
            places[2 * i] = (int) Math.floor(place - deviation);
            places[2 * i + 1] = (int) Math.ceil(place + deviation);
        }
        double[] sides = at(places);
        double[] errors = new double[shares.length];
        for (int i = 0; i < shares.length; i++) {
            errors[i] = (sides[2 * i + 1] - sides[2 * i]) / 2;
        }
        return errors;
    }
}
