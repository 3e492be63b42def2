package org.worthwhile.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How the choice over simulated values is told. */
class RobustReportTest {

    @Test
    void whatHappenedInNoTrialOrInAllIsToldAsThatAndNotAsAPerCent() {
        assertThat(RobustReport.howOften(0, "them")).isEqualTo("in none of them");
        assertThat(RobustReport.howOften(1, "these 300 trials")).isEqualTo("in all of these 300 trials");
    }

    @Test
    void otherSharesAreNeverRoundedToNothingOrAll() {
        assertThat(RobustReport.howOften(0.145, "them")).isEqualTo("in 14.5% of them");
        assertThat(RobustReport.howOften(55 / 300.0, "them")).isEqualTo("in 18.3% of them");
        assertThat(RobustReport.howOften(1 / 5000.0, "them")).isEqualTo("in 0.02% of them");
        assertThat(RobustReport.howOften(0.9999, "them")).isEqualTo("in 99.99% of them");
    }
}
