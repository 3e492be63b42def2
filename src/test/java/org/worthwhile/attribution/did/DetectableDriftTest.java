package org.worthwhile.attribution.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Values of {@code src/test/resources/r/detectable-drift.R}. */
class DetectableDriftTest {

    @Test
    void thePowerOfTheTestIsThatOfTheNoncentralF() {
        assertThat(DetectableDrift.powerOfF(5, 3, 20)).isCloseTo(0.369208469829, within(1e-9));
        assertThat(DetectableDrift.powerOfF(30, 6, 8)).isCloseTo(0.831304577241, within(1e-9));
        assertThat(DetectableDrift.powerOfF(0, 2, 10)).isCloseTo(0.05, within(1e-9));
    }

    @Test
    void theDriftFoundHalfTheTimeAndMostlyIsThatOfItsPower() {
        DetectableDrift found = DetectableDrift.of(new double[] {-1, -2}, new double[][] {{1, 0.5}, {0.5, 1}}, 12, 3)
                .orElseThrow();
        assertThat(found.half()).isCloseTo(1.27833294132, within(1e-8));
        assertThat(found.mostly()).isCloseTo(1.79000502983, within(1e-8));
        assertThat(found.bias()).isCloseTo(3 * 1.79000502983, within(1e-8));
    }

    @Test
    void whereNoDriftShowsNothingIsSaidOfOne() {
        assertThat(DetectableDrift.of(new double[] {0, 0}, new double[][] {{1, 0}, {0, 1}}, 12, 3))
                .isEmpty();
        assertThat(DetectableDrift.of(new double[] {1e-16, -2e-16}, new double[][] {{1, 0}, {0, 1}}, 12, 3))
                .isEmpty();
        assertThat(DetectableDrift.of(new double[0], new double[0][0], 12, 3)).isEmpty();
    }
}
