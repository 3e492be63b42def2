package org.worthwhile.attribution.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WaldTestTest {

    /** With correlation 1/2 and unit variances: (a^2 - ab + b^2) / (3/4). */
    @Test
    void aHandWorkedStatistic() {
        WaldTest test = WaldTest.of(new double[] {1, 2}, new double[][] {{1, 0.5}, {0.5, 1}})
                .orElseThrow();

        assertThat(test.statistic()).isCloseTo(4, within(1e-12));
        assertThat(test.pValue()).isCloseTo(Math.exp(-2), within(1e-12));
    }

    @Test
    void theUnitsOfTheEstimatesAreOfNoConsequence() {
        double[] units = {1e9, 1e-12};
        double[] estimates = {1 * units[0], 2 * units[1]};
        double[][] covariance = {
            {units[0] * units[0], 0.5 * units[0] * units[1]}, {0.5 * units[0] * units[1], units[1] * units[1]}
        };

        assertThat(WaldTest.of(estimates, covariance).orElseThrow().statistic()).isCloseTo(4, within(1e-9));
    }

    @Test
    void estimatesThatMoveTogetherHaveNoJointTest() {
        assertThat(WaldTest.of(new double[] {1, 1}, new double[][] {{1, 1}, {1, 1}}))
                .isEmpty();
        assertThat(WaldTest.of(new double[] {1, 1}, new double[][] {{1, 0}, {0, 0}}))
                .isEmpty();
    }
}
