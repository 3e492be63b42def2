package org.worthwhile.uncertainty;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The values at places in the order of an unsorted sample, without sorting all of it: values are counted into equal
 * intervals, and only the intervals that hold a wanted place are collected and sorted. Parts of the sample are looked
 * through at the same time.
 */
final class OrderStatistics {

    private static final int MOST_INTERVALS = 1 << 14;
    private static final int LEAST_INTERVALS = 1 << 5;
    private static final int PARTS = 8;

    /** One for about every four values. */
    private final int intervals;

    private final double[] values;
    private final double least;
    private final double scale;

    /** By part and interval: how many of the part's values there are and, later, where the next goes. */
    private final int[][] counts;

    /** By interval, how many values there are below it. */
    private final int[] below;

    /** By interval, where its values are wanted: all of them, in order. */
    private final double[][] sorted;

    private OrderStatistics(double[] values) {
        this.values = values;
        this.intervals = Math.clamp(Integer.highestOneBit(values.length) / 4, LEAST_INTERVALS, MOST_INTERVALS);
        this.counts = new int[PARTS][intervals];
        this.below = new int[intervals + 1];
        this.sorted = new double[intervals][];
        double[] lowest = new double[PARTS];
        double[] highest = new double[PARTS];
        eachPart(part -> {
            double low = values[0];
            double high = values[0];
            for (int i = start(part); i < start(part + 1); i++) {
                low = Math.min(low, values[i]);
                high = Math.max(high, values[i]);
            }
            lowest[part] = low;
            highest[part] = high;
        });
        this.least = Arrays.stream(lowest).min().orElseThrow();
        double most = Arrays.stream(highest).max().orElseThrow();
        this.scale = most > least ? intervals / (most - least) : 0;
    }

    /**
     * The values at places from 0, each held within the sample.
     *
     * @param values at least one, all finite
     * @param places in any order
     */
    static double[] at(double[] values, int... places) {
        int[] held = Arrays.stream(places)
                .map(place -> Math.clamp(place, 0, values.length - 1))
                .toArray();
        OrderStatistics order = new OrderStatistics(values);
        order.count();
        order.sort(held);
        return Arrays.stream(held).mapToDouble(order::valueAt).toArray();
    }

    private void count() {
        eachPart(part -> {
            int[] count = counts[part];
            for (int i = start(part); i < start(part + 1); i++) {
                count[interval(values[i])]++;
            }
        });
        for (int interval = 0; interval < intervals; interval++) {
            int next = 0;
            for (int[] count : counts) {
                int own = count[interval];
                count[interval] = next;
                next += own;
            }
            below[interval + 1] = below[interval] + next;
        }
    }

    private void sort(int[] places) {
        for (int place : places) {
            int interval = intervalOf(place);
            sorted[interval] = new double[below[interval + 1] - below[interval]];
        }
        eachPart(part -> {
            for (int i = start(part); i < start(part + 1); i++) {
                int interval = interval(values[i]);
                if (sorted[interval] != null) {
                    sorted[interval][counts[part][interval]++] = values[i];
                }
            }
        });
        for (double[] wanted : sorted) {
            if (wanted != null) {
                Arrays.sort(wanted);
            }
        }
    }

    private double valueAt(int place) {
        int interval = intervalOf(place);
        return sorted[interval][place - below[interval]];
    }

    private int interval(double value) {
        return Math.min(intervals - 1, (int) ((value - least) * scale));
    }

    private int intervalOf(int place) {
        int low = 0;
        int high = intervals - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (below[middle + 1] > place) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private int start(int part) {
        return (int) ((long) values.length * part / PARTS);
    }

    private static void eachPart(IntConsumer work) {
        IntStream.range(0, PARTS).parallel().forEach(work);
    }
}
