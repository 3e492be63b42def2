package org.worthwhile.attribution.estimation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Column;

class GroupingTest {

    private static final int ROWS = 5_000;

    private final Random random = new Random(5);

    @Test
    void keysAreNumberedInOrderOfFirstAppearance() {
        KeyNumbers numbers = new KeyNumbers();
        Map<Long, Integer> expected = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            // Keys that differ in few bits, high ones or low ones, as those of round numbers do.
            long key = (long) random.nextInt(3_000) << random.nextInt(4) * 16;
            int number = expected.computeIfAbsent(key, _ -> expected.size());
            assertThat(numbers.of(key)).isEqualTo(number);
        }
        assertThat(numbers.size()).isEqualTo(expected.size());
        long[] keys = numbers.keys();
        expected.forEach((key, number) -> assertThat(keys[number]).isEqualTo(key));
    }

    @Test
    void differentNumbersAreCountedFewOrMany() {
        for (int different : new int[] {1, 10, 3_000, 1_000_000}) {
            double[] values = random.ints(200_000, -different, different)
                    .mapToDouble(whole -> whole / 8.0)
                    .toArray();
            values[0] = Double.NaN;
            values[1] = -0.0;
            values[2] = 0.0;
            long expected = DoubleStream.of(values)
                    .filter(value -> !Double.isNaN(value))
                    .map(value -> value + 0.0)
                    .distinct()
                    .count();

            assertThat(DistinctKeys.count(values)).isEqualTo((int) expected);
        }
        assertThat(DistinctKeys.count(new double[0])).isZero();
        assertThat(DistinctKeys.sorted(new double[] {3, -0.0, 2.5, 0, 3})).containsExactly(0, 2.5, 3);
    }

    @Test
    void numbersAreGroupedAsTheirTextsAre() {
        double[] values =
                random.ints(ROWS, -5, 6).mapToDouble(whole -> whole / 4.0).toArray();
        values[7] = -0.0;
        values[8] = 0.0;
        values[9] = Double.NaN;
        values[ROWS - 1] = Double.longBitsToDouble(0x7ff8000000000001L);

        assertAlike(new Column.Numeric("x", values));
        assertAlike(new Column.Numeric(
                "d", random.ints(ROWS, 18_000, 18_050).asDoubleStream().toArray(), Column.Scale.DATE));
    }

    @Test
    void textsAreGroupedByWhatTheySayAndMissingOnesTogether() {
        int[] codes = random.ints(ROWS, -1, 4).toArray();

        assertAlike(new Column.Categorical("t", List.of("b", "a", "b", "c"), codes));
    }

    private void assertAlike(Column column) {
        int[] rows = random.ints(ROWS, 0, ROWS).toArray();
        assertThat(column.grouping(rows)).isEqualTo(Grouping.of(ROWS, i -> column.text(rows[i])));
    }

    @Test
    void groupsOfSomeRowsAreNumberedAnew() {
        Grouping all =
                Grouping.of(6, row -> List.of("a", "b", "c", "b", "a", "c").get(row));

        assertThat(all.at(new int[] {5, 3, 1, 2})).isEqualTo(new Grouping(new int[] {0, 1, 1, 0}, List.of("c", "b")));
    }

    @Test
    void rowsShareAGroupOfTwoGroupingsWhereTheyShareBoth() {
        Grouping first = Grouping.of(ROWS, row -> "a" + row % 7);
        Grouping second = Grouping.of(ROWS, row -> "b" + row / 3 % 5);

        assertThat(first.intersection(second))
                .isEqualTo(Grouping.of(ROWS, row -> "a" + row % 7 + " / b" + row / 3 % 5));
    }

    @Test
    void eachRowMayBeAGroup() {
        assertThat(Grouping.ofEach(3, row -> "row " + row))
                .isEqualTo(new Grouping(IntStream.range(0, 3).toArray(), List.of("row 0", "row 1", "row 2")));
    }

    @Test
    void townsLieWithinCountiesAndCountiesNotWithinTowns() {
        Grouping town = Grouping.of(4, List.of("york", "york", "hull", "leeds")::get);
        Grouping county = Grouping.of(4, List.of("yorkshire", "yorkshire", "humber", "yorkshire")::get);

        assertThat(town.isNestedIn(county)).isTrue();
        assertThat(county.isNestedIn(town)).isFalse();
        assertThat(town.isNestedIn(town)).isTrue();
    }
}
