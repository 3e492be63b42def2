package org.worthwhile.attribution.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseRatiosTest {

    /**
     * Of series of 24 times with four terms 27% are above 0 and 5% above 0.71, so that half-way there it is the root of 27% times 5%, 11.62%,
     * and twice as far 5% squared over 27%, 0.926%. 20 times are 0.550 of the way from 16 to 24 in logarithms: 5% are above 0.5121. 24 times
     * with two terms are like 33.9 with four: above 1.3340. Beyond the table its ends hold.
     */
    @ParameterizedTest
    @CsvSource({
        "0, 24, 4, 1",
        "0.71, 24, 4, 0.05",
        "0.355, 24, 4, 0.116190",
        "1.42, 24, 4, 0.00925926",
        "0.512149, 20, 4, 0.05",
        "1.333972, 24, 2, 0.05",
        "0.10, 9, 4, 0.05",
        "2.48, 192, 4, 0.05",
        "2.48, 4000, 4, 0.05",
        "1e-9, 96, 4, 0.34"
    })
    void theTailIsExponentialFromTheShareAboveZeroThroughOneOfTwenty(
            double statistic, int times, int terms, double expected) {
        assertThat(NoiseRatios.pValue(statistic, times, terms)).isCloseTo(expected, within(1e-6));
    }
}
