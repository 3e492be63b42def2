package org.worthwhile.attribution.estimation;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The size of a normal variable with variance 1, whose mean need not be 0. */
public final class FoldedNormal {

    private static final int MOST_STEPS = 100;
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private FoldedNormal() {}

    /**
     * Below which the size lies as often as the level says. Newton's steps start below it and do not pass it, as the probability
     * beyond is convex there.
     *
     * @param shift the mean, 0 or more
     */
    public static double critical(double shift, double level) {
        double critical = Math.max(
                shift + STANDARD.inverseSurvivalProbability(1 - level),
                STANDARD.inverseSurvivalProbability((1 - level) / 2));
        for (int i = 0; i < MOST_STEPS; i++) {
            double step = (beyond(critical, shift) - (1 - level))
                    / (STANDARD.density(critical - shift) + STANDARD.density(critical + shift));
            critical += step;
            if (!(step > 1e-14 * critical)) {
                break;
            }
        }
        return critical;
    }

    /** The probability that the size is greater than {@code size}. */
    public static double beyond(double size, double shift) {
        return Math.min(1, STANDARD.survivalProbability(size - shift) + STANDARD.cumulativeProbability(-size - shift));
    }
}
