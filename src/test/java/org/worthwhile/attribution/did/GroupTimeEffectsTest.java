package org.worthwhile.attribution.did;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Attributor;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Dropped;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.StudyCases;
import org.worthwhile.attribution.did.DifferenceOptions.BasePeriod;
import org.worthwhile.attribution.did.DifferenceOptions.Control;
import org.worthwhile.attribution.did.GroupTimeEffects.AttGt;

class GroupTimeEffectsTest {

    /** Everybody is treated, some from 2004 and the last from 2006, who change behaviour a year before: 2005 is spoilt. */
    @Test
    void withoutNeverTreatedTheLastGroupIsAControlOnlyUntilItAnticipates() {
        UnitPanel panel = UnitPanel.of(study("\"control\": \"not-yet-treated\", \"anticipation\": 1", false), 1);
        GroupTimeEffects anticipating = GroupTimeEffects.of(panel, Control.NOT_YET_TREATED, BasePeriod.VARYING, 1);
        assertThat(anticipating.effects()).extracting(AttGt::time).contains(4).allMatch(time -> time <= 4);
        GroupTimeEffects none = GroupTimeEffects.of(panel, Control.NOT_YET_TREATED, BasePeriod.VARYING, 0);
        assertThat(none.effects()).extracting(AttGt::time).contains(5).allMatch(time -> time <= 5);
    }

    /** In 2005 nobody can be compared with, which is no effect that could not be estimated. */
    @Test
    void periodsThatTheLastGroupSpoilsAreNotAskedFor() {
        UnitPanel panel = UnitPanel.of(study("\"control\": \"not-yet-treated\", \"anticipation\": 1", false), 1);

        assertThat(GroupTimeEffects.of(panel, Control.NOT_YET_TREATED, BasePeriod.VARYING, 1)
                        .missing())
                .isEmpty();
        assertThat(GroupTimeEffects.lastUsable(panel, Control.NOT_YET_TREATED, 1))
                .isEqualTo(4);
        assertThat(GroupTimeEffects.lastUsable(panel, Control.NOT_YET_TREATED, 0))
                .isEqualTo(5);
    }

    @Test
    void aUnitThatLacksARowServesInTheOtherPeriods() {
        Attribution whole = Attributor.attribute(study("\"control\": \"not-yet-treated\"", false));
        Attribution lacking = Attributor.attribute(study("\"control\": \"not-yet-treated\"", true));
        assertThat(lacking.units()).isEqualTo(whole.units());
        assertThat(lacking.observations()).isEqualTo(whole.observations() - 1);
        assertThat(lacking.diagnostics())
                .filteredOn(told -> told.id().equals("unbalanced-panel"))
                .singleElement()
                .satisfies(told -> assertThat(told.message()).startsWith("1 of 6 units are not seen in every period"));
        assertThat(lacking.dropped()).extracting(Dropped::count).containsExactly(1L);
    }

    @Test
    void aGroupOfOneUnitIsTold() {
        assertThat(Attributor.attribute(study("\"control\": \"not-yet-treated\"", false))
                        .diagnostics())
                .filteredOn(told -> told.id().equals("small-group"))
                .extracting(Diagnostic::message)
                .anyMatch(message -> message.startsWith("Only 3 units were treated from 2004"));
    }

    /** Six units in 2000 to 2007: three treated from 2004 and three from 2006. */
    private static StudyCase study(String options, boolean lacking) {
        int periods = 8;
        double[] unit = new double[6 * periods];
        double[] time = new double[unit.length];
        double[] start = new double[unit.length];
        double[] outcome = new double[unit.length];
        for (int row = 0; row < unit.length; row++) {
            unit[row] = row / periods;
            time[row] = 2000 + row % periods;
            start[row] = unit[row] < 3 ? 2004 : 2006;
            outcome[row] = unit[row] + Math.sqrt(row) + (time[row] >= start[row] ? 2 : 0);
        }
        if (lacking) {
            outcome[2] = Double.NaN;
        }
        return StudyCases.of(
                """
                "design": "difference-in-differences",
                "columns": {"outcome": "y", "unit": "u", "time": "t", "treatmentStart": "g"},
                "options": {%s}""".formatted(options),
                new Column.Numeric("u", unit),
                new Column.Numeric("t", time),
                new Column.Numeric("g", start),
                new Column.Numeric("y", outcome));
    }
}
