package org.worthwhile.attribution.estimation;

import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Repeated draws, each from a stream of its own, so that threads are of no consequence. */
public final class Resampling {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Resampling() {}

    /**
     * A stream for one draw; it begins at a place that is itself random, so that no two streams run into one another.
     *
     * @throws CancellationException if the thread was interrupted, so that a study with many draws can be stopped
     */
    public static SplittableRandom stream(long seed, int draw) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
        long place = new SplittableRandom(seed).nextLong() + GOLDEN * draw;
        return new SplittableRandom(new SplittableRandom(place).nextLong());
    }

    /** What a statistic is in each draw. */
    public static double[] draws(int count, long seed, ToDoubleFunction<SplittableRandom> statistic) {
        return IntStream.range(0, count)
                .parallel()
                .mapToDouble(draw -> statistic.applyAsDouble(stream(seed, draw)))
                .toArray();
    }

    /** The numbers below {@code size} in random order (Fisher and Yates). */
    public static int[] permutation(int size, SplittableRandom random) {
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }

    /** The standard deviation about the mean, divided by the number less one. */
    public static double deviation(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / (values.length - 1));
    }
}
