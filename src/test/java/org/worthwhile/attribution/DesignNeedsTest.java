package org.worthwhile.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What data lack for each design, one row or time short of what is needed and with it. */
class DesignNeedsTest {

    private static final String BINARY = "a column treatment that holds both 0 and 1";

    @Test
    void onlyTheAnalystKnowsThatTreatmentWasByChance() {
        MadeData data = MadeData.of("y", 1, 2, 3, 4).and("d", 0, 1, 0, 1).and("s", 1, 1, 2, 2);

        assertThat(lacking(Design.RANDOMISED_TRIAL, "observational", "\"treatment\": \"d\"", data))
                .singleElement()
                .asString()
                .startsWith("that treatment was dealt out by chance");
        assertThat(lacking(Design.RANDOMISED_TRIAL, "randomised-trial", "\"treatment\": \"d\"", data))
                .isEmpty();
        assertThat(lacking(Design.RANDOMISED_TRIAL, "observational", "\"treatment\": \"d\", \"strata\": \"s\"", data))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 1, true", "0, NaN, false", "1, 1, false", "0, 2, false", "1, NaN, false"})
    void aTreatmentIsOfZeroAndOneWithBothOfThem(double first, double second, boolean enough) {
        MadeData data = MadeData.of("y", 1, 2, 3, 4)
                .and("d", first, second, first, second)
                .and("x", 3, 1, 2, 5);

        assertThat(lacking(
                        Design.OBSERVATIONAL, "observational", "\"treatment\": \"d\", \"covariates\": [\"x\"]", data))
                .isEqualTo(enough ? List.of() : List.of(BINARY));
        assertThat(lacking(Design.OBSERVATIONAL, "observational", "\"treatment\": \"d\"", data))
                .anyMatch(what -> what.startsWith("covariates: "));
    }

    @ParameterizedTest
    @CsvSource({"11, at least 12 times", "12, "})
    void aSeriesHasTwelveTimes(int times, String lacking) {
        MadeData data = MadeData.of("y", counted(times))
                .and("t", counted(times))
                .and(
                        "d",
                        IntStream.range(0, times)
                                .mapToDouble(i -> i < 6 ? 0 : 1)
                                .toArray());

        assertThat(lacking(
                        Design.INTERRUPTED_TIME_SERIES, "observational", "\"time\": \"t\", \"treatment\": \"d\"", data))
                .isEqualTo(lacking == null ? List.of() : List.of(lacking));
        assertThat(lacking(Design.INTERRUPTED_TIME_SERIES, "observational", "\"time\": \"t\"", data))
                .contains(BINARY);
        assertThat(lacking(Design.INTERRUPTED_TIME_SERIES, "observational", "\"treatment\": \"d\"", data))
                .containsExactly("a column time of numbers, years or dates");
    }

    @Test
    void aSeriesHasOneRowForEachTime() {
        MadeData data = MadeData.of("y", counted(13))
                .and(
                        "t",
                        IntStream.range(0, 13).mapToDouble(i -> Math.min(i, 11)).toArray())
                .and("d", IntStream.range(0, 13).mapToDouble(i -> i < 6 ? 0 : 1).toArray());

        assertThat(lacking(
                        Design.INTERRUPTED_TIME_SERIES, "observational", "\"time\": \"t\", \"treatment\": \"d\"", data))
                .containsExactly("one row for each time; leave one place, or add them up");
    }

    /** A row at the cutoff itself is above it. */
    @ParameterizedTest
    @CsvSource({"9, 11", "10, 10", "11, 9"})
    void aCutoffHasTenRowsOnEachSide(int below, int above) {
        MadeData data = MadeData.of("y", counted(20))
                .and("r", IntStream.range(0, 20).mapToDouble(i -> i - below).toArray());

        assertThat(lacking(Design.REGRESSION_DISCONTINUITY, "observational", "\"runningVariable\": \"r\"", data))
                .isEqualTo(
                        below == 10
                                ? List.of()
                                : List.of("at least 10 rows on each side of the cutoff 0; there are " + below + " and "
                                        + above));
        assertThat(lacking(Design.REGRESSION_DISCONTINUITY, "observational", "\"treatment\": \"y\"", data))
                .containsExactly("a column runningVariable of numbers with a cutoff that decides treatment");
    }

    @Test
    void instrumentsPanelsAndCausesNeedTheirColumns() {
        MadeData data = MadeData.of("y", 1, 2, 3, 4)
                .and("d", 0, 1, 0, 2)
                .and("one", 1, 1, 1, 1)
                .and("t", 1, 2, 3, 4);

        assertThat(lacking(Design.INSTRUMENTAL_VARIABLE, "observational", "\"time\": \"t\"", data))
                .hasSize(2);
        assertThat(lacking(
                        Design.INSTRUMENTAL_VARIABLE,
                        "observational",
                        "\"treatment\": \"d\", \"instruments\": [\"t\"]",
                        data))
                .isEmpty();
        assertThat(lacking(Design.PANEL_REGRESSION, "observational", "\"treatment\": \"d\"", data))
                .isEmpty();
        assertThat(lacking(Design.PANEL_REGRESSION, "observational", "\"treatment\": \"one\"", data))
                .containsExactly("a treatment that varies");
        assertThat(lacking(Design.PANEL_REGRESSION, "observational", "\"time\": \"t\"", data))
                .containsExactly("a column treatment of numbers");
        assertThat(lacking(Design.MANY_CAUSES, "observational", "\"time\": \"t\", \"causes\": [\"d\", \"one\"]", data))
                .isEmpty();
        assertThat(lacking(Design.MANY_CAUSES, "observational", "\"causes\": [\"d\"]", data))
                .containsExactly("at least two columns of causes", "a column time of numbers, years or dates");
    }

    @ParameterizedTest
    @CsvSource({
        "8, 1, ",
        "7, 1, 'at least 8 times before treatment, of which there are 7'",
        "8, 2, treatment that begins at one time"
    })
    void aSyntheticControlHasALongTimeBeforeOneStart(int before, int starts, String lacking) {
        // Four units of ten times, of which the first, and the second at its own time, are treated.
        MadeData data = panel(unit -> unit == 0 ? before : unit == 1 && starts == 2 ? before + 1 : 99);

        assertThat(lacking(Design.SYNTHETIC_CONTROL, "observational", PANEL, data))
                .isEqualTo(lacking == null ? List.of() : List.of(lacking));
    }

    @Test
    void aDifferenceNeedsBothArmsAndATimeBefore() {
        String both = "both units that become treated and units that do not";

        assertThat(lacking(Design.SYNTHETIC_CONTROL, "observational", PANEL, panel(unit -> 8)))
                .containsExactly(both);
        assertThat(lacking(Design.SYNTHETIC_CONTROL, "observational", PANEL, panel(unit -> unit == 0 ? 0 : 99)))
                .contains("a time before treatment");
        assertThat(lacking(
                        Design.SYNTHETIC_CONTROL,
                        "observational",
                        "\"time\": \"t\", \"treatment\": \"d\"",
                        panel(unit -> unit == 0 ? 8 : 99)))
                .containsExactly("columns unit and time, with units seen at several times");
        assertThat(lacking(Design.SYNTHETIC_CONTROL, "observational", PANEL, panel(unit -> 99)))
                .containsExactly(BINARY);
    }

    @Test
    void theShapeOfAPanelIsCounted() {
        StudyShape shape = StudyShape.of(StudyCases.of(
                "\"design\": \"observational\", \"columns\": {\"outcome\": \"y\", " + PANEL + "}",
                panel(unit -> unit == 0 ? 4 : unit == 1 ? 6 : 99).dataset()));

        assertThat(shape.hasPanel()).isTrue();
        assertThat(shape.treatedUnits()).isEqualTo(2);
        assertThat(shape.differentStarts()).isEqualTo(2);
        assertThat(shape.timesBefore()).isEqualTo(4);
        assertThat(shape.unitsThatStop()).isZero();
        assertThat(shape.starts()).containsExactly(4, 6, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    @Test
    void treatmentThatEndsIsCountedByUnit() {
        double[] treated = new double[40];
        treated[3] = 1;
        Arrays.fill(treated, 15, 20, 1);
        StudyShape shape = StudyShape.of(StudyCases.of(
                "\"design\": \"observational\", \"columns\": {\"outcome\": \"y\", " + PANEL + "}",
                panel(unit -> 99).and("d", treated).dataset()));

        // The second unit is treated to the end.
        assertThat(shape.unitsThatStop()).isEqualTo(1);
        assertThat(shape.treatedUnits()).isEqualTo(2);
    }

    private static final String PANEL = "\"unit\": \"u\", \"time\": \"t\", \"treatment\": \"d\"";

    /** Four units of ten times from 0, each treated from a time on. */
    private static MadeData panel(java.util.function.IntUnaryOperator start) {
        return MadeData.of("y", counted(40))
                .and("u", IntStream.range(0, 40).mapToDouble(i -> i / 10).toArray())
                .and("t", IntStream.range(0, 40).mapToDouble(i -> i % 10).toArray())
                .and(
                        "d",
                        IntStream.range(0, 40)
                                .mapToDouble(i -> i % 10 >= start.applyAsInt(i / 10) ? 1 : 0)
                                .toArray());
    }

    private static double[] counted(int rows) {
        return IntStream.range(0, rows).asDoubleStream().toArray();
    }

    private static List<String> lacking(Design design, String asked, String roles, MadeData data) {
        StudyCase study = StudyCases.of(
                "\"design\": \"" + asked + "\", \"columns\": {\"outcome\": \"y\", " + roles + "}", data.dataset());
        return design.method().lacking(study, StudyShape.of(study));
    }
}
