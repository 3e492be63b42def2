package org.worthwhile.attribution.power;

import java.util.List;
import java.util.SplittableRandom;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Term;

/**
 * A regression discontinuity among the units within the bandwidth, whose running variable is spread evenly over it, each
 * side with a line of its own. Since treatment goes with the running variable it needs some four times as many units as a
 * trial, and with a slope of its own on each side four times as many again at the cutoff (Schochet 2009, Journal of
 * Educational and Behavioral Statistics 34, for the one; least squares on each side for the other).
 *
 * @param units within the bandwidth
 * @param share of these that are on the treated side
 * @param deviation the outcome's standard deviation about the lines
 */
public record DiscontinuityPlan(int units, double share, double deviation) implements Plan {

    public DiscontinuityPlan {
        Plan.require(units, share, deviation, 0);
    }

    @Override
    public Plan withUnits(int number) {
        return new DiscontinuityPlan(number, share, deviation);
    }

    /** A line's height at the end of an evenly spread side of m units has variance 4 s^2 / m: 2 s sqrt(1 / (n p (1 - p))). */
    @Override
    public double standardError() {
        return 2 * deviation / Math.sqrt(units * share * (1 - share));
    }

    @Override
    public double degreesOfFreedom() {
        return Math.max(1, units - 4.0);
    }

    @Override
    public double simulatedPValue(double effect, SplittableRandom random) {
        double[] outcome = new double[units];
        double[] above = new double[units];
        double[] running = new double[units];
        double[] runningAbove = new double[units];
        for (int unit = 0; unit < units; unit++) {
            running[unit] = random.nextDouble() - (1 - share);
            above[unit] = running[unit] >= 0 ? 1 : 0;
            runningAbove[unit] = above[unit] * running[unit];
            outcome[unit] = effect * above[unit] + deviation * random.nextGaussian();
        }
        Regression fit = Regression.fit(
                outcome,
                List.of(
                        LinearModel.intercept(units),
                        new Term("above", above),
                        new Term("running", running),
                        new Term("running above", runningAbove)),
                List.of(),
                LinearModel.ones(units));
        int term = fit.terms().indexOf("above");
        if (term < 0 || fit.degreesOfFreedom() < 1) {
            return 1;
        }
        double error = Covariance.of(fit, Covariance.Kind.HC1, List.of()).standardError(term);
        return Inference.student(degreesOfFreedom(), 0.95).pValue(fit.coefficients()[term], error);
    }
}
