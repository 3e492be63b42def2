package org.worthwhile.uncertainty;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * A distribution whose quantiles have no closed form, by what is worked out with the same bits on any machine: the special
 * functions are those of Commons Math, which has its own elementary functions in Java.
 */
sealed interface Continuous {

    /** The probability below a value. */
    double below(double value);

    /** The probability above a value, exact also where it is small. */
    double above(double value);

    double density(double value);

    /** No value is lower. */
    double lowest();

    /** No value is higher. */
    double highest();

    /** A value amid the distribution. */
    double centre();

    /** Student's t, standard. */
    record StudentT(double degreesOfFreedom, double logScale) implements Continuous {

        static StudentT of(double degreesOfFreedom) {
            return new StudentT(
                    degreesOfFreedom, -Beta.logBeta(degreesOfFreedom / 2, 0.5) - StrictMath.log(degreesOfFreedom) / 2);
        }

        @Override
        public double below(double value) {
            return above(-value);
        }

        @Override
        public double above(double value) {
            double square = value * value;
            double whole = degreesOfFreedom + square;
            double twoSided = square < 1
                    ? 1 - Beta.regularizedBeta(square / whole, 0.5, degreesOfFreedom / 2)
                    : Beta.regularizedBeta(degreesOfFreedom / whole, degreesOfFreedom / 2, 0.5);
            return value < 0 ? 1 - twoSided / 2 : twoSided / 2;
        }

        @Override
        public double density(double value) {
            return StrictMath.exp(
                    logScale - (degreesOfFreedom + 1) / 2 * StrictMath.log1p(value * value / degreesOfFreedom));
        }

        @Override
        public double lowest() {
            return Double.NEGATIVE_INFINITY;
        }

        @Override
        public double highest() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public double centre() {
            return 0;
        }
    }

    /** Beta between 0 and 1. */
    record UnitBeta(double alpha, double beta, double logScale) implements Continuous {

        static UnitBeta of(double alpha, double beta) {
            return new UnitBeta(alpha, beta, -Beta.logBeta(alpha, beta));
        }

        @Override
        public double below(double value) {
            return Beta.regularizedBeta(value, alpha, beta);
        }

        @Override
        public double above(double value) {
            return Beta.regularizedBeta(1 - value, beta, alpha);
        }

        @Override
        public double density(double value) {
            return StrictMath.exp(
                    logScale + (alpha - 1) * StrictMath.log(value) + (beta - 1) * StrictMath.log1p(-value));
        }

        @Override
        public double lowest() {
            return 0;
        }

        @Override
        public double highest() {
            return 1;
        }

        @Override
        public double centre() {
            return alpha / (alpha + beta);
        }
    }

    /** Gamma with a scale of 1. */
    record UnitGamma(double shape, double logScale) implements Continuous {

        static UnitGamma of(double shape) {
            return new UnitGamma(shape, -Gamma.logGamma(shape));
        }

        @Override
        public double below(double value) {
            return Gamma.regularizedGammaP(shape, value);
        }

        @Override
        public double above(double value) {
            return Gamma.regularizedGammaQ(shape, value);
        }

        @Override
        public double density(double value) {
            return StrictMath.exp(logScale + (shape - 1) * StrictMath.log(value) - value);
        }

        @Override
        public double lowest() {
            return 0;
        }

        @Override
        public double highest() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public double centre() {
            return shape;
        }
    }
}
