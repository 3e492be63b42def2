package org.worthwhile.attribution.discontinuity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Dropped;
import org.worthwhile.attribution.MadeData;
import org.worthwhile.attribution.estimation.LinearModel;

class LocalFitsTest {

    private static final String STUDY = """
            "design": "regression-discontinuity", "columns": {"outcome": "y", "runningVariable": "x"}, "options": {%s}""";

    private final Random random = new Random(12);

    @ParameterizedTest
    @EnumSource
    void aPolynomialIsFoundAgainAtTheCutoff(Kernel kernel) {
        double[] x = random.doubles(60, 0, 1).toArray();
        double[] y = Arrays.stream(x).map(at -> 3 - 2 * at + 5 * at * at).toArray();
        Side side = side(x, y, IntStream.range(0, 60).toArray());

        LocalPolynomial fit = LocalPolynomial.fit(side, 2, kernel, 0.7);

        assertThat(fit.coefficient(0, side.y())).isCloseTo(3, within(1e-9));
        assertThat(fit.coefficient(1, side.y())).isCloseTo(-2, within(1e-8));
        assertThat(fit.coefficient(2, side.y())).isCloseTo(5, within(1e-8));
        assertThat(fit.residuals(side.x(), side.y())).containsExactly(new double[60], within(1e-8));
        for (int i = 0; i < 60; i++) {
            assertThat(side.x()[i] > 0.7 ? fit.weights()[0][i] : 0).isZero();
        }
        // What the height picks up: all of the constant, and nothing of the line and the square.
        assertThat(fit.pickedUp(0, side.x(), 0)).isCloseTo(1, within(1e-9));
        assertThat(fit.pickedUp(0, side.x(), 1)).isCloseTo(0, within(1e-9));
        assertThat(fit.pickedUp(0, side.x(), 2)).isCloseTo(0, within(1e-9));
    }

    @Test
    void tooFewValuesHaveNoPolynomial() {
        Side side = side(new double[] {0.1, 0.1, 0.2}, new double[] {1, 2, 3}, new int[] {0, 1, 2});

        assertThatThrownBy(() -> LocalPolynomial.fit(side, 2, Kernel.UNIFORM, 1))
                .isInstanceOf(LocalPolynomial.TooFewRows.class);
    }

    /** The three nearest with all that are as near, by trying every row: values in tenths, so that many are equally near. */
    @Test
    void neighboursAreThoseOfTryingEveryRow() {
        int n = 80;
        double[] x = random.ints(n, 0, 40).asDoubleStream().sorted().toArray();
        double[] y = random.doubles(n).toArray();
        Side side = side(x, y, IntStream.range(0, n).toArray());

        double[] found = side.neighbourResiduals(y);

        for (int i = 0; i < n; i++) {
            int row = i;
            double furthest = IntStream.range(0, n)
                    .filter(other -> other != row)
                    .mapToDouble(other -> Math.abs(x[other] - x[row]))
                    .sorted()
                    .skip(2)
                    .findFirst()
                    .orElseThrow();
            double[] near = IntStream.range(0, n)
                    .filter(other -> other != row && Math.abs(x[other] - x[row]) <= furthest)
                    .mapToDouble(other -> y[other])
                    .toArray();
            double mean = Arrays.stream(near).average().orElseThrow();
            assertThat(found[i]).isCloseTo(Math.sqrt(near.length / (near.length + 1.0)) * (y[i] - mean), within(1e-12));
        }
    }

    @Test
    void aSideKnowsItsValuesAndItsReach() {
        Side side = side(new double[] {3, -1, 1, 1, 2, 3}, new double[] {9, 8, 7, 6, 5, 4}, new int[] {0, 2, 3, 4, 5});

        assertThat(side.x()).containsExactly(1, 1, 2, 3, 3);
        assertThat(side.y()).containsExactly(7, 6, 5, 9, 4);
        assertThat(side.alike()).containsExactly(2, 2, 1, 2, 2);
        assertThat(side.uniqueValues()).isEqualTo(3);
        assertThat(side.reach()).isEqualTo(3);
        assertThat(side.distanceOfUnique(2)).isEqualTo(2);
        assertThat(side.distanceOfUnique(9)).isEqualTo(3);
        assertThat(side.isHeaped()).isTrue();
        assertThat(side.within(Kernel.TRIANGULAR, 3).x()).containsExactly(1, 1, 2);
        assertThat(side.within(Kernel.UNIFORM, 3).size()).isEqualTo(5);
    }

    /** Twice as many to the right: a difference of ln 2 in the logarithm of the density. */
    @Test
    void aDensityThatDoublesJumpsByItsLogarithm() {
        DensityTest.Result doubled = density(1_000, 2_000);
        DensityTest.Result even = density(1_500, 1_500);

        assertThat(doubled.difference().orElseThrow()).isCloseTo(Math.log(2), within(0.05));
        assertThat(doubled.pValue().orElseThrow()).isLessThan(0.01);
        assertThat(even.difference().orElseThrow()).isCloseTo(0, within(0.05));
        assertThat(even.pValue().orElseThrow()).isGreaterThan(0.5);
    }

    /** Of 300 samples without sorting, one in twenty is called sorted, give or take four standard errors. */
    @Test
    void uniformNumbersSeldomLookSorted() {
        long alarms = IntStream.range(0, 300)
                .filter(seed -> {
                    double[] x = new Random(seed).doubles(800, -1, 1).toArray();
                    return test(x).pValue().orElseThrow() < 0.05;
                })
                .count();

        assertThat(alarms).isBetween(3L, 31L);
    }

    @Test
    void aDonutLeavesOutWhatIsNearerToTheCutoff() {
        double[] x = random.doubles(300, -1, 1).toArray();
        double[] y = random.doubles(300).toArray();
        int[] kept =
                IntStream.range(0, 300).filter(row -> Math.abs(x[row]) >= 0.05).toArray();

        Attribution donut = MadeData.of("y", y).and("x", x).answer(STUDY.formatted("\"donut\": 0.05"));
        Attribution without =
                MadeData.of("y", take(y, kept)).and("x", take(x, kept)).answer(STUDY.formatted(""));

        assertThat(donut.estimate()).isEqualTo(without.estimate());
        assertThat(donut.standardError()).isEqualTo(without.standardError());
        assertThat(donut.dropped()).contains(new Dropped("rows nearer to the cutoff than 0.05", 300 - kept.length));
    }

    /** A jump of 2 in straight lines without noise, and a cutoff that is not 0. */
    @Test
    void aJumpWithoutNoiseIsFoundWithAnyCutoff() {
        double[] x = random.doubles(200, 40, 60).toArray();
        double[] noise = random.doubles(200, -1e-9, 1e-9).toArray();
        double[] y = new double[200];
        Arrays.setAll(y, row -> (x[row] >= 52 ? 7 + 0.5 * (x[row] - 52) : 5 - 0.2 * (x[row] - 52)) + noise[row]);

        Attribution found = MadeData.of("y", y).and("x", x).answer(STUDY.formatted("\"cutoff\": 52"));

        assertThat(found.estimate()).isCloseTo(2, within(1e-7));
        assertThat(found.estimand()).contains("x = 52");
    }

    @Test
    void aSideWithTooFewRowsIsRefusedByName() {
        assertThatThrownBy(() -> MadeData.of("y", new double[40])
                        .and("x", IntStream.range(0, 40).asDoubleStream().toArray())
                        .answer(STUDY.formatted("\"cutoff\": 3")))
                .hasMessageContaining("below");
        assertThatThrownBy(() -> MadeData.of("y", random.doubles(40).toArray())
                        .and(
                                "x",
                                IntStream.range(0, 40)
                                        .mapToDouble(i -> i % 2 == 0 ? 1 : -1)
                                        .toArray())
                        .answer(STUDY.formatted("\"bandwidth\": 2")))
                .hasMessageContaining("too few different values of 'x'");
    }

    private static DensityTest.Result density(int below, int above) {
        return test(IntStream.range(0, below + above)
                .mapToDouble(i -> i < below ? -(i + 0.5) / below : (i - below + 0.5) / above)
                .toArray());
    }

    private static DensityTest.Result test(double[] x) {
        double[] y = new double[x.length];
        return DensityTest.of(
                side(x, y, IntStream.range(0, x.length).filter(i -> x[i] < 0).toArray()),
                side(x, y, IntStream.range(0, x.length).filter(i -> x[i] >= 0).toArray()));
    }

    private static double[] take(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static Side side(double[] x, double[] y, int[] rows) {
        return Side.of(x, y, LinearModel.ones(x.length), rows);
    }
}
