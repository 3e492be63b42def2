package org.worthwhile.attribution.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FixedEffectsTest {

    private static final int ROWS = 400;

    private final Random random = new Random(7);

    @Test
    void threeEffectsLeaveWhatRegressionOnTheirDummiesLeaves() {
        List<Grouping> effects = List.of(drawn(40), drawn(7), drawn(15));
        double[] weights = random.doubles(ROWS, 0.1, 3).toArray();
        double[] variable = random.doubles(ROWS, -5, 5).toArray();

        double[] residuals =
                converged(FixedEffects.of(effects, weights).absorb(variable)).residuals();

        double[] expected = residualsOnDummies(effects, weights, variable);
        for (int row = 0; row < ROWS; row++) {
            assertThat(residuals[row]).isCloseTo(expected[row], within(1e-11));
        }
    }

    /** Rows of as many cells as groups can make are added up by cells, those of many more are not. */
    @Test
    void twoEffectsLeaveWhatRegressionOnTheirDummiesLeavesHoweverManyCellsTheyMake() {
        for (List<Grouping> effects : List.of(List.of(drawn(9), drawn(40)), List.of(drawn(60), drawn(50)))) {
            double[] weights = random.doubles(ROWS, 0.1, 3).toArray();
            double[] variable = random.doubles(ROWS, 95, 105).toArray();

            double[] residuals = converged(FixedEffects.of(effects, weights).absorb(variable))
                    .residuals();

            double[] expected = residualsOnDummies(effects, weights, variable);
            for (int row = 0; row < ROWS; row++) {
                assertThat(residuals[row]).isCloseTo(expected[row], within(1e-10));
            }
        }
    }

    /** Values in one group alone that add up to nothing but rounding leave no direction to go in. */
    @Test
    void whatIsAlreadyWithoutItsEffectsIsLeftAsItIs() {
        Grouping units = Grouping.of(24, row -> Integer.toString(row / 6));
        Grouping periods = Grouping.of(24, row -> Integer.toString(row % 6));
        double[] weights = new double[24];
        java.util.Arrays.fill(weights, 1);
        for (int made = 0; made < 2_000; made++) {
            double[] variable = new double[24];
            double[] own = random.doubles(6, -10, 10).toArray();
            double mean = java.util.Arrays.stream(own).average().orElseThrow();
            for (int period = 0; period < 6; period++) {
                variable[period] = own[period] - mean;
            }
            double[] residuals = converged(
                            FixedEffects.of(List.of(units, periods), weights).absorb(variable))
                    .residuals();
            for (int row = 0; row < 24; row++) {
                double expected = variable[row % 6] * (row < 6 ? 0.75 : -0.25);
                assertThat(residuals[row]).isCloseTo(expected, within(1e-12));
            }
        }
    }

    /** Units of two periods each, one after another, tie 2,000 periods to one another by one row at a time. */
    @Test
    void aLongChainOfPeriodsIsSolvedExactly() {
        int periods = 2_000;
        int[] unit = new int[2 * (periods - 1)];
        int[] time = new int[unit.length];
        for (int row = 0; row < unit.length; row++) {
            unit[row] = row / 2;
            time[row] = row / 2 + row % 2;
        }
        List<Grouping> effects = List.of(grouping(unit), grouping(time));
        double[] drawn = random.doubles(unit.length, -1, 1).toArray();
        double[] variable = new double[unit.length];
        Arrays.setAll(variable, row -> drawn[row] + Math.cos(unit[row]) * 100 + time[row]);

        double[] residuals = converged(
                        FixedEffects.of(effects, LinearModel.ones(unit.length)).absorb(variable))
                .residuals();

        // With as many parameters as rows the effects explain everything.
        assertThat(Arrays.stream(residuals).map(Math::abs).max().orElseThrow()).isLessThan(1e-8);
    }

    /** Two rows of each link of the chain leave half their difference, whatever the effects. */
    @Test
    void theRestOfADoubledChainIsHalfTheDifferenceOfItsRows() {
        int periods = 3_000;
        int[] unit = new int[4 * (periods - 1)];
        int[] time = new int[unit.length];
        double[] variable = new double[unit.length];
        for (int row = 0; row < unit.length; row++) {
            unit[row] = row / 4;
            time[row] = row / 4 + row % 2;
            variable[row] = random.nextDouble() + 3 * unit[row] - 0.01 * time[row] * time[row];
        }

        double[] residuals = converged(
                        FixedEffects.of(List.of(grouping(unit), grouping(time)), LinearModel.ones(unit.length))
                                .absorb(variable))
                .residuals();

        for (int row = 0; row < unit.length; row += 4) {
            assertThat(residuals[row]).isCloseTo((variable[row] - variable[row + 2]) / 2, within(1e-8));
            assertThat(residuals[row + 1]).isCloseTo((variable[row + 1] - variable[row + 3]) / 2, within(1e-8));
        }
    }

    @Test
    void theUnitOfAVariableScalesItsResidualsAndNothingElse() {
        List<Grouping> effects = List.of(drawn(60), drawn(9));
        double[] variable = random.doubles(ROWS).toArray();
        FixedEffects fixed = FixedEffects.of(effects, LinearModel.ones(ROWS));
        double[] once = converged(fixed.absorb(variable)).residuals();
        for (double factor : new double[] {1e-12, 1e-6, 1e6, 1e12}) {
            double[] scaled = converged(fixed.absorb(
                            Arrays.stream(variable).map(value -> value * factor).toArray()))
                    .residuals();
            for (int row = 0; row < ROWS; row++) {
                assertThat(scaled[row] / factor).isCloseTo(once[row], within(1e-12));
            }
        }
    }

    @Test
    void effectsHaveTheSumsThatAreAskedFor() {
        List<Grouping> effects = List.of(drawn(30), drawn(12));
        double[] weights = random.doubles(ROWS).map(draw -> draw < 0.3 ? 0 : 1).toArray();
        double[] asked = random.doubles(ROWS).toArray();
        double[][] wanted = sums(effects, weights, asked);

        double[][] found =
                converged(FixedEffects.of(effects, weights).withSums(wanted)).effects();

        double[] fitted = new double[ROWS];
        Arrays.setAll(
                fitted,
                row -> found[0][effects.get(0).codes()[row]]
                        + found[1][effects.get(1).codes()[row]]);
        double[][] sums = sums(effects, weights, fitted);
        for (int q = 0; q < 2; q++) {
            for (int group = 0; group < sums[q].length; group++) {
                assertThat(sums[q][group]).isCloseTo(wanted[q][group], within(1e-10));
            }
        }
    }

    /** Two units in two waves, and a third unit in a third wave that no weight is on, whatever sums it is given. */
    @Test
    void sumsOfGroupsWithoutWeightDoNotCount() {
        List<Grouping> effects =
                List.of(grouping(new int[] {0, 0, 1, 1, 2, 2}), grouping(new int[] {0, 1, 0, 1, 2, 2}));
        double[] weights = {1, 1, 1, 1, 0, 0};

        double[][] found = converged(FixedEffects.of(effects, weights)
                        .withSums(new double[][] {{3, 7, 99}, {4, 6, -99}}))
                .effects();

        assertThat(found[0][0] + found[1][0]).isCloseTo(1, within(1e-12));
        assertThat(found[0][0] + found[1][1]).isCloseTo(2, within(1e-12));
        assertThat(found[0][1] + found[1][0]).isCloseTo(3, within(1e-12));
        assertThat(found[0][1] + found[1][1]).isCloseTo(4, within(1e-12));
    }

    @Test
    void whatDidNotConvergeIsNoResult() {
        Absorption given = new Absorption.NotConverged(50_000, 0.02);

        org.assertj.core.api.Assertions.assertThatThrownBy(given::orThrow)
                .isInstanceOf(NotConvergedException.class)
                .hasMessageContaining("50000 steps");
    }

    private static double[][] sums(List<Grouping> effects, double[] weights, double[] values) {
        double[][] sums = new double[effects.size()][];
        for (int q = 0; q < sums.length; q++) {
            sums[q] = new double[effects.get(q).size()];
            for (int row = 0; row < values.length; row++) {
                sums[q][effects.get(q).codes()[row]] += weights[row] * values[row];
            }
        }
        return sums;
    }

    private static Absorption.Converged converged(Absorption absorption) {
        assertThat(absorption).isInstanceOf(Absorption.Converged.class);
        return absorption.orThrow();
    }

    private Grouping drawn(int groups) {
        return grouping(random.ints(ROWS, 0, groups).toArray());
    }

    private static Grouping grouping(int[] codes) {
        return Grouping.of(codes.length, row -> Integer.toString(codes[row]));
    }

    private static double[] residualsOnDummies(List<Grouping> effects, double[] weights, double[] variable) {
        List<Term> terms = new ArrayList<>(List.of(LinearModel.intercept(variable.length)));
        for (int q = 0; q < effects.size(); q++) {
            terms.addAll(LinearModel.indicators("effect " + q, effects.get(q)));
        }
        double[] residuals = Regression.fit(variable, terms, List.of(), weights).residuals();
        Arrays.setAll(residuals, row -> residuals[row] / Math.sqrt(weights[row]));
        return residuals;
    }
}
