package org.worthwhile.attribution.discontinuity;

import java.util.Optional;
import org.worthwhile.attribution.discontinuity.BandwidthSelector.Bandwidths;
import org.worthwhile.attribution.estimation.Inference;

/**
 * The effects of treatment that are not rejected however weakly the cutoff moves it: those for which outcome less effect times
 * treatment does not jump (Anderson and Rubin 1949; Feir, Lemieux and Marmer 2016, Journal of Business and Economic Statistics
 * 34). The jump is linear in the effect and its variance quadratic, so that the ends are roots.
 */
final class FuzzyBounds {

    private FuzzyBounds() {}

    /**
     * Finds them.
     *
     * @return empty where they have no end on either side, or lie on two sides of a gap
     */
    static Optional<DiscontinuityDetails.Bounds> of(
            Side left, Side right, int order, Kernel kernel, Bandwidths bandwidths, double level) {
        Jump outcome = jump(left.sharp(), right.sharp(), order, kernel, bandwidths);
        Jump received = jump(left.ofTreatment(), right.ofTreatment(), order, kernel, bandwidths);
        // At this effect both are of one size, so that their covariance is not lost in either's variance.
        double unit = received.robustError() > 0 ? outcome.robustError() / received.robustError() : 0;
        if (!(unit > 0)) {
            return Optional.empty();
        }
        Jump together = jump(less(left, unit), less(right, unit), order, kernel, bandwidths);
        double ofOutcome = square(outcome.robustError());
        double ofReceived = square(received.robustError()) * unit * unit;
        double between = (ofOutcome + ofReceived - square(together.robustError())) / 2;
        double critical = square(Inference.normal(level).interval(0, 1).high());
        double jump = outcome.corrected();
        double moved = received.corrected() * unit;
        double quadratic = moved * moved - critical * ofReceived;
        double linear = -2 * (jump * moved - critical * between);
        double constant = jump * jump - critical * ofOutcome;
        double discriminant = linear * linear - 4 * quadratic * constant;
        if (!(quadratic > 0) || !(discriminant >= 0)) {
            return Optional.empty();
        }
        double root = Math.sqrt(discriminant);
        return Optional.of(new DiscontinuityDetails.Bounds(
                unit * (-linear - root) / (2 * quadratic), unit * (-linear + root) / (2 * quadratic)));
    }

    private static Jump jump(Side left, Side right, int order, Kernel kernel, Bandwidths bandwidths) {
        return Jump.estimate(left, right, order, kernel, bandwidths.h(), bandwidths.b());
    }

    private static Side less(Side side, double effect) {
        double[] less = side.y().clone();
        for (int row = 0; row < less.length; row++) {
            less[row] -= effect * side.treatment()[row];
        }
        return side.withOutcome(less);
    }

    private static double square(double value) {
        return value * value;
    }
}
