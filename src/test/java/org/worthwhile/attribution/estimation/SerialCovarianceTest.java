package org.worthwhile.attribution.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A mean of four values whose departures from it are 3, 1, -2 and -2, worked out by hand: scores are the departures. */
class SerialCovarianceTest {

    private static final Regression MEAN = Regression.fit(
            new double[] {8, 6, 3, 3}, List.of(LinearModel.intercept(4)), List.of(), LinearModel.ones(4));

    private static final Grouping ONE_UNIT = Grouping.of(4, _ -> "");

    /** Squares 18; neighbours 3 - 2 + 4 = 5, by a half and twice; n / (n - K) is 4/3. */
    @Test
    void neighboursCountByHalfWithALagOfOne() {
        Covariance found = SerialCovariance.neweyWest(MEAN, ONE_UNIT, new int[] {0, 1, 2, 3}, 1);

        assertThat(found.matrix()[0][0]).isCloseTo((18 + 2 * 0.5 * 5) / 16 * 4 / 3, within(1e-12));
        assertThat(found.degreesOfFreedom()).isEqualTo(3);
    }

    @Test
    void theOrderOfRowsIsOfNoConsequence() {
        Regression shuffled = Regression.fit(
                new double[] {3, 8, 3, 6}, List.of(LinearModel.intercept(4)), List.of(), LinearModel.ones(4));

        assertThat(SerialCovariance.neweyWest(shuffled, ONE_UNIT, new int[] {3, 0, 2, 1}, 1)
                        .matrix()[0][0])
                .isCloseTo((18 + 5) / 16.0 * 4 / 3, within(1e-12));
    }

    /** With a gap after the second, its neighbours are two apart: of pairs one apart 3 and 4 are left. */
    @Test
    void rowsOnTheTwoSidesOfAGapAreNotAlike() {
        Covariance found = SerialCovariance.neweyWest(MEAN, ONE_UNIT, new int[] {0, 1, 3, 4}, 1);

        assertThat(found.matrix()[0][0]).isCloseTo((18 + 3 + 4) / 16.0 * 4 / 3, within(1e-12));
    }

    /** With a lag of two, those two apart count by a third and those one apart by two thirds. */
    @Test
    void distancesAreInPeriods() {
        Covariance found = SerialCovariance.neweyWest(MEAN, ONE_UNIT, new int[] {0, 1, 3, 4}, 2);

        assertThat(found.matrix()[0][0])
                .isCloseTo((18 + 2 * (2 / 3.0 * (3 + 4) + 1 / 3.0 * -2)) / 16 * 4 / 3, within(1e-12));
    }

    @Test
    void rowsOfDifferentUnitsAreNotAlike() {
        Grouping two = Grouping.of(4, row -> Integer.toString(row / 2));

        Covariance found = SerialCovariance.neweyWest(MEAN, two, new int[] {0, 1, 1, 2}, 1);

        assertThat(found.matrix()[0][0]).isCloseTo((18 + 3 + 4) / 16.0 * 4 / 3, within(1e-12));
    }

    /** Two units at two times: sums by time 1 and -1; squares 2, neighbours -1; T / (T - 1) is 2 and (n - 1) / (n - K) is 1. */
    @Test
    void driscollAndKraayAddUpTheRowsOfATime() {
        Covariance none = SerialCovariance.driscollKraay(MEAN, new int[] {5, 6, 5, 6}, 0);
        Covariance one = SerialCovariance.driscollKraay(MEAN, new int[] {5, 6, 5, 6}, 1);

        assertThat(none.matrix()[0][0]).isCloseTo((1 + 1) / 16.0 * 2, within(1e-12));
        assertThat(one.matrix()[0][0]).isCloseTo((1 + 1 + 2 * 0.5 * -1) / 16 * 2, within(1e-12));
        assertThat(one.degreesOfFreedom()).isEqualTo(1);
    }
}
