package org.worthwhile.attribution.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.MadeData;

/** What a panel regression says of its fit, in data so small that each value is worked by hand. */
class FitChecksTest {

    /** The treated mean is 7 and 3.5 without the last row, the others' 1.5; the squares left are 74 over three and 1.5 over six. */
    @Test
    void theRowThatMovesTheEffectByMoreThanItsErrorIsTold() {
        Diagnostic told = told(
                MadeData.of("y", 1, 2, 1, 2, 1, 2, 3, 4, 14)
                        .and("d", 0, 0, 0, 0, 0, 0, 1, 1, 1)
                        .answer(study("", "\"variance\": \"hc1\"")),
                "influence");

        assertThat(told.title()).isEqualTo("No single row carries the effect");
        assertThat(told.outcome()).isEqualTo(Outcome.WARN);
        assertThat(told.statistic().orElseThrow())
                .isCloseTo(-3.5 / Math.sqrt(9 / 7.0 * (74 / 9.0 + 1.5 / 36)), within(1e-9));
        assertThat(told.message())
                .isEqualTo("The one that moves it most is row 9 of those used: without it the effect would be about 2,"
                        + " a different finding: look at it.");
    }

    /** The treated units' means are 3.5 and 4 and the others' 1.5: the effect is 2.25, and 2.5 or 2 without one of them. */
    @Test
    void aUnitThatMovesTheEffectLittleIsNamedToo() {
        Diagnostic told = told(
                MadeData.of("y", 1, 2, 1, 2, 3, 4, 4, 4)
                        .and("d", 0, 0, 0, 0, 1, 1, 1, 1)
                        .and("u", List.of("a", "a", "b", "b", "c", "c", "e", "e"))
                        .answer(study(", \"unit\": \"u\"", "\"variance\": \"iid\"")),
                "influence");

        assertThat(told.title()).isEqualTo("No single unit carries the effect");
        assertThat(told.outcome()).isEqualTo(Outcome.PASS);
        // 1 and 0.75 are left of the squares of four rows each.
        assertThat(Math.abs(told.statistic().orElseThrow()))
                .isCloseTo(0.25 / Math.sqrt(1.75 / 6 * (1 / 4.0 + 1 / 4.0)), within(1e-9));
        assertThat(told.message())
                .matches("The one that moves it most is '(c': without it the effect would be about 2\\.5"
                        + "|e': without it the effect would be about 2), within its standard error\\.");
    }

    /** Among 10,000 rows 5,000 are treated. The others' mean is 1, that of the treated 3, and (15,000 - 5,102) / 4,999 without one. */
    @Test
    void theRowIsFoundAmongVeryMany() {
        double[] treatment =
                IntStream.range(0, 10_000).mapToDouble(row -> row % 2).toArray();
        double[] outcome = IntStream.range(0, 10_000)
                .mapToDouble(row -> row == 7_001 ? 5_102 : row % 2 + 1 + (row % 4 < 2 ? 100 : -100))
                .toArray();
        Diagnostic told = told(
                MadeData.of("y", outcome).and("d", treatment).answer(study("", "\"variance\": \"hc1\"")), "influence");

        assertThat(told.message())
                .startsWith(
                        "The one that moves it most is row 7002 of those used: without it the effect would be about 0.98");
    }

    @Test
    void withoutTheOnlyTreatedUnitThereIsNoEffectWhateverElseIsTakenOut() {
        MadeData data = MadeData.of("y", 1, 2, 4, 5.5, 3, 3.5, 8, 14)
                .and("d", 0, 0, 0, 0, 0, 0, 0, 1)
                .and("u", List.of("a", "a", "b", "b", "c", "c", "e", "e"))
                .and("t", 1, 2, 1, 2, 1, 2, 1, 2);
        Diagnostic bothTaken = told(
                data.answer(study(
                        ", \"unit\": \"u\", \"time\": \"t\", \"fixedEffects\": [\"u\", \"t\"]",
                        "\"variance\": \"hc1\"")),
                "influence");
        Diagnostic unitsTaken = told(
                data.answer(study(
                        ", \"unit\": \"u\", \"time\": \"t\", \"fixedEffects\": [\"u\"]", "\"variance\": \"hc1\"")),
                "influence");

        assertThat(bothTaken.message()).isEqualTo("Without 'e' there would be no effect to estimate.");
        assertThat(unitsTaken.message()).isEqualTo("Without 'e' there would be no effect to estimate.");
    }

    /** A row with a term of its own is fitted exactly, and the effect is the same without it: 4 less 1.5. */
    @Test
    void aRowWithATermOfItsOwnMovesNothing() {
        Diagnostic told = told(
                MadeData.of("y", 100, 1, 2, 4, 3, 5)
                        .and("d", 1, 0, 0, 1, 1, 1)
                        .and("x", 1, 0, 0, 0, 0, 0)
                        .answer(study(", \"covariates\": [\"x\"]", "\"variance\": \"iid\"")),
                "influence");

        assertThat(told.message()).doesNotContain("no effect to estimate").doesNotContain("row 1 ");
    }

    @Test
    void withoutTheOnlyTreatedRowThereIsNoEffect() {
        Diagnostic told = told(
                MadeData.of("y", 1, 2, 4, 9).and("d", 0, 0, 0, 1).answer(study("", "\"variance\": \"iid\"")),
                "influence");

        assertThat(told.outcome()).isEqualTo(Outcome.WARN);
        assertThat(told.message()).isEqualTo("Without row 4 of those used there would be no effect to estimate.");
    }

    /** A covariate of k times the treatment and one part of its own: k^2 / (1 + k^2) is explained, the factor 1 + k^2. */
    @ParameterizedTest
    @CsvSource({
        "0, PASS, 'Other terms explain 0% of d, which leaves enough to tell its effect apart.'",
        "2, PASS, 'Other terms explain 80% of d, which leaves enough to tell its effect apart.'",
        "4, WARN, 'Other terms explain 94% of d, so that its effect can hardly be told from theirs.'"
    })
    void howFarACovariateExplainsTheTreatmentIsTold(double times, Outcome outcome, String message) {
        double[] treatment = {1, 1, -1, -1, 1, 1, -1, -1};
        double[] own = {1, -1, 1, -1, 1, -1, 1, -1};
        double[] covariate = IntStream.range(0, 8)
                .mapToDouble(i -> times * treatment[i] + own[i])
                .toArray();

        Diagnostic told = told(
                MadeData.of("y", 3, 1, 4, 1, 5, 9, 2, 6)
                        .and(
                                "d",
                                IntStream.range(0, 8)
                                        .mapToDouble(i -> 7 + treatment[i])
                                        .toArray())
                        .and("x", covariate)
                        .answer(study(", \"covariates\": [\"x\"]", "\"variance\": \"iid\"")),
                "multicollinearity");

        assertThat(told.statistic().orElseThrow()).isCloseTo(1 + times * times, within(1e-9));
        assertThat(told.outcome()).isEqualTo(outcome);
        assertThat(told.message()).isEqualTo(message);
    }

    /** Squared residuals of 1 and of 25 that go wholly with the treatment: the statistic is the number of rows. */
    @ParameterizedTest
    @CsvSource({
        "iid, FAIL, 'the standard errors assume that it does not, so choose another variance.'",
        "hc1, INFO, 'the standard errors allow for that.'"
    })
    void errorsWhoseSizeGoesWithTheTreatmentAreTold(String variance, Outcome outcome, String ending) {
        Diagnostic told = told(
                MadeData.of("y", 1, -1, 1, -1, 7, -3, 7, -3)
                        .and("d", 0, 0, 0, 0, 1, 1, 1, 1)
                        .answer(study("", "\"variance\": \"" + variance + "\"")),
                "residual-spread");

        assertThat(told.statistic().orElseThrow()).isCloseTo(8, within(1e-9));
        // The upper tail of chi-squared with one degree of freedom at 8 is 2 (1 - Phi(2.8284)).
        assertThat(told.pValue().orElseThrow()).isCloseTo(0.0046777, within(1e-6));
        assertThat(told.outcome()).isEqualTo(outcome);
        assertThat(told.message()).endsWith(ending);
    }

    /** In whatever unit the outcome is counted. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1.0 / 3, 1e9})
    void theSpreadOfErrorsHasNoUnit(double unit) {
        double[] uneven = Arrays.stream(new double[] {1, -1, 1, -1, 7, -3, 7, -3})
                .map(value -> unit * value)
                .toArray();
        double[] even = Arrays.stream(new double[] {1, -1, 1, -1, 7, 5, 7, 5})
                .map(value -> unit * (value + 0.1))
                .toArray();
        MadeData data = MadeData.of("d", 0, 0, 0, 0, 1, 1, 1, 1);
        String study = study("", "\"variance\": \"iid\"");

        assertThat(told(data.and("y", uneven).answer(study), "residual-spread")
                        .statistic()
                        .orElseThrow())
                .isCloseTo(8, within(1e-9));
        assertThat(told(data.and("y", even).answer(study), "residual-spread").statistic())
                .hasValue(0);
    }

    @Test
    void errorsOfOneSizeAreEven() {
        Diagnostic told = told(
                MadeData.of("y", 1, -1, 1, -1, 7, 5, 7, 5)
                        .and("d", 0, 0, 0, 0, 1, 1, 1, 1)
                        .answer(study("", "\"variance\": \"iid\"")),
                "residual-spread");

        assertThat(told.outcome()).isEqualTo(Outcome.PASS);
        assertThat(told.statistic()).hasValue(0);
        assertThat(told.message()).isEqualTo("The model errs by as much whatever the treatment.");
    }

    /** Each unit errs by 1 or -1 at all times, so that the correlation is 1 over twelve pairs. */
    @ParameterizedTest
    @CsvSource({
        "'', hc1, WARN, 'the standard errors do not allow for that, so cluster them by unit.'",
        "', \"cluster\": \"u\"', cluster, PASS, 'the standard errors allow for that.'",
        "', \"cluster\": \"t\"', cluster, WARN, 'the standard errors do not allow for that, so cluster them by unit.'",
        "'', newey-west, PASS, 'the standard errors allow for that.'",
        "'', driscoll-kraay, PASS, 'the standard errors allow for that.'"
    })
    void errorsThatLastAreNoMatterWhereTheVarianceAllowsForThem(
            String cluster, String variance, Outcome outcome, String ending) {
        double[] lasting = {1, 1, 1, 1, -1, -1, -1, -1, 3, 3, 3, 3, 1, 1, 1, 1};
        lasting[0] = 1.01;
        Diagnostic told = told(
                MadeData.of("y", lasting)
                        .and("d", 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1)
                        .and("u", IntStream.range(0, 16).mapToDouble(i -> i / 4).toArray())
                        .and(
                                "t",
                                IntStream.range(0, 16)
                                        .mapToDouble(i -> 2000 + i % 4)
                                        .toArray())
                        .answer(study(
                                ", \"unit\": \"u\", \"time\": \"t\"" + cluster, "\"variance\": \"" + variance + "\"")),
                "residual-memory");

        assertThat(told.statistic().orElseThrow()).isCloseTo(1, within(1e-4));
        // 2 (1 - Phi(sqrt(12)))
        assertThat(told.pValue().orElseThrow()).isCloseTo(0.000532, within(1e-6));
        assertThat(told.outcome()).isEqualTo(outcome);
        assertThat(told.message()).endsWith(ending);
    }

    /** Residuals of 1, 1 and -1 or their reverse: the two pairs of a unit cancel. */
    @Test
    void errorsThatDoNotLastHaveNoMemory() {
        Diagnostic told = told(threeTimes(1, 1, -1, -1, -1, 1, 8, 8, 6, 6, 6, 8), "residual-memory");

        assertThat(told.statistic().orElseThrow()).isCloseTo(0, within(1e-12));
        assertThat(told.outcome()).isEqualTo(Outcome.PASS);
        assertThat(told.message()).isEqualTo("How the model errs for a unit at one time says nothing of the next.");
    }

    private static Attribution threeTimes(double... outcome) {
        int rows = outcome.length;
        return MadeData.of("y", outcome)
                .and(
                        "d",
                        IntStream.range(0, rows)
                                .mapToDouble(i -> i < rows / 2 ? 0 : 1)
                                .toArray())
                .and("u", IntStream.range(0, rows).mapToDouble(i -> i / 3).toArray())
                .and(
                        "t",
                        IntStream.range(0, rows).mapToDouble(i -> 2000 + i % 3).toArray())
                .answer(study(", \"unit\": \"u\", \"time\": \"t\"", "\"variance\": \"hc1\""));
    }

    @Test
    void aComparisonOfUnitsWithOneAnotherIsALevelBelowOneWithinUnits() {
        MadeData data = MadeData.of("y", 1, 3, 2, 7, 4, 4, 1, 8)
                .and("d", 0, 0, 0, 1, 0, 0, 0, 1)
                .and("x", 1, 4, 1, 4, 2, 1, 3, 5)
                .and("u", 1, 1, 2, 2, 3, 3, 4, 4)
                .and("t", 1, 2, 1, 2, 1, 2, 1, 2);
        String roles = ", \"unit\": \"u\", \"time\": \"t\"";
        Attribution across = data.answer(study(roles + ", \"covariates\": [\"x\"]", "\"variance\": \"hc1\""));
        Attribution inside = data.answer(study(roles + ", \"fixedEffects\": [\"u\", \"t\"]", "\"variance\": \"hc1\""));
        Attribution byTime = data.answer(study(roles + ", \"fixedEffects\": [\"t\"]", "\"variance\": \"hc1\""));
        Attribution changes = data.answer(study(roles, "\"estimator\": \"first-differences\""));

        assertThat(across.estimator()).isEqualTo("least-squares");
        assertThat(across.marylandLevel()).isEqualTo(2);
        assertThat(told(across, "no-unit-effects").outcome()).isEqualTo(Outcome.WARN);
        assertThat(across.estimand())
                .isEqualTo("The change in y that goes with one more unit of d, holding constant x");
        assertThat(inside.estimator()).isEqualTo("fixed-effects");
        assertThat(inside.marylandLevel()).isEqualTo(3);
        assertThat(inside.diagnostics()).noneMatch(told -> told.id().equals("no-unit-effects"));
        assertThat(inside.estimand())
                .isEqualTo("The change in y that goes with one more unit of d, holding constant differences between"
                        + " values of u, differences between values of t");
        assertThat(byTime.marylandLevel()).isEqualTo(2);
        assertThat(changes.estimator()).isEqualTo("first-differences");
        assertThat(changes.marylandLevel()).isEqualTo(3);
        assertThat(changes.diagnostics()).noneMatch(told -> told.id().equals("no-unit-effects"));
        // The changes are 2, 5, 0 and 7, of which the second and the fourth are of the treated; likewise for two times
        // within.
        assertThat(changes.estimate()).isCloseTo(5, within(1e-12));
        assertThat(inside.estimate()).isCloseTo(5, within(1e-12));
        assertThat(((PanelRegression.Fit) changes.details()).degreesOfFreedom()).isEqualTo(2);
        assertThat(((PanelRegression.Fit) changes.details()).residualStandardError())
                .isCloseTo(Math.sqrt((1 + 1 + 1 + 1) / 2.0), within(1e-12));
    }

    @Test
    void changesNeedOneRowOfAUnitAtATime() {
        MadeData data = MadeData.of("y", 1, 3, 2, 7)
                .and("d", 0, 1, 0, 1)
                .and("u", 1, 1, 2, 2)
                .and("t", 1, 1, 1, 2);

        assertThatThrownBy(() -> data.answer(
                        study(", \"unit\": \"u\", \"time\": \"t\"", "\"estimator\": \"first-differences\"")))
                .hasMessageContaining("there is more than one row of the unit and time")
                .hasMessageContaining("leave one row for each unit and time");
        MadeData once = data.and("u", 1, 2, 3, 4);
        assertThatThrownBy(() -> once.answer(
                        study(", \"unit\": \"u\", \"time\": \"t\"", "\"estimator\": \"first-differences\"")))
                .hasMessageContaining("no unit has rows of two times");
    }

    @Test
    void fixedEffectsDoWithRowsOfOneUnitAtOneTime() {
        double[] outcome = {1, 3, 2, 7, 4, 5};
        Attribution found = MadeData.of("y", outcome)
                .and("d", 0, 1, 0, 1, 1, 0)
                .and("u", 1, 1, 2, 2, 2, 1)
                .and("t", 1, 1, 1, 1, 1, 1)
                .answer(study(
                        ", \"unit\": \"u\", \"time\": \"t\", \"fixedEffects\": [\"u\"]", "\"variance\": \"hc1\""));

        assertThat(found.observations()).isEqualTo(6);
        assertThat(found.units()).isEqualTo(2);
        // Within the first unit 3 less the mean of 1 and 5 is 0, within the second 5.5 less 2 is 3.5: equal weights.
        assertThat(found.estimate()).isCloseTo(1.75, within(1e-12));
    }

    @Test
    void fewUnitsCannotTellWhatLastsFromTheRest() {
        assertThatThrownBy(() -> MadeData.of("y", 1, 3, 2, 7)
                        .and("d", 0, 1, 1, 1)
                        .and("u", 1, 1, 2, 2)
                        .and("t", 1, 2, 1, 2)
                        .answer(study(", \"unit\": \"u\", \"time\": \"t\"", "\"estimator\": \"random-effects\"")))
                .hasMessageContaining("2 units cannot tell lasting differences between units from the rest");
    }

    /** The treatment never changes within a unit, so that nothing is left to compare with fixed effects. */
    @Test
    void hausmansTestNeedsATreatmentThatChanges() {
        double[] outcome = {1, 2, 5, 4, 3, 1, 8, 9, 6, 8, 7, 5};
        Attribution found = MadeData.of("y", outcome)
                .and("d", 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1)
                .and("u", 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6)
                .and("t", 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2)
                .answer(study(", \"unit\": \"u\", \"time\": \"t\"", "\"estimator\": \"random-effects\""));

        assertThat(told(found, "hausman").outcome()).isEqualTo(Outcome.INFO);
        assertThat(told(found, "hausman").message()).startsWith("Hausman's test cannot be computed");
        assertThat(found.marylandLevel()).isEqualTo(2);
        assertThat(found.diagnostics()).noneMatch(told -> told.id().equals("no-unit-effects"));
        // Of a balanced panel and a lasting treatment the estimate is the difference of the arms' means.
        double treated = Arrays.stream(outcome, 6, 12).average().orElseThrow();
        double others = Arrays.stream(outcome, 0, 6).average().orElseThrow();
        assertThat(found.estimate()).isCloseTo(treated - others, within(1e-12));
    }

    private static Diagnostic told(Attribution found, String id) {
        return found.diagnostics().stream()
                .filter(diagnostic -> diagnostic.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String study(String roles, String options) {
        return """
                "design": "panel-regression", "options": {%s},
                "columns": {"outcome": "y", "treatment": "d"%s}""".formatted(options, roles);
    }
}
