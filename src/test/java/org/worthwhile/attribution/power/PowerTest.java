package org.worthwhile.attribution.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PowerTest {

    private static final double SIGNIFICANCE = 0.05;

    /** Cohen 1988, table 2.3.5: two groups of 64 find half a standard deviation with probability 0.80. */
    @Test
    void sixtyFourInEachArmFindHalfAStandardDeviation() {
        Plan plan = new TrialPlan(128, 0.5, 1, 0, 1, 0);
        assertThat(Power.of(plan, 0.5, SIGNIFICANCE)).isCloseTo(0.80, within(0.005));
        assertThat(Power.unitsNeeded(plan, 0.5, 0.8, SIGNIFICANCE)).isBetween(126, 128);
        assertThat(Power.of(plan, Power.minimumDetectableEffect(plan, 0.8, SIGNIFICANCE), SIGNIFICANCE))
                .isCloseTo(0.8, within(1e-5));
    }

    /** 40 clusters of 20 with a correlation of 0.1 count as 800 / (1 + 19 x 0.1) = 275.86 units. */
    @Test
    void clustersCountAsFewerUnits() {
        assertThat(new TrialPlan(800, 0.5, 2, 0.36, 20, 0.1).standardError())
                .isCloseTo(2 * Math.sqrt(0.64 * 4 / 275.862069), within(1e-8));
    }

    /** Three made-up standard errors of 4,000 studies at 0.8 are 0.019, and the test's own approximation another 0.01. */
    @Test
    void madeUpStudiesFindEffectsAsOftenAsTheFormulaSays() {
        Plan[] plans = {
            new TrialPlan(80, 0.4, 3, 0, 1, 0),
            new TrialPlan(160, 0.5, 1, 0.2, 4, 0.3),
            new DifferencePlan(60, 0.35, 4, 3, 2, 0.6),
            new DiscontinuityPlan(160, 0.45, 2)
        };
        for (Plan plan : plans) {
            double detectable = Power.minimumDetectableEffect(plan, 0.8, SIGNIFICANCE);
            assertThat(Power.simulated(plan, detectable, SIGNIFICANCE, 4_000, 3))
                    .as(plan.toString())
                    .isCloseTo(0.8, within(0.03));
            assertThat(Power.simulated(plan, 0, SIGNIFICANCE, 4_000, 4))
                    .as("no effect, " + plan)
                    .isCloseTo(SIGNIFICANCE, within(0.015));
        }
    }

    /** Of 100 units half are treated, seen three times before and twice after with a correlation of 0.6: 2 sqrt(0.4 x 5/6 / 25). */
    @Test
    void whatLastsInAUnitFallsOutOfADifferenceInDifferences() {
        Plan plan = new DifferencePlan(100, 0.5, 2, 3, 2, 0.6);

        assertThat(plan.standardError()).isCloseTo(2 * Math.sqrt(0.4 * (5 / 6.0) / 25), within(1e-12));
        assertThat(plan.degreesOfFreedom()).isEqualTo(98);
    }

    /** 400 units, a quarter of them beyond the cutoff: 2 x 3 / sqrt(400 x 3/16). */
    @Test
    void aDiscontinuityNeedsFourTimesTheVarianceOfATrial() {
        Plan plan = new DiscontinuityPlan(400, 0.25, 3);

        assertThat(plan.standardError()).isCloseTo(6 / Math.sqrt(75), within(1e-12));
        assertThat(plan.standardError() / new TrialPlan(400, 0.25, 3, 0, 1, 0).standardError())
                .isCloseTo(2, within(1e-12));
        assertThat(plan.degreesOfFreedom()).isEqualTo(396);
    }

    /** With many units the smallest effect found in four of five studies is 1.959964 + 0.841621 standard errors (Bloom 1995). */
    @Test
    void theSmallestDetectableEffectIsTwoPointEightStandardErrors() {
        Plan plan = new TrialPlan(10_000_000, 0.5, 1, 0, 1, 0);

        assertThat(Power.minimumDetectableEffect(plan, 0.8, SIGNIFICANCE) / plan.standardError())
                .isCloseTo(2.801585, within(1e-5));
        assertThat(Power.minimumDetectableEffect(plan, 0.9, 0.1) / plan.standardError())
                .isCloseTo(1.644854 + 1.281552, within(1e-5));
    }

    @Test
    void anEffectOfNothingIsFoundAsOftenAsChanceSays() {
        assertThat(Power.of(new TrialPlan(50, 0.5, 1, 0, 1, 0), 0, 0.05)).isCloseTo(0.05, within(1e-9));
        assertThat(Power.of(new TrialPlan(50, 0.5, 1, 0, 1, 0), -0.5, 0.05))
                .isCloseTo(Power.of(new TrialPlan(50, 0.5, 1, 0, 1, 0), 0.5, 0.05), within(1e-12));
    }

    @Test
    void oneUnitFewerThanNeededIsTooFew() {
        for (Plan plan : new Plan[] {
            new TrialPlan(20, 0.5, 1, 0.3, 1, 0),
            new DifferencePlan(20, 0.4, 1, 2, 2, 0.5),
            new DiscontinuityPlan(40, 0.5, 1)
        }) {
            int needed = Power.unitsNeeded(plan, 0.4, 0.8, SIGNIFICANCE);

            assertThat(Power.of(plan.withUnits(needed), 0.4, SIGNIFICANCE)).isGreaterThanOrEqualTo(0.8);
            assertThat(Power.of(plan.withUnits(needed - 1), 0.4, SIGNIFICANCE)).isLessThan(0.8);
        }
    }

    @Test
    void plansThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new TrialPlan(40, 0.5, 1, 0, 20, 0)).hasMessageContaining("at least 4 clusters");
        assertThatThrownBy(() -> new DifferencePlan(40, 0.5, 1, 0, 2, 0)).hasMessageContaining("a time before");
        assertThatThrownBy(() -> new DiscontinuityPlan(40, 1, 1)).hasMessageContaining("share between 0 and 1");
        assertThatThrownBy(() -> Power.unitsNeeded(new DiscontinuityPlan(40, 0.5, 1), 1e-9, 0.8, SIGNIFICANCE))
                .hasMessageContaining("so small an effect");
    }
}
