package org.worthwhile.attribution.power;

import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.worthwhile.attribution.estimation.Resampling;

/** What a planned study could find. */
public final class Power {

    private static final int MOST_UNITS = 100_000_000;

    private Power() {}

    /**
     * The probability that an effect would be told from none, two-sided: Student's t, moved by the effect in standard errors
     * (Bloom 1995).
     *
     * @param significance such as 0.05
     */
    public static double of(Plan plan, double effect, double significance) {
        TDistribution student = TDistribution.of(plan.degreesOfFreedom());
        double critical = student.inverseSurvivalProbability(significance / 2);
        double moved = Math.abs(effect) / plan.standardError();
        return student.survivalProbability(critical - moved) + student.cumulativeProbability(-critical - moved);
    }

    /** The smallest effect that would be told from none with the given probability. */
    public static double minimumDetectableEffect(Plan plan, double power, double significance) {
        TDistribution student = TDistribution.of(plan.degreesOfFreedom());
        return plan.standardError()
                * (student.inverseSurvivalProbability(significance / 2)
                        + student.inverseSurvivalProbability(1 - power));
    }

    /**
     * The fewest units with which the effect would be told from none with the given probability.
     *
     * @throws IllegalArgumentException if a hundred million would not do
     */
    public static int unitsNeeded(Plan plan, double effect, double power, double significance) {
        int enough = plan.units();
        while (of(plan.withUnits(enough), effect, significance) < power) {
            if (enough > MOST_UNITS / 2) {
                throw new IllegalArgumentException("even " + MOST_UNITS + " units would not find so small an effect");
            }
            enough *= 2;
        }
        int tooFew = 3;
        while (enough - tooFew > 1) {
            int middle = (enough + tooFew) >>> 1;
            if (isPossible(plan, middle) && of(plan.withUnits(middle), effect, significance) >= power) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return enough;
    }

    private static boolean isPossible(Plan plan, int units) {
        return switch (plan) {
            case TrialPlan trial -> units / trial.clusterSize() >= 4;
            case DifferencePlan _, DiscontinuityPlan _ -> units >= 6;
        };
    }

    /**
     * The share of made-up studies in which the effect is told from none.
     *
     * @param studies how many to make up
     */
    public static double simulated(Plan plan, double effect, double significance, int studies, long seed) {
        double[] pValues = Resampling.draws(studies, seed, random -> plan.simulatedPValue(effect, random));
        return (double) DoubleStream.of(pValues)
                        .filter(value -> value < significance)
                        .count()
                / studies;
    }
}
