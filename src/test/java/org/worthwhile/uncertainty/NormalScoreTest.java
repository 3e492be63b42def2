package org.worthwhile.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against values worked out to forty digits with mpmath 1.3; four units in the last place of a double are allowed. */
class NormalScoreTest {

    private static final double FOUR_UNITS = 4 * 0x1p-52;

    private static final double[][] SCORE_AND_PROBABILITY = {
        {-37.5, 4.6053530095819548438e-308},
        {-8, 6.2209605742717841235e-16},
        {-5, 2.8665157187919391167e-7},
        {-1, 0.15865525393145705141},
        {-0.5, 0.30853753872598689636},
        {0.3, 0.61791142218895263307},
        {2, 0.9772498680518207928},
        {6, 0.99999999901341235496}
    };

    private static final double[][] PROBABILITY_AND_SCORE = {
        {1e-300, -37.047096299361199237},
        {1e-20, -9.2623400897984075796},
        {1e-13, -7.3487961028006775135},
        {1e-6, -4.7534243088228989573},
        {0.05, -1.644853626951472688},
        {0.3, -0.52440051270804081597},
        {0.975, 1.9599639845400538556}
    };

    @Test
    void probabilitiesAreRightToTheLastDigitsAlsoFarOut() {
        for (double[] pair : SCORE_AND_PROBABILITY) {
            assertThat(NormalScore.probability(pair[0])).isCloseTo(pair[1], within(FOUR_UNITS * pair[1]));
        }
        assertThat(NormalScore.probability(0)).isEqualTo(0.5);
    }

    @Test
    void scoresAreRightToTheLastDigitsAlsoFarOut() {
        for (double[] pair : PROBABILITY_AND_SCORE) {
            assertThat(NormalScore.at(pair[0])).isCloseTo(pair[1], within(FOUR_UNITS * Math.abs(pair[1])));
        }
        assertThat(NormalScore.at(0.5)).isZero();
    }

    @Test
    void theDensityIsTheSlopeOfTheProbability() {
        for (double score = -4; score <= 4; score += 0.25) {
            double slope = (NormalScore.probability(score + 1e-5) - NormalScore.probability(score - 1e-5)) / 2e-5;
            assertThat(NormalScore.density(score)).isCloseTo(slope, within(1e-10));
        }
    }
}
