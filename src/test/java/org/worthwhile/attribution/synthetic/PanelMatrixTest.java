package org.worthwhile.attribution.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Dropped;
import org.worthwhile.attribution.MadeData;

/** Four units over six years, the last treated from the fifth on. */
class PanelMatrixTest {

    private static final int UNITS = 4;
    private static final int YEARS = 6;

    private final double[] unit = new double[UNITS * YEARS];
    private final double[] year = new double[UNITS * YEARS];
    private final double[] treated = new double[UNITS * YEARS];
    private final double[] outcome = new double[UNITS * YEARS];

    PanelMatrixTest() {
        for (int row = 0; row < unit.length; row++) {
            unit[row] = 1 + row / YEARS;
            year[row] = 2001 + row % YEARS;
            treated[row] = unit[row] == 4 && year[row] >= 2005 ? 1 : 0;
            outcome[row] = 10 * unit[row] + Math.sin(row) + 3 * treated[row];
        }
    }

    @Test
    void unitsAfterControlsArePlottedAgainstThem() {
        Attribution found = answer("did");

        double before = mean(4, 2001, 2004) - (mean(1, 2001, 2004) + mean(2, 2001, 2004) + mean(3, 2001, 2004)) / 3;
        double after = mean(4, 2005, 2006) - (mean(1, 2005, 2006) + mean(2, 2005, 2006) + mean(3, 2005, 2006)) / 3;
        assertThat(found.estimate()).isCloseTo(after - before, within(1e-12));
        assertThat(found.estimand()).contains("from 2005 on");
        assertThat(found.units()).isEqualTo(4);
        assertThat(found.observations()).isEqualTo(24);
        var gaps = found.series().getLast().points();
        assertThat(gaps).hasSize(6);
        assertThat(gaps.stream()
                        .skip(4)
                        .mapToDouble(point -> point.y())
                        .average()
                        .orElseThrow())
                .isCloseTo(after, within(1e-12));
        assertThat(found.series().getFirst().points().getFirst().y()).isCloseTo(outcome[18], within(1e-12));
        assertThat(((SyntheticDetails) found.details()).weights().unit()).containsOnlyKeys("1", "2", "3");
    }

    @Test
    void anUntreatedUnitThatLacksAYearIsLeftOutAndCounted() {
        outcome[2] = Double.NaN;

        Attribution found = answer("did");

        assertThat(found.dropped()).contains(new Dropped("untreated units with a missing row in some period", 1));
        assertThat(found.units()).isEqualTo(3);
    }

    @Test
    void theOrderOfRowsDecidesNothing() {
        Attribution own = answer("synthetic-did");
        for (double[] column : new double[][] {unit, year, treated, outcome}) {
            double[] copy = column.clone();
            Arrays.setAll(column, row -> copy[row * 7 % 24]);
        }
        assertThat(answer("synthetic-did").estimate()).isEqualTo(own.estimate());
    }

    @Test
    void unitsTreatedFromDifferentTimesAreRefused() {
        treated[12 + 5] = 1;

        assertThatThrownBy(() -> answer("did")).hasMessageContaining("units are treated from different times");
    }

    @Test
    void treatmentThatEndsIsRefusedByItsUnit() {
        treated[18 + 5] = 0;

        assertThatThrownBy(() -> answer("did")).hasMessageContaining("'4' is treated for a while only");
    }

    @Test
    void treatmentFromTheSecondYearIsRefused() {
        for (int t = 1; t < YEARS; t++) {
            treated[18 + t] = 1;
        }
        assertThatThrownBy(() -> answer("did"))
                .hasMessageContaining("treatment begins at 2002, with fewer than two times before it");
        treated[18 + 1] = 0;
        assertThat(answer("did").estimand()).contains("from 2003 on");
    }

    @Test
    void withoutTreatedOrUntreatedUnitsThereIsNothingToCompare() {
        double[] own = treated.clone();
        Arrays.fill(treated, 0);
        assertThatThrownBy(() -> answer("did")).hasMessageContaining("no unit is treated");
        Arrays.setAll(treated, row -> year[row] >= 2005 ? 1 : 0);
        assertThatThrownBy(() -> answer("did")).hasMessageContaining("no untreated unit is seen in every period");
        System.arraycopy(own, 0, treated, 0, own.length);
        treated[0] = 0.5;
        assertThatThrownBy(() -> answer("did")).hasMessageContaining("0.5");
    }

    @Test
    void inferencesThatNeedMoreUnitsAreRefused() {
        for (String inference : new String[] {"jackknife", "bootstrap"}) {
            assertThatThrownBy(() -> answer("did\", \"inference\": \"" + inference))
                    .hasMessageContaining("with one treated unit, " + inference + " standard errors cannot be had");
        }
        for (int row = 6; row < 18; row++) {
            treated[row] = year[row] >= 2005 ? 1 : 0;
        }
        assertThatThrownBy(() -> answer("did"))
                .hasMessageContaining("placebo standard errors need more controls than treated units");
    }

    private double mean(int of, int from, int to) {
        return IntStream.range(0, unit.length)
                .filter(row -> unit[row] == of && year[row] >= from && year[row] <= to)
                .mapToDouble(row -> outcome[row])
                .average()
                .orElseThrow();
    }

    private Attribution answer(String estimator) {
        return MadeData.of("u", unit)
                .and("t", year)
                .and("d", treated)
                .and("y", outcome)
                .answer("""
                "design": "synthetic-control", "options": {"estimator": "%s"},
                "columns": {"outcome": "y", "unit": "u", "time": "t", "treatment": "d"}""".formatted(estimator));
    }
}
