package org.worthwhile.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.attribution.Attributor;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.DataSummary;
import org.worthwhile.attribution.Dataset;
import org.worthwhile.attribution.StudyCases;

/** Dates with the day first in some rows and the month first in others, and what stands among dates for none. */
class MixedDatesTest {

    private static final String STUDY = """
            "design": "interrupted-time-series", "columns": {"outcome": "y", "time": "day"}, "options": {"start": "2020-05-01"}""";

    @TempDir
    private Path folder;

    private Dataset csv(String... days) throws IOException {
        StringBuilder rows = new StringBuilder("day,y\n");
        for (int i = 0; i < days.length; i++) {
            rows.append(days[i]).append(',').append(i * i % 7).append('\n');
        }
        Path file = Files.writeString(folder.resolve("d.csv"), rows);
        return DatasetReader.read(file, "d.csv");
    }

    private static List<String> notes(Dataset data) {
        return DataSummary.of(data).notes();
    }

    @Test
    void datesThatCanOnlyBeOfOneOrderBesideThoseOfTheOtherAreNamedByRow() throws IOException {
        Dataset data = csv("13/01/2020", "01/14/2020", "02/02/2020", "01/15/2020", "20/03/2020");
        String told =
                "have the day first in some rows (13/01/2020 in row 1, 20/03/2020 in row 5) and the month first in"
                        + " others (01/14/2020 in row 2, 01/15/2020 in row 4)";

        assertThat(notes(data)).anySatisfy(note -> assertThat(note).contains("'day': the dates " + told));
        assertThatThrownBy(() -> Attributor.attribute(StudyCases.of(STUDY, data)))
                .hasMessageContaining("the dates in the column 'day' " + told)
                .hasMessageContaining("write all of them in one order");
    }

    /** The first of January to April with the day first, of May to August with the month first. */
    @Test
    void monthsOfWhichSomeHaveTheMonthFirstAreToldThoughEachCanBeReadWithTheDayFirst() throws IOException {
        Dataset data = csv(
                "01/01/2020",
                "01/02/2020",
                "01/03/2020",
                "01/04/2020",
                "05/01/2020",
                "06/01/2020",
                "07/01/2020",
                "08/01/2020");
        String rows = "2020-01-05 in row 5, 2020-01-06 in row 6, 2020-01-07 in row 7, 2020-01-08 in row 8";

        assertThat(notes(data))
                .anySatisfy(note -> assertThat(note)
                        .contains("once a month if the day and the month of these are exchanged: " + rows));
        assertThatThrownBy(() -> Attributor.attribute(StudyCases.of(STUDY, data)))
                .hasMessageContaining("not equally spaced")
                .hasMessageContaining(rows);
    }

    @Test
    void datesOfOneOrderAndIrregularOnesAreNotSaidToBeMixed() throws IOException {
        assertThat(notes(csv("13/01/2020", "14/01/2020", "15/01/2020", "16/01/2020")))
                .isEmpty();
        assertThat(notes(csv("2020-01-01", "2020-01-05", "2020-02-01", "2020-03-02", "2020-03-09", "2020-07-11")))
                .isEmpty();
        assertThat(notes(csv("01/14/2020", "01/15/2020", "02/01/2020"))).isEmpty();
    }

    @Test
    void notAvailableAmongQuartersOrNumbersWithAStrayTextIsMissingAndNoCode() throws IOException {
        Dataset quarters = csv("2020 Q1", "2020 Q2", "n/a", "2020 Q3", "2020 Q4");
        assertThat(quarters.column("day").orElseThrow().isMissing(2)).isTrue();
        assertThat(DataSummary.of(quarters).columns().getFirst().type()).isEqualTo(DataSummary.Type.QUARTERS);
        assertThat(notes(quarters)).containsExactly("'day': 1 value is written as missing (n/a).");

        Dataset numbers = csv("1", "2", "abc", "n/a", "5");
        assertThat(numbers.column("day").orElseThrow().isMissing(3)).isTrue();
        assertThat(notes(numbers))
                .anySatisfy(note -> assertThat(note).contains("'abc' in row 3"))
                .noneSatisfy(note -> assertThat(note).contains("code"));
        assertThat(((Column.Categorical) numbers.column("day").orElseThrow()).levels())
                .containsExactly("1", "2", "abc", "5");
    }
}
