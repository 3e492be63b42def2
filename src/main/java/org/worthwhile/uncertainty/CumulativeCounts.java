package org.worthwhile.uncertainty;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How many values of each replicate lie below points of the sample.
 *
 * @param below by replicate and point, the values below it, those that are not finite left out
 * @param upTo the same with those that equal it
 * @param known by replicate, how many values are finite
 */
record CumulativeCounts(int[][] below, int[][] upTo, int[] known) {

    /** One trial: a count is known no more closely. */
    private static final double LEAST = 1;

    /** @param points in any order */
    static CumulativeCounts of(Replicates replicates, double[] values, double[] points) {
        double[] sorted = Arrays.stream(points).sorted().distinct().toArray();
        int[] places = Arrays.stream(points)
                .mapToInt(point -> Arrays.binarySearch(sorted, point))
                .toArray();
        int[][] below = new int[replicates.count()][points.length];
        int[][] upTo = new int[replicates.count()][points.length];
        int[] known = new int[replicates.count()];
        IntStream.range(0, replicates.count()).parallel().forEach(replicate -> {
            int[] counts = new int[2 * sorted.length + 1];
            for (int trial = replicates.start(replicate); trial < replicates.start(replicate + 1); trial++) {
                if (Double.isFinite(values[trial])) {
                    counts[cell(sorted, values[trial])]++;
                }
            }
            Arrays.parallelPrefix(counts, Integer::sum);
            known[replicate] = counts[counts.length - 1];
            Arrays.setAll(below[replicate], i -> counts[2 * places[i]]);
            Arrays.setAll(upTo[replicate], i -> counts[2 * places[i] + 1]);
        });
        return new CumulativeCounts(below, upTo, known);
    }

    /** Even between points, odd at one. */
    private static int cell(double[] sorted, double value) {
        int found = Arrays.binarySearch(sorted, value);
        return found >= 0 ? 2 * found + 1 : 2 * (-found - 1);
    }

    /**
     * The standard deviations of the counts of all replicates about the shares of all their values: those of a ratio estimate, as
     * the number of finite values may differ between replicates (Cochran 1977, Sampling Techniques, section 6.4).
     */
    double[] deviations(double[] shares) {
        return IntStream.range(0, shares.length)
                .mapToDouble(i ->
                        Math.max(LEAST, Math.max(deviation(below, i, shares[i]), deviation(upTo, i, shares[i]))))
                .toArray();
    }

    private double deviation(int[][] counts, int point, double share) {
        double[] residuals = IntStream.range(0, counts.length)
                .mapToDouble(replicate -> counts[replicate][point] - share * known[replicate])
                .toArray();
        return residuals.length * Replicates.standardError(residuals);
    }
}
