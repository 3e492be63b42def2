package org.worthwhile.attribution.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Interval;
import org.worthwhile.attribution.MadeData;
import org.worthwhile.attribution.Series;

class TrendSensitivityTest {

    private static final String STUDY = """
            "design": "difference-in-differences", "options": {"estimator": "%s", "draws": 10%s},
            "columns": {"outcome": "y", "unit": "u", "time": "t", "treatmentStart": "g"}""";

    /** Fourteen units in seven periods, six treated from the fifth, with an effect of 3 and one more in each period. */
    private static MadeData panel(int treated, double drift) {
        Random random = new Random(8);
        double[][] columns = new double[4][98];
        for (int row = 0; row < 98; row++) {
            int unit = row / 7;
            int time = row % 7;
            boolean isTreated = unit < treated;
            columns[0][row] = unit;
            columns[1][row] = time;
            columns[2][row] = isTreated ? 4 : -1;
            columns[3][row] = unit
                    + random.nextGaussian()
                    + (isTreated ? drift * time : 0)
                    + (isTreated && time >= 4 ? time - 1 : 0);
        }
        for (int row = 0; row < 98; row++) {
            columns[2][row] = columns[2][row] < 0 ? Double.NaN : columns[2][row];
        }
        return MadeData.of("u", columns[0])
                .and("t", columns[1])
                .and("g", columns[2])
                .and("y", columns[3]);
    }

    private static Attribution answer(String estimator, int treated, double drift) {
        return panel(treated, drift).answer(STUDY.formatted(estimator, ""));
    }

    private static Series series(Attribution found, String id) {
        return found.series().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Diagnostic told(Attribution found) {
        return found.diagnostics().stream()
                .filter(each -> each.id().equals("trend-sensitivity"))
                .findFirst()
                .orElseThrow();
    }

    /**
     * With all treated at one time the three estimators have one event study with one covariance. The degrees of freedom are Welch's,
     * and those of the regression Satterthwaite's, which takes errors to vary alike.
     */
    @Test
    void theThreeEstimatorsAgreeWhereAllAreTreatedAtOneTime() {
        Attribution groupTime = answer("group-time", 6, 0.3);
        for (String estimator : new String[] {"imputation", "twoway-fixed-effects"}) {
            double apart = estimator.equals("imputation") ? 1e-8 : 0.01;
            Attribution other = answer(estimator, 6, 0.3);
            for (String id : new String[] {"trend-sensitivity", "trend-smoothness"}) {
                Series first = series(groupTime, id);
                Series second = series(other, id);
                assertThat(second.points()).hasSameSizeAs(first.points());
                for (int i = 0; i < first.points().size(); i++) {
                    assertThat(second.points().get(i).x())
                            .isCloseTo(first.points().get(i).x(), within(1e-9));
                    double width =
                            first.points().get(i).high() - first.points().get(i).low();
                    assertThat(second.points().get(i).low())
                            .as(estimator + " " + id + " " + i)
                            .isCloseTo(first.points().get(i).low(), within(apart * width));
                    assertThat(second.points().get(i).high())
                            .isCloseTo(first.points().get(i).high(), within(apart * width));
                }
            }
        }
    }

    /** Group-time effects are against the last period before treatment alone, so that without drift the interval is the finding's. */
    @Test
    void withoutDriftTheIntervalIsTheFindingsOwn() {
        Attribution found = answer("group-time", 6, 0);
        Interval own = found.interval();
        Series.Point none = series(found, "trend-sensitivity").points().getFirst();
        assertThat(none.low()).isCloseTo(own.low(), within(0.05 * (own.high() - own.low())));
        assertThat(none.high()).isCloseTo(own.high(), within(0.05 * (own.high() - own.low())));
    }

    /** The outcome drifts by 10 a period: a line explains all but the effect, and no multiple of 1.5 or more leaves one. */
    @Test
    void aSteadyDriftIsTakenAwayByALineAndNotByAMultiple() {
        Attribution found = answer("group-time", 6, 10);
        Series.Point line = series(found, "trend-smoothness").points().getFirst();
        assertThat(line.low()).isLessThan(4);
        assertThat(line.high()).isGreaterThan(4);
        assertThat((line.low() + line.high()) / 2).isCloseTo(4, within(3.0));
        Series.Point same = series(found, "trend-sensitivity").points().get(3);
        assertThat(same.low()).isNegative();
        assertThat(same.high()).isGreaterThan(40);
        assertThat(told(found).statistic().orElseThrow()).isBetween(0.8, 1.5);
        assertThat(told(found).message())
                .contains("largest such drift before it")
                .contains("Rambachan and Roth");
    }

    /**
     * Three units treated from the fifth of eight periods and three from the seventh: on average an effect lies
     * (1 + 2 + 3 + 4 + 1 + 2) / 6 periods from its base. All move by 3 two periods before.
     */
    @Test
    void driftsAfterTreatmentAddUpOverThePeriodsFromTheBaseOfEachEffect() {
        Random random = new Random(2);
        double[][] columns = new double[4][96];
        for (int row = 0; row < 96; row++) {
            int unit = row / 8;
            int time = row % 8;
            double start = unit < 3 ? 4 : unit < 6 ? 6 : Double.NaN;
            columns[0][row] = unit;
            columns[1][row] = time;
            columns[2][row] = start;
            columns[3][row] =
                    unit + 0.01 * random.nextGaussian() + (time >= start - 2 ? 3 : 0) + (time >= start ? 20 : 0);
        }
        Attribution found = MadeData.of("u", columns[0])
                .and("t", columns[1])
                .and("g", columns[2])
                .and("y", columns[3])
                .answer(STUDY.formatted("group-time", ""));
        for (Series.Point allowed : series(found, "trend-sensitivity").points()) {
            double reach = allowed.x() * 3 * 13 / 6;
            assertThat(allowed.low()).isCloseTo(20 - reach, within(0.15));
            assertThat(allowed.high()).isCloseTo(20 + reach, within(0.15));
        }
        assertThat(told(found).statistic().orElseThrow()).isCloseTo(20 / (3 * 13 / 6.0), within(0.1));
    }

    @Test
    void oneTreatedUnitLeavesItUnknownAndSaysSo() {
        for (String estimator : new String[] {"group-time", "imputation", "twoway-fixed-effects"}) {
            Attribution found = answer(estimator, 1, 0);
            assertThat(found.series())
                    .extracting(Series::id)
                    .as(estimator)
                    .doesNotContain("trend-sensitivity", "trend-smoothness");
            assertThat(told(found).outcome()).isEqualTo(Diagnostic.Outcome.INFO);
            assertThat(told(found).message()).as(estimator).contains("cannot be told");
        }
    }
}
