package org.worthwhile.attribution.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.MadeData;

/** Against clubSandwich and estimatr in R, recorded by {@code src/test/resources/r/bias-reduced.R}. */
class BiasReducedTest {

    private static final int ROWS = 60;
    private static final int[] SIZES = {3, 5, 8, 4, 12, 6, 9, 13};

    private final double[] cluster = new double[ROWS];
    private final double[] arm = new double[ROWS];
    private final double[] d = new double[ROWS];
    private final double[] x = new double[ROWS];
    private final double[] y = new double[ROWS];
    private final double[] w = new double[ROWS];

    BiasReducedTest() {
        int row = 0;
        for (int group = 0; group < SIZES.length; group++) {
            for (int member = 0; member < SIZES[group]; member++, row++) {
                cluster[row] = group;
                arm[row] = List.of(1, 4, 6).contains(group) ? 1 : 0;
                d[row] = row % 3 > 0 ? arm[row] : 0;
                x[row] = row * 37 % 11 / 3.0 + group / 4.0;
                y[row] = 5 + 2 * d[row] + 0.8 * x[row] + row * 53 % 17 / 4.0 + group * 29 % 7 / 2.0;
                w[row] = 1 + row * 7 % 4;
            }
        }
    }

    private Grouping clusters() {
        return Grouping.of(ROWS, row -> Double.toString(cluster[row]));
    }

    private static Grouping periods() {
        return Grouping.of(ROWS, row -> Integer.toString(row % 5));
    }

    private Regression fit(double[] treatment, List<Grouping> effects, double[] weights) {
        List<Term> terms = new ArrayList<>(List.of(new Term("d", treatment), new Term("x", x)));
        if (effects.isEmpty()) {
            terms.add(LinearModel.intercept(ROWS));
        }
        return Regression.fit(y, terms, effects, weights);
    }

    private void assertCr2(Regression fit, double... errorAndDegreesByTerm) {
        Covariance found = Covariance.of(fit, Covariance.Kind.CR2, List.of(clusters()));
        for (int term = 0; term < 2; term++) {
            double error = errorAndDegreesByTerm[2 * term];
            double degrees = errorAndDegreesByTerm[2 * term + 1];
            assertThat(found.standardError(term)).isCloseTo(error, within(1e-9 * error));
            assertThat(found.degreesOfFreedom(term)).isCloseTo(degrees, within(1e-8 * degrees));
        }
    }

    /**
     * Clusters of 1, 2, 3 and 6 rows, two regressors: 16 pairs of clusters take 16 x 2 / 2 multiplications, a cluster its rows times
     * the regressors times the smaller of both, and 20 times the smaller's cube.
     */
    @Test
    void theWorkIsCountedBeforeItIsDone() {
        Grouping clusters = Grouping.of(12, row -> row < 1 ? "a" : row < 3 ? "b" : row < 6 ? "c" : "d");
        double[] time = IntStream.range(0, 12).mapToDouble(row -> row * row).toArray();
        Regression plain = Regression.fit(
                time,
                List.of(LinearModel.intercept(12), new Term("x", Arrays.copyOf(x, 12))),
                List.of(),
                LinearModel.ones(12));
        // Three waves that cross the clusters are as many columns more, but not more than a cluster has rows.
        Regression waves = Regression.fit(
                time,
                List.of(new Term("x", Arrays.copyOf(x, 12))),
                List.of(Grouping.of(12, row -> Integer.toString(row % 3))),
                LinearModel.ones(12));

        assertThat(plain.workOfClusterLeverage(clusters))
                .isEqualTo(16 + (2 + 20) + (8 + 160) + (12 + 160) + (24 + 160));
        assertThat(waves.workOfClusterLeverage(clusters))
                .isEqualTo(8 + (2 + 20) + (12 + 160) + (36 + 540) + (96 + 1280));
    }

    private static double[] ones() {
        return LinearModel.ones(ROWS);
    }

    @Test
    void withoutFixedEffectsItIsThatOfClubSandwichAndEstimatr() {
        assertCr2(fit(arm, List.of(), ones()), 0.637089613785, 4.05385410368, 0.335104198908, 5.87001388116);
    }

    @Test
    void absorbedEffectsOfTheClustersCountAsTheirDummiesDo() {
        assertCr2(fit(d, List.of(clusters()), ones()), 0.346317936724, 1.85933157957, 0.157027023146, 5.33500691154);
    }

    @Test
    void severalAbsorbedEffectsCountAsTheirDummiesDo() {
        assertCr2(
                fit(d, List.of(clusters(), periods()), ones()),
                0.325277948101,
                1.90821240872,
                0.148656146752,
                5.20060084218);
        assertCr2(fit(arm, List.of(periods()), ones()), 0.616029983006, 4.11887404656, 0.325050883016, 5.88148837783);
    }

    @Test
    void effectsInAnyOrderAreTheSame() {
        assertCr2(
                fit(d, List.of(periods(), clusters()), ones()),
                0.325277948101,
                1.90821240872,
                0.148656146752,
                5.20060084218);
    }

    @Test
    void aLargeClusterIsScaledByItsFewColumnsAsASmallOneIsByItsRows() {
        Grouping two = Grouping.of(ROWS, row -> row < 30 ? "first" : row < 45 ? "second" : "third");
        Regression fit = fit(d, List.of(periods()), ones());
        Covariance found = Covariance.of(fit, Covariance.Kind.CR2, List.of(two));
        List<Term> dummies = new ArrayList<>(List.of(new Term("d", d), new Term("x", x)));
        for (int period = 0; period < 5; period++) {
            int own = period;
            dummies.add(new Term(
                    "p" + period,
                    IntStream.range(0, ROWS)
                            .mapToDouble(row -> row % 5 == own ? 1 : 0)
                            .toArray()));
        }
        Covariance expected =
                Covariance.of(Regression.fit(y, dummies, List.of(), ones()), Covariance.Kind.CR2, List.of(two));
        for (int term = 0; term < 2; term++) {
            assertThat(found.standardError(term)).isCloseTo(expected.standardError(term), within(1e-10));
            assertThat(found.degreesOfFreedom(term)).isCloseTo(expected.degreesOfFreedom(term), within(1e-8));
        }
    }

    @Test
    void withWeightsItIsThatOfClubSandwichAndEstimatrWhoseErrorsAreOfEqualVarianceWhateverTheWeights() {
        assertCr2(fit(arm, List.of(), w), 0.596875491079, 4.01630324162, 0.348401354603, 5.08119113742);
    }

    @Test
    void withWeightsAbsorbedEffectsCountAsTheirDummiesDo() {
        assertCr2(fit(d, List.of(clusters()), w), 0.233165352967, 1.77286004533, 0.143992362084, 4.45715901118);
        assertCr2(fit(arm, List.of(periods()), w), 0.561811883843, 4.1403234145, 0.346445148195, 5.06733338507);
        assertCr2(
                fit(d, List.of(clusters(), periods()), w),
                0.209728061216,
                1.87995345466,
                0.139680117465,
                4.38519891848);
    }

    @Test
    void weightsThatAreAllTheSameAreOfNoConsequence() {
        double[] sevens = new double[ROWS];
        Arrays.fill(sevens, 7);
        assertCr2(fit(arm, List.of(), sevens), 0.637089613785, 4.05385410368, 0.335104198908, 5.87001388116);
    }

    /**
     * A coefficient of the first cluster alone rests on its mean and on that of the other two treated ones, of which it decides the
     * first itself: with 4 rows in those, 4 / (n + 4) of its variance cannot be seen. A tenth is the most.
     */
    @ParameterizedTest
    @CsvSource({"32, false", "40, true"})
    void whatRestsOnAClustersOwnFitHasNoDegreesOfFreedom(int rows, boolean told) {
        int[] sizes = {rows, 2, 2, 9, 9, 9};
        int all = IntStream.of(sizes).sum();
        int[] group = new int[all];
        for (int cluster = 0, row = 0; cluster < sizes.length; cluster++) {
            for (int member = 0; member < sizes[cluster]; member++) {
                group[row++] = cluster;
            }
        }
        double[] response = new double[all];
        double[] treated = new double[all];
        double[] first = new double[all];
        Arrays.setAll(response, row -> row * 53 % 17 / 4.0 + group[row]);
        Arrays.setAll(treated, row -> group[row] < 3 ? 1 : 0);
        Arrays.setAll(first, row -> group[row] == 0 ? 1 : 0);
        Regression fit = Regression.fit(
                response,
                List.of(LinearModel.intercept(all), new Term("treated", treated), new Term("first", first)),
                List.of(),
                LinearModel.ones(all));

        Covariance found =
                Covariance.of(fit, Covariance.Kind.CR2, List.of(Grouping.of(all, row -> Integer.toString(group[row]))));

        assertThat(found.degreesOfFreedom(1)).isPositive();
        assertThat(found.degreesOfFreedom(2) > 0).isEqualTo(told);
    }

    @Test
    void aTrialThatAsksForItHasItsOwnDegreesOfFreedom() {
        Attribution found = MadeData.of("g", cluster).and("d", arm).and("y", y).answer("""
                        "design": "randomised-trial", "columns": {"outcome": "y", "treatment": "d", "cluster": "g"},
                        "options": {"variance": "cr2"}""");
        Regression fit = Regression.fit(y, List.of(LinearModel.intercept(ROWS), new Term("d", arm)), List.of(), ones());
        Covariance expected = Covariance.of(fit, Covariance.Kind.CR2, List.of(clusters()));
        assertThat(found.standardError()).isCloseTo(expected.standardError(1), within(1e-12));
        assertThat(found.finding().degreesOfFreedom().orElseThrow())
                .isCloseTo(expected.degreesOfFreedom(1), within(1e-9))
                .isLessThan(SIZES.length - 1);
        assertThat(Arrays.toString(found.conventions().toArray())).contains("CR2");
    }
}
