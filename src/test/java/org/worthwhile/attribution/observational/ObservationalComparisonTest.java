package org.worthwhile.attribution.observational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.MadeData;

class ObservationalComparisonTest {

    private static final int ROWS = 150;

    private final Random random = new Random(21);
    private final double[] x = random.doubles(ROWS, -1, 1).toArray();
    private final double[] d = new double[ROWS];
    private final double[] y = new double[ROWS];

    ObservationalComparisonTest() {
        for (int row = 0; row < ROWS; row++) {
            d[row] = random.nextDouble() < 1 / (1 + Math.exp(-x[row])) ? 1 : 0;
            y[row] = 1 + 2 * d[row] + x[row] + random.nextGaussian();
        }
    }

    /** With one binary covariate the propensities are shares, and weighting is standardising: 0.6 x 4 + 0.4 x 1. */
    @ParameterizedTest
    @ValueSource(strings = {"aipw", "ipw", "regression"})
    void aBinaryCovariateIsStandardisedOver(String estimator) {
        double[] group = {0, 0, 0, 0, 0, 0, 1, 1, 1, 1};
        double[] arm = {1, 1, 0, 0, 0, 0, 1, 1, 0, 0};
        double[] outcome = {5, 7, 1, 2, 3, 2, 6, 4, 5, 3};
        MadeData data = MadeData.of("y", outcome).and("d", arm).and("g", group);

        Attribution answer = data.answer(study(estimator, "g", ""));

        assertThat(answer.estimate()).isCloseTo(0.6 * (6 - 2) + 0.4 * (5 - 4), within(1e-9));
    }

    /** All estimating equations at once, differentiated and inverted as they stand (Stefanski and Boos 2002). */
    @Test
    void theErrorOfInverseProbabilityWeightingIsThatOfTheStackedEquations() {
        Attribution answer = data().answer(study("ipw", "x", ""));
        double[] gamma = propensity();
        double[] means = new double[2];
        double[] totals = new double[2];
        for (int row = 0; row < ROWS; row++) {
            double p = score(gamma, row);
            int arm = (int) d[row];
            double weight = arm == 1 ? 1 / p : 1 / (1 - p);
            means[arm] += weight * y[row];
            totals[arm] += weight;
        }
        double[] theta = {gamma[0], gamma[1], means[1] / totals[1], means[0] / totals[0]};
        double[][] slope = new double[4][4];
        double[][] square = new double[4][4];
        double step = 1e-6;
        for (int row = 0; row < ROWS; row++) {
            double[] own = equations(theta, row);
            for (int j = 0; j < 4; j++) {
                double[] above = theta.clone();
                double[] below = theta.clone();
                above[j] += step;
                below[j] -= step;
                double[] up = equations(above, row);
                double[] down = equations(below, row);
                for (int i = 0; i < 4; i++) {
                    slope[i][j] += (up[i] - down[i]) / (2 * step);
                    square[i][j] += own[i] * own[j];
                }
            }
        }
        RealMatrix inverse =
                new LUDecomposition(new Array2DRowRealMatrix(slope)).getSolver().getInverse();
        double[][] covariance = inverse.multiply(new Array2DRowRealMatrix(square))
                .multiply(inverse.transpose())
                .getData();
        double error = Math.sqrt(covariance[2][2] + covariance[3][3] - 2 * covariance[2][3]);

        assertThat(answer.estimate()).isCloseTo(theta[2] - theta[3], within(1e-8));
        assertThat(answer.standardError()).isCloseTo(error, withinPercentage(1e-4));
    }

    /** A row of weight 3 is three rows. */
    @ParameterizedTest
    @ValueSource(strings = {"aipw", "ipw", "regression", "entropy-balancing"})
    void aWeightIsSoManyRows(String estimator) {
        double[] weight = new double[ROWS];
        Arrays.setAll(weight, row -> 1 + row % 3);
        int[] repeated = java.util.stream.IntStream.range(0, ROWS)
                .flatMap(row -> java.util.stream.IntStream.generate(() -> row).limit(1 + row % 3))
                .toArray();
        MadeData many =
                MadeData.of("y", at(y, repeated)).and("d", at(d, repeated)).and("x", at(x, repeated));

        Attribution weighted = data().and("w", weight).answer(study(estimator, "x", ", \"weight\": \"w\""));
        Attribution expanded = many.answer(study(estimator, "x", ""));

        assertThat(weighted.estimate()).isCloseTo(expanded.estimate(), within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aipw", "ipw", "regression", "entropy-balancing"})
    void weightsOfOneChangeNothingAndClustersOfOneRowOnlyTheirFactor(String estimator) {
        double[] ones = new double[ROWS];
        Arrays.fill(ones, 1);
        double[] each = new double[ROWS];
        Arrays.setAll(each, row -> row);
        Attribution plain = data().answer(study(estimator, "x", ""));

        Attribution weighted = data().and("w", ones).answer(study(estimator, "x", ", \"weight\": \"w\""));
        Attribution clustered = data().and("c", each).answer(study(estimator, "x", ", \"cluster\": \"c\""));

        assertThat(weighted.estimate()).isCloseTo(plain.estimate(), within(1e-12));
        assertThat(weighted.standardError()).isCloseTo(plain.standardError(), within(1e-12));
        double factor = estimator.equals("regression") ? 1 : Math.sqrt(ROWS / (ROWS - 1.0));
        assertThat(clustered.standardError()).isCloseTo(plain.standardError() * factor, within(1e-9));
    }

    /** Every row twice, as a cluster of two: the error of the rows once, but for the factors. */
    @Test
    void clustersOfRowsThatStandTwiceHaveTheErrorOfTheRowsOnce() {
        int[] twice = java.util.stream.IntStream.range(0, 2 * ROWS)
                .map(row -> row / 2)
                .toArray();
        double[] cluster = Arrays.stream(twice).asDoubleStream().toArray();
        MadeData doubled = MadeData.of("y", at(y, twice))
                .and("d", at(d, twice))
                .and("x", at(x, twice))
                .and("c", cluster);

        double once = data().answer(study("aipw", "x", "")).standardError();

        assertThat(doubled.answer(study("aipw", "x", ", \"cluster\": \"c\"")).standardError())
                .isCloseTo(once * Math.sqrt(ROWS / (ROWS - 1.0)), within(1e-9));
    }

    private MadeData data() {
        return MadeData.of("y", y).and("d", d).and("x", x);
    }

    private static String study(String estimator, String covariate, String roles) {
        return """
                "design": "observational", "options": {"estimator": "%s"},
                "columns": {"outcome": "y", "treatment": "d", "covariates": ["%s"]%s}""".formatted(estimator, covariate, roles);
    }

    private static double[] at(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    private double score(double[] gamma, int row) {
        return 1 / (1 + Math.exp(-gamma[0] - gamma[1] * x[row]));
    }

    /** Newton's steps on the likelihood of two coefficients. */
    private double[] propensity() {
        double[] gamma = new double[2];
        for (int step = 0; step < 30; step++) {
            double[] slope = new double[2];
            double[][] information = new double[2][2];
            for (int row = 0; row < ROWS; row++) {
                double p = score(gamma, row);
                double[] own = {1, x[row]};
                for (int i = 0; i < 2; i++) {
                    slope[i] += (d[row] - p) * own[i];
                    for (int j = 0; j < 2; j++) {
                        information[i][j] += p * (1 - p) * own[i] * own[j];
                    }
                }
            }
            double determinant = information[0][0] * information[1][1] - information[0][1] * information[1][0];
            gamma[0] += (information[1][1] * slope[0] - information[0][1] * slope[1]) / determinant;
            gamma[1] += (information[0][0] * slope[1] - information[1][0] * slope[0]) / determinant;
        }
        return gamma;
    }

    private double[] equations(double[] theta, int row) {
        double p = score(theta, row);
        return new double[] {
            d[row] - p,
            (d[row] - p) * x[row],
            d[row] / p * (y[row] - theta[2]),
            (1 - d[row]) / (1 - p) * (y[row] - theta[3])
        };
    }
}
