package org.worthwhile.attribution.causes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.MadeData;

/** Decompositions of small data worked out by hand. */
class DecomposerTest {

    private static final Offset<Double> ROUNDING = within(1e-9);

    /**
     * Group 0 is y = 1 + 2 x at 0, 1 and 2, of mean 3; group 1 is y = 5 + x at 2, 3 and 4, of mean 8. Of the difference of 5 the
     * causes' is 2 x (3 - 1), at the first group's coefficient, and the rest is 1.
     */
    @Test
    void oaxacaAndBlinderTakeTheFirstGroupsCoefficients() {
        Attribution found = MadeData.of("y", 1, 3, 5, 7, 8, 9)
                .and("x", 0, 1, 2, 2, 3, 4)
                .and("g", 0, 0, 0, 1, 1, 1)
                .answer("""
                        "design": "many-causes", "options": {"estimator": "oaxaca-blinder", "draws": 20},
                        "columns": {"outcome": "y", "treatment": "g", "causes": ["x"]}""");

        assertThat(found.estimate()).isCloseTo(4, ROUNDING);
        assertThat(contribution(found, 0)).isCloseTo(4, ROUNDING);
        assertThat(contribution(found, 1)).isCloseTo(1, ROUNDING);
        assertThat(found.series().getFirst().points().getFirst().y()).isCloseTo(3, ROUNDING);
        assertThat(found.series().getFirst().points().getLast().y()).isCloseTo(8, ROUNDING);
    }

    /** Turned about, the second group's coefficient of 1 counts: -2, and the rest -3. */
    @Test
    void theDifferenceMayBeTakenFromTheOtherGroup() {
        Attribution found = MadeData.of("y", 1, 3, 5, 7, 8, 9)
                .and("x", 0, 1, 2, 2, 3, 4)
                .and("g", 0, 0, 0, 1, 1, 1)
                .answer("""
                        "design": "many-causes", "options": {"estimator": "oaxaca-blinder", "draws": 20, "from": 1, "to": 0},
                        "columns": {"outcome": "y", "treatment": "g", "causes": ["x"]}""");

        assertThat(contribution(found, 0)).isCloseTo(-2, ROUNDING);
        assertThat(contribution(found, 1)).isCloseTo(-3, ROUNDING);
    }

    /** a, b and c are -1 and 1 without correlation; y = 3 a + b + 2 c has a variance of 9 + 1 + 4. */
    @Test
    void causesWithoutCorrelationHaveTheirSharesOfTheVariance() {
        Attribution found = importance("\"a\", \"b\"", cube(0), cube(1));

        assertThat(contribution(found, 0)).isCloseTo(9 / 14.0, ROUNDING);
        assertThat(contribution(found, 1)).isCloseTo(1 / 14.0, ROUNDING);
        assertThat(contribution(found, 2)).isCloseTo(4 / 14.0, ROUNDING);
        assertThat(found.estimate()).isCloseTo(10 / 14.0, ROUNDING);
    }

    /**
     * With a + b in place of b: R-squared of a alone is 9/14 and of a + b alone 4^2 / (14 x 2) = 8/14; of both 10/14. The mean gain
     * of a is (9 + 2) / 28 and that of a + b (8 + 1) / 28.
     */
    @Test
    void causesWithCorrelationHaveTheirGainsAveragedOverOrders() {
        double[] sum = cube(0);
        Arrays.setAll(sum, row -> cube(0)[row] + cube(1)[row]);

        Attribution found = importance("\"a\", \"b\"", cube(0), sum);

        assertThat(contribution(found, 0)).isCloseTo(11 / 28.0, ROUNDING);
        assertThat(contribution(found, 1)).isCloseTo(9 / 28.0, ROUNDING);
    }

    private static Attribution importance(String causes, double[] a, double[] b) {
        double[] y = new double[8];
        Arrays.setAll(y, row -> 3 * cube(0)[row] + cube(1)[row] + 2 * cube(2)[row]);
        return MadeData.of("y", y).and("a", a).and("b", b).answer("""
                "design": "many-causes", "options": {"estimator": "lmg", "draws": 20},
                "columns": {"outcome": "y", "causes": [%s]}""".formatted(causes));
    }

    /** The corners of a cube by one of its three sides. */
    private static double[] cube(int side) {
        double[] values = new double[8];
        Arrays.setAll(values, row -> (row >> side & 1) == 1 ? 1 : -1);
        return values;
    }

    private static double contribution(Attribution found, int cause) {
        return ((CausesDetails) found.details()).contributions().get(cause).contribution();
    }
}
