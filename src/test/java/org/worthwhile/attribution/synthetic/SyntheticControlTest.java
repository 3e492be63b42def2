package org.worthwhile.attribution.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Attributor;
import org.worthwhile.attribution.Column;
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
