package org.worthwhile.attribution.discontinuity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.discontinuity.BandwidthSelector.Bandwidths;
import org.worthwhile.attribution.estimation.LinearModel;

class FuzzyBoundsTest {

    /** At the ends the jump of outcome less effect times treatment is 1.96 standard errors from 0. */
    @Test
    void theEndsAreWhereTheTestJustRejects() {
        Random random = new Random(8);
        int rows = 600;
        double[] x = random.doubles(rows, -1, 1).toArray();
        double[] received = new double[rows];
        double[] y = new double[rows];
        for (int row = 0; row < rows; row++) {
            received[row] = random.nextDouble() < (x[row] >= 0 ? 0.7 : 0.2) ? 1 : 0;
            y[row] = 1_000 * (2 * received[row] + x[row] + random.nextGaussian());
        }
        Side left = side(x, y, received, false);
        Side right = side(x, y, received, true);
        Bandwidths bandwidths = new Bandwidths(0.6, 0.8);
        DiscontinuityDetails.Bounds bounds = FuzzyBounds.of(left, right, 1, Kernel.TRIANGULAR, bandwidths, 0.95)
                .orElseThrow();
        for (double end : new double[] {bounds.low(), bounds.high()}) {
            double[] less = IntStream.range(0, rows)
                    .mapToDouble(row -> y[row] - end * received[row])
                    .toArray();
            Jump jump = Jump.estimate(
                    side(x, less, new double[0], false),
                    side(x, less, new double[0], true),
                    1,
                    Kernel.TRIANGULAR,
                    0.6,
                    0.8);
            assertThat(Math.abs(jump.corrected()) / jump.robustError()).isCloseTo(1.959963984540054, within(1e-6));
        }
        assertThat(bounds.low()).isLessThan(2_000);
        assertThat(bounds.high()).isGreaterThan(2_000);
    }

    private static Side side(double[] x, double[] y, double[] received, boolean above) {
        return Side.of(
                x,
                y,
                received,
                new double[0][],
                new int[0],
                LinearModel.ones(x.length),
                IntStream.range(0, x.length).filter(row -> x[row] >= 0 == above).toArray());
    }
}
