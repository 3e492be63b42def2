package org.worthwhile.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepeatedRowsTest {

    private static final int ROWS = 20_000;

    /** Five columns tell half the rows, and the last, which has two values, the rest. */
    private static final List<IntToDoubleFunction> HALVES = List.of(
            row -> row / 2,
            row -> row / 2 + 0.25,
            row -> -row / 2,
            row -> row / 2 * 3.0,
            row -> row / 2,
            row -> row % 2);

    @Test
    void rowsThatDifferInAColumnOfFewValuesAreNoRepeats() {
        assertThat(RepeatedRows.of(dataset(ROWS, HALVES)).repeated()).isZero();
    }

    @Test
    void everyRowThatIsTheSameThroughoutCounts() {
        List<IntToDoubleFunction> repeating = HALVES.stream()
                .map(column -> (IntToDoubleFunction) row -> column.applyAsDouble(row % 19_990))
                .toList();

        assertThat(RepeatedRows.of(dataset(ROWS, repeating)).repeated()).isEqualTo(10);
    }

    @Test
    void rowsThatOneColumnTellsApartAreNoRepeats() {
        assertThat(RepeatedRows.of(dataset(ROWS, List.of(_ -> 1, _ -> 1, _ -> 1, _ -> 1, _ -> 1, row -> row)))
                        .repeated())
                .isZero();
    }

    private static Dataset dataset(int rows, List<IntToDoubleFunction> values) {
        List<Column> columns = new ArrayList<>();
        for (IntToDoubleFunction column : values) {
            columns.add(new Column.Numeric(
                    "x" + columns.size(),
                    IntStream.range(0, rows).mapToDouble(column).toArray()));
        }
        return new Dataset("made", columns, rows, "");
    }
}
