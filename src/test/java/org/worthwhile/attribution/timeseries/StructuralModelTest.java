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
}
