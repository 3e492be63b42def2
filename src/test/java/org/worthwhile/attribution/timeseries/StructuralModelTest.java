package org.worthwhile.attribution.timeseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructuralModelTest {

    private static final int BEFORE = 14;
    private static final int DRAWS = 100_000;

    /** Goes up and down with a memory, by a regressor of its own. */
    private static final double[] OUTCOME = {3, 4, 6, 5, 7, 9, 8, 6, 5, 7, 8, 10, 9, 11, 0};

    /** Drifts up and down beneath noise that goes to and fro. */
    private static final double[] NOISY = {2, -1, 4, 2, 7, 5, 9, 5, 7, 2, 4, -1, 2, -2, 0};

    private static final double[] REGRESSOR = {1, 2, 2, 1, 3, 4, 2, 1, 1, 3, 3, 4, 3, 5, 2};

    /**
     * The mean and the variance of the value ahead, by the formulas of best linear prediction (universal kriging) with whole
     * matrices at each correlation and share of noise, weighted by the restricted likelihood: none of it is shared with what is tested.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 1_000})
    void theValueAheadIsThatOfTheAutoregressionOverAllItsCorrelationsAndNoise(int ahead) {
        theValueAheadIsThatOfBestLinearPrediction(OUTCOME, ahead);
    }

    @Test
    void noiseAboutADriftIsInTheValueAheadToo() {
        theValueAheadIsThatOfBestLinearPrediction(NOISY, 1);
    }

    private static void theValueAheadIsThatOfBestLinearPrediction(double[] outcome, int ahead) {
        int[] periods = IntStream.range(0, BEFORE + 1)
                .map(t -> t < BEFORE ? t : BEFORE - 1 + ahead)
                .toArray();
        double whole = 0;
        double sum = 0;
        double squares = 0;
        double lowest = 0.5 * Math.log(0.01 / 1.99);
        double highest = 0.5 * Math.log(1.998 / 0.002);
        for (int i = 0; i <= 880; i++) {
            double[] at = predicted(Math.tanh(lowest + (highest - lowest) * i / 880), 0, outcome, periods);
            double weight = 0.9 / 881 * at[0];
            whole += weight;
            sum += weight * at[1];
            squares += weight * (at[2] + at[1] * at[1]);
        }
        double half = 0.5 * Math.log(1.5 / 0.5);
        for (int share = 1; share <= 9; share++) {
            for (int i = 0; i < 25; i++) {
                double[] at = predicted(Math.tanh(half + (highest - half) * i / 24), share / 10.0, outcome, periods);
                double weight = 0.1 / 225 * at[0];
                whole += weight;
                sum += weight * at[1];
                squares += weight * (at[2] + at[1] * at[1]);
            }
        }
        double mean = sum / whole;
        double deviation = Math.sqrt(squares / whole - mean * mean);

        StructuralModel model = StructuralModel.draw(outcome, new double[][] {REGRESSOR}, periods, BEFORE, DRAWS, 3);
        double[] paths =
                Arrays.stream(model.paths()).mapToDouble(path -> path[0]).toArray();
        double found = Arrays.stream(paths).average().orElseThrow();

        assertThat(found).isCloseTo(mean, within(0.02 * deviation));
        assertThat(StructuralModel.deviation(paths, found)).isCloseTo(deviation, withinPercentage(3));
    }

    /** The likelihood, and the mean and variance of the value ahead, at a correlation and a share of noise. */
    private static double[] predicted(double correlation, double noise, double[] outcome, int[] periods) {
        RealMatrix errors = new Array2DRowRealMatrix(BEFORE, BEFORE);
        RealMatrix alike = new Array2DRowRealMatrix(BEFORE, 1);
        RealMatrix x = new Array2DRowRealMatrix(BEFORE, 2);
        for (int i = 0; i < BEFORE; i++) {
            for (int j = 0; j < BEFORE; j++) {
                errors.setEntry(
                        i,
                        j,
                        (1 - noise) * Math.pow(correlation, Math.abs(periods[i] - periods[j])) + (i == j ? noise : 0));
            }
            alike.setEntry(i, 0, (1 - noise) * Math.pow(correlation, periods[BEFORE] - periods[i]));
            x.setRow(i, new double[] {1, REGRESSOR[i]});
        }
        RealMatrix y = new Array2DRowRealMatrix(Arrays.copyOf(outcome, BEFORE));
        RealMatrix inverse = new LUDecomposition(errors).getSolver().getInverse();
        LUDecomposition information =
                new LUDecomposition(x.transpose().multiply(inverse).multiply(x));
        RealMatrix beta =
                information.getSolver().solve(x.transpose().multiply(inverse).multiply(y));
        RealMatrix rest = y.subtract(x.multiply(beta));
        double squares = rest.transpose().multiply(inverse).multiply(rest).getEntry(0, 0);
        int degrees = BEFORE - 2;
        RealMatrix at = new Array2DRowRealMatrix(new double[] {1, REGRESSOR[BEFORE]});
        RealMatrix apart = at.subtract(x.transpose().multiply(inverse).multiply(alike));
        double open = 1
                - alike.transpose().multiply(inverse).multiply(alike).getEntry(0, 0)
                + apart.transpose()
                        .multiply(information.getSolver().solve(apart))
                        .getEntry(0, 0);
        return new double[] {
            Math.pow(squares, -degrees / 2.0)
                    / Math.sqrt(new LUDecomposition(errors).getDeterminant() * information.getDeterminant()),
            at.transpose().multiply(beta).getEntry(0, 0)
                    + alike.transpose().multiply(inverse).multiply(rest).getEntry(0, 0),
            squares / (degrees - 2) * open
        };
    }

    @Test
    void pathsAndFittedValuesAreInTheOutcomesOwnUnits() {
        int[] periods = IntStream.range(0, BEFORE + 1).toArray();
        double[] moved = Arrays.stream(OUTCOME).map(value -> 1_000 + 10 * value).toArray();

        StructuralModel model = StructuralModel.draw(OUTCOME, new double[][] {REGRESSOR}, periods, BEFORE, 50, 6);
        StructuralModel other = StructuralModel.draw(moved, new double[][] {REGRESSOR}, periods, BEFORE, 50, 6);

        for (int draw = 0; draw < 50; draw++) {
            assertThat(other.paths()[draw][0]).isCloseTo(1_000 + 10 * model.paths()[draw][0], within(1e-8));
        }
        for (int t = 0; t < BEFORE; t++) {
            assertThat(other.fitted()[t]).isCloseTo(1_000 + 10 * model.fitted()[t], within(1e-8));
        }
    }

    @Test
    void theSameSeedHasTheSameDraws() {
        int[] periods = IntStream.range(0, BEFORE + 1).toArray();
        double[][] regressors = {REGRESSOR};

        assertThat(StructuralModel.draw(OUTCOME, regressors, periods, BEFORE, 20, 5)
                        .paths())
                .isDeepEqualTo(StructuralModel.draw(OUTCOME, regressors, periods, BEFORE, 20, 5)
                        .paths());
    }
}
