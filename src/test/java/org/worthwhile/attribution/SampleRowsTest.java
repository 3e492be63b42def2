package org.worthwhile.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.exchange.Located;
import org.worthwhile.exchange.StudyReader;

/** Which rows pass a filter: those whose value is written as it says, or is the number that it writes. */
class SampleRowsTest {

    private static final double[] NUMBERS = {1, 2, 2.5, -3, Double.NaN, 10};
    private static final double[] DATES = {0, 1, 2, 0, 1, 2};
    private static final double[] YEARS = {2010, 2011, 2012, 2010, 2011, 2012};
    private static final double[] OUTCOME = {0, 1, 2, 3, 4, Double.NaN};

    private static Sample sample(String where) {
        Located<Study> study = new StudyReader(Path.of("models")).parse("study.json", """
                {"format": "worthwhile-study/1", "id": "s", "data": {"path": "d.csv", "where": {%s}},
                "design": "randomised-trial", "columns": {"outcome": "y", "treatment": "d"}}""".formatted(where));
        List<Column> columns = List.of(
                new Column.Numeric("n", NUMBERS),
                new Column.Numeric("date", DATES, Column.Scale.DATE),
                new Column.Numeric("year", YEARS, Column.Scale.FINANCIAL_YEAR),
                new Column.Categorical("t", List.of("01", "1", "north"), new int[] {0, 1, 2, 0, 1, 2}),
                new Column.Numeric("d", new double[] {1, 0, 1, 0, 1, 0}),
                new Column.Numeric("y", OUTCOME));
        StudyCase studyCase = new StudyCase(study.value(), new Dataset("made", columns, 6, ""), study.places());
        return Sample.of(studyCase, studyCase.study().roles().columns(), Set.of());
    }

    /** The outcome is the number of its row. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"n\": \"1\" | 0",
                "\"n\": \"01\" | 0",
                "\"n\": \"1.0\" | 0",
                "\"n\": \"+2.50\" | 2",
                "\"n\": \"-3\" | 3",
                "\"n\": [\"1\", \"2\"] | 01",
                "\"t\": \"01\" | 03",
                "\"t\": \"1\" | 14",
                "\"date\": \"1970-01-02\" | 14",
                "\"year\": \"2010/11\" | 03",
                "\"year\": \"2010-11\" | 03",
                "\"n\": [\"1\", \"2\"], \"t\": \"1\" | 1"
            })
    void rowsPassByTheirTextOrTheirNumber(String where, String rows) {
        assertThat(sample(where).numbers("/columns/outcome", "y"))
                .containsExactly(IntStream.range(0, rows.length())
                        .mapToDouble(i -> rows.charAt(i) - '0')
                        .toArray());
    }

    /** A date is no number of days, a number no power of ten, and a financial year no plain year. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"\"date\": \"1\"", "\"n\": \"1e0\"", "\"n\": \"NaN\"", "\"t\": \"1.0\"", "\"t\": \"2010/11\""})
    void whatWritesNoValueOfTheColumnPassesNone(String where) {
        assertThatThrownBy(() -> sample(where)).hasMessageContaining("no row passes the filter");
    }

    @Test
    void rowsOutsideTheFilterAndWithoutAnOutcomeAreCounted() {
        assertThat(sample("\"t\": [\"1\", \"north\"]").dropped())
                .containsExactly(
                        new Dropped("rows outside the study's filter", 2),
                        new Dropped("rows with a missing value in a column of the study", 1));
        assertThatThrownBy(() -> sample("\"n\": \"10\"")).hasMessageContaining("no row has a value in every column");
    }

    @Test
    void aColumnSaysWhatItsNumbersStandForAndHowTheyAreWritten() {
        Sample sample = sample("\"n\": [\"1\", \"2\"]");

        assertThat(sample.scale("year")).isEqualTo(Column.Scale.FINANCIAL_YEAR);
        assertThat(sample.scale("n")).isEqualTo(Column.Scale.NUMBER);
        assertThat(sample.scale("t")).isEqualTo(Column.Scale.NUMBER);
        assertThat(sample.text("year", 2010)).isEqualTo("2010/11");
        assertThat(sample.text("n", 2)).isEqualTo("2");
        assertThat(sample.text("t", 2)).isEqualTo("2");
    }
}
