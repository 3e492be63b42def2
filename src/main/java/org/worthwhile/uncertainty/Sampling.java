package org.worthwhile.uncertainty;

import java.util.Arrays;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/** How probabilities are spread over trials. */
public enum Sampling {
    /** Each for itself. */
    PLAIN,

    /** One in each of as many equal strata as a replicate has trials, in random order (McKay, Beckman and Conover 1979). */
    LATIN_HYPERCUBE,

    /** Along Sobol's sequence, its digits scrambled at random (Owen 1995). */
    SOBOL;

    /** Inputs after this many are drawn plainly, since the sequence has no more dimensions. */
    private static final int MOST_DIMENSIONS = 1000;

    /**
     * Fills the probabilities of a block of trials, by input.
     *
     * @param probabilities from 0 on, as many as there are trials in the block
     */
    void fill(double[][] probabilities, long seed, Replicates.Block block) {
        switch (this) {
            case PLAIN -> {
                for (int input = 0; input < probabilities.length; input++) {
                    plain(probabilities[input], seed, input, block);
                }
            }
            case LATIN_HYPERCUBE -> {
                for (int input = 0; input < probabilities.length; input++) {
                    long stream = CounterRandom.stream(seed, input);
                    Permutation order = new Permutation(block.size(), CounterRandom.stream(stream, block.replicate()));
                    for (int i = 0; i < block.count(); i++) {
                        double within = CounterRandom.uniform(stream, block.first() + i);
                        probabilities[input][i] = (order.at(block.place() + i) + within) / block.size();
                    }
                }
            }
            case SOBOL -> sobol(probabilities, seed, block);
        }
    }

    private static void plain(double[] probabilities, long seed, int input, Replicates.Block block) {
        CounterRandom.fill(probabilities, CounterRandom.stream(seed, input), block.first(), block.count());
    }

    private static void sobol(double[][] probabilities, long seed, Replicates.Block block) {
        int dimensions = Math.min(MOST_DIMENSIONS, probabilities.length);
        if (dimensions == 0) {
            return;
        }
        DigitScrambling[] scramblings = new DigitScrambling[dimensions];
        Arrays.setAll(
                scramblings,
                input -> new DigitScrambling(
                        CounterRandom.stream(CounterRandom.stream(seed, input), block.replicate())));
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(dimensions);
        double[] point = sequence.skipTo(block.place());
        for (int i = 0; i < block.count(); i++) {
            for (int input = 0; input < dimensions; input++) {
                probabilities[input][i] = scramblings[input].of(point[input]);
            }
            point = sequence.nextVector();
        }
        for (int input = dimensions; input < probabilities.length; input++) {
            plain(probabilities[input], seed, input, block);
        }
    }
}
