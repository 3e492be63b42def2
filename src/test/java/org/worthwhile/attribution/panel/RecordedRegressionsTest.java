package org.worthwhile.attribution.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Coefficient;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.RecordedValues;

/** Regressions of the R packages sandwich and plm in data made for them. */
class RecordedRegressionsTest {

    /** Both are exact but for rounding, which is printed to twelve digits. */
    private static final Percentage SAME = withinPercentage(1e-7);

    private final RecordedValues recorded = RecordedValues.of("regression");

    @ParameterizedTest
    @CsvSource({
        "plain, iid, iid, ''",
        "plain, hc0, hc0, ''",
        "plain, hc1, hc1, ''",
        "plain, hc2, hc2, ''",
        "plain, hc3, hc3, ''",
        "plain, cluster, cluster, '\"cluster\"'",
        "plain, each, cluster, '\"cluster\", \"stratum\"'",
        "weighted, iid, iid, ''",
        "weighted, hc0, hc0, ''",
        "weighted, hc1, hc1, ''",
        "weighted, hc2, hc2, ''",
        "weighted, hc3, hc3, ''",
        "weighted, cluster, cluster, '\"cluster\"'",
        "weighted, each, cluster, '\"cluster\", \"stratum\"'"
    })
    void leastSquaresHasTheErrorsOfSandwich(String rows, String error, String variance, String clusters) {
        Attribution found = RecordedValues.answer("units", """
                "design": "panel-regression",
                "columns": {"outcome": "y", "treatment": "d", "covariates": ["x1", "x2"]%s%s},
                "options": {"variance": "%s", "twoWay": "each"}""".formatted(
                        rows.equals("weighted") ? ", \"weight\": \"weight\"" : "",
                        clusters.isEmpty() ? "" : ", \"cluster\": [" + clusters + "]",
                        variance));

        assertThat(found.estimate()).isCloseTo(recorded.of(rows, "estimate"), SAME);
        assertThat(coefficient(found, "x1").estimate()).isCloseTo(recorded.of(rows, "x1"), SAME);
        assertThat(found.standardError()).isCloseTo(recorded.of(rows, error), SAME);
    }

    @ParameterizedTest
    @CsvSource({
        "iid, iid, unit",
        "hc1, hc1, unit",
        "hc2, hc2, unit",
        "hc3, hc3, unit",
        "cluster, cluster, unit",
        "region, cluster, region"
    })
    void effectsOfUnitsAndYearsAreTakenOutAsTheirIndicatorsWould(String error, String variance, String cluster) {
        Attribution found = RecordedValues.answer("panel", """
                "design": "panel-regression",
                "columns": {"outcome": "y", "treatment": "treated", "covariates": ["x"], "unit": "unit", "time": "year",
                            "fixedEffects": ["unit", "year"], "cluster": "%s"},
                "options": {"variance": "%s"}""".formatted(cluster, variance));

        assertThat(found.estimate()).isCloseTo(recorded.of("within", "estimate"), SAME);
        assertThat(coefficient(found, "x").estimate()).isCloseTo(recorded.of("within", "x"), SAME);
        assertThat(found.standardError()).isCloseTo(recorded.of("within", error), SAME);
    }

    @ParameterizedTest
    @CsvSource({"driscollKraay, driscoll-kraay", "neweyWest, newey-west"})
    void errorsAlikeInTimeAreThoseOfPlm(String error, String variance) {
        Attribution found = RecordedValues.answer("panel", """
                "design": "panel-regression",
                "columns": {"outcome": "y", "treatment": "treated", "covariates": ["x"], "unit": "unit", "time": "year"},
                "options": {"variance": "%s", "lag": 2}""".formatted(variance));

        assertThat(found.estimate()).isCloseTo(recorded.of("pooled", "estimate"), SAME);
        assertThat(found.standardError()).isCloseTo(recorded.of("pooled", error), SAME);
    }

    @Test
    void randomEffectsAndTheTestOfHausmanAreThoseOfPlm() {
        Attribution found = random("panel");

        assertThat(found.estimate()).isCloseTo(recorded.of("random", "estimate"), SAME);
        assertThat(found.standardError()).isCloseTo(recorded.of("random", "error"), SAME);
        assertThat(coefficient(found, "x").estimate()).isCloseTo(recorded.of("random", "x"), SAME);
        var fit = (PanelRegression.Fit) found.details();
        assertThat(fit.withinVariance().orElseThrow()).isCloseTo(recorded.of("random", "within"), SAME);
        assertThat(fit.betweenVariance().orElseThrow()).isCloseTo(recorded.of("random", "between"), SAME);
        Diagnostic hausman = found.diagnostics().stream()
                .filter(told -> told.id().equals("hausman"))
                .findFirst()
                .orElseThrow();
        assertThat(hausman.statistic().orElseThrow()).isCloseTo(recorded.of("random", "hausman"), SAME);
        assertThat(hausman.pValue().orElseThrow()).isCloseTo(recorded.of("random", "p"), SAME);
        assertThat(hausman.outcome()).isEqualTo(Diagnostic.Outcome.FAIL);
    }

    @Test
    void randomEffectsOfAnUnbalancedPanelAreThoseOfPlm() {
        Attribution found = random("panel-uneven");

        assertThat(found.estimate()).isCloseTo(recorded.of("uneven", "estimate"), SAME);
        assertThat(found.standardError()).isCloseTo(recorded.of("uneven", "error"), SAME);
    }

    @ParameterizedTest
    @CsvSource({"hc1", "cluster"})
    void firstDifferencesAreARegressionOfChanges(String variance) {
        Attribution found = RecordedValues.answer("panel", """
                "design": "panel-regression",
                "columns": {"outcome": "y", "treatment": "treated", "covariates": ["x"], "unit": "unit", "time": "year",
                            "cluster": "unit"},
                "options": {"estimator": "first-differences", "variance": "%s"}""".formatted(variance));

        assertThat(found.observations()).isEqualTo(36 * 7);
        assertThat(found.estimate()).isCloseTo(recorded.of("differences", "estimate"), SAME);
        assertThat(found.standardError()).isCloseTo(recorded.of("differences", variance), SAME);
    }

    @Test
    void whatAFitSaysOfItselfIsWhatDeletionAndLmtestSay() {
        Attribution found = RecordedValues.answer("units", """
                "design": "panel-regression",
                "columns": {"outcome": "y", "treatment": "d", "covariates": ["x1", "x2"]}""");

        assertThat(statistic(found, "multicollinearity")).isCloseTo(recorded.of("checks", "inflation"), SAME);
        assertThat(statistic(found, "residual-spread")).isCloseTo(recorded.of("checks", "koenker"), SAME);
        assertThat(told(found, "residual-spread").pValue().orElseThrow())
                .isCloseTo(recorded.of("checks", "koenkerP"), SAME);
        assertThat(statistic(found, "influence")).isCloseTo(recorded.of("checks", "influence"), SAME);
        assertThat(told(found, "influence").message()).contains("row " + (int) recorded.of("checks", "row") + " ");
    }

    @Test
    void whatAFitWithEffectsSaysOfItselfIsToldByUnit() {
        Attribution found = RecordedValues.answer("panel", """
                "design": "panel-regression", "options": {"variance": "hc1"},
                "columns": {"outcome": "y", "treatment": "treated", "covariates": ["x"], "unit": "unit", "time": "year",
                            "fixedEffects": ["unit", "year"]}""");

        assertThat(statistic(found, "multicollinearity")).isCloseTo(recorded.of("panelChecks", "inflation"), SAME);
        assertThat(statistic(found, "influence")).isCloseTo(recorded.of("panelChecks", "influence"), SAME);
        assertThat(told(found, "influence").message()).contains("'" + (int) recorded.of("panelChecks", "unit") + "'");
        assertThat(statistic(found, "residual-memory")).isCloseTo(recorded.of("panelChecks", "memory"), SAME);
        // The correlation of 0.146 over 252 pairs is 2.3 of its standard errors, and the variance is without memory.
        assertThat(told(found, "residual-memory").outcome()).isEqualTo(Diagnostic.Outcome.WARN);
    }

    private static Diagnostic told(Attribution found, String id) {
        return found.diagnostics().stream()
                .filter(diagnostic -> diagnostic.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static double statistic(Attribution found, String id) {
        return told(found, id).statistic().orElseThrow();
    }

    private static Attribution random(String data) {
        return RecordedValues.answer(data, """
                "design": "panel-regression",
                "columns": {"outcome": "y", "treatment": "treated", "covariates": ["x"], "unit": "unit", "time": "year"},
                "options": {"estimator": "random-effects", "variance": "iid"}""");
    }

    private static Coefficient coefficient(Attribution found, String term) {
        return found.coefficients().stream()
                .filter(coefficient -> coefficient.term().equals(term))
                .findFirst()
                .orElseThrow();
    }
}
