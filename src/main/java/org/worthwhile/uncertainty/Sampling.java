package org.worthwhile.uncertainty;

import org.apache.commons.math3.random.SobolSequenceGenerator;

/** How probabilities are spread over trials. */
public enum Sampling {
    /** Each for itself. */
    PLAIN,

    /** One in each of as many equal strata as there are trials, in random order (McKay, Beckman and Conover 1979). */
    LATIN_HYPERCUBE,

    /** Along Sobol's sequence, turned by a random shift (Cranley and Patterson 1976). */
    SOBOL;

    /** Inputs after this many are drawn plainly, since the sequence has no more dimensions. */
    private static final int MOST_DIMENSIONS = 1000;

    /**
     * Fills the probabilities of trials {@code first} to {@code first + count - 1}, by input.
     *
     * @param trials how many there are in all
     */
    void fill(double[][] probabilities, long seed, int first, int count, int trials) {
        switch (this) {
            case PLAIN -> {
                for (int input = 0; input < probabilities.length; input++) {
                    plain(probabilities[input], seed, input, first, count);
                }
            }
            case LATIN_HYPERCUBE -> {
                for (int input = 0; input < probabilities.length; input++) {
                    long stream = CounterRandom.stream(seed, input);
                    Permutation order = new Permutation(trials, stream);
                    for (int i = 0; i < count; i++) {
                        double within = CounterRandom.uniform(stream, first + i);
                        probabilities[input][i] = (order.at(first + i) + within) / trials;
                    }
                }
            }
            case SOBOL -> sobol(probabilities, seed, first, count);
        }
    }

    private static void plain(double[] probabilities, long seed, int input, int first, int count) {
        CounterRandom.fill(probabilities, CounterRandom.stream(seed, input), first, count);
    }

    private static void sobol(double[][] probabilities, long seed, int first, int count) {
        int dimensions = Math.min(MOST_DIMENSIONS, probabilities.length);
        if (dimensions == 0) {
            return;
        }
        double[] shifts = new double[dimensions];
        for (int input = 0; input < dimensions; input++) {
            shifts[input] = CounterRandom.uniform(CounterRandom.stream(seed, input), 0);
        }
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(dimensions);
        double[] point = sequence.skipTo(first);
        for (int i = 0; i < count; i++) {
            for (int input = 0; input < dimensions; input++) {
                double shifted = point[input] + shifts[input];
                double wrapped = shifted >= 1 ? shifted - 1 : shifted;
                probabilities[input][i] = Math.clamp(wrapped, Double.MIN_NORMAL, 1 - 0x1.0p-53);
            }
            point = sequence.nextVector();
        }
        for (int input = dimensions; input < probabilities.length; input++) {
            plain(probabilities[input], seed, input, first, count);
        }
    }
}
