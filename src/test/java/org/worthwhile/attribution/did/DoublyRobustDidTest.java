package org.worthwhile.attribution.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
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
}
