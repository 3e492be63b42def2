package org.worthwhile.attribution.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class JointTestTest {

    private static final double[][] IDENTITY = {{1, 0}, {0, 1}};

    /** Wald's 5 is F = 5 x 9 / (10 x 2) of 2 and 9 degrees of freedom, beyond which is (1 + 2F/9)^(-9/2). */
    @Test
    void withClustersEnoughItIsHotellings() {
        JointTest test = JointTest.of(new double[] {1, 2}, IDENTITY, 10).orElseThrow();
        assertThat(test.statistic()).isCloseTo(2.25, within(1e-12));
        assertThat(test.degreesOfFreedom()).containsExactly(2.0, 9.0);
        assertThat(test.pValue()).isCloseTo(StrictMath.pow(1.5, -4.5), within(1e-10));
    }

    /** Twice the probability that Student's t of 3 degrees of freedom is beyond 2, which is 0.139326. */
    @Test
    void withFewerItIsBonferronis() {
        JointTest test = JointTest.of(new double[] {1, 2}, IDENTITY, 3).orElseThrow();
        assertThat(test.statistic()).isEqualTo(2);
        assertThat(test.degreesOfFreedom()).containsExactly(3.0);
        assertThat(test.pValue()).isCloseTo(2 * 0.13932596855884, within(1e-9));
    }

    @Test
    void whatHasNoErrorOrNoFreedomIsNotTested() {
        assertThat(JointTest.of(new double[0], new double[0][], 10)).isEmpty();
        assertThat(JointTest.of(new double[] {1, 2}, IDENTITY, 1.9)).isEmpty();
        assertThat(JointTest.of(new double[] {1, 2}, new double[][] {{1, 0}, {0, 0}}, 3))
                .isEmpty();
    }
}
