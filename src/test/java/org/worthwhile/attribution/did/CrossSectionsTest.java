package org.worthwhile.attribution.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Dropped;
import org.worthwhile.attribution.MadeData;

/** People seen once each in 2000 to 2003, of places treated from 2000, from 2002, from 2005 and never: differences of four means. */
class CrossSectionsTest {

    private static final int ROWS = 160;
    private static final double[] STARTS = {0, 2002, 2005, 2000};

    private final double[] year = new double[ROWS];
    private final double[] start = new double[ROWS];
    private final double[] outcome = new double[ROWS];
    private final double[] weight = new double[ROWS];

    CrossSectionsTest() {
        Random random = new Random(8);
        for (int row = 0; row < ROWS; row++) {
            year[row] = 2000 + row % 4;
            start[row] = STARTS[row / 4 % 4];
            weight[row] = 1 + row % 3;
            outcome[row] = start[row] / 1000 + Math.sin(year[row]) + random.nextGaussian();
        }
    }

    private Attribution answer(IntPredicate kept, String roles) {
        int[] rows = IntStream.range(0, ROWS).filter(kept).toArray();
        return MadeData.of("t", take(year, rows))
                .and("g", take(start, rows))
                .and("w", take(weight, rows))
                .and("y", take(outcome, rows))
                .answer("""
                        "design": "difference-in-differences",
                        "columns": {"outcome": "y", "time": "t", "treatmentStart": "g"%s},
                        "options": {"draws": 20}""".formatted(roles));
    }

    private static double[] take(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    private double mean(IntPredicate group, int in, boolean weighted) {
        int[] rows = IntStream.range(0, ROWS)
                .filter(row -> group.test(row) && year[row] == in)
                .toArray();
        double sum = 0;
        double weights = 0;
        for (int row : rows) {
            sum += (weighted ? weight[row] : 1) * outcome[row];
            weights += weighted ? weight[row] : 1;
        }
        return sum / weights;
    }

    /** Those whose treatment comes after the last year serve as controls all along. */
    private double expected(boolean weighted) {
        IntPredicate treated = row -> start[row] == 2002;
        IntPredicate controls = row -> start[row] == 0 || start[row] == 2005;
        double after = (mean(treated, 2002, weighted)
                        - mean(controls, 2002, weighted)
                        + mean(treated, 2003, weighted)
                        - mean(controls, 2003, weighted))
                / 2;
        return after - mean(treated, 2001, weighted) + mean(controls, 2001, weighted);
    }

    @Test
    void theEffectIsOfFourMeansAndThoseTreatedFromTheFirstYearAreLeftOut() {
        Attribution found = answer(_ -> true, "");

        assertThat(found.estimate()).isCloseTo(expected(false), within(1e-9));
        assertThat(found.dropped())
                .contains(new Dropped(
                        "rows of groups treated in the first period or before, which have no period to compare with",
                        ROWS / 4));
        assertThat(found.observations()).isEqualTo(3 * ROWS / 4);
        Attribution without = answer(row -> start[row] != 2000, "");
        assertThat(without.estimate()).isEqualTo(found.estimate());
        assertThat(without.standardError()).isEqualTo(found.standardError());
        assertThat(without.dropped()).isEmpty();
    }

    @Test
    void weightsAreThoseOfTheMeans() {
        assertThat(answer(_ -> true, ", \"weight\": \"w\"").estimate())
                .isCloseTo(expected(true), within(1e-9))
                .isNotCloseTo(expected(false), within(1e-3));
    }

    @Test
    void whatCrossSectionsCannotTellIsRefused() {
        assertThatThrownBy(() -> answer(row -> start[row] == 2000, ""))
                .hasMessageContaining("no row is of a group untreated in the first period");
        assertThatThrownBy(() -> answer(_ -> true, ", \"covariates\": [\"w\"]"))
                .hasMessageContaining("take no covariates");
    }
}
