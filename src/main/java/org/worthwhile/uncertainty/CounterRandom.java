package org.worthwhile.uncertainty;

/**
 * Uniform numbers by position: the {@code index}-th number of a stream is a function of seed, stream and index alone, so
 * that trials can be drawn in any order by any number of threads. The mixing function is that of SplitMix64 (Steele, Lea
 * and Flood 2014).
 */
final class CounterRandom {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double STEP = 0x1.0p-53;

    private CounterRandom() {}

    /** The state of a stream. */
    static long stream(long seed, long number) {
        return mix(mix(seed) + GOLDEN * (number + 1));
    }

    /** A number strictly between 0 and 1. */
    static double uniform(long stream, long index) {
        return between0And1(mix(stream + GOLDEN * (index + 1)));
    }

    /** Fills with the {@code count} numbers of a stream from {@code first} on. */
    static void fill(double[] numbers, long stream, long first, int count) {
        long state = stream + GOLDEN * first;
        for (int i = 0; i < count; i++) {
            state += GOLDEN;
            numbers[i] = between0And1(mix(state));
        }
    }

    /** The number of the leading 53 bits. */
    static double between0And1(long bits) {
        return ((bits >>> 11) + 0.5) * STEP;
    }

    static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
