package org.worthwhile.attribution.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Term;

class DeletionTest {

    private static final int ROWS = 600;

    private final Random random = new Random(7);
    private final double[] outcome = random.doubles(ROWS).toArray();
    private final List<double[]> covariates =
            List.of(random.doubles(ROWS).toArray(), random.doubles(ROWS).toArray());

    @Test
    void eachRowMovesTheCoefficientAsARegressionWithoutItSays() {
        double[] changes = new Deletion(fit(all()), 1, each()).changes();
        double estimate = fit(all()).coefficients()[1];
        assertThat(IntStream.of(0, 255, 256, ROWS - 1).boxed())
                .allSatisfy(row -> assertThat(changes[row])
                        .isCloseTo(fit(without(row)).coefficients()[1] - estimate, within(1e-12)));
    }

    @Test
    void aRowByItselfMovesTheCoefficientAsMuchWhateverGroupsThereAreBesideIt() {
        double[] each = new Deletion(fit(all()), 1, each()).changes();
        int last = ROWS - 2;
        Grouping lastTwoTogether = Grouping.ofCodes(
                IntStream.range(0, ROWS).map(row -> Math.min(row, last)).toArray(), Integer::toString);
        double[] beside = new Deletion(fit(all()), 1, lastTwoTogether).changes();
        assertThat(Arrays.copyOf(each, last)).containsExactly(Arrays.copyOf(beside, last), within(1e-12));
    }

    @Test
    void aRowThatAloneTellsTheCoefficientLeavesNoneBehind() {
        double[] treatment = covariates.getFirst();
        Arrays.fill(treatment, 0);
        treatment[300] = 1;
        double[] changes = new Deletion(fit(all()), 1, each()).changes();
        assertThat(changes[300]).isInfinite();
        assertThat(IntStream.range(0, ROWS).filter(row -> row != 300).mapToDouble(row -> changes[row]))
                .allMatch(Double::isFinite);
    }

    @Test
    void rowsLeftOutOneAfterAnotherAreTheGroupsOfOneRowEach() {
        assertThat(Deletion.ofEachRow(fit(all()), 1)).containsExactly(new Deletion(fit(all()), 1, each()).changes());
        assertThat(Deletion.ofEachRow(fitWithEffects(all()), 0))
                .containsExactly(new Deletion(fitWithEffects(all()), 0, each()).changes());
    }

    /** Groups lie across both effects or are of one of them; without one the regression is of the other rows, with their effects. */
    @ParameterizedTest
    @ValueSource(ints = {5, 7, 11})
    void withoutAGroupSharedEffectsAreEstimatedAnew(int groups) {
        Grouping group = Grouping.of(ROWS, row -> Integer.toString(row % groups));
        double[] changes = new Deletion(fitWithEffects(all()), 0, group).changes();
        double estimate = fitWithEffects(all()).coefficients()[0];

        assertThat(IntStream.range(0, groups).boxed())
                .allSatisfy(left -> assertThat(changes[left])
                        .isCloseTo(
                                fitWithEffects(IntStream.range(0, ROWS)
                                                        .filter(row -> row % groups != left)
                                                        .toArray())
                                                .coefficients()[0]
                                        - estimate,
                                within(1e-10))
                        .isNotCloseTo(0, within(1e-6)));
    }

    /** Effects of seven groups and of six, with weights. */
    private Regression fitWithEffects(int[] rows) {
        return Regression.fit(
                at(rows, outcome),
                List.of(new Term("x", at(rows, covariates.getFirst())), new Term("z", at(rows, covariates.getLast()))),
                List.of(
                        Grouping.of(rows.length, i -> "a" + rows[i] % 7),
                        Grouping.of(rows.length, i -> "b" + rows[i] / 100)),
                IntStream.of(rows).mapToDouble(row -> 1 + row % 3).toArray());
    }

    /** More groups than a thread takes at a time, of two rows each. */
    @Test
    void eachOfVeryManyGroupsMovesTheMeanByItsOwn() {
        int groups = 5_000;
        double[] values = random.doubles(2 * groups).toArray();
        double mean = Arrays.stream(values).average().orElseThrow();
        Regression fit = Regression.fit(
                values, List.of(LinearModel.intercept(2 * groups)), List.of(), LinearModel.ones(2 * groups));
        double[] changes = new Deletion(fit, 0, Grouping.of(2 * groups, row -> Integer.toString(row / 2))).changes();

        assertThat(changes).hasSize(groups);
        for (int group = 0; group < groups; group++) {
            double without = (2 * groups * mean - values[2 * group] - values[2 * group + 1]) / (2 * groups - 2);
            assertThat(changes[group]).isCloseTo(without - mean, within(1e-12));
        }
    }

    private static Grouping each() {
        return Grouping.ofEach(ROWS, Integer::toString);
    }

    private static int[] all() {
        return IntStream.range(0, ROWS).toArray();
    }

    private static int[] without(int left) {
        return IntStream.range(0, ROWS).filter(row -> row != left).toArray();
    }

    private Regression fit(int[] rows) {
        List<Term> terms = new ArrayList<>(List.of(LinearModel.intercept(rows.length)));
        covariates.forEach(values -> terms.add(new Term("x" + terms.size(), at(rows, values))));
        return Regression.fit(at(rows, outcome), terms, List.of(), LinearModel.ones(rows.length));
    }

    private static double[] at(int[] rows, double[] values) {
        return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }
}
