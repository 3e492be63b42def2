package org.worthwhile.attribution.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.RecordedValues;

/** Synthetic controls of the R package synthdid in data made for it. */
class RecordedSyntheticControlsTest {

    /** Both programs take the same steps towards the weights and end by the same rule; rounding is what is left. */
    private static final Percentage SAME = withinPercentage(1e-6);

    private static final Offset<Double> SAME_WEIGHT = within(1e-8);

    private final RecordedValues recorded = RecordedValues.of("synthetic");

    @ParameterizedTest
    @CsvSource({"syntheticDid, synthetic-did", "syntheticControl, synthetic-control", "did, did"})
    void effectsAndWeightsOfUnitsAreThoseOfSynthdid(String name, String estimator) {
        Attribution found = answer(estimator, "placebo");

        assertThat(found.estimate()).isCloseTo(recorded.of(name, "estimate"), SAME);
        var weights = ((SyntheticDetails) found.details()).weights().unit();
        for (int unit = 1; unit <= 12; unit++) {
            assertThat(weights.getOrDefault(Integer.toString(unit), 0.0))
                    .isCloseTo(recorded.of(name, "unit" + unit), SAME_WEIGHT);
        }
    }

    @Test
    void weightsOfTimesAreThoseOfSynthdid() {
        var weights = ((SyntheticDetails) answer("synthetic-did", "placebo").details())
                .weights()
                .time();

        for (int year = 2001; year <= 2010; year++) {
            assertThat(weights.getOrDefault(Integer.toString(year), 0.0))
                    .isCloseTo(recorded.of("syntheticDid", "time" + year), SAME_WEIGHT);
        }
    }

    @ParameterizedTest
    @CsvSource({"syntheticDid, synthetic-did", "did, did"})
    void theJackknifesErrorIsThatOfSynthdid(String name, String estimator) {
        assertThat(answer(estimator, "jackknife").standardError()).isCloseTo(recorded.of(name, "jackknife"), SAME);
    }

    /** There are 66 ways to take two of twelve controls for the treated, of which every one is tried. */
    @Test
    void placebosAreEveryTwoControlsTakenForTheTreated() {
        Attribution found = answer("synthetic-did", "placebo");

        assertThat(found.standardError()).isCloseTo(recorded.of("placebo", "error"), SAME);
        assertThat(found.pValue()).isCloseTo(recorded.of("placebo", "p"), SAME);
    }

    @Test
    void fitAndAnEarlierStartAreThoseOfSynthdid() {
        Attribution found = answer("synthetic-did", "placebo");

        var details = (SyntheticDetails) found.details();
        assertThat(details.preFit()).isCloseTo(recorded.of("checks", "preFit"), SAME);
        assertThat(details.rmspeRatio()).isCloseTo(recorded.of("checks", "ratio"), SAME);
        // No control taken for the treated has as great a ratio: one in thirteen.
        assertThat(details.permutationPValue()).isCloseTo(1 / 13.0, SAME);
        assertThat(statistic(found, "pre-period-fit")).isCloseTo(recorded.of("checks", "preFit"), SAME);
        assertThat(statistic(found, "placebo-in-time")).isCloseTo(recorded.of("checks", "earlier"), SAME);
    }

    private static double statistic(Attribution found, String id) {
        return found.diagnostics().stream()
                .filter(diagnostic -> diagnostic.id().equals(id))
                .findFirst()
                .orElseThrow()
                .statistic()
                .orElseThrow();
    }

    private static Attribution answer(String estimator, String inference) {
        return RecordedValues.answer("synthetic", """
                "design": "synthetic-control",
                "columns": {"outcome": "y", "unit": "unit", "time": "year", "treatment": "treated"},
                "options": {"estimator": "%s", "inference": "%s"}""".formatted(estimator, inference));
    }
}
