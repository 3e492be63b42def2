package org.worthwhile.trackrecord;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.FDistribution;

/** Whether projects of some kinds lie further apart than those of others: Brown and Forsythe (1974), by distances from the medians. */
record SpreadTest(double statistic, double pValue) {

    private static final int FEWEST_IN_A_KIND = 3;

    /** The test over the kinds of at least three projects; empty with fewer than two such kinds, or without any spread. */
    static Optional<SpreadTest> of(List<double[]> values) {
        List<double[]> distances = values.stream()
                .filter(kind -> kind.length >= FEWEST_IN_A_KIND)
                .map(SpreadTest::distances)
                .toList();
        if (distances.size() < 2) {
            return Optional.empty();
        }
        int count = distances.stream().mapToInt(kind -> kind.length).sum();
        double mean = distances.stream().flatMapToDouble(Arrays::stream).sum() / count;
        double between = 0;
        double within = 0;
        for (double[] kind : distances) {
            double own = Arrays.stream(kind).sum() / kind.length;
            between += kind.length * (own - mean) * (own - mean);
            within +=
                    Arrays.stream(kind).map(each -> (each - own) * (each - own)).sum();
        }
        if (within <= 0) {
            return Optional.empty();
        }
        int numerator = distances.size() - 1;
        int denominator = count - distances.size();
        double statistic = between / numerator / (within / denominator);
        return Optional.of(new SpreadTest(
                statistic, FDistribution.of(numerator, denominator).survivalProbability(statistic)));
    }

    private static double[] distances(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        return Arrays.stream(values).map(each -> Math.abs(each - median)).toArray();
    }
}
