package org.worthwhile.attribution.timeseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Attributor;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.StudyCases;

class InterruptedTimeSeriesTest {

    private static final double[] SEASON = {0, 3, -1, 2, 5, -4, 1, 0, 2, -2, 4, -3};

    /** Trend, season and a level lower by 3, without noise: only the calendar finds them again where months are missing. */
    @Test
    void trendAndSeasonStepOverMonthsThatAreMissing() {
        for (int harmonics : new int[] {0, 6}) {
            Attribution found = Attributor.attribute(
                    series("\"start\": \"2013-01\", \"period\": 12, \"harmonics\": " + harmonics, 7, 8, 30, 41));
            assertThat(found.estimate()).isCloseTo(-3, within(1e-8));
            assertThat(((SegmentedDetails) found.details()).slope().estimate()).isCloseTo(0.2, within(1e-8));
            assertThat(found.diagnostics())
                    .filteredOn(told -> told.id().equals("missing-periods"))
                    .extracting(Diagnostic::message)
                    .singleElement()
                    .asString()
                    .contains("4 missing periods, 2010-08, 2010-09, 2012-07, 2013-06");
        }
    }

    @Test
    void theInterruptionMayFallInAMonthThatIsMissing() {
        Attribution found =
                Attributor.attribute(series("\"start\": \"2013-01\", \"period\": 12, \"harmonics\": 0", 36));
        assertThat(found.estimate()).isCloseTo(-3, within(1e-8));
        assertThat(found.estimand()).contains("at 2013-01");
    }

    @Test
    void aStartThatIsNoTimeOfTheSeriesIsRefused() {
        assertThatThrownBy(() -> Attributor.attribute(series("\"start\": 2013")))
                .hasMessageContaining("'2013' is no time like those of the series, such as '2010-01'");
    }

    /** 60 months from January 2010 but for some, interrupted in January 2013. */
    private static StudyCase series(String options, int... missing) {
        int[] months = IntStream.range(0, 60)
                .filter(month -> IntStream.of(missing).noneMatch(gone -> gone == month))
                .toArray();
        return StudyCases.of(
                """
                "design": "interrupted-time-series", "columns": {"outcome": "y", "time": "t"}, "options": {%s}""".formatted(options),
                new Column.Numeric(
                        "t",
                        IntStream.of(months)
                                .mapToDouble(month -> LocalDate.of(2010, 1, 1)
                                        .plusMonths(month)
                                        .toEpochDay())
                                .toArray(),
                        Column.Scale.DATE),
                new Column.Numeric(
                        "y",
                        IntStream.of(months)
                                .mapToDouble(month -> 50
                                        + 0.5 * month
                                        + SEASON[month % 12]
                                        - (month >= 36 ? 3 - 0.2 * (month - 36) : 0))
                                .toArray()));
    }
}
