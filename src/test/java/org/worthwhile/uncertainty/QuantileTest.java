package org.worthwhile.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;
import org.worthwhile.proposal.Distribution;

class QuantileTest {

    @Test
    void evidenceWithDegreesOfFreedomIsDrawnFromStudentsT() {
        Quantile student =
                Quantile.of(new UncertainInput("o/l/effect", 5, new Distribution.StudentT(5, 2, 4, false), "", false));
        // Tabulated: the 97.5th percentile of Student's t with 4 degrees of freedom is 2.776445.
        assertThat(student.at(0.975)).isCloseTo(5 + 2 * 2.776445105, within(1e-6));
        assertThat(student.at(0.5)).isCloseTo(5, within(1e-9));
    }

    @Test
    void aTriangularQuantileIsTheInverseOfItsArea() {
        Quantile triangle = of(new Distribution.Triangular(2, 5, 14, false));
        // Below the mode a share (x - 2)^2 / (12 x 3) of the area, above it all but (14 - x)^2 / (12 x 9).
        assertThat(triangle.at(1.0 / 36)).isCloseTo(3, within(1e-14));
        assertThat(triangle.at(0.25)).isEqualTo(5);
        assertThat(triangle.at(1 - 9.0 / 108)).isCloseTo(11, within(1e-14));
        assertThat(triangle.at(0)).isEqualTo(2);
        assertThat(triangle.at(1)).isEqualTo(14);
    }

    @Test
    void aTriangleMayBeRightAngled() {
        Quantile rising = of(new Distribution.Triangular(0, 1, 1, false));
        assertThat(rising.at(0.25)).isEqualTo(0.5);
        assertThat(rising.at(0)).isZero();
        assertThat(rising.at(1)).isEqualTo(1);
        Quantile falling = of(new Distribution.Triangular(0, 0, 1, false));
        assertThat(falling.at(0.75)).isEqualTo(0.5);
        assertThat(falling.at(0)).isZero();
        assertThat(falling.at(1)).isEqualTo(1);
    }

    @Test
    void tabulatedQuantilesAreRightToEightDigits() {
        BetaDistribution beta = BetaDistribution.of(2.2, 3.8);
        Quantile table =
                Quantile.of(new UncertainInput("o/l/x", 1, new Distribution.Beta(2.2, 3.8, 0, 1, false), "", false));
        for (double p : new double[] {1e-6, 0.001, 0.05, 0.37, 0.5, 0.8, 0.999, 1 - 1e-6}) {
            assertThat(table.at(p)).isCloseTo(beta.inverseCumulativeProbability(p), within(1e-8));
        }
    }

    @Test
    void anInputThatFallsAsAnotherRisesIsNeverDrawnAtOne() {
        UncertainInput rises = new UncertainInput("o/l/x", 1, new Distribution.Normal(0, 1, false), "truth", false);
        UncertainInput falls = new UncertainInput("o/m/x", 1, new Distribution.Normal(0, 1, false), "truth", true);
        assertThat(falls.together(rises, 0.25)).isEqualTo(0.75);
        assertThat(falls.together(rises, Double.MIN_NORMAL)).isLessThan(1);
    }

    private static Quantile of(Distribution distribution) {
        return Quantile.of(new UncertainInput("o/l/x", 1, distribution, "", false));
    }
}
