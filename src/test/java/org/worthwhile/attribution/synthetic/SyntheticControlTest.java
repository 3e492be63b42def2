package org.worthwhile.attribution.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Attributor;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.Series;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.StudyCases;

class SyntheticControlTest {

    /**
     * Changes of 0 and 2 among controls and of 5 and 9 among the treated. Without each in turn the effect of 6 is 5, 7, 8 and
     * 4: the jackknife's variance is 3/4 x (1 + 1 + 4 + 4) = 7.5.
     */
    @Test
    void theJackknifeIsThatOfAHandWorkedExample() {
        Attribution found = Attributor.attribute(study("did", "jackknife", 2, 0, 2, 5, 9));
        assertThat(found.estimate()).isCloseTo(6, within(1e-12));
        assertThat(found.standardError()).isCloseTo(Math.sqrt(7.5), within(1e-12));
    }

    /**
     * Of changes 0, 1, 2 and 3 each taken for the treated against the mean of the others: -2, -2/3, 2/3 and 2, of which the
     * root of the mean square is sqrt((4 + 4/9 + 4/9 + 4) / 4). The treated's 8.5 is larger than all: one in five.
     */
    @Test
    void everyPlaceboIsTriedWhereTheyAreFew() {
        Attribution found = Attributor.attribute(study("did", "placebo", 4, 0, 1, 2, 3, 10));
        assertThat(found.estimate()).isCloseTo(8.5, within(1e-12));
        assertThat(found.standardError()).isCloseTo(Math.sqrt((8 + 8.0 / 9) / 4), within(1e-12));
        assertThat(found.pValue()).isCloseTo(0.2, within(1e-12));
        assertThat(found.interval().low()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(found.interval().high()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void withTwoControlsNoPValueIsBelowAThird() {
        assertThat(Attributor.attribute(study("did", "placebo", 2, 0, 0.1, 1_000))
                        .pValue())
                .isCloseTo(1.0 / 3, within(1e-12));
    }

    /** The test rejects exactly where the interval leaves out no effect. */
    @Test
    void theTestAndTheIntervalAgree() {
        double[] changes = new double[41];
        for (int i = 0; i < 40; i++) {
            changes[i] = Math.sin(i) * 2;
        }
        for (double effect : new double[] {1, 1.8, 1.9, 1.95, 2, 2.05, 2.1, 2.2, 3}) {
            changes[40] = effect;
            Attribution found = Attributor.attribute(study("did", "placebo", 40, changes));
            assertThat(found.interval().low() > 0 || found.interval().high() < 0)
                    .isEqualTo(found.pValue() <= 0.05);
        }
    }

    @Test
    void controlsThatAreAllAlikeGiveNoPValueBelowWhatTheyAllow() {
        Attribution found = Attributor.attribute(study("synthetic-did", "placebo", 3, 1, 1, 1, 4));
        assertThat(found.estimate()).isCloseTo(3, within(1e-9));
        assertThat(found.pValue()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void aTreatedUnitThatLacksARowIsRefusedWithItsPeriod() {
        StudyCase whole = study("did", "placebo", 3, 0, 1, 2, 9);
        double[] outcome = ((Column.Numeric) whole.dataset().column("y").orElseThrow())
                .values()
                .clone();
        outcome[outcome.length - 2] = Double.NaN;
        StudyCase lacking = StudyCases.of(
                study("did", "placebo"),
                whole.dataset().column("u").orElseThrow(),
                whole.dataset().column("t").orElseThrow(),
                whole.dataset().column("d").orElseThrow(),
                new Column.Numeric("y", outcome));
        assertThatThrownBy(() -> Attributor.attribute(lacking))
                .hasMessageContaining("the outcome of a treated unit is missing: '3' in 2012");
    }

    /** About their mean of 3; two of three and the treated itself are as large as 3. */
    @Test
    void thePlacebosErrorIsTheirSpreadAboutTheirMean() {
        PlaceboEffects placebos = new PlaceboEffects(new double[] {1, -3, 11}, true);
        assertThat(placebos.standardError()).isCloseTo(Math.sqrt((4 + 36 + 64) / 3.0), within(1e-12));
        assertThat(placebos.pValue(-3)).isCloseTo(0.75, within(1e-12));
    }

    /** Three treated units are first seen when treatment begins. */
    @Test
    void ofManyMissingOutcomesFiveAreNamedAndTheOthersCounted() {
        StudyCase whole = study("did", "jackknife", 2, 0, 1, 2, 9, 9);
        double[] outcome = ((Column.Numeric) whole.dataset().column("y").orElseThrow())
                .values()
                .clone();
        for (int row = 8; row < 20; row++) {
            outcome[row] = row % 4 < 2 ? Double.NaN : outcome[row];
        }
        StudyCase lacking = StudyCases.of(
                study("did", "jackknife"),
                whole.dataset().column("u").orElseThrow(),
                whole.dataset().column("t").orElseThrow(),
                whole.dataset().column("d").orElseThrow(),
                new Column.Numeric("y", outcome));
        assertThatThrownBy(() -> Attributor.attribute(lacking)).hasMessageContaining("in 2010 and 1 more");
    }

    /** Each control is taken for the treated with the others alone: with itself among them it would fit without any gap. */
    @Test
    void noControlIsAmongItsOwnControls() {
        double[] changes = {0.1, -0.2, 0.3, -0.1, 100};
        StudyCase flat = study("synthetic-control", "placebo", 4, changes);
        double[] outcome = ((Column.Numeric) flat.dataset().column("y").orElseThrow())
                .values()
                .clone();
        for (int row = 0; row < outcome.length; row++) {
            outcome[row] += Math.sin(row * row) / 10;
        }
        Attribution found = Attributor.attribute(StudyCases.of(
                study("synthetic-did", "placebo"),
                flat.dataset().column("u").orElseThrow(),
                flat.dataset().column("t").orElseThrow(),
                flat.dataset().column("d").orElseThrow(),
                new Column.Numeric("y", outcome)));
        assertThat(((SyntheticDetails) found.details()).permutationPValue()).isCloseTo(0.2, within(1e-12));
    }

    /** Two treated units at 12 and 13 rise by 4 and 6, two controls by 0 and 2. */
    @Test
    void thePathOfTheTreatedIsTheirMeanAndThatOfTheControlsLiesBelowItByTheGap() {
        Attribution found = Attributor.attribute(study("did", "jackknife", 2, 0, 2, 4, 6));
        List<Series.Point> paths = found.series().getFirst().points();
        List<Series.Point> gaps = found.series().getLast().points();
        double[] treated = {12.5, 12.5, 17.5, 17.5};
        for (int t = 0; t < 4; t++) {
            assertThat(paths.get(2 * t).y()).isCloseTo(treated[t], within(1e-12));
            assertThat(paths.get(2 * t + 1).y())
                    .isCloseTo(treated[t] - gaps.get(t).y(), within(1e-12));
        }
        assertThat(gaps.getLast().y() - gaps.getFirst().y()).isCloseTo(5 - 1, within(1e-12));
    }

    @Test
    void theConventionSaysHowErrorsCameAboutAndWhereTheIntervalHasNoLimits() {
        assertThat(convention(study("did", "bootstrap", 2, 0, 2, 4, 6))).startsWith("Standard errors are by bootstrap");
        assertThat(convention(study("did", "jackknife", 2, 0, 2, 4, 6))).startsWith("Standard errors are by jackknife");
        assertThat(convention(study("did", "placebo", 4, 0, 1, 2, 3, 10))).contains("no effect can be ruled out");
        double[] changes = new double[21];
        for (int i = 0; i < 20; i++) {
            changes[i] = Math.sin(i);
        }
        assertThat(convention(study("did", "placebo", 20, changes)))
                .startsWith("The standard error, the interval and the test come from")
                .doesNotContain("no effect can be ruled out");
    }

    private static String convention(StudyCase study) {
        return Attributor.attribute(study).conventions().getFirst();
    }

    /** Seven tenths of one control and three of another make the treated; the third has no weight and is not there. */
    @Test
    void controlsAreNamedFromTheGreatestWeightOn() {
        double[] treated = {1.3, 3.7, 2.3, 5.7, 3.3, 30};
        double[] near = {1, 4, 2, 6, 3, 5};
        double[] next = {2, 3, 3, 5, 4, 5};
        double[] far = {600, 100, 400, 200, 550, 7};
        double[][] all = {next, far, near, treated};
        double[][] columns = new double[4][24];
        for (int row = 0; row < 24; row++) {
            columns[0][row] = row / 6;
            columns[1][row] = 2010 + row % 6;
            columns[2][row] = row == 23 ? 1 : 0;
            columns[3][row] = all[row / 6][row % 6];
        }
        SyntheticDetails.Weights weights = ((SyntheticDetails) Attributor.attribute(StudyCases.of(
                                study("synthetic-control", "placebo"),
                                new Column.Numeric("u", columns[0]),
                                new Column.Numeric("t", columns[1]),
                                new Column.Numeric("d", columns[2]),
                                new Column.Numeric("y", columns[3])))
                        .details())
                .weights();
        assertThat(weights.unit().keySet()).first().isEqualTo("2");
        assertThat(weights.unit()).doesNotContainKey("1").hasSize(2);
        assertThat(new ArrayList<>(weights.unit().values()))
                .isSortedAccordingTo(Comparator.<Double>naturalOrder().reversed());
    }

    private static String study(String estimator, String inference) {
        return """
                "design": "synthetic-control",
                "columns": {"outcome": "y", "unit": "u", "time": "t", "treatment": "d"},
                "options": {"estimator": "%s", "inference": "%s"}""".formatted(estimator, inference);
    }

    /** Units that lie flat in 2010 and 2011 and change by so much in 2012 and 2013; those after the controls are treated. */
    private static StudyCase study(String estimator, String inference, int controls, double... changes) {
        int rows = 4 * changes.length;
        double[] unit = new double[rows];
        double[] time = new double[rows];
        double[] treated = new double[rows];
        double[] outcome = new double[rows];
        for (int row = 0; row < rows; row++) {
            unit[row] = row / 4;
            time[row] = 2010 + row % 4;
            boolean after = row % 4 > 1;
            treated[row] = row / 4 >= controls && after ? 1 : 0;
            outcome[row] = 10 + row / 4 + (after ? changes[row / 4] : 0);
        }
        return StudyCases.of(
                study(estimator, inference),
                new Column.Numeric("u", unit),
                new Column.Numeric("t", time),
                new Column.Numeric("d", treated),
                new Column.Numeric("y", outcome));
    }
}
