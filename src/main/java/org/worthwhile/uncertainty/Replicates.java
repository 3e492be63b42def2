package org.worthwhile.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Trials as replicates of one sampling design, each randomised for itself, one after the other and of sizes that differ by
 * one at most. By how much figures differ between replicates tells how far spread samples err, which the spread of their
 * trials does not (Owen 1997, Annals of Statistics 25; L'Ecuyer and Lemieux 2002).
 *
 * @param trials in all
 * @param count of replicates, at least 1
 */
public record Replicates(int trials, int count) {

    private static final int USUAL = 16;

    /** Sixteen, but fewer where there are not two trials for each. */
    static Replicates of(int trials) {
        return new Replicates(trials, Math.clamp(trials / 2, 1, USUAL));
    }

    /** The first trial of a replicate; that of the one after the last is the number of trials. */
    int start(int replicate) {
        return (int) ((long) trials * replicate / count);
    }

    int size(int replicate) {
        return start(replicate + 1) - start(replicate);
    }

    /** The values of a replicate's trials. */
    double[] part(double[] values, int replicate) {
        return Arrays.copyOfRange(values, start(replicate), start(replicate + 1));
    }

    /**
     * The values of fewer trials: the first ones of each replicate.
     *
     * @param fewer as many replicates, none of more trials than here
     */
    double[] first(Replicates fewer, double[] values) {
        double[] first = new double[fewer.trials];
        for (int replicate = 0; replicate < count; replicate++) {
            System.arraycopy(values, start(replicate), first, fewer.start(replicate), fewer.size(replicate));
        }
        return first;
    }

    /** The figure of each replicate, found at the same time. */
    double[] figures(IntToDoubleFunction byReplicate) {
        return IntStream.range(0, count).parallel().mapToDouble(byReplicate).toArray();
    }

    /** Of the mean of the replicates' figures: their standard deviation over the root of their number. */
    static double standardError(double[] figures) {
        double mean = Arrays.stream(figures).sum() / figures.length;
        double squares = 0;
        for (double figure : figures) {
            squares += (figure - mean) * (figure - mean);
        }
        return Math.sqrt(squares / (figures.length - 1.0) / figures.length);
    }

    /** Of a figure of all trials by the jackknife: from that figure without each replicate in turn. */
    static double jackknifeError(double[] without) {
        return (without.length - 1.0) * standardError(without);
    }

    /**
     * A run of trials of one replicate.
     *
     * @param start the replicate's first trial
     * @param size how many the replicate has
     * @param first the run's first trial
     * @param count of trials in the run
     */
    public record Block(int replicate, int start, int size, int first, int count) {

        /** The place of the run's first trial in its replicate. */
        int place() {
            return first - start;
        }
    }

    /** All trials in runs of at most so many. */
    List<Block> blocks(int most) {
        List<Block> blocks = new ArrayList<>();
        for (int replicate = 0; replicate < count; replicate++) {
            int start = start(replicate);
            int after = start(replicate + 1);
            for (int first = start; first < after; first += most) {
                blocks.add(new Block(replicate, start, after - start, first, Math.min(most, after - first)));
            }
        }
        return blocks;
    }
}
