package org.worthwhile.attribution.causes;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.Resampling;

/** Decompositions of data made of whole clusters drawn with replacement (Efron and Tibshirani 1993, chapter 8). */
final class ClusterBootstrap {

    private ClusterBootstrap() {}

    /** Parts by draw; draws in which one of the two ends has no rows are left out. */
    static double[][] parts(CausesData data, Function<CausesData, Decomposition> decompose, int draws, long seed) {
        Grouping grouping = Grouping.ofCodes(data.clusters(), Integer::toString);
        List<List<Integer>> byCluster = new ArrayList<>();
        for (int cluster = 0; cluster < grouping.size(); cluster++) {
            byCluster.add(new ArrayList<>());
        }
        for (int row = 0; row < data.clusters().length; row++) {
            byCluster.get(grouping.codes()[row]).add(row);
        }
        int[][] members = byCluster.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        return IntStream.range(0, draws)
                .parallel()
                .mapToObj(draw -> drawn(data, members, decompose, Resampling.stream(seed, draw)))
                .filter(Objects::nonNull)
                .toArray(double[][]::new);
    }

    private static double @Nullable [] drawn(
            CausesData data, int[][] members, Function<CausesData, Decomposition> decompose, SplittableRandom random) {
        List<Integer> rows = new ArrayList<>();
        List<Integer> units = new ArrayList<>();
        for (int i = 0; i < members.length; i++) {
            for (int row : members[random.nextInt(members.length)]) {
                rows.add(row);
                units.add(data.hasUnits() ? i * data.outcome().length + data.units()[row] : i);
            }
        }
        CausesData resampled = data.rows(
                rows.stream().mapToInt(Integer::intValue).toArray(),
                units.stream().mapToInt(Integer::intValue).toArray());
        CausesData complete = data.hasUnits()
                ? resampled
                : new CausesData(
                        resampled.outcome(),
                        resampled.names(),
                        resampled.causes(),
                        resampled.groups(),
                        resampled.places(),
                        new int[0],
                        resampled.clusters());
        double[] parts = decompose.apply(complete).parts();
        return DoubleStream.of(parts).allMatch(Double::isFinite) ? parts : null;
    }
}
