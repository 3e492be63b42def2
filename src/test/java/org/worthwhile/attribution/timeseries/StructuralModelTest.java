package org.worthwhile.attribution.timeseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.stream.IntStream;
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
        double[][] regressors = {REGRESSOR};
        BestLinearPrediction expected = BestLinearPrediction.of(Arrays.copyOf(outcome, BEFORE), regressors, periods);

        StructuralModel model = StructuralModel.draw(outcome, regressors, periods, BEFORE, DRAWS, 3);
        double[] paths =
                Arrays.stream(model.paths()).mapToDouble(path -> path[0]).toArray();
        double found = Arrays.stream(paths).average().orElseThrow();

        assertThat(found).isCloseTo(expected.mean(), within(0.02 * expected.deviation()));
        assertThat(StructuralModel.deviation(paths, found)).isCloseTo(expected.deviation(), withinPercentage(3));
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
