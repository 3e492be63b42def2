package org.worthwhile.attribution.observational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.RecordedValues;

/** Observational comparisons of base R and the package MatchIt in data made for them. */
class RecordedComparisonsTest {

    /** Both are exact but for rounding and where the propensity's iterations end. */
    private static final Percentage SAME = withinPercentage(1e-6);

    /** Recorded from a numerical derivative. */
    private static final Percentage NUMERICAL = withinPercentage(1e-4);

    private final RecordedValues recorded = RecordedValues.of("observational");

    @ParameterizedTest
    @CsvSource({"ipw, average, ipw", "ipw, treated, ipwTreated", "aipw, average, aipw", "aipw, treated, aipwTreated"})
    void weightedEffectsAndTheirErrorsAreThoseOfTheirDefinitions(String estimator, String estimand, String name) {
        Attribution found = answer("\"estimator\": \"%s\", \"estimand\": \"%s\"".formatted(estimator, estimand));

        assertThat(found.estimate()).isCloseTo(recorded.of(name, "estimate"), SAME);
        assertThat(found.standardError()).isCloseTo(recorded.of(name, "error"), NUMERICAL);
    }

    @Test
    void regressionsInEachArmAreThoseOfLm() {
        Attribution average = answer("\"estimator\": \"regression\"");
        Attribution treated = answer("\"estimator\": \"regression\", \"estimand\": \"treated\"");

        assertThat(average.estimate()).isCloseTo(recorded.of("regression", "estimate"), SAME);
        assertThat(average.standardError()).isCloseTo(recorded.of("regression", "error"), SAME);
        assertThat(treated.estimate()).isCloseTo(recorded.of("regression", "treated"), SAME);
        assertThat(treated.standardError()).isCloseTo(recorded.of("regression", "treatedError"), SAME);
    }

    @Test
    void balancingWeightsAreTheSolutionOfTheirDual() {
        Attribution found = answer("\"estimator\": \"entropy-balancing\"");

        assertThat(found.estimate()).isCloseTo(recorded.of("entropy", "estimate"), SAME);
        assertThat(((ObservationalDetails) found.details()).balance().rows())
                .allSatisfy(
                        row -> assertThat(row.untreatedMean()).isCloseTo(row.treatedMean(), withinPercentage(1e-5)));
    }

    @Test
    void matchesBelowFirstAreThoseOfMatchIt() {
        assertThat(answer("\"estimator\": \"matching\", \"rule\": \"below-first\"")
                        .estimate())
                .isCloseTo(recorded.of("matching", "estimate"), SAME);
    }

    @Test
    void matchesWithReplacementAreTheNearestOnEitherSide() {
        assertThat(answer("\"estimator\": \"matching\", \"replace\": true").estimate())
                .isCloseTo(recorded.of("nearest", "estimate"), SAME);
    }

    @Test
    void propensitiesAndWhatAnUnseenCauseWouldHaveToExplainAreToldAsTheyAre() {
        ObservationalDetails details = (ObservationalDetails) answer("").details();

        ObservationalDetails.Range treated = details.propensity().getFirst();
        ObservationalDetails.Range untreated = details.propensity().getLast();
        assertThat(treated.least()).isCloseTo(recorded.of("propensity", "leastTreated"), SAME);
        assertThat(treated.greatest()).isCloseTo(recorded.of("propensity", "greatestTreated"), SAME);
        assertThat(untreated.least()).isCloseTo(recorded.of("propensity", "leastUntreated"), SAME);
        assertThat(untreated.greatest()).isCloseTo(recorded.of("propensity", "greatestUntreated"), SAME);
        assertThat(details.robustnessValue()).isCloseTo(recorded.of("sensitivity", "robustness"), SAME);
        assertThat(details.eValue()).isCloseTo(recorded.of("sensitivity", "eValue"), SAME);
    }

    private static Attribution answer(String options) {
        return RecordedValues.answer("units", """
                "design": "observational", "options": {%s},
                "columns": {"outcome": "y", "treatment": "d", "covariates": ["x1", "x2"]}""".formatted(options));
    }
}
