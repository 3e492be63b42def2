package org.worthwhile.attribution.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.did.Decomposition.Against;
import org.worthwhile.attribution.did.Decomposition.Comparison;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Term;

class DecompositionTest {

    /**
     * Three units over three periods, treated from the second, from the third and never. The weights of Goodman-Bacon's equation 10
     * are 1/81, 1/81, 2/81 and 2/81 before they are made to add up to 1.
     *
     * <pre>
     * early against never          (3 + 5)/2 - 0 - ((2 + 3)/2 - 2)   3.5   1/3
     * early against late           3 - 0 - (1 - 1)                   3     1/6
     * late against never           6 - (1 + 1)/2 - (3 - (2 + 2)/2)   4     1/3
     * late against early, treated  6 - 1 - (5 - 3)                   3     1/6
     * </pre>
     */
    @Test
    void everyComparisonOfAHandWorkedPanelHasItsWeightAndEstimate() {
        Decomposition found = Decomposition.of(new double[][] {{0, 3, 5}, {1, 1, 6}, {2, 2, 3}}, new int[] {1, 2, 3})
                .orElseThrow();

        assertComparison(found, Against.NEVER_TREATED, 1, 3, 1 / 3.0, 3.5);
        assertComparison(found, Against.NOT_YET_TREATED, 1, 2, 1 / 6.0, 3);
        assertComparison(found, Against.NEVER_TREATED, 2, 3, 1 / 3.0, 4);
        assertComparison(found, Against.ALREADY_TREATED, 2, 1, 1 / 6.0, 3);
        assertThat(found.comparisons()).hasSize(4);
        assertThat(found.estimate()).isCloseTo(3.5, within(1e-12));
        assertThat(found.weight(Against.NEVER_TREATED)).isCloseTo(2 / 3.0, within(1e-12));
    }

    /** Of a panel with units always treated too: the weighted comparisons are the coefficient of a regression on indicators. */
    @Test
    void theComparisonsAddUpToTheTwoWayCoefficient() {
        Random random = new Random(6);
        int periods = 6;
        int[] starts = {0, 2, 2, 3, 3, 3, 5, 6, 6};
        double[][] outcomes = new double[starts.length][periods];
        Arrays.setAll(outcomes, _ -> random.doubles(periods).toArray());
        int rows = starts.length * periods;
        double[] outcome = new double[rows];
        double[] treated = new double[rows];
        for (int row = 0; row < rows; row++) {
            outcome[row] = outcomes[row / periods][row % periods];
            treated[row] = row % periods >= starts[row / periods] ? 1 : 0;
        }
        Regression fit = Regression.fit(
                outcome,
                List.of(new Term("treated", treated)),
                List.of(
                        Grouping.of(rows, row -> Integer.toString(row / periods)),
                        Grouping.of(rows, row -> Integer.toString(row % periods))),
                LinearModel.ones(rows));

        Decomposition found = Decomposition.of(outcomes, starts).orElseThrow();

        assertThat(found.estimate()).isCloseTo(fit.coefficients()[0], within(1e-10));
        assertThat(Arrays.stream(Against.values()).mapToDouble(found::weight).sum())
                .isCloseTo(1, within(1e-12));
        assertThat(found.comparisons())
                .allSatisfy(comparison -> assertThat(comparison.weight()).isPositive());
    }

    @Test
    void withoutAGroupThatChangesThereIsNothingToCompare() {
        assertThat(Decomposition.of(new double[][] {{1, 2}, {3, 4}}, new int[] {2, 2}))
                .isEmpty();
        assertThat(Decomposition.of(new double[][] {{1, 2}, {3, 4}}, new int[] {0, 2}))
                .isEmpty();
    }

    private static void assertComparison(
            Decomposition found, Against against, int treated, int control, double weight, double estimate) {
        Comparison comparison = found.comparisons().stream()
                .filter(candidate -> candidate.against() == against
                        && candidate.treated() == treated
                        && candidate.control() == control)
                .findFirst()
                .orElseThrow();
        assertThat(comparison.weight()).isCloseTo(weight, within(1e-12));
        assertThat(comparison.estimate()).isCloseTo(estimate, within(1e-12));
    }
}
