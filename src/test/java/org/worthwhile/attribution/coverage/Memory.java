package org.worthwhile.attribution.coverage;

import java.util.random.RandomGenerator;

/** How errors of variance 1 remember those before; random walks have steps of 0.5, or of 0.3 with noise of 1 about them. */
enum Memory {
    NONE("correlation 0", 0),
    SOME("correlation 0.3", 0.3),
    MUCH("correlation 0.6", 0.6),
    MOST("correlation 0.8", 0.8),
    RANDOM_WALK("random walk", 1),
    RANDOM_WALK_AND_NOISE("random walk and noise", 1);

    private final String title;
    private final double correlation;

    Memory(String title, double correlation) {
        this.title = title;
        this.correlation = correlation;
    }

    String title() {
        return title;
    }

    double[] errors(RandomGenerator random, int length) {
        double step = this == RANDOM_WALK
                ? 0.5
                : this == RANDOM_WALK_AND_NOISE ? 0.3 : Math.sqrt(1 - correlation * correlation);
        double[] errors = new double[length];
        errors[0] = random.nextGaussian();
        for (int t = 1; t < length; t++) {
            errors[t] = correlation * errors[t - 1] + step * random.nextGaussian();
        }
        if (this == RANDOM_WALK_AND_NOISE) {
            for (int t = 0; t < length; t++) {
                errors[t] += random.nextGaussian();
            }
        }
        return errors;
    }
}
