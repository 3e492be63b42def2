package org.worthwhile.attribution.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.MadeData;
import org.worthwhile.attribution.estimation.Grouping;

class CrossDependenceTest {

    /** Correlations 1, -1 and -1 over four periods: 2 (1 - 1 - 1) / sqrt(3). */
    @Test
    void theStatisticIsTheSumOfCorrelationsOverTheRootOfPairs() {
        double[] residuals = {1, 2, 3, 4, 2, 4, 6, 8, 4, 3, 2, 1};
        Grouping units = Grouping.of(12, row -> Integer.toString(row / 4));
        Grouping times = Grouping.of(12, row -> Integer.toString(row % 4));
        assertThat(CrossDependence.of(units, times, residuals).orElseThrow().statistic())
                .isCloseTo(-2 / Math.sqrt(3), within(1e-12));
    }

    /** Without the last period of the third unit its pairs have three periods. */
    @Test
    void unitsAreComparedOverThePeriodsThatTheyShare() {
        double[] residuals = {1, 2, 3, 4, 2, 4, 6, 8, 4, 3, 2};
        Grouping units = Grouping.of(11, row -> Integer.toString(row / 4));
        Grouping times = Grouping.of(11, row -> Integer.toString(row % 4));
        assertThat(CrossDependence.of(units, times, residuals).orElseThrow().statistic())
                .isCloseTo((2 - 2 * Math.sqrt(3)) / Math.sqrt(3), within(1e-12));
    }

    @Test
    void commonShocksAreToldAndCountedAndEffectsOfTimeTakeThemOut() {
        Attribution units = answer(1, "\"u\"", "");
        assertThat(told(units).outcome()).isEqualTo(Diagnostic.Outcome.WARN);
        assertThat(units.conventions().toString()).contains("clustered both ways in 20 and 10");
        Attribution named = answer(1, "\"u\"", ", \"cluster\": \"u\"");
        assertThat(told(named).message()).contains("do not allow for them");
        assertThat(named.standardError()).isLessThan(units.standardError());
        assertThat(answer(1, "\"u\", \"t\"", "").diagnostics())
                .noneMatch(check -> check.id().equals("cross-dependence"));
    }

    @ParameterizedTest
    @CsvSource({
        "hc1, do not allow for them",
        "newey-west, do not allow for them",
        "driscoll-kraay, errors allow for them."
    })
    void whetherTheErrorsAllowForCommonShocksIsTold(String variance, String words) {
        assertThat(told(answer(1, "\"u\"", "", ", \"variance\": \"" + variance + "\"", 5))
                        .message())
                .contains(words);
    }

    /** An effect that is one and the same in all rows takes no shocks out. */
    @Test
    void anEffectOfOneGroupTakesNothingOut() {
        assertThat(told(answer(1, "\"u\", \"one\"", "")).statistic())
                .isEqualTo(told(answer(1, "\"u\"", "")).statistic());
    }

    @Test
    void unitsApartFromOneAnotherSeldomFail() {
        long failed = IntStream.range(0, 100)
                .filter(seed -> told(answer(0, "\"u\"", "", "", seed)).outcome() == Diagnostic.Outcome.WARN)
                .count();
        assertThat(failed).isLessThanOrEqualTo(12);
    }

    private static Diagnostic told(Attribution found) {
        return found.diagnostics().stream()
                .filter(check -> check.id().equals("cross-dependence"))
                .findFirst()
                .orElseThrow();
    }

    private static Attribution answer(double shock, String effects, String cluster) {
        return answer(shock, effects, cluster, "", 5);
    }

    private static Attribution answer(double shock, String effects, String cluster, String options, int seed) {
        Random random = new Random(seed);
        double[][] columns = new double[4][200];
        double[] shocks = random.doubles(10).map(value -> 4 * value).toArray();
        double[] common = random.doubles(10).toArray();
        for (int row = 0; row < 200; row++) {
            columns[0][row] = row / 10;
            columns[1][row] = 2000 + row % 10;
            columns[2][row] = common[row % 10] + 0.3 * random.nextGaussian();
            columns[3][row] = row / 10 + shock * shocks[row % 10] + random.nextGaussian();
        }
        return MadeData.of("u", columns[0])
                .and("t", columns[1])
                .and("d", columns[2])
                .and("y", columns[3])
                .and("one", new double[200])
                .answer("""
                        "design": "panel-regression", "options": {"draws": 19%s},
                        "columns": {"outcome": "y", "unit": "u", "time": "t", "treatment": "d", "fixedEffects": [%s]%s}""".formatted(options, effects, cluster));
    }
}
