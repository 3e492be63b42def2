package org.worthwhile.attribution.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.attribution.Finding;

class RiskDifferenceTest {

    /** Values of {@code src/test/resources/r/risk-difference.R}; the second is in Newcombe 1998, Statistics in Medicine 17, table II. */
    @ParameterizedTest
    @CsvSource({
        "3, 40, 2, 160, 0.00645264293199, 0.187248614629, 0.023890503645",
        "56, 70, 48, 80, 0.0528297132341, 0.338172940048, 0.00825828788292",
        "0, 40, 4, 160, -0.0626407293377, 0.0634873183123, 0.31363500049"
    })
    void theIntervalAndTestAreMiettinenAndNurminens(
            int events, int treated, int untreatedEvents, int untreated, double low, double high, double p) {
        Finding found = new RiskDifference(events, treated, untreatedEvents, untreated).finding(0.01, 0.95);
        assertThat(found.interval().low()).isCloseTo(low, within(1e-6));
        assertThat(found.interval().high()).isCloseTo(high, within(1e-6));
        assertThat(found.pValue()).isCloseTo(p, within(1e-6));
    }

    /** No event in either arm says nothing of a difference, and bounds it all the same. */
    @Test
    void withoutAnyEventTheIntervalIsNotAPoint() {
        Finding found = new RiskDifference(0, 40, 0, 160).finding(0, 0.95);
        assertThat(found.pValue()).isEqualTo(1);
        assertThat(found.interval().low()).isLessThan(-0.01);
        assertThat(found.interval().high()).isGreaterThan(0.05);
    }

    /** Under a difference of one all of the one arm and none of the other must have the event, and no chance is left. */
    @Test
    void aDifferenceOfOneIsPossibleOnlyWhereAllOfOneArmAndNoneOfTheOtherHaveTheEvent() {
        assertThat(new RiskDifference(40, 40, 0, 160).score(1)).isZero();
        assertThat(new RiskDifference(0, 40, 160, 160).score(-1)).isZero();
        assertThat(new RiskDifference(39, 40, 0, 160).score(1)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(new RiskDifference(1, 40, 160, 160).score(-1)).isEqualTo(Double.POSITIVE_INFINITY);
    }
}
