package org.worthwhile.attribution.observational;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Rows in rising order of their scores, those of one score in the order of the data, so that the nearest to a score are found
 * without going through all.
 *
 * @param rows by place
 * @param scores by place
 */
record ScoreOrder(int[] rows, double[] scores) {

    static ScoreOrder of(double[] score, IntPredicate member) {
        int[] rows = IntStream.range(0, score.length)
                .filter(member)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> score[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new ScoreOrder(
                rows, IntStream.of(rows).mapToDouble(row -> score[row]).toArray());
    }

    int size() {
        return rows.length;
    }

    /** How many scores are below one. */
    int below(double score) {
        int low = 0;
        int high = scores.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (scores[middle] < score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    double distance(int place, double score) {
        return Math.abs(scores[place] - score);
    }

    /** The least distances from a score, rising; at most as many as asked for. */
    double[] nearest(double score, int most, double furthest) {
        double[] distances = new double[Math.min(most, size())];
        int right = below(score);
        int left = right - 1;
        for (int count = 0; count < distances.length; count++) {
            double before = left >= 0 ? distance(left, score) : Double.POSITIVE_INFINITY;
            double after = right < size() ? distance(right, score) : Double.POSITIVE_INFINITY;
            distances[count] = Math.min(before, after);
            if (distances[count] > furthest) {
                return Arrays.copyOf(distances, count);
            }
            left -= before <= after ? 1 : 0;
            right += before <= after ? 0 : 1;
        }
        return distances;
    }

    /** The rows no further than a distance from a score, in the order of the data. */
    int[] within(double score, double furthest) {
        int to = below(score);
        int from = to;
        while (from > 0 && distance(from - 1, score) <= furthest) {
            from--;
        }
        while (to < size() && distance(to, score) <= furthest) {
            to++;
        }
        int[] found = Arrays.copyOfRange(rows, from, to);
        Arrays.sort(found);
        return found;
    }
}
