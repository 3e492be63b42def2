package org.worthwhile.attribution.timeseries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.Interval;
import org.worthwhile.attribution.estimation.SerialErrors.LikelihoodRatio;

class DriftBeneathNoiseTest {

    private static final DriftBeneathNoise FOUND = new DriftBeneathNoise(new LikelihoodRatio(4, 0.01), 48);
    private static final DriftBeneathNoise OPEN = new DriftBeneathNoise(new LikelihoodRatio(0.5, 0.2), 48);
    private static final DriftBeneathNoise NONE = new DriftBeneathNoise(new LikelihoodRatio(0, 1), 48);

    @Test
    void aForecastIsWarnedOfADriftThatIsLikelierThanNoneWhetherOrNotItMayBeChance() {
        assertThat(FOUND.ofForecast().outcome()).isEqualTo(Outcome.WARN);
        assertThat(FOUND.ofForecast().message()).startsWith("What is left drifts slowly beneath noise");
        assertThat(OPEN.ofForecast().outcome()).isEqualTo(Outcome.WARN);
        assertThat(OPEN.ofForecast().pValue()).hasValue(0.2);
        assertThat(OPEN.ofForecast().message()).startsWith("48 times cannot tell whether a slow drift lies beneath");
        assertThat(NONE.ofForecast().outcome()).isEqualTo(Outcome.PASS);
        assertThat(NONE.ofForecast().message())
                .startsWith("What is left is likelier without")
                .endsWith("only in part.");
    }

    /** Zero is held where an end is zero. */
    @ParameterizedTest
    @CsvSource({
        "1, 3, -1, 4, WARN",
        "1, 3, 0, 4, WARN",
        "1, 3, 0.5, 4, PASS",
        "-1, 3, -2, 4, PASS",
        "-1, 3, 0.5, 4, PASS"
    })
    void anEffectThatADriftWouldUndoIsAWarning(
            double low, double high, double driftLow, double driftHigh, Outcome outcome) {
        Diagnostic told =
                NONE.ofEffect(new Interval(low, high, 0.95), Optional.of(new Interval(driftLow, driftHigh, 0.95)));

        assertThat(told.outcome()).isEqualTo(outcome);
        assertThat(told.message().startsWith("Whether there is an effect hangs on"))
                .isEqualTo(outcome == Outcome.WARN);
    }

    @Test
    void aDriftThatIsFoundIsToldAsSuchWhateverItUndoes() {
        Interval reported = new Interval(1, 3, 0.95);

        assertThat(FOUND.ofEffect(reported, Optional.of(new Interval(-1, 4, 0.95)))
                        .message())
                .startsWith("What is left drifts slowly beneath noise");
        assertThat(FOUND.ofEffect(reported, Optional.of(reported)).outcome()).isEqualTo(Outcome.WARN);
        assertThat(OPEN.ofEffect(reported, Optional.of(reported)).outcome()).isEqualTo(Outcome.PASS);
        assertThat(OPEN.ofEffect(reported, Optional.of(new Interval(-1, 4, 0.95)))
                        .message())
                .isEqualTo(
                        "Whether there is an effect hangs on whether a slow drift lies beneath the noise, which 48 times cannot"
                                + " tell: with one the interval would be from -1 to 4.");
    }
}
