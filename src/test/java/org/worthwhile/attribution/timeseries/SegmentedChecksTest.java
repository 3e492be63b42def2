package org.worthwhile.attribution.timeseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Coefficient;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.MadeData;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.attribution.Series;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Term;

/** Checks and pictures of a segmented regression against the same regression of the times that they are said to be of. */
class SegmentedChecksTest {

    private static final Offset<Double> ROUNDING = within(1e-9);
    private static final int TIMES = 40;
    private static final int START = 24;

    private final double[] outcome = new double[TIMES];
    private final double[] other = new double[TIMES];

    SegmentedChecksTest() {
        Random random = new Random(5);
        for (int t = 0; t < TIMES; t++) {
            outcome[t] = 10 + 0.2 * t + (t >= START ? 3 : 0) + random.nextGaussian();
            other[t] = 4 + 0.1 * t + random.nextGaussian();
        }
    }

    private Attribution answer(IntPredicate kept, int start, String more) {
        int[] times = IntStream.range(0, TIMES).filter(kept).toArray();
        return MadeData.of("t", IntStream.of(times).asDoubleStream().toArray())
                .and("y", IntStream.of(times).mapToDouble(t -> outcome[t]).toArray())
                .answer("""
                        "design": "interrupted-time-series", "columns": {"outcome": "y", "time": "t"},
                        "options": {"period": 1, "start": %d%s}""".formatted(start, more));
    }

    private Attribution answer(String more) {
        return answer(_ -> true, START, more);
    }

    private static Diagnostic told(Attribution found, String id) {
        return found.diagnostics().stream()
                .filter(told -> told.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static double[] drawn(Attribution found, String label) {
        return found.series().getFirst().points().stream()
                .filter(point -> point.label().equals(label))
                .mapToDouble(Series.Point::y)
                .toArray();
    }

    /** Of 24 times before, the thirteenth; twenty degrees of freedom, and 0.84 standard errors for four cases of five. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''", ", \"lag\": 2"})
    void anEarlierInterruptionIsHalfWayThroughTheTimesBefore(String errors) {
        Attribution earlier = answer(t -> t < START, 12, errors);

        Diagnostic told = told(answer(errors), "placebo-date");

        assertThat(told.statistic().orElseThrow()).isCloseTo(earlier.estimate(), ROUNDING);
        assertThat(told.pValue().orElseThrow()).isCloseTo(earlier.pValue(), ROUNDING);
        assertThat(told.outcome()).isEqualTo(Outcome.PASS);
        double reach = TDistribution.of(20).inverseSurvivalProbability(0.025) + 0.84;
        assertThat(told.message()).contains(" One of " + Rounded.plain(reach * earlier.standardError()) + " or more");
    }

    @Test
    void anInterruptionThatWasThereEarlierIsAWarning() {
        for (int t = 12; t < TIMES; t++) {
            outcome[t] += 8;
        }
        assertThat(told(answer(""), "placebo-date").outcome()).isEqualTo(Outcome.WARN);
    }

    /** With another interruption at 8, the times from there on are those before: 8 to 23, whose ninth is 16. */
    @Test
    void anEarlierInterruptionComesAfterTheOneBefore() {
        Attribution earlier = answer(t -> t >= 8 && t < START, 16, "");

        assertThat(told(answer(", \"interruptions\": [8]"), "placebo-date")
                        .statistic()
                        .orElseThrow())
                .isCloseTo(earlier.estimate(), ROUNDING);
        assertThat(told(answer(", \"interruptions\": [32]"), "placebo-date")
                        .statistic()
                        .orElseThrow())
                .as("one that comes later leaves all times before")
                .isCloseTo(answer(t -> t < START, 12, "").estimate(), ROUNDING);
    }

    @ParameterizedTest
    @CsvSource({"12, true", "11, false"})
    void sixTimesOnEachSideAreEnoughForAnEarlierInterruption(int start, boolean tried) {
        Diagnostic told = told(answer(_ -> true, start, ""), "placebo-date");

        assertThat(told.statistic().isPresent()).isEqualTo(tried);
        assertThat(told.message().startsWith("There are too few times")).isEqualTo(!tried);
    }

    @Test
    void otherSpansAreTheTimesWithoutTheFirstAndWithoutTheLastFifth() {
        double first = answer(t -> t >= 8, START, "").estimate();
        double last = answer(t -> t < 32, START, "").estimate();

        Diagnostic told = told(answer(""), "stability");

        assertThat(told.outcome()).isEqualTo(Outcome.PASS);
        assertThat(told.message())
                .isEqualTo("Without the first fifth of the times the change of level is " + Rounded.plain(first)
                        + ", and without the last fifth " + Rounded.plain(last)
                        + "; neither differs from that of all times by more than chance gives.");
    }

    /** A rise of 1 at first and of 20 for the last fifth: a line through both begins below 0. */
    @Test
    void anEffectThatDependsOnTheSpanIsAWarning() {
        for (int t = 0; t < TIMES; t++) {
            outcome[t] = outcome[t] / 1000 + (t >= 32 ? 20 : t >= START ? 1 : 0);
        }
        Attribution found = answer(", \"lag\": 2");

        assertThat(found.estimate()).isNegative();
        assertThat(told(found, "stability").outcome()).isEqualTo(Outcome.WARN);
        assertThat(told(found, "stability").message()).endsWith("so that it depends on the span chosen.");
    }

    /**
     * Hausman's test: the difference from the estimate of all times beside the root of what the variance of fewer times has more, which
     * here is more than a quarter of it; twice the smaller tail, of two.
     */
    @Test
    void otherSpansAreHeldAgainstWhatChanceGives() {
        Attribution whole = answer(", \"lag\": 0");
        Attribution first = answer(t -> t >= 8, START, ", \"lag\": 0");
        Attribution last = answer(t -> t < 32, START, ", \"lag\": 0");
        double least = 1;
        for (Attribution part : List.of(first, last)) {
            double own = Math.pow(part.standardError(), 2);
            double variance = Math.max(own - Math.pow(whole.standardError(), 2), own / 4);
            double t = Math.abs(part.estimate() - whole.estimate()) / Math.sqrt(variance);
            least = Math.min(least, 2 * TDistribution.of(28).survivalProbability(t));
        }

        assertThat(told(whole, "stability").pValue().orElseThrow()).isCloseTo(Math.min(1, 2 * least), ROUNDING);
    }

    /** Without the times 5 and 30: what lies on two sides of a gap is no neighbour. Ljung and Box: 38 / 5 = 7 lags. */
    @Test
    void memoryIsThatOfResidualsSoManyPeriodsApart() {
        IntPredicate kept = t -> t != 5 && t != 30;
        int[] times = IntStream.range(0, TIMES).filter(kept).toArray();
        Attribution found = answer(kept, START, ", \"lag\": 2");
        double[] observed = drawn(found, "observed");
        double[] fitted = drawn(found, "fitted");
        double[] residual = new double[TIMES];
        Arrays.fill(residual, Double.NaN);
        for (int i = 0; i < times.length; i++) {
            residual[times[i]] = observed[i] - fitted[i];
        }
        double square = sum(residual, 0, false);
        double statistic = 0;
        for (int lag = 1; lag <= 7; lag++) {
            statistic += Math.pow(sum(residual, lag, false) / square, 2) / (38 - lag);
        }
        statistic *= 38 * 40;

        Diagnostic told = told(found, "autocorrelation");
        assertThat(told.statistic().orElseThrow()).isCloseTo(statistic, within(1e-8));
        assertThat(told.pValue().orElseThrow())
                .isCloseTo(ChiSquaredDistribution.of(7).survivalProbability(statistic), within(1e-8));
        assertThat(((SegmentedDetails) found.details()).durbinWatson())
                .isCloseTo(sum(residual, 1, true) / square, within(1e-8));
    }

    /** Over the pairs so many times apart, of the products or of the squared differences. */
    private static double sum(double[] values, int lag, boolean differences) {
        return IntStream.range(lag, values.length)
                .mapToDouble(t -> differences
                        ? (values[t] - values[t - lag]) * (values[t] - values[t - lag])
                        : values[t] * values[t - lag])
                .filter(value -> !Double.isNaN(value))
                .sum();
    }

    @Test
    void withoutInterruptionTheSeriesGoesOnWithItsTrend() {
        Attribution found = answer("");
        SegmentedDetails details = (SegmentedDetails) found.details();
        double[] fitted = drawn(found, "fitted");
        double[] without = drawn(found, "without interruption");

        assertThat(drawn(found, "observed")).containsExactly(outcome);
        for (int t = 0; t < TIMES; t++) {
            double effect = t < START ? 0 : found.estimate() + details.slope().estimate() * (t - START);
            assertThat(fitted[t] - without[t]).isCloseTo(effect, ROUNDING);
        }
        assertThat(without[39] - without[38]).isCloseTo(without[1] - without[0], ROUNDING);
        assertThat(details.averageEffect().estimate())
                .isCloseTo(found.estimate() + 7.5 * details.slope().estimate(), ROUNDING);
    }

    /** Times 3 and 37 of the other are not observed, so that the difference is not fitted there. */
    @Test
    void besideAnotherTheFitIsThatOfTheDifferenceOnTopOfIt() {
        IntPredicate both = t -> t != 3 && t != 37;
        double[] own = outcome.clone();
        List<Double> times = new ArrayList<>();
        List<Double> outcomes = new ArrayList<>();
        List<String> units = new ArrayList<>();
        List<Double> treated = new ArrayList<>();
        for (int row = 0; row < 2 * TIMES; row++) {
            int t = row % TIMES;
            if (row < TIMES || both.test(t)) {
                times.add((double) t);
                outcomes.add(row < TIMES ? own[t] : other[t]);
                units.add(row < TIMES ? "own" : "other");
                treated.add(row < TIMES && t >= START ? 1.0 : 0.0);
            }
        }
        Attribution beside = MadeData.of("t", array(times))
                .and("y", array(outcomes))
                .and("u", units)
                .and("d", array(treated))
                .answer("""
                        "design": "interrupted-time-series", "options": {"period": 1},
                        "columns": {"outcome": "y", "time": "t", "unit": "u", "treatment": "d"}""");
        Arrays.setAll(outcome, t -> own[t] - other[t]);
        Attribution alone = answer(both, START, "");

        assertThat(beside.estimate()).isCloseTo(alone.estimate(), ROUNDING);
        assertThat(drawn(beside, "observed")).containsExactly(own);
        assertThat(drawn(beside, "other, observed")).hasSize(38);
        int[] fitted = IntStream.range(0, TIMES).filter(both).toArray();
        for (String label : List.of("fitted", "without interruption")) {
            double[] found = drawn(beside, label);
            double[] difference = drawn(alone, label);
            assertThat(found).hasSize(38);
            for (int i = 0; i < 38; i++) {
                assertThat(found[i]).isCloseTo(other[fitted[i]] + difference[i], ROUNDING);
            }
        }
    }

    /** Indicators of three of four times, as a regression has them; two pairs of sine and cosine span the same, and one does not. */
    @Test
    void aSeasonOfIndicatorsIsThatOfAllItsHarmonics() {
        for (int t = 0; t < TIMES; t++) {
            outcome[t] += 5 * (t % 4) * (t % 4);
        }
        List<Term> terms = new ArrayList<>(List.of(
                LinearModel.intercept(TIMES),
                term(t -> t),
                term(t -> t >= START ? 1 : 0),
                term(t -> Math.max(0, t - START))));
        for (int season = 1; season < 4; season++) {
            int own = season;
            terms.add(term(t -> t % 4 == own ? 1 : 0));
        }
        double[] coefficients = Regression.fit(outcome, terms, List.of(), LinearModel.ones(TIMES))
                .coefficients();
        double expected = coefficients[2];

        assertThat(season(0).estimate()).isCloseTo(expected, ROUNDING);
        assertThat(season(2).estimate()).isCloseTo(expected, ROUNDING);
        assertThat(season(1).estimate()).isNotCloseTo(expected, within(1e-3));
        List<Coefficient> found = season(0).coefficients();
        assertThat(found.subList(4, 7))
                .extracting(Coefficient::term)
                .containsExactly("season 2", "season 3", "season 4");
        for (int own = 4; own < 7; own++) {
            assertThat(found.get(own).estimate()).isCloseTo(coefficients[own], ROUNDING);
        }
        assertThat(season(2).coefficients())
                .extracting(Coefficient::term)
                .contains("cosine 1", "sine 1", "cosine 2")
                .doesNotContain("sine 2");
    }

    private Attribution season(int harmonics) {
        return MadeData.of("t", IntStream.range(0, TIMES).asDoubleStream().toArray())
                .and("y", outcome)
                .answer("""
                        "design": "interrupted-time-series", "columns": {"outcome": "y", "time": "t"},
                        "options": {"period": 4, "harmonics": %d, "start": 24, "lag": 2}""".formatted(harmonics));
    }

    private static Term term(IntToDoubleFunction value) {
        return new Term("t", IntStream.range(0, TIMES).mapToDouble(value).toArray());
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
