package org.worthwhile.attribution.power;

import java.util.SplittableRandom;

/** A study that is being planned. */
public sealed interface Plan permits TrialPlan, DifferencePlan, DiscontinuityPlan {

    /** People, places or other units, treated or not. */
    int units();

    /** The same study with another number of units. */
    Plan withUnits(int number);

    /** Of the effect that the study would estimate, in units of the outcome. */
    double standardError();

    /** Of Student's t, by which it would be tested. */
    double degreesOfFreedom();

    /**
     * Makes up data with a known effect and tests them as the study would.
     *
     * @return the two-sided p-value
     */
    double simulatedPValue(double effect, SplittableRandom random);

    /** Requires what every plan needs. */
    static void require(int units, double share, double deviation, double explained) {
        if (units < 4 || !(share > 0 && share < 1) || !(deviation > 0) || !(explained >= 0 && explained < 1)) {
            throw new IllegalArgumentException(
                    "a plan needs at least 4 units, a treated share between 0 and 1, a standard deviation above 0 and an"
                            + " explained share from 0 to below 1");
        }
    }
}
