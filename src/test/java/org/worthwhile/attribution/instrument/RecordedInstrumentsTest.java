package org.worthwhile.attribution.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Coefficient;
import org.worthwhile.attribution.RecordedValues;

/** Instrumental variables of the R packages AER and sandwich in data made for them. */
class RecordedInstrumentsTest {

    /** Both are exact but for rounding, which is printed to twelve digits. */
    private static final Percentage SAME = withinPercentage(1e-7);

    /** Ends of an interval that each program seeks for itself. */
    private static final Percentage SOUGHT = withinPercentage(1e-5);

    private final RecordedValues recorded = RecordedValues.of("instrument");

    @ParameterizedTest
    @CsvSource({"iid", "hc0", "hc1", "cluster"})
    void twoStageLeastSquaresIsThatOfAer(String variance) {
        Attribution found = answer(
                variance.equals("cluster") ? ", \"cluster\": \"cluster\"" : "", "\"variance\": \"" + variance + "\"");

        assertThat(found.estimate()).isCloseTo(recorded.of("twoStage", "estimate"), SAME);
        assertThat(found.standardError()).isCloseTo(recorded.of("twoStage", variance), SAME);
        assertThat(coefficient(found.coefficients(), "x1").estimate()).isCloseTo(recorded.of("twoStage", "x1"), SAME);
    }

    @Test
    void theTestsBesideItAreThoseOfAer() {
        InstrumentDetails details =
                (InstrumentDetails) answer("", "\"variance\": \"iid\"").details();

        assertThat(details.firstStageF()).isCloseTo(recorded.of("twoStage", "firstStageF"), SAME);
        assertThat(details.wuHausman()).isCloseTo(recorded.of("twoStage", "wuHausman"), SAME);
        assertThat(details.endogeneity().pValue()).isCloseTo(recorded.of("twoStage", "wuHausmanP"), SAME);
        assertThat(details.overidentification().orElseThrow()).isCloseTo(recorded.of("twoStage", "sargan"), SAME);
        assertThat(details.hansenJ().orElseThrow().pValue()).isCloseTo(recorded.of("twoStage", "sarganP"), SAME);
        assertThat(details.hansenJ().orElseThrow().degreesOfFreedom()).isEqualTo(1);
    }

    @Test
    void firstStageAndReducedFormArePlainRegressions() {
        InstrumentDetails details = (InstrumentDetails) answer("", "").details();

        Coefficient first = coefficient(details.firstStage(), "z1");
        assertThat(first.estimate()).isCloseTo(recorded.of("twoStage", "firstZ1"), SAME);
        assertThat(first.standardError()).isCloseTo(recorded.of("twoStage", "firstZ1Error"), SAME);
        Coefficient reduced = coefficient(details.reducedForm(), "z2");
        assertThat(reduced.estimate()).isCloseTo(recorded.of("twoStage", "reducedZ2"), SAME);
        assertThat(reduced.standardError()).isCloseTo(recorded.of("twoStage", "reducedZ2Error"), SAME);
    }

    @Test
    void theIntervalOfAndersonAndRubinEndsWhereTheirTestTurns() {
        InstrumentDetails details = (InstrumentDetails) answer("", "").details();

        assertThat(details.andersonRubin().known()).isTrue();
        assertThat(details.andersonRubin().low().orElseThrow()).isCloseTo(recorded.of("andersonRubin", "low"), SOUGHT);
        assertThat(details.andersonRubin().high().orElseThrow())
                .isCloseTo(recorded.of("andersonRubin", "high"), SOUGHT);
    }

    @Test
    void rowsCountByTheirWeights() {
        Attribution found = answer(", \"weight\": \"weight\"", "");

        assertThat(found.estimate()).isCloseTo(recorded.of("weighted", "estimate"), SAME);
        assertThat(found.standardError()).isCloseTo(recorded.of("weighted", "hc1"), SAME);
    }

    @ParameterizedTest
    @CsvSource({"iid", "hc1"})
    void limitedInformationIsThatOfItsDefinition(String variance) {
        Attribution found = answer("", "\"estimator\": \"liml\", \"variance\": \"" + variance + "\"");

        assertThat(found.estimate()).isCloseTo(recorded.of("liml", "estimate"), SAME);
        assertThat(found.standardError()).isCloseTo(recorded.of("liml", variance), SAME);
        assertThat(((InstrumentDetails) found.details()).kappa()).isCloseTo(recorded.of("liml", "kappa"), SAME);
    }

    private static Attribution answer(String roles, String options) {
        return RecordedValues.answer("units", """
                "design": "instrumental-variable",
                "columns": {"outcome": "y", "treatment": "dose", "instruments": ["z1", "z2"], "covariates": ["x1", "x2"]%s},
                "options": {%s}""".formatted(roles, options));
    }

    private static Coefficient coefficient(List<Coefficient> among, String term) {
        return among.stream()
                .filter(coefficient -> coefficient.term().equals(term))
                .findFirst()
                .orElseThrow();
    }
}
