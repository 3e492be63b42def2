package org.worthwhile.attribution.discontinuity;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.worthwhile.attribution.estimation.Inference;

/**
 * The jump at the cutoff by local polynomials of one order more at the same bandwidth, which is the bias-corrected estimate with one
 * bandwidth for estimate and bias. The bandwidth that makes the mean squared error of the bias least leaves a part of it, which in
 * large samples is not small beside the standard error; with the main bandwidth it is (Calonico, Cattaneo and Farrell 2018, Journal
 * of the American Statistical Association 113).
 *
 * <p>Its variance is HC3 (MacKinnon and White 1985), with Student's t of Satterthwaite's degrees of freedom, since the few rows
 * nearest to the cutoff carry most of the weight; that of clusters has one less than clusters.
 *
 * @param estimate of the jump, or of its ratio to the jump in treatment received
 * @param degreesOfFreedom of its standard error
 */
record HigherOrderJump(double estimate, double error, double degreesOfFreedom) {

    /** A row whose leverage is nearer to 1 than this is fitted by a term of its own. */
    private static final double LONE = 1e-9;

    /** One side's value at the cutoff, as weights on outcomes. */
    private record Level(Side side, LocalPolynomial fit) {

        static Level of(Side all, int order, Kernel kernel, double bandwidth) {
            Side side = all.within(kernel, bandwidth);
            return new Level(side, LocalPolynomial.fit(side, order, kernel, bandwidth));
        }

        double[] weights() {
            return fit.weights()[0];
        }

        double[] treatment() {
            return side.isFuzzy() ? side.treatment() : new double[side.size()];
        }

        /** HC3 of independent rows, the cluster-robust variance of clusters. */
        double variance(double[] values) {
            if (side.clusters().length > 0) {
                return side.variance(weights(), values, fit);
            }
            double[] residuals = fit.residuals(side.x(), values);
            for (int row = 0; row < residuals.length; row++) {
                double leverage = fit.leverage(row, side.x()[row]);
                if (leverage > 1 - LONE) {
                    throw new LocalPolynomial.TooFewRows();
                }
                residuals[row] /= 1 - leverage;
            }
            return LocalPolynomial.variance(weights(), residuals);
        }

        double sumOfPowers(int power) {
            return Arrays.stream(weights())
                    .map(weight -> StrictMath.pow(weight, power))
                    .sum();
        }
    }

    /**
     * Estimates.
     *
     * @param order of the polynomial whose estimate this is to judge
     * @throws LocalPolynomial.TooFewRows if a side has too few values for one order more
     */
    static HigherOrderJump of(Side left, Side right, int order, Kernel kernel, double bandwidth) {
        List<Side> adjusted = CovariateAdjustment.of(List.of(left, right), order + 1, kernel, bandwidth);
        Level below = Level.of(adjusted.getFirst(), order + 1, kernel, bandwidth);
        Level above = Level.of(adjusted.getLast(), order + 1, kernel, bandwidth);
        double outcome = jump(below, below.side.y(), above, above.side.y());
        double received = left.isFuzzy() ? jump(below, below.treatment(), above, above.treatment()) : 1;
        double estimate = outcome / received;
        double variance = 0;
        for (Level level : List.of(below, above)) {
            double[] mixture = new double[level.side.size()];
            double[] treatment = level.treatment();
            Arrays.setAll(mixture, row -> (level.side.y()[row] - estimate * treatment[row]) / received);
            variance += level.variance(mixture);
        }
        return new HigherOrderJump(estimate, Math.sqrt(variance), degreesOfFreedom(below, above));
    }

    private static double jump(Level below, double[] ofBelow, Level above, double[] ofAbove) {
        return above.fit.coefficient(0, ofAbove) - below.fit.coefficient(0, ofBelow);
    }

    /** Those of a sum of squares of independent residuals, each times the square of its weight (Satterthwaite 1946). */
    private static double degreesOfFreedom(Level below, Level above) {
        if (below.side.clusters().length > 0) {
            Set<Integer> clusters = new HashSet<>();
            IntStream.of(below.side.clusters()).forEach(clusters::add);
            IntStream.of(above.side.clusters()).forEach(clusters::add);
            return clusters.size() - 1.0;
        }
        double squares = below.sumOfPowers(2) + above.sumOfPowers(2);
        return squares * squares / (below.sumOfPowers(4) + above.sumOfPowers(4));
    }

    Inference inference(double level) {
        return Inference.student(degreesOfFreedom, level);
    }
}
