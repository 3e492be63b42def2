package org.worthwhile.attribution.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.MadeData;
import org.worthwhile.attribution.Series;

/**
 * Checks of group-time effects in a panel worked by hand: of the years 2000 to 2007, two units treated from 2004, two from 2006 and
 * two never, each at a level of its own, with a course of time common to all.
 */
class GroupTimeChecksTest {

    private static final Offset<Double> ROUNDING = within(1e-9);
    private static final int YEARS = 8;
    private static final double[] STARTS = {2004, 2004, 2006, 2006, 0, 0};

    /** Of units that differ by this about their group's mean change. */
    private static final double APART = 0.01;

    private double first = 2;
    private double second = 1;
    private double shift;
    private int shiftFrom = 2002;
    private boolean never = true;
    private int delay;

    private Attribution answer(String options) {
        int units = never ? 6 : 4;
        double[][] columns = new double[4][units * YEARS];
        for (int row = 0; row < columns[0].length; row++) {
            int unit = row / YEARS;
            int year = 2000 + row % YEARS;
            double start = STARTS[unit] == 0 ? 0 : STARTS[unit] + delay;
            columns[0][row] = unit;
            columns[1][row] = year;
            columns[2][row] = start;
            double effect = start > 0 && year >= start ? (unit < 2 ? first : second) : 0;
            double earlier = start > 0 && year >= shiftFrom ? shift : 0;
            double own = unit % 2 == 0 ? APART : -APART;
            columns[3][row] = 10 * unit + Math.sin(year) + effect + earlier + (year % 2 == 0 ? own : 0);
        }
        return MadeData.of("u", columns[0])
                .and("t", columns[1])
                .and("g", columns[2])
                .and("y", columns[3])
                .answer("""
                        "design": "difference-in-differences",
                        "columns": {"outcome": "y", "unit": "u", "time": "t", "treatmentStart": "g"},
                        "options": {"draws": 50%s}""".formatted(options));
    }

    private static GroupTimeDetails details(Attribution found) {
        return (GroupTimeDetails) found.details();
    }

    private static Optional<Diagnostic> told(Attribution found, String id) {
        return found.diagnostics().stream()
                .filter(diagnostic -> diagnostic.id().equals(id))
                .findFirst();
    }

    /** Four years of the first group's effect and two of the second's; without the one it is the other's. */
    @ParameterizedTest
    @CsvSource({
        "1, PASS, 'the estimate lies between 1 and 2.'",
        "-1, WARN, 'the estimate lies between -1 and 2: its direction hangs on one group.'"
    })
    void theEffectIsTriedWithoutEachGroup(double effect, Outcome outcome, String words) {
        second = effect;

        Attribution found = answer("");

        assertThat(found.estimate()).isCloseTo((4 * 2 + 2 * effect) / 6, ROUNDING);
        assertThat(details(found).withoutGroup())
                .extracting(left -> left.group().label())
                .containsExactly("2004", "2006");
        assertThat(details(found).withoutGroup().getFirst().estimate()).isCloseTo(effect, ROUNDING);
        assertThat(details(found).withoutGroup().getLast().estimate()).isCloseTo(2, ROUNDING);
        Diagnostic told = told(found, "leave-one-group-out").orElseThrow();
        assertThat(told.outcome()).isEqualTo(outcome);
        assertThat(told.message()).contains(words);
    }

    /** From 2002, half-way through the years before anybody is treated, all treated units lie so much higher. */
    @ParameterizedTest
    @CsvSource({"0, PASS", "5, FAIL"})
    void treatmentThatBeginsTooEarlyFindsWhatWasThereAlready(double before, Outcome outcome) {
        shift = before;

        Diagnostic told = told(answer(""), "placebo-date").orElseThrow();

        assertThat(told.statistic().orElseThrow()).isCloseTo(before, ROUNDING);
        assertThat(told.outcome()).isEqualTo(outcome);
    }

    /** Units that change a year before their treatment leave 2000 to 2002 before it, whose middle is 2001. */
    @Test
    void anEarlierStartLeavesOutTheYearsOfAnticipation() {
        shift = 5;
        shiftFrom = 2001;

        assertThat(told(answer(", \"anticipation\": 1"), "placebo-date")
                        .orElseThrow()
                        .statistic()
                        .orElseThrow())
                .isCloseTo(5, ROUNDING);
    }

    @Test
    void withoutTwoYearsBeforeOrUnitsNeverTreatedNoEarlierStartIsTried() {
        delay = -3;
        assertThat(told(answer(""), "placebo-date").orElseThrow().message()).startsWith("There are too few periods");
        delay = -2;
        assertThat(told(answer(""), "placebo-date").orElseThrow().statistic()).isPresent();
        delay = 0;
        never = false;
        assertThat(told(answer(", \"control\": \"not-yet-treated\""), "placebo-date")
                        .orElseThrow()
                        .message())
                .startsWith("There are no units that are never treated");
    }

    /** Noise that cancels in pairs leaves effects between some years without any error, so that no robust interval can be had. */
    @Test
    void effectsWithoutErrorLeaveItUnknownWhatDriftsWouldUndoThem() {
        shift = 3;

        assertThat(details(answer("")).trendSensitivity()).isEmpty();
        assertThat(told(answer(""), "trend-sensitivity").orElseThrow().message())
                .contains("cannot be told");
    }

    /** Six years before the later start, up to three years after the earlier: means of the groups' effects that are seen then. */
    @Test
    void effectsAreDrawnByYearsSinceTreatmentBegan() {
        List<Series> drawn = answer("").series();

        Series events = drawn.getFirst();
        assertThat(events.points())
                .extracting(Series.Point::x)
                .containsExactly(-5.0, -4.0, -3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0);
        assertThat(events.points())
                .allSatisfy(point -> assertThat(point.label()).isEqualTo(point.x() < 0 ? "before" : "after"));
        assertThat(y(events, 0)).isCloseTo(1.5, ROUNDING);
        assertThat(y(events, 3)).isCloseTo(2, ROUNDING);
        Series means = drawn.getLast();
        assertThat(means.points()).hasSize(3 * YEARS);
        assertThat(means.points())
                .extracting(Series.Point::label)
                .containsOnly("never treated", "treated from 2004", "treated from 2006");
        assertThat(means.points().stream()
                        .filter(point -> point.label().equals("treated from 2006") && point.x() == 2007)
                        .findFirst()
                        .orElseThrow()
                        .y())
                .isCloseTo(25 + Math.sin(2007) + 1, ROUNDING);
    }

    /** The band reaches as many standard errors as hold all at once, an interval those of one. */
    @Test
    void bandsHoldAllEffectsAtOnce() {
        Attribution found = answer(", \"inference\": \"large-sample\"");
        Series events = found.series().getFirst();
        Series bands = found.series().get(1);

        double critical = details(found).simultaneous().eventTimeCritical();
        for (int i = 0; i < events.points().size(); i++) {
            Series.Point own = events.points().get(i);
            double error = (own.high() - own.y()) / 1.959964;
            Series.Point band = bands.points().get(i);
            assertThat(band.y()).isEqualTo(own.y());
            assertThat(band.high()).isCloseTo(own.y() + critical * error, within(1e-6));
            assertThat(band.low()).isCloseTo(own.y() - critical * error, within(1e-6));
        }
    }

    private static double y(Series series, double x) {
        return series.points().stream()
                .filter(point -> point.x() == x)
                .findFirst()
                .orElseThrow()
                .y();
    }
}
