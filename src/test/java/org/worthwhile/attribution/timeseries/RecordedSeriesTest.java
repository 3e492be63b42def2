package org.worthwhile.attribution.timeseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.RecordedValues;

/** Segmented regressions of base R and the package sandwich in a series made for them. */
class RecordedSeriesTest {

    /** Both are exact but for rounding, which is printed to twelve digits. */
    private static final Percentage SAME = withinPercentage(1e-7);

    private final RecordedValues recorded = RecordedValues.of("series");

    @ParameterizedTest
    @CsvSource({"harmonic, 2, 3, true", "harmonicFive, 2, 5, true", "seasonal, 0, 3, false"})
    void levelAndSlopeHaveTheErrorsOfNeweyAndWest(String name, int harmonics, int lag, boolean controlled) {
        Attribution found = answer("\"harmonics\": %d, \"lag\": %d".formatted(harmonics, lag), controlled);

        assertThat(found.estimate()).isCloseTo(recorded.of(name, "level"), SAME);
        assertThat(found.standardError()).isCloseTo(recorded.of(name, "levelError"), SAME);
        assertThat(found.interval().low()).isCloseTo(recorded.of(name, "low"), SAME);
        var slope = ((SegmentedDetails) found.details()).slope();
        assertThat(slope.estimate()).isCloseTo(recorded.of(name, "slope"), SAME);
        assertThat(slope.standardError()).isCloseTo(recorded.of(name, "slopeError"), SAME);
    }

    /** The lag that is chosen for 84 months is the whole part of 4 (84 / 100)^(2/9) = 3.85. */
    @Test
    void theLagIsChosenFromTheLength() {
        assertThat(answer("\"harmonics\": 2, \"errors\": \"newey-west\"", true).standardError())
                .isCloseTo(recorded.of("harmonic", "levelError"), SAME);
    }

    /** To what R's optimizer leaves of the correlation. */
    @ParameterizedTest
    @CsvSource({"harmonic, 2, true", "seasonal, 0, false"})
    void levelAndSlopeAreThoseOfGlsWhereNoErrorsAreNamed(String name, int harmonics, boolean controlled) {
        RecordedValues gls = RecordedValues.of("reml");
        Attribution found = answer("\"harmonics\": " + harmonics, controlled);

        SegmentedDetails details = (SegmentedDetails) found.details();
        assertThat(details.correlation().orElseThrow()).isCloseTo(gls.of(name, "correlation"), withinPercentage(1e-3));
        assertThat(found.estimate()).isCloseTo(gls.of(name, "level"), withinPercentage(1e-3));
        assertThat(details.slope().estimate()).isCloseTo(gls.of(name, "slope"), withinPercentage(1e-3));
        assertThat(found.standardError())
                .as("allows for what is open about the correlation")
                .isBetween(gls.of(name, "levelError"), 1.3 * gls.of(name, "levelError"));
        assertThat(found.finding().degreesOfFreedom())
                .hasValue(84 - found.coefficients().size());
        assertThat(details.lag()).isEmpty();
    }

    @Test
    void whatIsAlikeInTheResidualsIsTestedAsLjungAndBoxDo() {
        Diagnostic told = answer("\"harmonics\": 2, \"errors\": \"newey-west\"", true).diagnostics().stream()
                .filter(diagnostic -> diagnostic.id().contains("autocorrelation"))
                .findFirst()
                .orElseThrow();

        assertThat(told.statistic().orElseThrow()).isCloseTo(recorded.of("ljungBox", "statistic"), SAME);
        assertThat(told.pValue().orElseThrow()).isCloseTo(recorded.of("ljungBox", "p"), SAME);
    }

    private static Attribution answer(String options, boolean controlled) {
        return RecordedValues.answer(
                "series", """
                "design": "interrupted-time-series",
                "columns": {"outcome": "y", "time": "month"%s},
                "options": {"start": "2019-01", "period": 12, %s}""".formatted(controlled ? ", \"covariates\": [\"control\"]" : "", options));
    }
}
