package org.worthwhile.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.attribution.DataSummary.ColumnSummary;
import org.worthwhile.attribution.DataSummary.Type;

class DataSummaryTest {

    @Test
    void numbersAreSummarisedByThoseThatAreThere() {
        ColumnSummary summary = summary(new Column.Numeric("x", new double[] {2.5, Double.NaN, -1, 2.5, 4}));

        assertThat(summary.type()).isEqualTo(Type.NUMBERS);
        assertThat(summary.missing()).isEqualTo(1);
        assertThat(summary.different()).isEqualTo(3);
        assertThat(summary.least()).isEqualTo("-1");
        assertThat(summary.most()).isEqualTo("4");
        assertThat(summary.mean()).contains(2.0);
    }

    @Test
    void zeroAndMinusZeroAreOneNumber() {
        ColumnSummary summary = summary(new Column.Numeric("x", new double[] {0.0, -0.0, 1}));

        assertThat(summary.type()).isEqualTo(Type.ZERO_OR_ONE);
        assertThat(summary.different()).isEqualTo(2);
        assertThat(summary.least()).isEqualTo("0");
    }

    @Test
    void theMeanOfNumbersWhoseSumCannotBeHeldIsTold() {
        assertThat(summary(new Column.Numeric("x", new double[] {1e308, 1.5e308, Double.NaN, 1.4e308}))
                        .mean()
                        .orElseThrow())
                .isBetween(1.299e308, 1.301e308);
    }

    @Test
    void aColumnWithoutValuesHoldsNothing() {
        ColumnSummary summary = summary(new Column.Numeric("x", new double[] {Double.NaN, Double.NaN}));

        assertThat(summary.type()).isEqualTo(Type.NOTHING);
        assertThat(summary.mean()).isEmpty();
        assertThat(summary.least()).isEmpty();
    }

    @Test
    void theMeanIsThatOfTheNumbersInTheirOrderToTheLastBit() {
        double[] values =
                new Random(3).doubles(10_001, -1, 1).map(value -> value * 1e9).toArray();
        double[] holed = values.clone();
        holed[77] = Double.NaN;

        assertThat(summary(new Column.Numeric("x", holed)).mean())
                .contains(IntStream.range(0, values.length)
                        .filter(row -> row != 77)
                        .mapToDouble(row -> values[row])
                        .average()
                        .orElseThrow());
    }

    @Test
    void ofTextsTheMostCommonAreNamedTheFirstOfEqualOnesBefore() {
        List<String> levels = List.of("a", "b", "c", "d");
        int[] codes = {0, 1, 1, 2, 3, 3, -1};

        assertThat(summary(new Column.Categorical("t", levels, codes)).common())
                .containsExactly("b (2)", "d (2)", "a (1)");
    }

    @Test
    void aPanelIsFoundByTheColumnsThatTellItsRowsApart() {
        Dataset dataset = new Dataset(
                "made",
                List.of(
                        new Column.Numeric("month", years(12, row -> 1 + row % 4)),
                        new Column.Categorical("place", List.of("x", "y", "z"), codes(12, row -> row / 4)),
                        new Column.Numeric("year", years(12, row -> 2000 + row % 2))),
                12,
                "");

        DataSummary.PanelShape panel = DataSummary.of(dataset).panel().orElseThrow();

        assertThat(panel).isEqualTo(new DataSummary.PanelShape("place", "month", 3, 4, 3, 0));
    }

    /** Three places at two times each: years are known by their digits, other whole numbers by the name of their column. */
    @ParameterizedTest
    @CsvSource({
        "x, 2000, 2001, true", "x, 1899, 1900, true", "x, 2199, 2101, true", "x, 1799, 1801, false",
        "x, 2200, 2201, false", "x, 999, 2000, false", "x, 2000, 20000, false", "x, 10, 11, false",
        "wave, 10, 11, true", "Week number, 10, 11, true", "wave, 1.5, 2.5, false", "wave, 0, 1, false"
    })
    void numbersAreTimesByTheirDigitsOrTheirName(String name, double first, double second, boolean times) {
        Dataset dataset = new Dataset(
                "made",
                List.of(
                        new Column.Categorical("place", List.of("a", "b", "c"), codes(6, row -> row / 2)),
                        new Column.Numeric(name, new double[] {first, second, first, second, first, second})),
                6,
                "");

        assertThat(DataSummary.of(dataset).panel().isPresent()).isEqualTo(times);
    }

    @Test
    void aTimeThatIsMissingOrTheSameThroughoutTellsNoRowsApart() {
        for (double[] year : new double[][] {
            {2000, 2001, 2000, Double.NaN, 2000, 2001},
            {2000, 2000, 2000, 2000, 2000, 2000},
            {2000, 2001, 2002, 2003, 2004, 2005}
        }) {
            assertThat(DataSummary.of(new Dataset(
                                    "made",
                                    List.of(
                                            new Column.Categorical(
                                                    "place", List.of("a", "b", "c"), codes(6, row -> row / 2)),
                                            new Column.Numeric("year", year)),
                                    6,
                                    ""))
                            .panel())
                    .isEmpty();
        }
    }

    @Test
    void rowsThatRepeatAUnitAtATimeAreCounted() {
        Dataset dataset = new Dataset(
                "made",
                List.of(
                        new Column.Numeric("unit", new double[] {1, 1, 2, 2, 2}),
                        new Column.Numeric("year", new double[] {2000, 2001, 2000, 2000, 2000})),
                5,
                "");

        assertThat(DataSummary.panel(dataset, "unit", "year"))
                .isEqualTo(new DataSummary.PanelShape("unit", "year", 2, 2, 1, 2));
    }

    private static double[] years(int rows, IntUnaryOperator year) {
        return IntStream.range(0, rows).map(year).asDoubleStream().toArray();
    }

    private static int[] codes(int rows, IntUnaryOperator code) {
        return IntStream.range(0, rows).map(code).toArray();
    }

    private static ColumnSummary summary(Column column) {
        return DataSummary.of(new Dataset("made", List.of(column), column.rows(), ""))
                .columns()
                .getFirst();
    }
}
