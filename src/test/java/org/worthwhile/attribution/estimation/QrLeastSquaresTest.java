package org.worthwhile.attribution.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

/** A line through (0, 1), (1, 3), (2, 4) and (3, 4): slope 1, intercept 1.5, residuals -0.5, 0.5, 0.5 and -0.5. */
class QrLeastSquaresTest {

    private static final double[] ONES = {1, 1, 1, 1};
    private static final double[] X = {0, 1, 2, 3};
    private static final double[] Y = {1, 3, 4, 4};

    @Test
    void aLineHasItsCoefficientsAndResiduals() {
        QrLeastSquares fit = fit(1e-11, ONES, X);

        assertThat(fit.coefficients()).containsExactly(new double[] {1.5, 1}, within(1e-12));
        assertThat(fit.residuals()).containsExactly(new double[] {-0.5, 0.5, 0.5, -0.5}, within(1e-12));
    }

    /** X'X = (4 6; 6 14), whose determinant is 20. */
    @Test
    void theInverseOfTheCrossProductIsThatOfTheColumns() {
        double[][] inverse = fit(1e-11, ONES, X).inverseCrossProduct();

        assertThat(inverse[0]).containsExactly(new double[] {14 / 20.0, -6 / 20.0}, within(1e-12));
        assertThat(inverse[1]).containsExactly(new double[] {-6 / 20.0, 4 / 20.0}, within(1e-12));
    }

    @Test
    void theTrianglesProductIsThatOfTheColumnsWithSignsOfItsOwn() {
        double[][] triangle = fit(1e-11, ONES, X).triangle();

        assertThat(triangle[0][0] * triangle[0][0]).isCloseTo(4, within(1e-12));
        assertThat(triangle[0][0] * triangle[0][1]).isCloseTo(6, within(1e-12));
        assertThat(triangle[0][1] * triangle[0][1] + triangle[1][1] * triangle[1][1])
                .isCloseTo(14, within(1e-12));
        assertThat(triangle[1][0]).isZero();
    }

    @Test
    void aColumnThatThoseBeforeItExplainIsLeftOut() {
        double[] sum = {1, 2, 3, 4};

        QrLeastSquares fit = fit(1e-11, ONES, sum, X, new double[] {0, 0, 0, 0});

        assertThat(fit.kept()).containsExactly(0, 1);
        assertThat(fit.coefficients()).containsExactly(new double[] {0.5, 1}, within(1e-12));
    }

    /** What is left of (0, 0, 0, e) is about half of e: kept or not by what it is held against. */
    @Test
    void theToleranceIsAShareOfTheColumnsOwnLength() {
        double[] nearly = {1, 1, 1, 1 + 1e-6};

        assertThat(fit(1e-5, ONES, nearly).kept()).containsExactly(0);
        assertThat(fit(1e-8, ONES, nearly).kept()).containsExactly(0, 1);
    }

    @Test
    void noMoreColumnsEnterThanThereAreRows() {
        QrLeastSquares fit = QrLeastSquares.fit(
                new double[][] {{1, 0}, {0, 1}, {1, 2}}, new double[] {3, 4}, new double[] {1, 1, 3}, 1e-11);

        assertThat(fit.kept()).containsExactly(0, 1);
        assertThat(fit.residuals()).containsExactly(new double[] {0, 0}, within(1e-15));
    }

    /** Lengths are computed without overflow: 3 and 4 times 1e200 make 5e200. */
    @Test
    void lengthsOfHugeColumnsAreFinite() {
        assertThat(QrLeastSquares.lengths(new double[][] {{3e200, 4e200}, {0, 0}}))
                .containsExactly(new double[] {5e200, 0}, within(1e188));
    }

    private static QrLeastSquares fit(double tolerance, double[]... columns) {
        return QrLeastSquares.fit(columns, Y, QrLeastSquares.lengths(columns), tolerance);
    }

    /** y = 1 + 2u - 3v + e, e orthogonal to the others: signs of period 2, 4 and 8 over 40,000 rows, and those of 16 for e. */
    @Test
    void longColumnsAreFittedToTheSameBitsOnAnyNumberOfThreads() {
        double[][] columns = {new double[40_000], signs(2), signs(4), signs(8)};
        Arrays.fill(columns[0], 1);
        double[] error = signs(16);
        double[] response = new double[40_000];
        Arrays.setAll(response, row -> 1 + 2 * columns[1][row] - 3 * columns[2][row] + error[row]);
        double[] lengths = QrLeastSquares.lengths(columns);

        QrLeastSquares alone = on(1, () -> QrLeastSquares.fit(columns, response, lengths, 1e-11));
        QrLeastSquares together = on(4, () -> QrLeastSquares.fit(columns, response, lengths, 1e-11));

        assertThat(alone.coefficients()).containsExactly(new double[] {1, 2, -3, 0}, within(1e-10));
        for (int row = 0; row < error.length; row++) {
            assertThat(alone.residuals()[row]).isCloseTo(error[row], within(1e-8));
        }
        assertThat(together.coefficients()).isEqualTo(alone.coefficients());
        assertThat(together.residuals()).isEqualTo(alone.residuals());
        assertThat(together.triangle()).isDeepEqualTo(alone.triangle());
    }

    /** 50,000 copies of each of the line's points have its coefficients and residuals, and 50,000 times its cross-products. */
    @Test
    void veryManyRowsAreFittedAsFewAre() {
        int copies = 50_000;
        double[][] columns = {repeated(ONES, copies), repeated(X, copies), repeated(new double[] {1, 2, 3, 4}, copies)};
        double[] response = repeated(Y, copies);
        double[] lengths = QrLeastSquares.lengths(columns);

        QrLeastSquares alone = on(1, () -> QrLeastSquares.fit(columns, response, lengths, 1e-11));
        QrLeastSquares together = on(4, () -> QrLeastSquares.fit(columns, response, lengths, 1e-11));

        assertThat(alone.kept()).containsExactly(0, 1);
        assertThat(alone.coefficients()).containsExactly(new double[] {1.5, 1}, within(1e-12));
        for (int row = 0; row < response.length; row++) {
            assertThat(alone.residuals()[row]).isCloseTo(row % 4 == 0 || row % 4 == 3 ? -0.5 : 0.5, within(1e-12));
        }
        double[][] inverse = alone.inverseCrossProduct();
        assertThat(inverse[0][0] * copies).isCloseTo(14 / 20.0, within(1e-12));
        assertThat(inverse[0][1] * copies).isCloseTo(-6 / 20.0, within(1e-12));
        assertThat(inverse[1][1] * copies).isCloseTo(4 / 20.0, within(1e-12));
        assertThat(together.coefficients()).isEqualTo(alone.coefficients());
        assertThat(together.residuals()).isEqualTo(alone.residuals());
        assertThat(together.triangle()).isDeepEqualTo(alone.triangle());
    }

    /** The last block of rows is not full, and its last row alone departs: it has leverage 1 in the column of its own. */
    @Test
    void theLastOfVeryManyRowsTakesPart() {
        double[] ones = new double[70_001];
        double[] last = new double[70_001];
        double[] response = new double[70_001];
        Arrays.fill(ones, 1);
        Arrays.fill(response, 2);
        last[70_000] = 1;
        response[70_000] = 7;
        double[][] columns = {ones, last};

        QrLeastSquares fit = QrLeastSquares.fit(columns, response, QrLeastSquares.lengths(columns), 1e-11);

        assertThat(fit.coefficients()).containsExactly(new double[] {2, 5}, within(1e-12));
        assertThat(fit.residuals()[70_000]).isCloseTo(0, within(1e-12));
        assertThat(fit.residuals()[0]).isCloseTo(0, within(1e-12));
    }

    private static double[] repeated(double[] values, int copies) {
        double[] repeated = new double[values.length * copies];
        Arrays.setAll(repeated, row -> values[row % values.length]);
        return repeated;
    }

    private static double[] signs(int period) {
        double[] signs = new double[40_000];
        Arrays.setAll(signs, row -> row % period < period / 2 ? 1 : -1);
        return signs;
    }

    private static <T> T on(int threads, Callable<T> task) {
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            return pool.submit(task).join();
        }
    }
}
