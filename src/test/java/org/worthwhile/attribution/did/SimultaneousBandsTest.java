package org.worthwhile.attribution.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.Resampling;

/** Critical values of the largest of several normal numbers, which are known where these are independent or the same. */
class SimultaneousBandsTest {

    private static final int DRAWS = 40_000;

    /** Four standard errors of a quantile of so many draws, whose density there is about 0.1. */
    private static final Offset<Double> CHANCE = within(0.045);

    private static final Grouping UNITS = Grouping.of(4, Integer::toString);

    private static final InfluenceEstimate FIRST = new InfluenceEstimate(1, new double[] {1, 1, -1, -1});
    private static final InfluenceEstimate SECOND = new InfluenceEstimate(2, new double[] {3, -3, 3, -3});
    private static final InfluenceEstimate THIRD = new InfluenceEstimate(3, new double[] {-1, 1, 1, -1});

    @Test
    void oneEstimateHasTheUsualCriticalValue() {
        assertThat(critical(0.95, FIRST)).isCloseTo(1.95996, CHANCE);
        assertThat(critical(0.5, FIRST)).isCloseTo(0.67449, CHANCE);
    }

    /** The probability that three independent ones all lie within c is (2 Phi(c) - 1)^3, which is 0.95 at 2.3877. */
    @Test
    void threeIndependentEstimatesNeedWiderBands() {
        assertThat(critical(0.95, FIRST, SECOND, THIRD)).isCloseTo(2.3877, CHANCE);
    }

    @Test
    void estimatesThatMoveTogetherNeedNone() {
        InfluenceEstimate twice = new InfluenceEstimate(2, new double[] {2, 2, -2, -2});
        InfluenceEstimate opposite = new InfluenceEstimate(2, new double[] {-1, -1, 1, 1});

        assertThat(critical(0.95, FIRST, twice, opposite)).isCloseTo(1.95996, CHANCE);
    }

    @Test
    void anEstimateThatIsZeroByConstructionIsPassedOver() {
        InfluenceEstimate reference = new InfluenceEstimate(0, new double[4]);

        assertThat(critical(0.95, reference, FIRST)).isCloseTo(1.95996, CHANCE);
        assertThat(critical(0.95, reference)).isNaN();
    }

    /** Of twenty draws of one normal number eighteen are no further from 0 than the eighteenth. */
    @Test
    void theCriticalValueIsTheDrawThatTheLevelsShareOfDrawsDoNotExceed() {
        double[] draws = Resampling.draws(20, 7, random -> Math.abs(random.nextGaussian()));
        Arrays.sort(draws);

        assertThat(SimultaneousBands.critical(List.of(FIRST), UNITS, 0.9, 20, 7))
                .isCloseTo(draws[17], within(1e-12));
        assertThat(SimultaneousBands.critical(List.of(FIRST), UNITS, 0.91, 20, 7))
                .isCloseTo(draws[18], within(1e-12));
    }

    private static double critical(double level, InfluenceEstimate... estimates) {
        return SimultaneousBands.critical(List.of(estimates), UNITS, level, DRAWS, 3);
    }
}
