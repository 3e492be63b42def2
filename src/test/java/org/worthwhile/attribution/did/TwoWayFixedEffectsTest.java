package org.worthwhile.attribution.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;
import org.assertj.core.util.DoubleComparator;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Dropped;
import org.worthwhile.attribution.MadeData;
import org.worthwhile.attribution.Rounded;

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
        List<TwoWayEventStudy.EventTime> events = ((TwoWayDetails) found.details()).eventTime();
        assertThat(events).extracting(TwoWayEventStudy.EventTime::time).containsExactly(-4, -3, -1, 0, 1);
        assertThat(events.get(2).estimate()).isCloseTo(4, within(1e-9));
        // Nothing is taken for a trend, though with so few units the test could not have seen one.
        assertThat(preTrends(found)).isEqualTo(Diagnostic.Outcome.WARN);
        assertThat(told(found).message()).startsWith("No drift apart").contains("does not speak against it");
    }

    /**
     * With one period before the reference the test of trends is the square of Student's t of its coefficient, on 1 and 6 degrees of
     * freedom: (1/4 + 1/4)^2 / (1/48 + 1/48) by Bell and McCaffrey for two arms of four. A drift by d a period moves that coefficient by -d.
     */
    @Test
    void oneTrendBeforeTreatmentIsTestedByTheSquareOfItsT() {
        double[][] columns = new double[4][32];
        for (int row = 0; row < 32; row++) {
            int unit = row / 4;
            columns[0][row] = unit;
            columns[1][row] = 2010 + row % 4;
            columns[2][row] = unit >= 4 ? 2012 : 0;
            columns[3][row] = unit + 0.5 * Math.cos(row) + (unit >= 4 && row % 4 >= 2 ? 3 : 0);
        }
        Attribution found = MadeData.of("u", columns[0])
                .and("t", columns[1])
                .and("g", columns[2])
                .and("y", columns[3])
                .answer(STUDY.formatted(0));
        TwoWayEventStudy.EventTime lead =
                ((TwoWayDetails) found.details()).eventTime().getFirst();
        double t = lead.estimate() / lead.standardError();
        double variance = lead.standardError() * lead.standardError();
        double drift = DetectableDrift.of(new double[] {-1}, new double[][] {{variance}}, 6, 1)
                .orElseThrow()
                .mostly();

        assertThat(lead.time()).isEqualTo(-2);
        assertThat(told(found).statistic().orElseThrow())
                .isCloseTo(t * t, within(1e-9))
                .isPositive();
        assertThat(told(found).degreesOfFreedom())
                .usingElementComparator(new DoubleComparator(1e-9))
                .containsExactly(1.0, 6.0);
        assertThat(told(found).pValue().orElseThrow())
                .isCloseTo(2 * TDistribution.of(6).survivalProbability(Math.abs(t)), within(1e-9));
        assertThat(told(found).message())
                .contains("a steady drift of " + Rounded.plain(drift) + " a period in four of five");
    }

    /** Six units in five years, treated from the third on; of two the treatment ends with the fourth, of one with the third already. */
    @Test
    void unitsWhoseTreatmentEndsAgainAreCounted() {
        assertThat(ends(5, 5, 5)).isEmpty();
        Diagnostic one = ends(4, 5, 5).orElseThrow();
        assertThat(one.message()).startsWith("The treatment of 1 unit ends again");
        Diagnostic three = ends(4, 4, 3).orElseThrow();
        assertThat(three.outcome()).isEqualTo(Diagnostic.Outcome.WARN);
        assertThat(three.statistic()).hasValue(3);
        assertThat(three.message()).startsWith("The treatment of 3 units ends again");
    }

    /** A treatment of degrees rises and falls without an end. */
    @Test
    void aTreatmentOfDegreesDoesNotEnd() {
        assertThat(ends(0.5, 4, 4, 3)).isEmpty();
    }

    private static Optional<Diagnostic> ends(int... last) {
        return ends(1, last);
    }

    /** By the last treated year of the first units. */
    private static Optional<Diagnostic> ends(double degree, int... last) {
        double[][] columns = new double[4][30];
        for (int row = 0; row < 30; row++) {
            int unit = row / 5;
            int year = 1 + row % 5;
            columns[0][row] = unit;
            columns[1][row] = year;
            columns[2][row] = unit < last.length && year >= 3 && year <= last[unit] ? degree : 0;
            columns[3][row] = unit + Math.cos(row) + 2 * columns[2][row];
        }
        return MadeData.of("u", columns[0])
                .and("t", columns[1])
                .and("d", columns[2])
                .and("y", columns[3])
                .answer("""
                        "design": "difference-in-differences",
                        "columns": {"outcome": "y", "unit": "u", "time": "t", "treatment": "d"},
                        "options": {"estimator": "twoway-fixed-effects"}""")
                .diagnostics()
                .stream()
                .filter(told -> told.id().equals("treatment-ends"))
                .findFirst();
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
