package org.worthwhile.attribution.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
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
