package org.worthwhile.attribution.timeseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StructuralModelTest {

    private static final int BEFORE = 10;

    /** Up and down by one, with mean 0 and, over nine, a variance of 10/9. */
    private static final double[] UPS_AND_DOWNS = {1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 0};

    /**
     * Ten times tell next to nothing of the drift, whose variance is then that of its prior: an inverse gamma with 32 degrees of
     * freedom about a hundredth of a standard deviation, of mean 32 x 0.01^2 / 30. Over a million periods it is all that matters.
     */
    @Test
    void theLevelDriftsAsItsPriorSaysAndFurtherAcrossAGap() {
        int gap = 1_000_000;
        int[] periods = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9 + gap};
        StructuralModel model = StructuralModel.draw(UPS_AND_DOWNS, new double[0][], periods, BEFORE, 40_000, 3);
        double[] paths =
                Arrays.stream(model.paths()).mapToDouble(path -> path[0]).toArray();
        double drift = Arrays.stream(paths).map(path -> path * path).average().orElseThrow() / gap;
        double standardised = drift / (10.0 / 9);
        assertThat(standardised).isCloseTo(32 * 0.01 * 0.01 / 30, withinPercentage(5));
    }

    /**
     * A regressor that is the outcome itself: its coefficient would be 1 but for a prior about 0 worth a hundredth of one of
     * ten times, (n / n) / (1 + 0.01 / n) = 1 / 1.001.
     */
    @Test
    void coefficientsAreDrawnTowardsZeroByAHundredthOfOneTime() {
        double[] regressor = UPS_AND_DOWNS.clone();
        regressor[BEFORE] = 1_000;
        int[] periods = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        StructuralModel model =
                StructuralModel.draw(UPS_AND_DOWNS, new double[][] {regressor}, periods, BEFORE, 400_000, 4);
        double mean = Arrays.stream(model.paths())
                .mapToDouble(path -> path[0])
                .average()
                .orElseThrow();
        assertThat(mean / 1_000).isCloseTo(1 / 1.001, within(0.0004));
    }

    /**
     * A level about 0 with variance 1 and ten times about it with noise of variance v, whose prior is that of one time with a half:
     * p(v) is v^(-3/2) e^(-1/4v), and the likelihood of values of mean 0 and squares 9 is v^(-9/2) (v + 10)^(-1/2) e^(-9/2v). The
     * next value's variance is the mean of v + v / (v + 10), by a sum over a fine grid, and of the drift next to nothing.
     */
    @Test
    void theNoiseIsThatOfItsPriorAndTheTimesBefore() {
        double total = 0;
        double sum = 0;
        for (int i = 1; i < 400_000; i++) {
            double v = i * 1e-4;
            double density = Math.exp(-6 * Math.log(v) - 0.5 * Math.log(v + BEFORE) - (0.25 + 4.5) / v);
            total += density;
            sum += density * (v + v / (v + BEFORE));
        }

        StructuralModel model = StructuralModel.draw(
                UPS_AND_DOWNS, new double[0][], new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, BEFORE, 40_000, 5);

        double variance = Arrays.stream(model.paths())
                .mapToDouble(path -> path[0] * path[0])
                .average()
                .orElseThrow();
        assertThat(variance / (10.0 / 9)).isCloseTo(sum / total, withinPercentage(3));
    }

    /** With a level and no regressors the mean of draws is about the outcome's own mean, taken back into its own units. */
    @Test
    void pathsAndFittedValuesAreInTheOutcomesOwnUnits() {
        double[] outcome =
                Arrays.stream(UPS_AND_DOWNS).map(value -> 1_000 + 10 * value).toArray();

        StructuralModel model = StructuralModel.draw(
                outcome, new double[0][], new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, BEFORE, 20_000, 6);

        assertThat(Arrays.stream(model.paths())
                        .mapToDouble(path -> path[0])
                        .average()
                        .orElseThrow())
                .isCloseTo(1_000, within(0.5));
        assertThat(Arrays.stream(model.fitted()).average().orElseThrow()).isCloseTo(1_000, within(0.2));
    }
}
