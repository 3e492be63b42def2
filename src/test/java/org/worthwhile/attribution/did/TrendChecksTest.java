package org.worthwhile.attribution.did;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.estimation.JointTest;

class TrendChecksTest {

    /** An effect of 4 with an error of 1. */
    private static final Finding EFFECT = Inference.normal(0.95).finding(4, 1);

    private static Diagnostic together(DetectableDrift drift, Finding headline) {
        return PreTrends.diagnostic(
                Optional.of(new JointTest(1, List.of(2.0, 20.0), 0.4)), 2, Optional.of(drift), headline);
    }

    @Test
    void aTestThatWouldNotSeeWhatWouldExplainTheEffectDoesNotPass() {
        Diagnostic sharp = together(new DetectableDrift(0.5, 0.75, 2), EFFECT);
        assertThat(sharp.outcome()).isEqualTo(Outcome.PASS);
        assertThat(sharp.message())
                .contains("0.75 a period in four of five")
                .contains("0.5 in half")
                .contains("by 1.5.");
        Diagnostic blind = together(new DetectableDrift(1.5, 2.25, 2), EFFECT);
        assertThat(blind.outcome()).isEqualTo(Outcome.WARN);
        assertThat(blind.message()).contains("move the estimate by 4.5, as much as was found");
        assertThat(together(
                                new DetectableDrift(1.5, 2.25, 2),
                                Inference.normal(0.95).finding(1, 1))
                        .outcome())
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void trendsApartBeforeTreatmentFail() {
        Diagnostic apart =
                PreTrends.diagnostic(Optional.of(new JointTest(9, List.of(2.0), 0.0499)), 2, Optional.empty(), EFFECT);
        Diagnostic together =
                PreTrends.diagnostic(Optional.of(new JointTest(6, List.of(2.0), 0.05)), 2, Optional.empty(), EFFECT);

        assertThat(apart.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(apart.statistic()).hasValue(9);
        assertThat(apart.pValue()).hasValue(0.0499);
        assertThat(apart.degreesOfFreedom()).containsExactly(2.0);
        assertThat(together.outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void trendsThatCannotBeTestedAreToldWithTheReason() {
        assertThat(PreTrends.diagnostic(Optional.empty(), 0, Optional.empty(), EFFECT)
                        .message())
                .startsWith("There are no two periods before");
        assertThat(PreTrends.diagnostic(Optional.empty(), 3, Optional.empty(), EFFECT)
                        .message())
                .startsWith("There are too few units");
        assertThat(PreTrends.diagnostic(Optional.empty(), 3, Optional.empty(), EFFECT)
                        .outcome())
                .isEqualTo(Outcome.WARN);
    }

    @Test
    void anEffectBeforeItsTimeFails() {
        assertThat(PreTrends.placebo(2, 0.049).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(PreTrends.placebo(2, 0.05).outcome()).isEqualTo(Outcome.PASS);
    }
}
