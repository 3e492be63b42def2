package org.worthwhile.uncertainty;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.worthwhile.uncertainty.UncertaintyResult.Estimate;
import org.worthwhile.uncertainty.UncertaintyResult.VarianceIndex;

/**
 * Sobol's indices of independent sources: of the variance of a result, the share that a source explains by itself and the share
 * that is left where all others are known. A sample A and a sample B of all sources are drawn, and for each source
 * the sample A with that source from B. The first-order index is the mean of f(B) (f(AB) - f(A)) (Saltelli and others 2010, Computer
 * Physics Communications 181), the total one half the mean of (f(A) - f(AB))^2 (Jansen 1999), each over the variance. Samples
 * are sixteen scrambled Sobol sequences, and errors the jackknife's over these.
 */
final class VarianceIndices {

    private static final int LEAST = 16;
    private static final int MOST = 1 << 10;

    private final Replicates replicates;
    private final Model model;
    private final int sources;
    private final int results;

    /** What depends on the sources. */
    @FunctionalInterface
    interface Model {

        /**
         * Works out trials.
         *
         * @param values by source and trial
         * @param found filled by result and trial
         */
        void evaluate(double[][][] values, double[][] found);
    }

    /** Turns the probabilities of a source, by trial, into the values of its inputs, by input and trial. */
    @FunctionalInterface
    interface Values {
        double[][] of(int source, double[] probabilities);
    }

    private VarianceIndices(Replicates replicates, Model model, int sources, int results) {
        this.replicates = replicates;
        this.model = model;
        this.sources = sources;
        this.results = results;
    }

    /**
     * The indices by result and source; none of a result that does not vary.
     *
     * @param evaluations about how many times the model may be worked out
     */
    static List<List<VarianceIndex>> of(
            Model model, Values values, int sources, int results, int evaluations, long seed) {
        int count = Replicates.of(Integer.MAX_VALUE).count();
        int size = Integer.highestOneBit(Math.clamp(evaluations / count / (sources + 2), LEAST, MOST));
        VarianceIndices indices = new VarianceIndices(new Replicates(count * size, count), model, sources, results);
        Sums[] sums = IntStream.range(0, count)
                .parallel()
                .mapToObj(replicate -> indices.sums(replicate, values, seed))
                .toArray(Sums[]::new);
        return IntStream.range(0, results)
                .mapToObj(result -> indices.of(sums, result))
                .toList();
    }

    /**
     * Of one replicate.
     *
     * @param a the results in A, by result and trial
     * @param b the same in B
     * @param first by result and source, the sums of the first-order products with f(B) as it is
     * @param moved the sums of f(AB) - f(A), which a mean taken off f(B) multiplies
     * @param total the sums of half the squares of f(A) - f(AB)
     */
    private record Sums(double[][] a, double[][] b, double[][] first, double[][] moved, double[][] total) {}

    private Sums sums(int replicate, Values values, long seed) {
        int size = replicates.size(replicate);
        int start = replicates.start(replicate);
        double[][] probabilities = new double[2 * sources][size];
        Sampling.SOBOL.fill(probabilities, seed, new Replicates.Block(replicate, start, size, start, size));
        double[][][] drawn = new double[sources][][];
        double[][][] other = new double[sources][][];
        for (int source = 0; source < sources; source++) {
            drawn[source] = values.of(source, probabilities[source]);
            other[source] = values.of(source, probabilities[sources + source]);
        }
        Sums sums = new Sums(
                new double[results][size],
                new double[results][size],
                new double[results][sources],
                new double[results][sources],
                new double[results][sources]);
        model.evaluate(drawn, sums.a);
        model.evaluate(other, sums.b);
        double[][] mixed = new double[results][size];
        for (int source = 0; source < sources; source++) {
            double[][] kept = drawn[source];
            drawn[source] = other[source];
            model.evaluate(drawn, mixed);
            drawn[source] = kept;
            for (int result = 0; result < results; result++) {
                add(sums, mixed[result], result, source);
            }
        }
        return sums;
    }

    private static void add(Sums sums, double[] mixed, int result, int source) {
        double[] a = sums.a[result];
        double[] b = sums.b[result];
        double first = 0;
        double moved = 0;
        double total = 0;
        for (int trial = 0; trial < mixed.length; trial++) {
            double change = mixed[trial] - a[trial];
            first += b[trial] * change;
            moved += change;
            total += change * change / 2;
        }
        sums.first[result][source] = first;
        sums.moved[result][source] = moved;
        sums.total[result][source] = total;
    }

    private List<VarianceIndex> of(Sums[] sums, int result) {
        double mean = Arrays.stream(sums)
                        .mapToDouble(each -> Arrays.stream(each.a[result]).sum()
                                + Arrays.stream(each.b[result]).sum())
                        .sum()
                / (2.0 * replicates.trials());
        double[] squares = Arrays.stream(sums)
                .mapToDouble(each -> (squares(each.a[result], mean) + squares(each.b[result], mean)) / 2)
                .toArray();
        if (Arrays.stream(squares).sum() == 0) {
            return List.of();
        }
        return IntStream.range(0, sources)
                .mapToObj(source -> new VarianceIndex(
                        ratio(
                                replicate -> sums[replicate].first[result][source]
                                        - mean * sums[replicate].moved[result][source],
                                squares),
                        ratio(replicate -> sums[replicate].total[result][source], squares)))
                .toList();
    }

    private static double squares(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares;
    }

    /** A share, held within 0 and 1, with the jackknife's error of the ratio of sums. */
    private static Estimate ratio(IntToDoubleFunction part, double[] squares) {
        double[] parts = IntStream.range(0, squares.length).mapToDouble(part).toArray();
        double all = Arrays.stream(parts).sum();
        double whole = Arrays.stream(squares).sum();
        double[] without = new double[squares.length];
        Arrays.setAll(without, replicate -> (all - parts[replicate]) / (whole - squares[replicate]));
        return new Estimate(Math.clamp(all / whole, 0, 1), Replicates.jackknifeError(without));
    }
}
