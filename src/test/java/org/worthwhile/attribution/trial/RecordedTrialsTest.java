package org.worthwhile.attribution.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.RecordedValues;

/** Trials of base R and the package sandwich in data made for them. */
class RecordedTrialsTest {

    /** Both are exact but for rounding, which is printed to twelve digits. */
    private static final Percentage SAME = withinPercentage(1e-7);

    private final RecordedValues recorded = RecordedValues.of("trial");

    /** The default error, HC2, is that of Welch's test. */
    @Test
    void aDifferenceOfMeansHasTheErrorOfWelch() {
        Attribution found = answer("", "");

        assertThat(found.estimate()).isCloseTo(recorded.of("difference", "estimate"), SAME);
        assertThat(found.standardError()).isCloseTo(recorded.of("difference", "hc2"), SAME);
        TrialDetails details = (TrialDetails) found.details();
        assertThat(details.treatedMean()).isCloseTo(recorded.of("difference", "treated"), SAME);
        assertThat(details.untreatedMean()).isCloseTo(recorded.of("difference", "untreated"), SAME);
        assertThat(details.treated() + details.untreated()).isEqualTo(240);
    }

    @Test
    void otherErrorsAndTheIntervalAreThoseOfTheRegression() {
        Attribution equal = answer("", "\"variance\": \"iid\"");

        assertThat(equal.standardError()).isCloseTo(recorded.of("difference", "iid"), SAME);
        assertThat(equal.interval().low()).isCloseTo(recorded.of("difference", "low"), SAME);
        assertThat(answer(", \"cluster\": \"cluster\"", "\"variance\": \"cluster\"")
                        .standardError())
                .isCloseTo(recorded.of("difference", "cluster"), SAME);
    }

    @ParameterizedTest
    @CsvSource({"hc2", "hc3"})
    void covariatesActInEachArmForItself(String variance) {
        Attribution found = answer(", \"covariates\": [\"x1\", \"x2\"]", "\"variance\": \"" + variance + "\"");

        assertThat(found.estimate()).isCloseTo(recorded.of("adjusted", "estimate"), SAME);
        assertThat(found.standardError()).isCloseTo(recorded.of("adjusted", variance), SAME);
    }

    @Test
    void strataWeighByTheirRows() {
        assertThat(answer(", \"strata\": \"stratum\"", "").estimate())
                .isCloseTo(recorded.of("strata", "estimate"), SAME);
    }

    private static Attribution answer(String roles, String options) {
        return RecordedValues.answer("units", """
                "design": "randomised-trial", "columns": {"outcome": "score", "treatment": "assigned"%s}, "options": {%s}""".formatted(roles, options));
    }
}
