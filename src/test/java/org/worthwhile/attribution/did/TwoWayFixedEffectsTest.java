package org.worthwhile.attribution.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Dropped;
import org.worthwhile.attribution.MadeData;

class TwoWayFixedEffectsTest {

    private static final String STUDY = """
            "design": "difference-in-differences",
            "columns": {"outcome": "y", "unit": "u", "time": "t", "treatmentStart": "g"},
            "options": {"estimator": "twoway-fixed-effects", "anticipation": %d}""";

    /** Eight units in 2010 to 2015, four treated from 2014; they move by 4 the year before and by 10 from then on. Noise cancels in pairs. */
    private static Attribution anticipated(int anticipation) {
        double[][] columns = new double[4][48];
        for (int row = 0; row < 48; row++) {
            int unit = row / 6;
            int time = 2010 + row % 6;
            boolean treated = unit >= 4;
            double effect = !treated || time < 2013 ? 0 : time == 2013 ? 4 : 10;
            double noise = (unit % 2 == 0 ? 1 : -1) * (time * (1 + unit / 2) % 5 - 2);
            columns[0][row] = unit;
            columns[1][row] = time;
            columns[2][row] = treated ? 2014 : 0;
            columns[3][row] = 3 * unit + 2 * time + effect + noise;
        }
        return MadeData.of("u", columns[0])
                .and("t", columns[1])
                .and("g", columns[2])
                .and("y", columns[3])
                .answer(STUDY.formatted(anticipation));
    }

    /** Without the year before treatment the comparison is 10; with it, the mean before is (0 + 0 + 0 + 4) / 4 too high. */
    @Test
    void periodsInWhichTreatmentMayBeAnticipatedAreLeftOutOfTheComparison() {
        assertThat(anticipated(0).estimate()).isCloseTo(9, within(1e-9));
        Attribution found = anticipated(1);
        assertThat(found.estimate()).isCloseTo(10, within(1e-9));
        assertThat(found.observations()).isEqualTo(44);
        assertThat(found.dropped())
                .containsExactly(new Dropped("rows just before treatment, in which it may have been anticipated", 4));
        assertThat(found.assumptions()).contains("Nobody changed behaviour more than 1 year before treatment.");
    }

    /** The event study is relative to the last period before anticipation, and shows what was anticipated. */
    @Test
    void whatIsAnticipatedIsShownAndNotTakenForATrend() {
        Attribution found = anticipated(1);
        List<TwoWayEventStudy.EventTime> events = ((TwoWayFixedEffects.TwoWayDetails) found.details()).eventTime();
        assertThat(events).extracting(TwoWayEventStudy.EventTime::time).containsExactly(-4, -3, -1, 0, 1);
        assertThat(events.get(2).estimate()).isCloseTo(4, within(1e-9));
        // Nothing is taken for a trend, though with so few units the test could not have seen one.
        assertThat(preTrends(found)).isEqualTo(Diagnostic.Outcome.WARN);
        assertThat(told(found).message()).startsWith("No drift apart").contains("does not speak against it");
    }

    private static Diagnostic.Outcome preTrends(Attribution found) {
        return told(found).outcome();
    }

    private static Diagnostic told(Attribution found) {
        return found.diagnostics().stream()
                .filter(told -> told.id().equals("pre-trends"))
                .findFirst()
                .orElseThrow();
    }
}
