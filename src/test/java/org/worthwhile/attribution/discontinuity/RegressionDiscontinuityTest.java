package org.worthwhile.attribution.discontinuity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.RecordedValues;

/** Jumps of the R package rdrobust in data made for it. */
class RegressionDiscontinuityTest {

    /** Both solve the same small systems, by QR here and by Cholesky's root there: a hundred millionth is what that leaves. */
    private static final Percentage SAME = withinPercentage(1e-6);

    private final RecordedValues recorded = RecordedValues.of("discontinuity");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "triangular | `` | ``",
                "uniform | `` | \"kernel\": \"uniform\"",
                "epanechnikov | `` | \"kernel\": \"epanechnikov\"",
                "quadratic | `` | \"order\": 2",
                "covariate | , \"covariates\": [\"w\"] | ``",
                "fuzzy | `` | \"fuzzy\": \"received\"",
                "fuzzy-covariate | , \"covariates\": [\"w\"] | \"fuzzy\": \"received\"",
                "heaped | `` | ``",
                "weighted | , \"weight\": \"weight\" | ``",
                "weighted-given | , \"weight\": \"weight\" | \"bandwidth\": 0.4",
                "given | `` | \"bandwidth\": 0.4",
                "cluster | , \"cluster\": \"cluster\" | ``",
                "cluster-given | , \"cluster\": \"cluster\" | \"bandwidth\": 0.4"
            })
    void jumpsBandwidthsAndErrorsAreThoseOfRdrobust(String name, String roles, String options) {
        Attribution found = RecordedValues.answer(
                "discontinuity", """
                "design": "regression-discontinuity", "columns": {"outcome": "y", "runningVariable": "%s"%s},
                "options": {%s}""".formatted(name.equals("heaped") ? "heaped" : "x", roles, options));

        var details = (DiscontinuityDetails) found.details();
        assertThat(details.bandwidth().h()).isCloseTo(recorded.of(name, "h"), SAME);
        assertThat(details.bandwidth().b()).isCloseTo(recorded.of(name, "b"), SAME);
        assertThat(details.effectiveRows())
                .containsEntry("left", (int) recorded.of(name, "left"))
                .containsEntry("right", (int) recorded.of(name, "right"));
        assertThat(found.estimate()).isCloseTo(recorded.of(name, "estimate"), SAME);
        assertThat(found.standardError()).isCloseTo(recorded.of(name, "conventional"), SAME);
        assertThat(details.biasCorrected().estimate()).isCloseTo(recorded.of(name, "corrected"), SAME);
        assertThat(details.robust().standardError()).isCloseTo(recorded.of(name, "robust"), SAME);
        assertThat(found.interval().low()).isCloseTo(recorded.of(name, "low"), SAME);
        assertThat(found.interval().high()).isCloseTo(recorded.of(name, "high"), SAME);
    }
}
