package org.worthwhile.attribution.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TestInversionTest {

    /** The p-value 1 - |effect - 2| is above 0.05 within 0.95 of 2. */
    @Test
    void theEndsOfAnIntervalAreWhereTheTestBeginsToReject() {
        assertThat(TestInversion.end(effect -> 1 - Math.abs(effect - 2), 2, 10, 0.05, 60))
                .isCloseTo(2.95, within(1e-12));
        assertThat(TestInversion.end(effect -> 1 - Math.abs(effect - 2), 2, -10, 0.05, 60))
                .isCloseTo(1.05, within(1e-12));
    }

    /** Between 0 and 8 the halves are 4, which is rejected, then 2 and 3, which are not. */
    @Test
    void whatIsGivenIsAHypothesisThatIsNotRejected() {
        assertThat(TestInversion.end(effect -> effect <= 3 ? 1 : 0, 0, 8, 0.05, 3))
                .isEqualTo(3);
    }
}
