package org.worthwhile.attribution.coverage;

import java.util.random.RandomGenerator;

/**
 * How the outcome goes with the running variable on both sides of a cutoff, where they meet. Lee's and Ludwig and Miller's are the
 * polynomials that Calonico, Cattaneo and Titiunik 2014 (Econometrica 82) fitted to their data, less the jump.
 */
enum Curve {
    LINE("line", 0.4, new double[] {1}, new double[] {1}),
    BENDING("curvature that changes", 0.4, new double[] {1, 1.5}, new double[] {1, -1.5}),
    LEE("Lee's curve", 0.1295, new double[] {1.27, 7.18, 20.21, 21.54, 7.33}, new double[] {
        0.84, -3.00, 7.99, -9.01, 3.56
    }),
    LUDWIG_MILLER("Ludwig and Miller's curve", 0.1295, new double[] {2.30, 3.28, 1.45, 0.23, 0.03}, new double[] {
        18.49, -54.81, 74.30, -45.02, 9.83
    });

    private final String title;
    private final double noise;
    private final double[] below;
    private final double[] above;

    Curve(String title, double noise, double[] below, double[] above) {
        this.title = title;
        this.noise = noise;
        this.below = below;
        this.above = above;
    }

    String title() {
        return title;
    }

    /** The standard deviation of errors. */
    double noise() {
        return noise;
    }

    double at(double x) {
        double[] slopes = x < 0 ? below : above;
        double value = 0;
        for (int power = slopes.length - 1; power >= 0; power--) {
            value = (value + slopes[power]) * x;
        }
        return value;
    }

    /** Uniform, and for the published curves twice a beta variate of 2 and 4 less 1: the second smallest of five uniform ones. */
    double place(RandomGenerator random) {
        if (this == LINE || this == BENDING) {
            return 2 * random.nextDouble() - 1;
        }
        return 2 * random.doubles(5).sorted().skip(1).findFirst().orElseThrow() - 1;
    }
}
