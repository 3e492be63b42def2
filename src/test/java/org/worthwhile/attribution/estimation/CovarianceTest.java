package org.worthwhile.attribution.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    private Grouping drawn(int groups) {
        int[] codes = random.ints(ROWS, 0, groups).toArray();
        return Grouping.of(ROWS, row -> Integer.toString(codes[row]));
    }
}
