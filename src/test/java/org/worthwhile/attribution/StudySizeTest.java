package org.worthwhile.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much a study is said to rest on, and which numbers it can compute with. */
class StudySizeTest {

    private static final int[] YEARS = {2001, 2002, 2004, 2005, 2007};

    /** Eight units in five years; some are treated from 2004 on, in a column of yes and no or one of starts. */
    private static Attribution panel(int treatedUnits, String roles, String options) {
        int rows = 8 * YEARS.length;
        double[][] columns = new double[6][rows];
        for (int row = 0; row < rows; row++) {
            int unit = row / YEARS.length;
            int year = YEARS[row % YEARS.length];
            boolean own = unit < treatedUnits;
            columns[0][row] = unit;
            columns[1][row] = year;
            columns[2][row] = own && year >= 2004 ? 1 : 0;
            columns[3][row] = own ? 2004 : 0;
            columns[4][row] = unit + Math.sin(5 * row) + columns[2][row];
            columns[5][row] = 0.5 + columns[2][row] * row;
        }
        return MadeData.of("u", columns[0])
                .and("t", columns[1])
                .and("d", columns[2])
                .and("g", columns[3])
                .and("y", columns[4])
                .and("dose", columns[5])
                .answer("""
                        "design": %s, "columns": {"outcome": "y"%s}""".formatted(options, roles));
    }

    /** 2003 and 2006 are years in which nobody was observed. */
    @Test
    void unitsAreCountedByWhetherTheyAreEverTreatedAndYearsByWhatWasObserved() {
        for (String treatment : new String[] {"\"treatment\": \"d\"", "\"treatmentStart\": \"g\""}) {
            StudySize size = panel(
                            3,
                            ", \"unit\": \"u\", \"time\": \"t\", " + treatment,
                            "\"difference-in-differences\", \"options\": {\"estimator\": \"twoway-fixed-effects\"}")
                    .size();

            assertThat(size.treated()).hasValue(3);
            assertThat(size.compared()).hasValue(5);
            assertThat(size.periods()).hasValue(5);
            assertThat(size.first()).isEqualTo("2001");
            assertThat(size.last()).isEqualTo("2007");
            assertThat(size.missingPeriods()).containsExactly("2003", "2006");
        }
    }

    @Test
    void withoutUnitsRowsAreCounted() {
        StudySize size =
                panel(3, ", \"treatment\": \"d\"", "\"randomised-trial\"").size();

        assertThat(size.treated()).hasValue(9);
        assertThat(size.compared()).hasValue(31);
        assertThat(size.periods()).isEqualTo(OptionalInt.empty());
        assertThat(size.first()).isEmpty();
        assertThat(size.missingPeriods()).isEmpty();
    }

    @Test
    void aTreatmentThatIsNotYesOrNoDividesNobody() {
        StudySize size = panel(
                        3,
                        ", \"unit\": \"u\", \"time\": \"t\", \"treatment\": \"dose\", \"fixedEffects\": [\"u\"]",
                        "\"panel-regression\"")
                .size();

        assertThat(size.treated()).isEqualTo(OptionalLong.empty());
        assertThat(size.compared()).isEqualTo(OptionalLong.empty());
        assertThat(size.periods()).hasValue(5);
    }

    /** What was taken for what in a column that the study does not name has no part in its answer. */
    @Test
    void notesAreOfTheWholeFileAndOfTheColumnsThatAreUsed() {
        Dataset data = new Dataset(
                "made",
                List.of(
                        new Column.Numeric("y", new double[] {1, 2, 3, 4, 6, 8}),
                        new Column.Numeric("d", new double[] {1, 1, 1, 0, 0, 0}),
                        new Column.Numeric("other", new double[] {1, 1, 1, 0, 0, 1})),
                6,
                "",
                List.of(
                        new Dataset.Note("", "of the file"),
                        new Dataset.Note("d", "of the treatment"),
                        new Dataset.Note("other", "of another column")));

        Attribution found = Attributor.attribute(StudyCases.of("""
                "design": "randomised-trial", "columns": {"outcome": "y", "treatment": "d"}, "options": {"draws": 100}""", data));

        assertThat(found.notes()).containsExactly("of the file", "of the treatment");
    }

    /** The fourth powers of numbers beyond these cannot be held. */
    @ParameterizedTest
    @ValueSource(doubles = {1e60, -1e60, 1e-60})
    void numbersUpToTheirFourthPowersAreComputedWith(double largest) {
        assertThatCode(() -> Magnitudes.require(trial(largest))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.1e60, -1.1e60, 0.9e-60})
    void numbersBeyondThemAreRefusedByTheirColumn(double largest) {
        assertThatThrownBy(() -> Magnitudes.require(trial(largest)))
                .hasMessageContaining("the numbers of the column 'y' go up to")
                .hasMessageContaining(
                        Math.abs(largest) > 1 ? "too large to compute with" : "too small to compute with");
    }

    @Test
    void aColumnOfNothingIsNotTooSmall() {
        assertThatCode(() -> Magnitudes.require(trial(0))).doesNotThrowAnyException();
    }

    private static StudyCase trial(double largest) {
        return StudyCases.of(
                """
                "design": "randomised-trial", "columns": {"outcome": "y", "treatment": "d"}""",
                new Column.Numeric(
                        "y",
                        IntStream.range(0, 6)
                                .mapToDouble(row -> row == 2 ? Double.NaN : row == 3 ? largest : largest / 2)
                                .toArray()),
                new Column.Numeric("d", new double[] {1, 1, 1, 0, 0, 0}));
    }
}
