package org.worthwhile.synthesis;

import java.util.OptionalDouble;

/**
 * What is taken to be known of an effect before the studies.
 *
 * @param tau the shape of the prior of tau, the standard deviation of true effects
 * @param scale of it, in the unit of the estimates: of a half-normal the deviation of the normal, of a half-Cauchy the median
 * @param mean with {@code deviation} a normal prior of the effect on average; flat without them
 */
public record Prior(Shape tau, double scale, OptionalDouble mean, OptionalDouble deviation) {

    /** Of the prior of tau. */
    public enum Shape {
        HALF_NORMAL("half-normal"),
        HALF_CAUCHY("half-Cauchy");

        private final String title;

        Shape(String title) {
            this.title = title;
        }

        /** In words. */
        public String title() {
            return title;
        }
    }

    /** The logarithm of the density of a tau, without its constant. */
    public double logDensity(double value) {
        double ratio = value / scale;
        return switch (tau) {
            case HALF_NORMAL -> -ratio * ratio / 2;
            case HALF_CAUCHY -> -StrictMath.log1p(ratio * ratio);
        };
    }
}
