package org.worthwhile.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PartialInformationTest {

    private static final int TRIALS = 100_000;

    private static final double[] RANKS = new double[TRIALS];

    static {
        Arrays.setAll(RANKS, trial -> (trial + 0.5) / TRIALS);
    }

    /**
     * The choice between nothing and z^5, z standard normal: E[z^5; z > 0] = 8 / sqrt(2 pi) = 3.1915. A polynomial of fewer
     * degrees is 10 z^3 - 15 z or less, which is worth 5.5 or more.
     */
    @Test
    void anInputThatActsByTheFifthPowerIsWorthItsIntegral() {
        double[][] npsv = new double[2][TRIALS];
        Arrays.setAll(npsv[1], trial -> Math.pow(NormalScore.at(RANKS[trial]), 5));

        double value = PartialInformation.value(RANKS, npsv).value();

        // Equally spread ranks leave out what lies beyond 4.4 standard deviations: 3%.
        assertThat(value).isCloseTo(8 / Math.sqrt(2 * Math.PI), within(0.04 * 3.1915));
    }

    /** The better of z and -z is |z|, of mean sqrt(2 / pi) and variance 1 - 2 / pi; neither is better on average. */
    @Test
    void whereOptionsAreOppositesKnowingIsWorthTheMeanDistance() {
        double[][] npsv = new double[2][TRIALS];
        Arrays.setAll(npsv[0], trial -> NormalScore.at(RANKS[trial]));
        Arrays.setAll(npsv[1], trial -> -NormalScore.at(RANKS[trial]));

        UncertaintyResult.Estimate found = PartialInformation.value(RANKS, npsv);

        assertThat(found.value()).isCloseTo(Math.sqrt(2 / Math.PI), within(1e-3));
        // Against either option the gain is 2|z| half of the time: mean square 2, mean sqrt(2 / pi).
        assertThat(found.standardError()).isCloseTo(Math.sqrt((2 - 2 / Math.PI) / TRIALS), within(2e-5));
    }

    @Test
    void anInputThatNeverChangesTheChoiceIsWorthNothing() {
        double[][] npsv = new double[2][TRIALS];
        Arrays.setAll(npsv[0], trial -> NormalScore.at(RANKS[trial]));
        Arrays.setAll(npsv[1], trial -> NormalScore.at(RANKS[trial]) - 1);

        assertThat(PartialInformation.value(RANKS, npsv).value()).isCloseTo(0, within(1e-12));
        assertThat(PartialInformation.value(RANKS, new double[1][TRIALS]))
                .isEqualTo(new UncertaintyResult.Estimate(0, 0));
    }
}
