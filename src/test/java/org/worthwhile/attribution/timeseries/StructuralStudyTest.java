package org.worthwhile.attribution.timeseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.MadeData;
import org.worthwhile.attribution.Series;

/** Forty years about a level of 100, or about a control, and five lower by 6 after 2000, with noise of 1. */
class StructuralStudyTest {

    private static final int YEARS = 45;
    private static final int BEFORE = 40;
    private static final int AFTER = YEARS - BEFORE;

    private final Random random = new Random(17);
    private final double[] year = new double[YEARS];
    private final double[] control = new double[YEARS];
    private final double[] outcome = new double[YEARS];
    private final double[] following = new double[YEARS];

    StructuralStudyTest() {
        for (int t = 0; t < YEARS; t++) {
            year[t] = 1961 + t;
            control[t] = 50 + 10 * Math.sin(t) + random.nextGaussian();
            double change = t < BEFORE ? 0 : -6;
            outcome[t] = 100 + change + random.nextGaussian();
            following[t] = 20 + 2 * control[t] + change + random.nextGaussian();
        }
    }

    /**
     * The mean of the five values less the best prediction of it from the forty and their trend, and how far off that is: for noise about a
     * trend sqrt(1/5 + 1/40 + 22.5 squared over 5,330), more as some of the noise may be drift. Four standard errors of 2,000 draws are
     * a tenth of theirs, and 6% of it.
     */
    @Test
    void theEffectOfALevelThatFallsIsWhatFollowsLessItsBestPrediction() {
        Attribution found = answer(outcome, "", "");

        BestLinearPrediction expected = BestLinearPrediction.of(
                Arrays.copyOf(outcome, BEFORE),
                new double[][] {year},
                IntStream.range(0, YEARS).toArray());
        double effect = Arrays.stream(outcome, BEFORE, YEARS).average().orElseThrow() - expected.mean();
        assertThat(found.estimate()).isCloseTo(effect, within(0.09 * expected.deviation()));
        assertThat(found.standardError()).isCloseTo(expected.deviation(), withinPercentage(6.5));
        assertThat(expected.deviation()).isBetween(Math.sqrt(0.32), 2 * Math.sqrt(0.32));
        // The percentiles of a mixture of Student's t distributions are about two deviations out.
        assertThat(found.interval().low()).isCloseTo(effect - 2 * expected.deviation(), within(0.25));
        assertThat(found.interval().high()).isCloseTo(effect + 2 * expected.deviation(), within(0.25));
        assertThat(found.pValue()).isLessThanOrEqualTo(0.002);
        assertThat(found.finding().draws()).hasSize(1_000);
    }

    @Test
    void cumulativeAndRelativeEffectsAreThoseOfTheSameDraws() {
        StructuralDetails details = (StructuralDetails) answer(outcome, "", "").details();

        Change average = details.averageEffect();
        Change cumulative = details.cumulativeEffect();
        assertThat(cumulative.estimate()).isCloseTo(AFTER * average.estimate(), within(1e-9));
        assertThat(cumulative.standardError()).isCloseTo(AFTER * average.standardError(), within(1e-9));
        assertThat(cumulative.low()).isCloseTo(AFTER * average.low(), within(1e-9));
        // A fall of about 6 from about 100.
        assertThat(details.relativeEffect().estimate()).isCloseTo(average.estimate() / 100, within(0.002));
        assertThat(details.relativeEffect().low()).isCloseTo(average.low() / 100, within(0.005));
        assertThat(details.probability()).isGreaterThan(0.998);
        assertThat(details.draws()).isEqualTo(2_000);
        assertThat(details.effectiveDraws()).isBetween(100.0, 2_000.0);
        assertThat(details.pointwise()).hasSize(AFTER);
        assertThat(details.pointwise().stream()
                        .mapToDouble(StructuralDetails.Pointwise::estimate)
                        .average()
                        .orElseThrow())
                .isCloseTo(average.estimate(), within(1e-9));
        assertThat(details.pointwise().getFirst().time().label()).isEqualTo("2001");
    }

    /** Without the control, what it does to the outcome, of a standard deviation of about 14, is noise. */
    @Test
    void aControlThatTheOutcomeFollowsMakesTheEffectSurer() {
        Attribution alone = answer(following, "", "");
        Attribution beside = answer(following, ", \"covariates\": [\"c\"]", "");

        assertThat(beside.standardError()).isLessThan(alone.standardError() / 3);
        assertThat(beside.estimate()).isCloseTo(-6, within(4 * beside.standardError()));
        assertThat(told(beside, "fit-before").orElseThrow().outcome()).isEqualTo(Outcome.PASS);
        assertThat(told(beside, "fit-before").orElseThrow().statistic().orElseThrow())
                .isGreaterThan(0.98);
        assertThat(beside.marylandLevel()).isEqualTo(alone.marylandLevel() + 1);
    }

    @Test
    void nothingIsFoundHalfWayBefore() {
        Diagnostic placebo = told(answer(outcome, "", ""), "placebo-date").orElseThrow();

        assertThat(placebo.outcome()).isEqualTo(Outcome.PASS);
        assertThat(placebo.statistic().orElseThrow()).isCloseTo(0, within(1.5));
    }

    /** Noise about a level comes back to it, and the sum of such noise does not. */
    @Test
    void aSeriesThatMayBeARandomWalkIsAWarning() {
        double[] walk = new double[YEARS];
        for (int t = 1; t < YEARS; t++) {
            walk[t] = walk[t - 1] + random.nextGaussian();
        }
        Diagnostic still = told(answer(outcome, "", ""), "random-walk").orElseThrow();
        Diagnostic walking = told(answer(walk, "", ""), "random-walk").orElseThrow();

        assertThat(still.outcome()).isEqualTo(Outcome.PASS);
        assertThat(still.message()).endsWith("as far as 40 times can tell.");
        assertThat(walking.outcome()).isEqualTo(Outcome.WARN);
        assertThat(walking.statistic().orElseThrow())
                .isGreaterThan(still.statistic().orElseThrow());
    }

    @Test
    void tooFewTimesToTellARandomWalkAreAWarning() {
        Diagnostic few = told(from(1961 + 19), "random-walk").orElseThrow();

        assertThat(few.outcome()).isEqualTo(Outcome.WARN);
        assertThat(few.message()).startsWith("19 times before cannot tell");
        assertThat(told(from(1961 + 20), "random-walk").orElseThrow().outcome()).isEqualTo(Outcome.PASS);
    }

    /** The mean of what level and regressors give, against the outcome's mean: one less the share of squares that is left. */
    @Test
    void theFitBeforeIsTheShareOfUpsAndDownsThatAreExplained() {
        Attribution found = answer(following, ", \"covariates\": [\"c\"]", "");
        double[] fitted = found.series().getFirst().points().stream()
                .filter(point -> point.label().equals("fitted"))
                .mapToDouble(point -> point.y())
                .toArray();
        double mean = Arrays.stream(following, 0, BEFORE).average().orElseThrow();
        double left = 0;
        double all = 0;
        for (int t = 0; t < BEFORE; t++) {
            left += Math.pow(following[t] - fitted[t], 2);
            all += Math.pow(following[t] - mean, 2);
        }

        Diagnostic told = told(found, "fit-before").orElseThrow();
        assertThat(told.statistic().orElseThrow()).isCloseTo(1 - left / all, within(1e-9));
        Diagnostic poor = told(answer(outcome, "", ""), "fit-before").orElseThrow();
        assertThat(poor.statistic().orElseThrow()).isLessThan(0.5);
        assertThat(poor.outcome()).isEqualTo(Outcome.INFO);
    }

    /** Without interruption the series would have been what was observed less the effect, with its ends the other way about. */
    @Test
    void whatWouldHaveBeenIsDrawnWithTheEffect() {
        Attribution found = answer(outcome, "", "");
        List<Series.Point> without = found.series().getFirst().points().stream()
                .filter(point -> point.label().equals("without interruption"))
                .toList();
        List<Series.Point> effects = found.series().getLast().points();

        assertThat(without).hasSize(AFTER);
        assertThat(effects).hasSize(AFTER);
        for (int t = 0; t < AFTER; t++) {
            assertThat(without.get(t).x()).isEqualTo(year[BEFORE + t]);
            assertThat(effects.get(t).x()).isEqualTo(year[BEFORE + t]);
            assertThat(effects.get(t).y())
                    .isCloseTo(outcome[BEFORE + t] - without.get(t).y(), within(1e-9));
            assertThat(effects.get(t).low())
                    .isCloseTo(outcome[BEFORE + t] - without.get(t).high(), within(1e-9));
        }
        assertThat(found.series().getFirst().points()).hasSize(YEARS + BEFORE + AFTER);
    }

    /** Of sixteen times before, eight come before a made-up interruption in their middle, which is enough; of fifteen, seven. */
    @Test
    void eightTimesBeforeAMadeUpInterruptionAreEnough() {
        assertThat(told(from(1961 + 16), "placebo-date")).isPresent();
        assertThat(told(from(1961 + 15), "placebo-date")).isEmpty();
    }

    private Attribution from(int start) {
        return MadeData.of("y", outcome).and("t", year).answer(study("", "").replace("2001", Integer.toString(start)));
    }

    @Test
    void fewDrawsAreToldToBeFew() {
        Diagnostic told =
                told(answer(outcome, "", ", \"draws\": 60"), "effective-draws").orElseThrow();

        assertThat(told.outcome()).isEqualTo(Outcome.WARN);
        assertThat(told.statistic().orElseThrow()).isLessThanOrEqualTo(60);
        assertThat(told.message()).contains("give the option draws more");
    }

    @Test
    void aControlThatOnlyVariesAfterwardsIsLeftOutByName() {
        double[] late = new double[YEARS];
        late[YEARS - 1] = 1;

        Attribution found =
                MadeData.of("y", outcome).and("t", year).and("c", late).answer(study(", \"covariates\": [\"c\"]", ""));

        assertThat(told(found, "collinear-terms").orElseThrow().message()).contains(": c.");
        assertThat(found.estimate()).isEqualTo(answer(outcome, "", "").estimate());
    }

    @Test
    void aSeriesWithTooFewTimesBeforeIsRefused() {
        assertThatThrownBy(() -> MadeData.of("y", outcome)
                        .and("t", year)
                        .answer(study("", "").replace("2001", "1968")))
                .hasMessageContaining("there are 7 times before the interruption and 38 from it on");
        assertThatThrownBy(() -> MadeData.of("y", outcome)
                        .and("t", year)
                        .answer(study("", "").replace("2001", "1962")))
                .hasMessageContaining("there is 1 time before the interruption and 44 from it on");
        assertThatThrownBy(() -> MadeData.of("y", outcome)
                        .and("t", year)
                        .answer(study("", "").replace("2001", "2006")))
                .hasMessageContaining("there are 45 times before the interruption and 0 from it on");
    }

    private Attribution answer(double[] values, String roles, String options) {
        return MadeData.of("y", values).and("t", year).and("c", control).answer(study(roles, options));
    }

    private static String study(String roles, String options) {
        return """
                "design": "interrupted-time-series", "columns": {"outcome": "y", "time": "t"%s},
                "options": {"estimator": "bayesian-structural", "start": 2001%s}""".formatted(roles, options);
    }

    private static Optional<Diagnostic> told(Attribution found, String id) {
        return found.diagnostics().stream()
                .filter(diagnostic -> diagnostic.id().equals(id))
                .findFirst();
    }
}
