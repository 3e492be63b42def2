package org.worthwhile.attribution.did;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.period.Starts;

/**
 * How much the one treated unit or cluster varied before its treatment, beside the others. That it varies as they do is what the error
 * of its effect rests on, and where it did not then, no method keeps its word. The mean square of changes from one observed period to
 * the next, about the mean change of all, is ranked among those of the others, which is exact where all vary alike; others of different
 * sizes are brought to its size first (see {@link SizeVariance}).
 *
 * @param own the mean square of its changes, in squared units of the outcome
 * @param others the same of each of the others
 */
record EarlierVariation(double own, double[] others) {

    private static final double SIGNIFICANT = 0.05;

    /**
     * What is known of one row, or of one unit in a period.
     *
     * @param period as an index
     * @param start of treatment
     */
    record Seen(int cluster, int period, int start, double outcome, double weight) {}

    /** A finding of one treated, or that the data cannot tell it. */
    static Finding judged(Finding found, Seen[] rows, int clusters, int anticipation) {
        return of(rows, clusters, anticipation)
                .map(earlier -> earlier.judge(found))
                .orElse(found);
    }

    /** Looks at clusters of which one is treated; empty where more are, or it is not seen twice before. */
    static Optional<EarlierVariation> of(Seen[] rows, int clusters, int anticipation) {
        int[] treated = Arrays.stream(rows)
                .filter(row -> row.start != Starts.NEVER)
                .mapToInt(Seen::cluster)
                .distinct()
                .toArray();
        if (treated.length != 1) {
            return Optional.empty();
        }
        int start = Arrays.stream(rows).mapToInt(Seen::start).min().orElseThrow() - anticipation;
        int[] periods = Arrays.stream(rows)
                .filter(row -> row.cluster == treated[0] && row.period < start)
                .mapToInt(Seen::period)
                .distinct()
                .sorted()
                .toArray();
        double[][] sums = new double[clusters][periods.length];
        double[][] weights = new double[clusters][periods.length];
        for (Seen row : rows) {
            int position = Arrays.binarySearch(periods, row.period);
            if (position >= 0) {
                sums[row.cluster][position] += row.weight * row.outcome;
                weights[row.cluster][position] += row.weight;
            }
        }
        double[] squares = new double[clusters];
        int steps = 0;
        boolean[] whole = new boolean[clusters];
        Arrays.fill(whole, true);
        for (int step = 1; step < periods.length; step++) {
            double[] changes = new double[clusters];
            for (int cluster = 0; cluster < clusters; cluster++) {
                changes[cluster] = sums[cluster][step] / weights[cluster][step]
                        - sums[cluster][step - 1] / weights[cluster][step - 1];
                whole[cluster] &= Double.isFinite(changes[cluster]);
            }
            steps++;
            double mean =
                    DoubleStream.of(changes).filter(Double::isFinite).average().orElse(0);
            for (int cluster = 0; cluster < clusters; cluster++) {
                squares[cluster] += (changes[cluster] - mean) * (changes[cluster] - mean);
            }
        }
        int[] others = IntStream.range(0, clusters)
                .filter(cluster -> cluster != treated[0] && whole[cluster])
                .toArray();
        if (steps == 0 || others.length < 2) {
            return Optional.empty();
        }
        double[] sizes = Arrays.stream(weights)
                .mapToDouble(own -> Arrays.stream(own).sum())
                .toArray();
        double[] deviations = IntStream.of(others)
                .mapToDouble(cluster -> Math.sqrt(squares[cluster]))
                .toArray();
        double[] sizesOfOthers =
                IntStream.of(others).mapToDouble(cluster -> sizes[cluster]).toArray();
        int count = steps;
        double[] asLarge = DoubleStream.of(
                        SizeVariance.of(deviations, sizesOfOthers).as(deviations, sizesOfOthers, sizes[treated[0]]))
                .map(deviation -> deviation * deviation / count)
                .toArray();
        return Optional.of(new EarlierVariation(squares[treated[0]] / count, asLarge));
    }

    /** The share of all, the treated one among them, that varied at least as much. */
    double pValue() {
        long asMuch = DoubleStream.of(others)
                .filter(value -> value >= own * (1 - 1e-12))
                .count();
        return (asMuch + 1.0) / (others.length + 1.0);
    }

    /** The finding, or that the data cannot tell where the treated one varied more than all but a twentieth. */
    Finding judge(Finding found) {
        if (pValue() > SIGNIFICANT) {
            return found;
        }
        long asMuch = Math.round(pValue() * (others.length + 1)) - 1;
        return found.thatCannotTell("the one treated unit or cluster varied more before its treatment than "
                + (others.length - asMuch) + " of the " + others.length
                + " others, whose variation is all that could tell how far its change is chance; an interrupted series with the"
                + " others as controls rests on its own variation");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EarlierVariation one && own == one.own && Arrays.equals(others, one.others);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(others);
    }
}
