package org.worthwhile.attribution.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.Dropped;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.StudyCases;

class PanelRowsTest {

    private static StudyCase panel(double[] units, double[] times, double[] starts) {
        return StudyCases.of(
                """
                "design": "difference-in-differences",
                "columns": {"outcome": "y", "unit": "u", "time": "t", "treatmentStart": "g"}""",
                new Column.Numeric("u", units),
                new Column.Numeric("t", times),
                new Column.Numeric("g", starts),
                new Column.Numeric("y", times));
    }

    @Test
    void aUnitWithTwoStartsOfTreatmentIsRefused() {
        StudyCase study =
                panel(new double[] {1, 1, 1, 2, 2, 2}, new double[] {2001, 2002, 2003, 2001, 2002, 2003}, new double[] {
                    0, 0, 0, 2002, 2003, 2003
                });
        assertThatThrownBy(() -> PanelRows.of(study))
                .hasMessageContaining("the unit '2' has more than one start of treatment");
    }

    @Test
    void aUnitWithTwoRowsInAPeriodIsRefused() {
        StudyCase study =
                panel(new double[] {1, 1, 2, 2, 2}, new double[] {2001, 2002, 2001, 2002, 2002}, new double[5]);
        assertThatThrownBy(() -> PanelRows.of(study))
                .hasMessageContaining("1 rows repeat a unit and a period")
                .hasMessageContaining("of '2' in 2002");
    }

    /** Unit 3 is seen in 2004 and 2001, and is alone in 2004; without that year it is seen only once as well. */
    @Test
    void unitsAndPeriodsOfOneRowAreLeftOutOneAfterAnother() {
        PanelRows rows = PanelRows.of(panel(
                new double[] {1, 1, 1, 2, 2, 2, 3, 3, 4},
                new double[] {2001, 2002, 2003, 2001, 2002, 2003, 2001, 2004, 2002},
                new double[9]));

        assertThat(rows.units().labels()).containsExactly("1", "2");
        assertThat(rows.periods().rows()).isEqualTo(6);
        assertThat(rows.dropped())
                .containsExactly(new Dropped(
                        "rows of a unit or a period seen only once, which have nothing to be compared with", 3));
    }

    /** Without 2003 unit 2 has one row, and goes too. */
    @Test
    void unitsOfOneRowGoWithTheRowsThatAreLeftOut() {
        StudyCase study = panel(
                new double[] {1, 1, 1, 2, 2, 3, 3, 3},
                new double[] {2001, 2002, 2003, 2001, 2003, 2001, 2002, 2003},
                new double[] {2003, 2003, 2003, 0, 0, 2002, 2002, 2002});
        PanelRows all = PanelRows.of(study);
        PanelRows rest = all.without(study, row -> all.periods().of(row) == 2, "the last year");

        assertThat(rest.periods().rows()).isEqualTo(4);
        assertThat(List.of(
                        rest.starts().orElseThrow().of(0),
                        rest.starts().orElseThrow().of(3)))
                .containsExactly(2, 1);
        assertThat(rest.dropped()).containsExactly(new Dropped("the last year", 4));
        assertThat(all.without(study, _ -> false, "nothing")).isSameAs(all);
        assertThatThrownBy(() -> all.without(study, row -> all.periods().of(row) > 0, "later years"))
                .hasMessageContaining("no row is left without later years");
    }

    @Test
    void theRowOfAUnitAndPeriodIsFoundAndNoneWhereThereIsNone() {
        PanelRows rows = PanelRows.of(panel(
                new double[] {2, 1, 1, 2, 2, 3, 3},
                new double[] {2003, 2001, 2003, 2001, 2002, 2001, 2002},
                new double[7]));

        int first = rows.units().codes()[1];
        assertThat(rows.byUnitAndPeriod()[first]).containsExactly(1, -1, 2);
        assertThat(rows.byUnitAndPeriod()[rows.units().codes()[0]]).containsExactly(3, 4, 0);
    }

    /** Treated from 2002 by its start, and in 2003 alone by its treatment: one row says otherwise. */
    @Test
    void aTreatmentThatSaysOtherwiseThanItsStartIsRefused() {
        StudyCase study = StudyCases.of(
                """
                "design": "difference-in-differences",
                "columns": {"outcome": "y", "unit": "u", "time": "t", "treatmentStart": "g", "treatment": "d"}""",
                new Column.Numeric("u", new double[] {1, 1, 1, 2, 2, 2}),
                new Column.Numeric("t", new double[] {2001, 2002, 2003, 2001, 2002, 2003}),
                new Column.Numeric("g", new double[] {2002, 2002, 2002, 0, 0, 0}),
                new Column.Numeric("d", new double[] {0, 0, 1, 0, 0, 0}),
                new Column.Numeric("y", new double[] {1, 2, 3, 4, 5, 7}));
        assertThatThrownBy(() -> PanelRows.withStarts(study))
                .hasMessageContaining("'d' says otherwise than treatmentStart in 1 row,");
    }
}
