package org.worthwhile.attribution.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.StudyCases;
import org.worthwhile.attribution.did.Decomposition.Against;
import org.worthwhile.attribution.did.Decomposition.Comparison;
import org.worthwhile.attribution.did.DifferenceOptions.Control;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Term;

class DifferenceInDifferencesChecksTest {

    private static final int PERIODS = 7;

    /** Treated always, from the third period, from the fifth, from the last, and never. */
    private static final int[] STARTS = {0, 0, 2, 2, 2, 4, 4, 6, 7, 7, 7};

    @Test
    void theDecompositionAddsUpToTheTwoWayCoefficient() {
        double[][] outcomes = outcomes(3);
        Decomposition found = Decomposition.of(outcomes, STARTS).orElseThrow();
        assertThat(found.estimate()).isCloseTo(twoWay(outcomes, STARTS), within(1e-10));
        assertThat(found.comparisons().stream().mapToDouble(Comparison::weight).sum())
                .isCloseTo(1, within(1e-12));
        assertThat(found.comparisons()).extracting(Comparison::weight).allMatch(weight -> weight > 0);
    }

    /**
     * Two units and no others, one treated from period 1 and one from period 2 of 3. Treated shares are 2/3 and 1/3. Before
     * the later start the earlier rises from 1 to 4 and the later stays at 2: 3. After the earlier start the later rises from
     * 2 to 7 and the earlier from 4 to 6: 3. The weights are (1 - 2/3) and 1/3 of the same, so a half each.
     */
    @Test
    void aHandWorkedDecomposition() {
        Decomposition found = Decomposition.of(new double[][] {{1, 4, 6}, {2, 2, 7}}, new int[] {1, 2})
                .orElseThrow();
        assertThat(found.comparisons()).hasSize(2);
        assertThat(found.weight(Against.NOT_YET_TREATED)).isCloseTo(0.5, within(1e-12));
        assertThat(found.weight(Against.ALREADY_TREATED)).isCloseTo(0.5, within(1e-12));
        assertThat(found.comparisons()).extracting(Comparison::estimate).containsExactly(3.0, 3.0);
    }

    /** The largest of k independent normal numbers is within c with probability (2 Phi(c) - 1)^k. */
    @Test
    void bandsOfIndependentEstimatesHaveTheExactWidth() {
        Grouping own = Grouping.of(1000, Integer::toString);
        InfluenceEstimate[] apart = new InfluenceEstimate[4];
        for (int i = 0; i < apart.length; i++) {
            double[] influence = new double[1000];
            for (int unit = 250 * i; unit < 250 * (i + 1); unit++) {
                influence[unit] = unit % 2 == 0 ? 1 : -1;
            }
            apart[i] = new InfluenceEstimate(1, influence);
        }
        assertThat(SimultaneousBands.critical(List.of(apart[0]), own, 0.95, 40_000, 1))
                .isCloseTo(1.95996, within(0.03));
        assertThat(SimultaneousBands.critical(List.of(apart), own, 0.95, 40_000, 1))
                .isCloseTo(2.49042, within(0.03));
        assertThat(SimultaneousBands.critical(List.of(apart[0], apart[0]), own, 0.95, 40_000, 1))
                .isCloseTo(1.95996, within(0.03));
    }

    /**
     * With two periods and one treated group, repeated cross-sections are a regression on group, period and their product, and
     * the influence function gives its HC0 standard error.
     */
    @Test
    void crossSectionsOfTwoPeriodsAreTheRegressionOnGroupAndPeriod() {
        Random random = new Random(4);
        int rows = 300;
        double[] time = new double[rows];
        double[] start = new double[rows];
        double[] both = new double[rows];
        double[] treatedGroup = new double[rows];
        double[] later = new double[rows];
        double[] outcome = new double[rows];
        for (int row = 0; row < rows; row++) {
            later[row] = random.nextDouble() < 0.6 ? 1 : 0;
            treatedGroup[row] = random.nextDouble() < 0.3 ? 1 : 0;
            time[row] = 2020 + later[row];
            start[row] = treatedGroup[row] == 1 ? 2021 : 0;
            both[row] = later[row] * treatedGroup[row];
            outcome[row] = 1 + later[row] - treatedGroup[row] + 2 * both[row] + (1 + both[row]) * random.nextGaussian();
        }
        CrossSections sections = CrossSections.of(
                StudyCases.of(
                        """
                        "design": "difference-in-differences",
                        "columns": {"outcome": "y", "time": "t", "treatmentStart": "g"}""",
                        new Column.Numeric("t", time),
                        new Column.Numeric("g", start),
                        new Column.Numeric("y", outcome)),
                0);
        InfluenceEstimate effect =
                sections.effect(1, 1, 0, Control.NEVER_TREATED, 0).orElseThrow();
        Regression fit = Regression.fit(
                outcome,
                List.of(
                        LinearModel.intercept(rows),
                        new Term("group", treatedGroup),
                        new Term("later", later),
                        new Term("both", both)),
                List.of(),
                LinearModel.ones(rows));
        assertThat(effect.estimate()).isCloseTo(fit.coefficients()[3], within(1e-10));
        assertThat(effect.standardError(sections.clusters()))
                .isCloseTo(Covariance.of(fit, Covariance.Kind.HC0, List.of()).standardError(3), within(1e-10));
    }

    private static double[][] outcomes(long seed) {
        Random random = new Random(seed);
        double[][] outcomes = new double[STARTS.length][PERIODS];
        for (int unit = 0; unit < STARTS.length; unit++) {
            double level = random.nextGaussian();
            for (int period = 0; period < PERIODS; period++) {
                double since = Math.max(0, period - STARTS[unit] + 1);
                outcomes[unit][period] = level + 0.3 * period + since + random.nextGaussian();
            }
        }
        return outcomes;
    }

    private static double twoWay(double[][] outcomes, int[] starts) {
        int rows = starts.length * PERIODS;
        double[] response = new double[rows];
        double[] treated = new double[rows];
        Arrays.setAll(response, row -> outcomes[row / PERIODS][row % PERIODS]);
        Arrays.setAll(treated, row -> row % PERIODS >= starts[row / PERIODS] ? 1 : 0);
        return Regression.fit(
                        response,
                        List.of(new Term("treated", treated)),
                        List.of(
                                Grouping.of(rows, row -> "u" + row / PERIODS),
                                Grouping.of(rows, row -> "t" + row % PERIODS)),
                        LinearModel.ones(rows))
                .coefficients()[0];
    }
}
