package org.worthwhile.synthesis;

import java.util.OptionalDouble;

/** The effect in a place that was not studied. */
public sealed interface Prediction {

    /**
     * A distribution of it: mean + scale times Student's t, or the normal distribution without degrees of freedom.
     *
     * @param scale root of tau2 and the squared error of the mean
     * @param low with {@code high} its interval
     */
    record Known(double mean, double scale, OptionalDouble degreesOfFreedom, double low, double high)
            implements Prediction {}

    /**
     * Nothing can be said of it.
     *
     * @param reason a clause
     */
    record NotKnown(String reason) implements Prediction {}

    /**
     * Of estimates combined without moderators.
     *
     * @param units studies, or clusters of studies where the errors are robust to what they share
     */
    static Prediction of(PooledEffect pooled, double tau2, int units, SynthesisOptions options) {
        OptionalDouble degrees = switch (options.predictionDegrees()) {
            case ONE_FEWER -> OptionalDouble.of(units - 2);
            case OF_THE_TEST -> pooled.degreesOfFreedom();
        };
        if (degrees.isPresent() && degrees.getAsDouble() < 1) {
            return new NotKnown(
                    "two studies tell too little of how effects differ between places; three are the fewest that tell it");
        }
        double mean = pooled.estimate();
        double scale = Math.sqrt(pooled.standardError() * pooled.standardError() + tau2);
        double half = PooledEffect.standard(degrees).inverseSurvivalProbability((1 - options.level()) / 2) * scale;
        return new Known(mean, scale, degrees, mean - half, mean + half);
    }
}
