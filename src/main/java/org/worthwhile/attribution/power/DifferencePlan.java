package org.worthwhile.attribution.power;

import java.util.List;
import java.util.SplittableRandom;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Term;

/**
 * Difference-in-differences of units seen several times before and after, any two times of a unit being equally correlated
 * (Frison and Pocock 1992, Statistics in Medicine 11; McKenzie 2012, Journal of Development Economics 99).
 *
 * @param share of units that are treated
 * @param deviation the outcome's standard deviation among units at one time
 * @param before times before treatment
 * @param after times after it
 * @param correlation of a unit's outcomes at two times
 */
public record DifferencePlan(int units, double share, double deviation, int before, int after, double correlation)
        implements Plan {

    public DifferencePlan {
        Plan.require(units, share, deviation, 0);
        if (before < 1 || after < 1 || !(correlation >= 0 && correlation < 1)) {
            throw new IllegalArgumentException(
                    "a plan needs a time before and one after, and a correlation between times from 0 to below 1");
        }
    }

    @Override
    public Plan withUnits(int number) {
        return new DifferencePlan(number, share, deviation, before, after, correlation);
    }

    /** s sqrt((1 - rho) (1/before + 1/after) / (n p (1 - p))): what lasts in a unit falls away. */
    @Override
    public double standardError() {
        return deviation * Math.sqrt((1 - correlation) * (1.0 / before + 1.0 / after) / (units * share * (1 - share)));
    }

    @Override
    public double degreesOfFreedom() {
        return units - 2.0;
    }

    @Override
    public double simulatedPValue(double effect, SplittableRandom random) {
        int treatedUnits = (int) Math.clamp(Math.round(share * units), 2, units - 2);
        double[] change = new double[units];
        double[] treated = new double[units];
        for (int unit = 0; unit < units; unit++) {
            treated[unit] = unit < treatedUnits ? 1 : 0;
            double lasting = deviation * Math.sqrt(correlation) * random.nextGaussian();
            double passing = deviation * Math.sqrt(1 - correlation);
            for (int time = 0; time < before + after; time++) {
                double outcome =
                        lasting + passing * random.nextGaussian() + (time >= before ? effect * treated[unit] : 0);
                change[unit] += time < before ? -outcome / before : outcome / after;
            }
        }
        Regression fit = Regression.fit(
                change,
                List.of(LinearModel.intercept(units), new Term("treated", treated)),
                List.of(),
                LinearModel.ones(units));
        double error = Covariance.of(fit, Covariance.Kind.HC2, List.of()).standardError(1);
        return Inference.student(degreesOfFreedom(), 0.95).pValue(fit.coefficients()[1], error);
    }
}
