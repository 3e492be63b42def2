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

    /** By the fourth moment: sqrt((m4 - s^4) / n) / 2s (Kendall and Stuart 1977, section 10.9), of so many values that are independent. */
    static double standardErrorOfDeviation(double[] values, double mean, double deviation, int independent) {
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
        return Math.sqrt(Math.max(0, fourth / values.length - variance * variance) / independent) / (2 * deviation);
    }

    /** The rank of each value; level ones share the mean of theirs. */
    static double[] ranks(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] shared = new double[values.length];
        for (int first = 0; first < sorted.length; ) {
            int after = first + 1;
            while (after < sorted.length && sorted[after] == sorted[first]) {
                after++;
            }
            shared[first] = (first + after - 1) / 2.0;
            first = after;
        }
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            ranks[i] = shared[below(sorted, values[i])];
        }
        return ranks;
    }

    /** How many of the sorted values are below one of them. */
    private static int below(double[] sorted, double value) {
        int low = 0;
        for (int length = sorted.length; length > 1; length -= length / 2) {
            int middle = low + length / 2;
            low = sorted[middle - 1] < value ? middle : low;
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
