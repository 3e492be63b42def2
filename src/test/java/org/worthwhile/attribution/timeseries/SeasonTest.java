package org.worthwhile.attribution.timeseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Attributor;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.StudyCases;

/** Whether a series of months has a season, which swings by 3 or not at all about noise of 1. */
class SeasonTest {

    private static final String NO_PERIOD = "";

    @ParameterizedTest
    @ValueSource(strings = {"segmented", "bayesian-structural"})
    void aSeasonOfMonthsIsFoundByItself(String estimator) {
        Attribution found = months(48, 1, 3, estimator, NO_PERIOD);

        assertThat(told(found).outcome()).isEqualTo(Outcome.INFO);
        assertThat(told(found).message()).contains("has a season of 12 times, which is taken into account");
        assertThat(told(found).pValue().orElseThrow()).isLessThan(0.001);
        assertThat(told(found).degreesOfFreedom()).containsExactly(4.0, 40.0);
        assertThat(found.finding())
                .isEqualTo(months(48, 1, 3, estimator, ", \"period\": 12").finding());
    }

    @Test
    void aSeasonOfQuartersIsFoundByItself() {
        Attribution found = months(48, 3, 3, "segmented", NO_PERIOD);

        assertThat(told(found).message()).contains("has a season of 4 times");
        assertThat(found.finding())
                .isEqualTo(months(48, 3, 3, "segmented", ", \"period\": 4").finding());
    }

    @Test
    void whereNoneIsFoundItIsSaidWhatWouldHaveBeen() {
        Attribution found = months(48, 1, 0, "segmented", NO_PERIOD);

        assertThat(told(found).outcome()).isEqualTo(Outcome.PASS);
        assertThat(told(found).message())
                .contains("No season of 12 times is found; one that swings by about ")
                .contains("in four cases of five");
        assertThat(found.finding())
                .isEqualTo(months(48, 1, 0, "segmented", ", \"period\": 1").finding());
    }

    @Test
    void aSeasonIsLeftOutWhereTheStudySaysSo() {
        Attribution found = months(48, 1, 3, "segmented", ", \"period\": 1");

        assertThat(told(found).message()).isEqualTo("No season is taken into account, as the option period says.");
        assertThat(found.coefficients()).hasSize(4);
    }

    @Test
    void twoYearsWithASeasonAreRefused() {
        assertThatThrownBy(() -> months(24, 1, 3, "segmented", NO_PERIOD))
                .hasMessageContaining("the outcome moves with the season")
                .hasMessageContaining("24 times cannot tell that from the change that is asked about")
                .hasMessageContaining("use at least 36 times");
        assertThatThrownBy(() -> months(35, 1, 3, "segmented", ", \"period\": 12"))
                .hasMessageContaining("35 times cannot tell a season of 12 from the change");
    }

    @Test
    void twoYearsInWhichNoneIsSeenCannotTell() {
        assertThat(told(months(24, 1, 0, "segmented", NO_PERIOD)).outcome()).isEqualTo(Outcome.WARN);
        assertThat(told(months(24, 1, 0, "segmented", NO_PERIOD)).message()).contains("24 times are too few to tell");
        assertThat(told(months(20, 1, 3, "segmented", NO_PERIOD)).message())
                .contains("Whether the outcome has a season cannot be told from 20 times");
    }

    private static Diagnostic told(Attribution found) {
        return found.diagnostics().stream()
                .filter(told -> told.id().equals("seasonality"))
                .findFirst()
                .orElseThrow();
    }

    private static Attribution months(int times, int apart, double swing, String estimator, String options) {
        Random random = new Random(11);
        double[] outcome = IntStream.range(0, times)
                .mapToDouble(t -> 40
                        + 0.1 * t
                        + swing * Math.sin(2 * Math.PI * t * apart / 12)
                        - (t >= times / 2 ? 2 : 0)
                        + random.nextGaussian())
                .toArray();
        return Attributor.attribute(StudyCases.of(
                """
                "design": "interrupted-time-series", "columns": {"outcome": "y", "time": "t", "treatment": "d"},
                "options": {"estimator": "%s"%s}""".formatted(estimator, options),
                new Column.Numeric(
                        "t",
                        IntStream.range(0, times)
                                .mapToDouble(t -> LocalDate.of(2010, 1, 1)
                                        .plusMonths((long) t * apart)
                                        .toEpochDay())
                                .toArray(),
                        Column.Scale.DATE),
                new Column.Numeric(
                        "d",
                        IntStream.range(0, times)
                                .mapToDouble(t -> t >= times / 2 ? 1 : 0)
                                .toArray()),
                new Column.Numeric("y", outcome)));
    }
}
