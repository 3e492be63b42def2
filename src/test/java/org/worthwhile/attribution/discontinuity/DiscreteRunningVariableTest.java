package org.worthwhile.attribution.discontinuity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.MadeData;
import org.worthwhile.attribution.estimation.LinearModel;

class DiscreteRunningVariableTest {

    /** Of 400 samples without sorting, about one in twenty is called sorted: between 2% and 9%. */
    @Test
    void uniformWholeNumbersSeldomLookSorted() {
        long alarms = IntStream.range(0, 400)
                .filter(seed -> sorted(new Random(seed), 800, 21, 0))
                .count();

        assertThat(alarms).isBetween(8L, 36L);
    }

    @Test
    void sortingAcrossTheCutoffIsSeenInWholeNumbersToo() {
        long alarms = IntStream.range(0, 50)
                .filter(seed -> sorted(new Random(seed), 2_000, 41, 0.5))
                .count();

        assertThat(alarms).isGreaterThan(40);
    }

    @Test
    void unevenValuesAreNotTested() {
        double[] values = {-7.3, -5.1, -3.9, -2.2, -0.4, 0.3, 1.7, 3.1, 5.2, 6.9};
        Random random = new Random(1);
        double[] x = IntStream.range(0, 400)
                .mapToDouble(_ -> values[random.nextInt(values.length)])
                .toArray();

        assertThat(test(x).pValue()).isEmpty();
    }

    @Test
    void massPointsAreTold() {
        Random random = new Random(2);
        int rows = 800;
        double[] x = random.ints(rows, -10, 11).asDoubleStream().toArray();
        double[] y = Arrays.stream(x)
                .map(value -> 0.1 * value + random.nextGaussian())
                .toArray();

        Attribution answer = MadeData.of("y", y).and("r", x).answer("""
                "design": "regression-discontinuity", "columns": {"outcome": "y", "runningVariable": "r"}""");

        Diagnostic told = diagnostic(answer, "mass-points").orElseThrow();
        assertThat(told.outcome()).isEqualTo(Diagnostic.Outcome.WARN);
        assertThat(told.message()).contains("only 21 distinct values").contains("800 rows");
    }

    @Test
    void aFirstStageThatIsWeakIsShownAndFails() {
        Attribution none = fuzzy(0);
        Attribution strong = fuzzy(0.8);

        assertThat(diagnostic(none, "first-stage").orElseThrow().outcome()).isEqualTo(Diagnostic.Outcome.FAIL);
        assertThat(diagnostic(strong, "first-stage").orElseThrow().outcome()).isEqualTo(Diagnostic.Outcome.PASS);
        DiscontinuityDetails.FirstStage stage =
                ((DiscontinuityDetails) strong.details()).firstStage().orElseThrow();
        assertThat(stage.estimate()).isBetween(0.6, 1.0);
        assertThat(stage.f()).isGreaterThan(10);
        DiscontinuityDetails.Bounds bounds = stage.andersonRubin().orElseThrow();
        assertThat(bounds.low()).isLessThan(strong.estimate());
        assertThat(bounds.high()).isGreaterThan(strong.estimate());
        assertThat(((DiscontinuityDetails) none.details())
                        .firstStage()
                        .orElseThrow()
                        .andersonRubin())
                .isEmpty();
        assertThat(diagnostic(none, "anderson-rubin").orElseThrow().message()).contains("no bound");
    }

    private static Attribution fuzzy(double jump) {
        Random random = new Random(6);
        int rows = 1_000;
        double[] x = random.doubles(rows, -1, 1).toArray();
        double[] t = new double[rows];
        double[] y = new double[rows];
        for (int row = 0; row < rows; row++) {
            t[row] = random.nextDouble() < 0.1 + (x[row] >= 0 ? jump : 0) ? 1 : 0;
            y[row] = 2 * t[row] + x[row] + random.nextGaussian();
        }
        return MadeData.of("y", y).and("r", x).and("t", t).answer("""
                "design": "regression-discontinuity", "options": {"fuzzy": "t"},
                "columns": {"outcome": "y", "runningVariable": "r"}""");
    }

    /** Whole numbers about 0; of those one or two below the cutoff, a share moves to its other side. */
    private static boolean sorted(Random random, int rows, int values, double share) {
        double[] x = random.ints(rows, -values / 2, values / 2 + 1)
                .mapToDouble(value -> value < 0 && value >= -2 && random.nextDouble() < share ? -value : value)
                .toArray();
        return test(x).pValue().orElseThrow() < 0.05;
    }

    private static DensityTest.Result test(double[] x) {
        double[] y = new double[x.length];
        return DensityTest.of(
                Side.of(
                        x,
                        y,
                        LinearModel.ones(x.length),
                        IntStream.range(0, x.length).filter(i -> x[i] < 0).toArray()),
                Side.of(
                        x,
                        y,
                        LinearModel.ones(x.length),
                        IntStream.range(0, x.length).filter(i -> x[i] >= 0).toArray()));
    }

    private static Optional<Diagnostic> diagnostic(Attribution answer, String id) {
        return answer.diagnostics().stream()
                .filter(diagnostic -> diagnostic.id().equals(id))
                .findFirst();
    }
}
