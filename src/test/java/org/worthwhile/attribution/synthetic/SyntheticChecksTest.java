package org.worthwhile.attribution.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.MadeData;
import org.worthwhile.attribution.SamplingDistribution;

/** Checks and resampling of synthetic controls in panels so small that they are worked by hand, with equal weights. */
class SyntheticChecksTest {

    private static final Offset<Double> ROUNDING = within(1e-9);

    private final List<double[]> units = new ArrayList<>();

    /** Adds a unit with its outcome at each time; those that are treated come last. */
    private SyntheticChecksTest unit(double... outcomes) {
        units.add(outcomes);
        return this;
    }

    /** Adds a unit at 10 that swings by so much before 2003, and lies so much higher in 2003. */
    private SyntheticChecksTest swing(double swing, double change) {
        return unit(10 + swing, 10 - swing, 10 + change);
    }

    private Attribution answer(int treated, int before, String options) {
        int times = units.getFirst().length;
        int rows = units.size() * times;
        double[][] columns = new double[3][rows];
        for (int row = 0; row < rows; row++) {
            int unit = row / times;
            columns[0][row] = unit;
            columns[1][row] = 2001 + row % times;
            columns[2][row] = unit >= units.size() - treated && row % times >= before ? 1 : 0;
        }
        return MadeData.of("u", columns[0])
                .and("t", columns[1])
                .and("d", columns[2])
                .and("y", units.stream().flatMapToDouble(DoubleStream::of).toArray())
                .answer("""
                        "design": "synthetic-control",
                        "columns": {"outcome": "y", "unit": "u", "time": "t", "treatment": "d"},
                        "options": {%s}""".formatted(options));
    }

    private static Optional<Diagnostic> told(Attribution found, String id) {
        return found.diagnostics().stream()
                .filter(diagnostic -> diagnostic.id().equals(id))
                .findFirst();
    }

    /**
     * The treated swing by 4, their equal controls by 2 and by a number that makes the gap 2, half of the 4, or more. Whether they lie
     * at 10 or at 10,000 is of no consequence.
     */
    @ParameterizedTest
    @CsvSource({"2, 0, PASS", "1.98, 0, INFO", "2, 10000, PASS", "1.98, 10000, INFO"})
    void aGapBeforeOfHalfTheTreatedsOwnMovementIsTheMost(double swing, double level, Outcome outcome) {
        Attribution found = unit(level + 2, level - 2, level)
                .unit(level + swing, level - swing, level)
                .unit(level - 10, level + 10, level)
                .unit(level + 14, level - 14, level)
                .unit(level + 4, level - 4, level + 2)
                .answer(1, 2, "\"estimator\": \"did\", \"draws\": 10");

        Diagnostic told = told(found, "pre-period-fit").orElseThrow();
        assertThat(told.outcome()).isEqualTo(outcome);
        assertThat(told.statistic().orElseThrow()).isCloseTo(4 - (2 + swing - 10 + 14) / 4, ROUNDING);
    }

    /** No control swings by more than 2; the treated do by 9, which leaves 7, wherever they lie. */
    @ParameterizedTest
    @CsvSource({"0", "10000"})
    void treatedThatNoMixtureOfControlsFollowsFail(double level) {
        Attribution found = unit(level + 2, level - 2, level)
                .unit(level + 1, level - 1, level)
                .unit(level, level, level)
                .unit(level + 9, level - 9, level + 2)
                .answer(1, 2, "\"estimator\": \"synthetic-control\"");

        Diagnostic told = told(found, "pre-period-fit").orElseThrow();
        assertThat(told.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(told.message()).contains("cannot tell what would have been");
        assertThat(((SyntheticDetails) found.details()).rmspeRatio()).isCloseTo(2.0 / 7, within(1e-6));
        assertThat(found.finding().cannotTell()).isPresent();
        assertThat(found.pValue()).isNaN();
        assertThat(SamplingDistribution.of(found)).isEmpty();
        Diagnostic placebos = told(found, "placebo-in-space").orElseThrow();
        assertThat(placebos.pValue()).isEmpty();
        assertThat(placebos.message()).contains("lies between 0 and 0 from the others");
    }

    /** Controls of equal weight are no search for a mixture, so that one of four is the least p-value, and trends fail. */
    @Test
    void treatedOnAnotherTrendThanEqualControlsFailAndKeepTheirPlacebos() {
        Attribution found =
                unit(12, 8, 10).unit(11, 9, 10).unit(10, 10, 10).unit(19, 1, 12).answer(1, 2, "\"estimator\": \"did\"");

        Diagnostic told = told(found, "pre-period-fit").orElseThrow();
        assertThat(told.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(told.message()).endsWith("their trends were not parallel, which the effect supposes.");
        assertThat(found.finding().cannotTell()).isEmpty();
        assertThat(found.pValue()).isBetween(0.25, 1.0);
    }

    /** Gaps of 6, 4 and 7: a constant gap is none of difference-in-differences, but all of the plain synthetic control. */
    @Test
    void thePlainSyntheticControlMustLieAtTheLevelOfTheTreated() {
        Attribution found =
                unit(5, 5, 5).unit(5, 5, 5).swing(1, 2).answer(1, 2, "\"estimator\": \"synthetic-control\"");

        assertThat(found.estimate()).isCloseTo(7, ROUNDING);
        SyntheticDetails details = (SyntheticDetails) found.details();
        assertThat(details.preFit()).isCloseTo(Math.sqrt(26), ROUNDING);
        assertThat(details.rmspeRatio()).isCloseTo(7 / Math.sqrt(26), ROUNDING);
    }

    /**
     * Swings of 1, 2 and 6 and changes of 3, 0 and 0 of the controls: each set against the mean of the others changes by 3, 1.5 and
     * 1.5 times the 3, 1.5 and 4.5 that it swings by: 1, 1 and 1/3. The treated swing by 5 - 3 and change by one less than theirs.
     */
    @ParameterizedTest
    @CsvSource({"3.1, 0.25", "2.9, 0.75", "1.6, 1"})
    void ratiosOfAllUnitsTakenForTheTreatedAreCompared(double change, double share) {
        Attribution found = swing(1, 3)
                .swing(2, 0)
                .swing(6, 0)
                .swing(4, change)
                .swing(6, change)
                .answer(2, 2, "\"estimator\": \"did\", \"inference\": \"jackknife\"");

        SyntheticDetails details = (SyntheticDetails) found.details();
        assertThat(details.rmspeRatio()).isCloseTo((change - 1) / 2, ROUNDING);
        assertThat(details.permutationPValue()).isCloseTo(share, ROUNDING);
        Diagnostic told = told(found, "placebo-in-space").orElseThrow();
        assertThat(told.pValue().orElseThrow()).isCloseTo(share, ROUNDING);
        assertThat(told.outcome()).isEqualTo(Outcome.WARN);
        assertThat(told.message()).contains(String.format("a share of %.0f%%", 100 * share), "too few of them to tell");
    }

    /** With nineteen controls that change less, the treated's share is one in twenty; with eighteen it is more. */
    @ParameterizedTest
    @CsvSource({"19, PASS, which is rare", "18, WARN, too few of them to tell"})
    void oneInTwentyIsRare(int controls, Outcome outcome, String words) {
        for (int control = 0; control < controls; control++) {
            swing(0, control % 3);
        }
        Diagnostic told = told(swing(0, 9).answer(1, 2, "\"estimator\": \"did\""), "placebo-in-space")
                .orElseThrow();

        assertThat(told.outcome()).isEqualTo(outcome);
        assertThat(told.message()).contains(words);
    }

    /** From the fifth of six times the treated lie 3 higher: an effect of 3 then, and one of the last change less 1 from 2007. */
    @ParameterizedTest
    @CsvSource({"10.1, PASS", "9.9, WARN"})
    void anEffectFoundBeforeTreatmentOfAThirdOfItsOwnIsTheMost(double change, Outcome outcome) {
        Attribution found = unit(5, 5, 5, 5, 5, 5, 5)
                .unit(6, 6, 6, 6, 6, 6, 6)
                .unit(10, 10, 10, 10, 13, 13, 10 + change)
                .answer(1, 6, "\"estimator\": \"did\"");

        assertThat(found.estimate()).isCloseTo(change - 1, ROUNDING);
        Diagnostic told = told(found, "placebo-in-time").orElseThrow();
        assertThat(told.statistic().orElseThrow()).isCloseTo(3, ROUNDING);
        assertThat(told.outcome()).isEqualTo(outcome);
        assertThat(told.message()).contains("Had treatment begun in 2005");
    }

    @Test
    void fiveTimesBeforeAreTooFewForAnEarlierStart() {
        Attribution found = unit(5, 5, 5, 5, 5, 5)
                .unit(6, 6, 6, 6, 6, 6)
                .unit(10, 10, 10, 10, 13, 20)
                .answer(1, 5, "\"estimator\": \"did\"");

        assertThat(told(found, "placebo-in-time")).isEmpty();
        assertThat(told(found, "leave-one-donor-out")).isEmpty();
    }

    /** Controls change by 0, 0 and 9, so by 0 without the last of them and by 4.5 without one of the others. */
    @ParameterizedTest
    @CsvSource({
        "4, WARN, 'between -0.5 and 4, and its direction depends on one of them'",
        "5, PASS, 'between 0.5 and 5, always in the same direction'"
    })
    void theEffectIsTriedWithoutEachControl(double change, Outcome outcome, String words) {
        Attribution found = swing(0, 0).swing(0, 0).swing(0, 9).swing(0, change).answer(1, 2, "\"estimator\": \"did\"");

        assertThat(found.estimate()).isCloseTo(change - 3, ROUNDING);
        Diagnostic told = told(found, "leave-one-donor-out").orElseThrow();
        assertThat(told.outcome()).isEqualTo(outcome);
        assertThat(told.message()).contains(words);
    }

    @Test
    void noEffectWhicheverControlIsLeftOutHasNoDirection() {
        Attribution found = swing(0, 0).swing(0, 0).swing(0, 0).swing(0, 0).answer(1, 2, "\"estimator\": \"did\"");

        assertThat(told(found, "leave-one-donor-out").orElseThrow().message()).endsWith("lies between 0 and 0.");
    }

    /** Against all 256 ways to draw four units out of four, those without a control or a treated unit left out. */
    @Test
    void theBootstrapsErrorIsThatOfAllWaysToDraw() {
        double[] changes = {0, 2, 5, 9};
        double[] effects = IntStream.range(0, 256)
                .mapToObj(way -> IntStream.range(0, 4)
                        .map(place -> (way >> (2 * place)) & 3)
                        .toArray())
                .filter(drawn -> Arrays.stream(drawn).anyMatch(unit -> unit < 2)
                        && Arrays.stream(drawn).anyMatch(unit -> unit >= 2))
                .mapToDouble(drawn -> mean(drawn, changes, true) - mean(drawn, changes, false))
                .toArray();
        double mean = Arrays.stream(effects).average().orElseThrow();
        double expected = Math.sqrt(Arrays.stream(effects)
                .map(effect -> (effect - mean) * (effect - mean))
                .average()
                .orElseThrow());
        for (double change : changes) {
            swing(0, change);
        }

        // Four standard errors of a deviation from 20,000 draws are about two per cent.
        assertThat(answer(2, 2, "\"estimator\": \"did\", \"inference\": \"bootstrap\", \"draws\": 20000")
                        .standardError())
                .isCloseTo(expected, withinPercentage(2));
    }

    private static double mean(int[] drawn, double[] changes, boolean treated) {
        return Arrays.stream(drawn)
                .filter(unit -> unit >= 2 == treated)
                .mapToDouble(unit -> changes[unit])
                .average()
                .orElseThrow();
    }

    /** There are 66 ways to take two of twelve controls for the treated: each is tried once, or 65 of them are drawn. */
    @Test
    void everyChoiceOfControlsIsTriedUpToTheDraws() {
        double[] changes = new double[12];
        Arrays.setAll(changes, control -> Math.sin(3 * control));
        double whole = Arrays.stream(changes).sum();
        double[] placebos = IntStream.range(0, 12)
                .boxed()
                .flatMapToDouble(first -> IntStream.range(0, first).mapToDouble(second -> {
                    double two = changes[first] + changes[second];
                    return two / 2 - (whole - two) / 10;
                }))
                .toArray();
        double mean = Arrays.stream(placebos).average().orElseThrow();
        double expected = Math.sqrt(Arrays.stream(placebos)
                .map(placebo -> (placebo - mean) * (placebo - mean))
                .average()
                .orElseThrow());
        for (double change : changes) {
            swing(0, change);
        }
        swing(0, 0.6).swing(0, 0.6);
        long asLarge = Arrays.stream(placebos)
                .filter(placebo -> Math.abs(placebo) >= 0.6 - whole / 12)
                .count();

        Attribution all = answer(2, 2, "\"estimator\": \"did\", \"draws\": 66");
        assertThat(all.standardError()).isCloseTo(expected, ROUNDING);
        assertThat(all.pValue()).isCloseTo((asLarge + 1) / 67.0, ROUNDING);
        Attribution drawn = answer(2, 2, "\"estimator\": \"did\", \"draws\": 65");
        assertThat(drawn.standardError()).isCloseTo(expected, withinPercentage(30));
        assertThat(66 * drawn.pValue()).isCloseTo(Math.rint(66 * drawn.pValue()), ROUNDING);
        assertThat(drawn.pValue()).isCloseTo(all.pValue(), within(0.25));
    }
}
