package org.worthwhile.synthesis;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * How far true effects lie apart between studies.
 *
 * @param q Cochran's statistic: squared distances from the fixed effect, or from the moderators' line, each over its variance
 * @param pValue of Q where all studies have one true effect
 * @param tau2 the variance of true effects, in the square of the effect's unit
 * @param tau2Low with {@code tau2High} the interval by the Q-profile of Viechtbauer (2007)
 * @param i2 the share of the variance of estimates that is between studies
 * @param h2 variance of estimates over that within studies
 */
public record Heterogeneity(
        double q,
        int degreesOfFreedom,
        double pValue,
        double tau2,
        double tau2Low,
        double tau2High,
        double i2,
        double i2Low,
        double i2High,
        double h2,
        double h2Low,
        double h2High) {

    private static final int MOST_HALVINGS = 200;

    static Heterogeneity of(EffectModel model, double tau2, double level) {
        double q = model.at(0).weightedSquares();
        double typical = model.typicalVariance();
        ChiSquaredDistribution chiSquared = ChiSquaredDistribution.of(model.degrees());
        double low = tau2At(model, chiSquared.inverseSurvivalProbability((1 - level) / 2));
        double high = tau2At(model, chiSquared.inverseCumulativeProbability((1 - level) / 2));
        return new Heterogeneity(
                q,
                model.degrees(),
                chiSquared.survivalProbability(q),
                tau2,
                low,
                high,
                tau2 / (tau2 + typical),
                low / (low + typical),
                high / (high + typical),
                tau2 / typical + 1,
                low / typical + 1,
                high / typical + 1);
    }

    /** Whether even tau2 of 0 makes the estimates lie too far apart for how close they are, so that its interval is 0 alone. */
    public boolean isCloserThanChance() {
        return tau2High == 0;
    }

    /** The tau2 at which the generalised Q has a value; 0 where it is less even there. Q falls as tau2 rises. */
    static double tau2At(EffectModel model, double value) {
        if (model.at(0).weightedSquares() <= value) {
            return 0;
        }
        double low = 0;
        double high = model.typicalVariance();
        while (model.at(high).weightedSquares() > value) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < MOST_HALVINGS && high - low > Math.ulp(high); i++) {
            double middle = low + (high - low) / 2;
            if (model.at(middle).weightedSquares() > value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low + (high - low) / 2;
    }
}
