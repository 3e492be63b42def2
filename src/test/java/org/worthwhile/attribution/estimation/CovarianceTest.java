package org.worthwhile.attribution.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CovarianceTest {

    private static final int ROWS = 120;

    private final Random random = new Random(5);
    private final double[] x = random.doubles(ROWS, -1, 1).toArray();
    private final double[] y = random.doubles(ROWS, -1, 1).toArray();
    private final Grouping unit = drawn(25);
    private final Grouping time = drawn(8);
    private final Grouping region = drawn(4);
    private final double[] weights = random.doubles(ROWS, 0.5, 2).toArray();

    /** Fixed effects taken out, or dummies put in: the regression is the same, and so are its robust errors. */
    @ParameterizedTest
    @EnumSource(names = {"HC0", "HC1", "HC2", "HC3"})
    void severalFixedEffectsHaveTheRobustErrorsOfTheirDummies(Covariance.Kind kind) {
        List<Grouping> effects = List.of(unit, time, region);
        Regression absorbed = Regression.fit(y, List.of(new Term("x", x)), effects, weights);
        List<Term> terms = new ArrayList<>(List.of(LinearModel.intercept(ROWS), new Term("x", x)));
        terms.addAll(LinearModel.indicators("unit", unit));
        terms.addAll(LinearModel.indicators("time", time));
        terms.addAll(LinearModel.indicators("region", region));
        Regression dummies = Regression.fit(y, terms, List.of(), weights);

        double error = Covariance.of(absorbed, kind, List.of()).standardError(0);

        assertThat(absorbed.coefficients()[0]).isCloseTo(dummies.coefficients()[1], within(1e-10));
        assertThat(error).isCloseTo(Covariance.of(dummies, kind, List.of()).standardError(1), withinPercentage(1e-7));
    }

    /**
     * Arms of 3 and 2 rows with squares of 8 each about their means of 3 and 6. A row's leverage is one over its arm's rows: HC0 is
     * 8/9 + 8/4, HC1 five thirds of it, HC2 the variance of Welch's test, 4/3 + 8/2, HC3 8/2^2 + 8/1^2; with equal variances it is
     * 16/3 (1/3 + 1/2).
     */
    @ParameterizedTest
    @CsvSource({
        "HC0, 2.8888888888888889",
        "HC1, 4.8148148148148148",
        "HC2, 5.3333333333333333",
        "HC3, 10",
        "IID, 4.4444444444444444"
    })
    void theErrorOfADifferenceOfMeansIsThatOfItsArms(Covariance.Kind kind, double variance) {
        Regression fit = Regression.fit(
                new double[] {1, 3, 5, 4, 8},
                List.of(LinearModel.intercept(5), new Term("d", new double[] {0, 0, 0, 1, 1})),
                List.of(),
                LinearModel.ones(5));

        Covariance found = Covariance.of(fit, kind, List.of());

        assertThat(fit.coefficients()[1]).isCloseTo(3, within(1e-12));
        assertThat(found.matrix()[1][1]).isCloseTo(variance, within(1e-12));
        assertThat(found.degreesOfFreedom()).isEqualTo(3);
    }

    /** Two observations on each of two ways: every score by hand. */
    @Test
    void twoWayClustersTakeTheSmallerNumberUnlessAskedForEachItsOwn() {
        Regression fit = Regression.fit(
                new double[] {1, -1, 2, 0, 3, 1}, List.of(LinearModel.intercept(6)), List.of(), LinearModel.ones(6));
        Grouping three = Grouping.of(6, row -> Integer.toString(row / 2));
        Grouping two = Grouping.of(6, row -> Integer.toString(row % 2));
        // Residuals 0, -2, 1, -1, 2, 0: sums by the first -2, 0, 2; by the second 3, -3; squares 8, 18 and 10 by row.

        double smallest =
                Covariance.of(fit, Covariance.Kind.CLUSTER, List.of(three, two)).matrix()[0][0];
        double each = Covariance.of(fit, Covariance.Kind.CLUSTER, List.of(three, two), Covariance.TwoWay.EACH)
                .matrix()[0][0];

        assertThat(smallest).isCloseTo((8 + 18 - 10) * 2 / 36.0, within(1e-12));
        assertThat(each).isCloseTo((8 * 1.5 + 18 * 2 - 10 * 1.2) / 36.0, within(1e-12));
    }

    /**
     * Three units seen twice, clustered by unit: their effects are nested in the clusters and count once. Within units x is -1
     * and 1 and y is -1 and 1, -2 and 2, -3 and 3: the slope is 2, the residuals of each unit -1 x, 0 and 1 x of x, and the
     * scores -2, 0 and 2. Then K = 1 + 1, and the variance is 3/2 x 5/4 x 8 / 6^2.
     */
    @Test
    void fixedEffectsNestedInClustersCountOnce() {
        Grouping three = Grouping.of(6, row -> Integer.toString(row / 2));
        double[] regressor = {4, 6, 0, 2, -3, -1};
        double[] response = {0, 2, 5, 9, 1, 7};

        Regression fit =
                Regression.fit(response, List.of(new Term("x", regressor)), List.of(three), LinearModel.ones(6));
        Covariance found = Covariance.of(fit, Covariance.Kind.CLUSTER, List.of(three));

        assertThat(fit.coefficients()[0]).isCloseTo(2, within(1e-12));
        assertThat(found.matrix()[0][0]).isCloseTo(1.5 * 1.25 * 8 / 36, within(1e-12));
        assertThat(found.degreesOfFreedom()).isEqualTo(2);
    }

    /** The same clustered by wave, in which no unit lies: every effect counts, so that (n - 1) / (n - K) is 5/2. */
    @Test
    void fixedEffectsThatAreNotNestedCountEach() {
        Grouping three = Grouping.of(6, row -> Integer.toString(row / 2));
        Grouping crossed = Grouping.of(6, row -> Integer.toString((row + 1) / 2 % 3));
        Regression fit = Regression.fit(
                new double[] {0, 2, 5, 9, 1, 7},
                List.of(new Term("x", new double[] {4, 6, 0, 2, -3, -1})),
                List.of(three),
                LinearModel.ones(6));
        // Scores by row -1 x -1, ... : residuals times x are -1, -1, 0, 0, 1, 1; the clusters hold rows 0 and 5, 1 and
        // 2, 3 and 4.
        Covariance found = Covariance.of(fit, Covariance.Kind.CLUSTER, List.of(crossed));

        assertThat(found.matrix()[0][0]).isCloseTo(1.5 * 2.5 * (0 + 1 + 1) / 36, within(1e-12));
    }

    private Grouping drawn(int groups) {
        int[] codes = random.ints(ROWS, 0, groups).toArray();
        return Grouping.of(ROWS, row -> Integer.toString(codes[row]));
    }
}
