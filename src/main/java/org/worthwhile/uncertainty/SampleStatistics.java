package org.worthwhile.uncertainty;

import java.util.Arrays;

/** Summaries of one sample or of two. */
final class SampleStatistics {

    private SampleStatistics() {}

    static double mean(double[] values) {
        return Blocks.sum(values.length, (from, to) -> {
                    double sum = 0;
                    for (int i = from; i < to; i++) {
                        sum += values[i];
                    }
                    return sum;
                })
                / values.length;
    }

    static double standardDeviation(double[] values, double mean) {
        double squares = Blocks.sum(values.length, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += (values[i] - mean) * (values[i] - mean);
            }
            return sum;
        });
        return Math.sqrt(squares / (values.length - 1));
    }

    /** By the fourth moment: sqrt((m4 - s^4) / n) / 2s (Kendall and Stuart 1977, section 10.9). */
    static double standardErrorOfDeviation(double[] values, double mean, double deviation) {
        if (deviation == 0) {
            return 0;
        }
        double fourth = Blocks.sum(values.length, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                double square = (values[i] - mean) * (values[i] - mean);
                sum += square * square;
            }
            return sum;
        });
        double variance = deviation * deviation;
        return Math.sqrt(Math.max(0, fourth / values.length - variance * variance) / values.length) / (2 * deviation);
    }

    /** The rank of each value; level ones share the mean of theirs. */
    static double[] ranks(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            ranks[i] = (below(sorted, values[i]) + below(sorted, Math.nextUp(values[i])) - 1) / 2.0;
        }
        return ranks;
    }

    /** How many of the sorted values are below a bound. */
    private static int below(double[] sorted, double bound) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    static double correlation(double[] first, double[] second) {
        double firstMean = mean(first);
        double secondMean = mean(second);
        double product = 0;
        double firstSquare = 0;
        double secondSquare = 0;
        for (int i = 0; i < first.length; i++) {
            product += (first[i] - firstMean) * (second[i] - secondMean);
            firstSquare += (first[i] - firstMean) * (first[i] - firstMean);
            secondSquare += (second[i] - secondMean) * (second[i] - secondMean);
        }
        return firstSquare == 0 || secondSquare == 0 ? 0 : product / Math.sqrt(firstSquare * secondSquare);
    }
}
