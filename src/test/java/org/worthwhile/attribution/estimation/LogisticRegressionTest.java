package org.worthwhile.attribution.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

    /** Six rows without x, two of them treated, and four with it, three of them treated. */
    private static final double[] X = {0, 0, 0, 0, 0, 0, 1, 1, 1, 1};

    private static final boolean[] TREATED = {true, true, false, false, false, false, true, true, true, false};

    private final double[] ones = LinearModel.ones(10);

    /** The variance of the intercept is 1 / (n p (1 - p)) of the rows without x; the slope's adds that of the others. */
    @Test
    void aBinaryColumnGivesTheSharesOfItsTwoGroups() {
        LogisticRegression fit =
                LogisticRegression.fit(new double[][] {ones, X}, TREATED, ones).orElseThrow();

        assertThat(fit.probabilities()[0]).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(fit.probabilities()[9]).isCloseTo(0.75, within(1e-9));
        double without = 1 / (6 * (1 / 3.0) * (2 / 3.0));
        double with = 1 / (4 * 0.75 * 0.25);
        assertThat(fit.inverseInformation()[0][0]).isCloseTo(without, within(1e-6));
        assertThat(fit.inverseInformation()[0][1]).isCloseTo(-without, within(1e-6));
        assertThat(fit.inverseInformation()[1][1]).isCloseTo(without + with, within(1e-6));
    }

    /** The treated row of weight 3 makes three of them: shares (3 + 1) / (3 + 5) and 3/4. */
    @Test
    void aRowCountsByItsWeight() {
        double[] weights = ones.clone();
        weights[0] = 3;

        LogisticRegression fit = LogisticRegression.fit(new double[][] {ones, X}, TREATED, weights)
                .orElseThrow();

        assertThat(fit.probabilities()[3]).isCloseTo(0.5, within(1e-9));
        assertThat(fit.probabilities()[7]).isCloseTo(0.75, within(1e-9));
        assertThat(fit.inverseInformation()[0][0]).isCloseTo(1 / (8 * 0.25), within(1e-6));
    }

    /** The scores, weighted residuals times columns, are zero at the solution. */
    @Test
    void residualsAreOrthogonalToEveryColumn() {
        double[] z = {0.3, -1.2, 2.1, 0.4, -0.7, 1.5, 0.2, -0.3, 0.9, -2};

        LogisticRegression fit = LogisticRegression.fit(new double[][] {ones, X, z}, TREATED, ones)
                .orElseThrow();

        double[] residuals = new double[10];
        Arrays.setAll(residuals, row -> (TREATED[row] ? 1 : 0) - fit.probabilities()[row]);
        for (double[] column : new double[][] {ones, X, z}) {
            assertThat(Matrices.dot(column, residuals)).isCloseTo(0, within(1e-8));
        }
    }

    @Test
    void aColumnThatTellsTheTreatedApartHasNoFit() {
        double[] z = new double[10];
        Arrays.setAll(z, row -> TREATED[row] ? 1 : 0);

        assertThat(LogisticRegression.fit(new double[][] {ones, z}, TREATED, ones))
                .isEmpty();
    }

    @Test
    void collinearColumnsHaveNoFit() {
        assertThat(LogisticRegression.fit(new double[][] {ones, X, X}, TREATED, ones))
                .isEmpty();
    }
}
