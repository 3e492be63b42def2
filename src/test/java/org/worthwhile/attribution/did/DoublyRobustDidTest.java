package org.worthwhile.attribution.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.estimation.LinearModel;

class DoublyRobustDidTest {

    /** Treated and controls at a covariate of 0 to 3: the odds of treatment are 1, 6, 36 and 216, whose logarithms are linear. */
    private static final int[] TREATED = {50, 60, 36, 216};

    private static final int[] CONTROLS = {50, 10, 1, 1};

    /** Changes of controls with sum 0 and covariance 0 with the covariate, so that their regression is the line 0. */
    private static final double[] CHANGES = {0.02, -0.2, 1, 0};

    /**
     * Controls weigh by their odds, but for the one whose probability of 216/217 is above 0.995: their mean departure is
     * (50 x 1 x 0.02 - 10 x 6 x 0.2 + 1 x 36 x 1) / (50 + 60 + 36) = 25/146.
     */
    @Test
    void controlsThatAreAlmostSureToBeTreatedAreLeftOutAndOthersAreNot() {
        int rows = Arrays.stream(TREATED).sum() + Arrays.stream(CONTROLS).sum();
        double[] changes = new double[rows];
        boolean[] treated = new boolean[rows];
        double[] covariate = new double[rows];
        int row = 0;
        for (int x = 0; x < TREATED.length; x++) {
            for (int i = 0; i < TREATED[x] + CONTROLS[x]; i++) {
                treated[row] = i < TREATED[x];
                changes[row] = treated[row] ? 2 : CHANGES[x];
                covariate[row] = x;
                row++;
            }
        }
        double[] ones = LinearModel.ones(rows);
        DoublyRobustDid found = DoublyRobustDid.estimate(changes, treated, new double[][] {ones, covariate}, ones)
                .orElseThrow();
        assertThat(found.estimate()).isCloseTo(2 - 25.0 / 146, within(1e-9));
    }

    /**
     * What a unit counts for is how the estimate moves with its weight, for each of n units n times the slope: of propensity, trend
     * and means together.
     */
    @Test
    void theInfluenceOfAUnitIsTheSlopeOfTheEstimateInItsWeight() {
        int n = 40;
        Random random = new Random(2);
        double[] changes = new double[n];
        boolean[] treated = new boolean[n];
        double[][] columns = {LinearModel.ones(n), new double[n], new double[n]};
        double[] weights = new double[n];
        for (int unit = 0; unit < n; unit++) {
            columns[1][unit] = random.nextGaussian();
            columns[2][unit] = random.nextGaussian();
            treated[unit] = random.nextGaussian() + 0.5 * columns[1][unit] > 0;
            weights[unit] = 0.5 + random.nextDouble();
            changes[unit] = columns[1][unit] * columns[1][unit] + (treated[unit] ? 1 : 0) + random.nextGaussian();
        }
        double[] influence = DoublyRobustDid.estimate(changes, treated, columns, weights)
                .orElseThrow()
                .influence();

        double step = 1e-5;
        for (int unit = 0; unit < n; unit++) {
            double[] ends = new double[2];
            for (int end = 0; end < 2; end++) {
                double[] moved = weights.clone();
                moved[unit] *= 1 + (end == 0 ? -step : step);
                ends[end] = DoublyRobustDid.estimate(changes, treated, columns, moved)
                        .orElseThrow()
                        .estimate();
            }
            assertThat(influence[unit]).isCloseTo(n * (ends[1] - ends[0]) / (2 * step), within(1e-5));
        }
    }

    @Test
    void covariatesOfWhichOneExplainsAnotherAmongTheControlsAreRefused() {
        double[] ones = LinearModel.ones(8);
        boolean[] treated = {true, true, true, true, false, false, false, false};
        double[] ofTreatedAlone = {0, 1, 0, 2, 0, 0, 0, 0};

        assertThat(DoublyRobustDid.estimate(
                        new double[] {1, 2, 3, 4, 5, 6, 7, 9}, treated, new double[][] {ones, ofTreatedAlone}, ones))
                .isEmpty();
    }
}
