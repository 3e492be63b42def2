package org.worthwhile.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.exchange.DatasetReader;
import org.worthwhile.exchange.StudyReader;

/** Rows that count others twice are left out by name, and rows that stand twice are told. */
class TotalsAndRepeatsTest {

    private static final String TRIAL = """
            "design": "randomised-trial", "columns": {"outcome": "y", "treatment": "d"}, "options": {"draws": 50}""";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void rowsOfTotalsAreLeftOutAndNamed() throws IOException {
        Attribution clean = answer("", "place,d,y\n" + places());
        for (String total : List.of("Total", "ALL", "Grand total", "All areas")) {
            Attribution answer = answer("", "place,d,y\n" + places() + total + ",1,9999\n");

            assertThat(answer.estimate()).isEqualTo(clean.estimate());
            assertThat(answer.dropped()).singleElement().satisfies(dropped -> {
                assertThat(dropped.count()).isEqualTo(1);
                assertThat(dropped.reason()).contains("'" + total + "' in the column 'place'");
            });
        }
    }

    @Test
    void theAnalystMayKeepRowsOfATotalByAFilter() throws IOException {
        String text = "sex,d,y\nAll,1,5\nAll,1,7\nAll,0,1\nAll,0,2\nMen,1,90\nMen,0,0\nWomen,1,80\nWomen,0,9\n";

        assertThat(answer(", \"where\": {\"sex\": \"All\"}", text).estimate()).isCloseTo(4.5, within(1e-12));
    }

    @Test
    void aCodeThatStandsAloneIsNoTotal() throws IOException {
        assertThat(answer("", "wave,d,y\nAll,1,5\nAll,1,7\nAll,0,1\nAll,0,2\n").dropped())
                .isEmpty();
    }

    @Test
    void aFileAppendedToItselfIsToldWithoutAColumnOfUnits() throws IOException {
        Attribution answer = answer("", "place,d,y\n" + places() + places());

        assertThat(answer.diagnostics())
                .filteredOn(diagnostic -> diagnostic.id().equals("repeated-rows"))
                .singleElement()
                .satisfies(diagnostic -> {
                    assertThat(diagnostic.outcome()).isEqualTo(Diagnostic.Outcome.WARN);
                    assertThat(diagnostic.statistic()).hasValue(40);
                });
    }

    @Test
    void rowsOfYesAndNoAreTheSameByChance() throws IOException {
        StringBuilder rows = new StringBuilder("d,y\n");
        for (int row = 0; row < 200; row++) {
            rows.append(row % 2).append(',').append(row % 3 == 0 ? 1 : 0).append('\n');
        }

        assertThat(answer("", rows.toString()).diagnostics())
                .noneMatch(diagnostic -> diagnostic.id().equals("repeated-rows"));
    }

    @Test
    void dataSayWhatTheirTimesAreAndWhichAreMissing() throws IOException {
        StringBuilder rows = new StringBuilder("place,quarter,y\n");
        for (String place : List.of("A", "B")) {
            for (String quarter : List.of("2010 Q1", "2010 Q2", "2010 Q4", "2011 Q1")) {
                rows.append(place).append(',').append(quarter).append(",1\n");
            }
        }
        DataSummary summary = summary(rows + "Total,2010 Q1,2\n");

        assertThat(summary.columns().get(1).type()).isEqualTo(DataSummary.Type.QUARTERS);
        assertThat(summary.time()).hasValueSatisfying(time -> {
            assertThat(time.periods()).isEqualTo(5);
            assertThat(time.missingNames()).isEqualTo("2010 Q3");
        });
        assertThat(summary.notes()).anyMatch(note -> note.contains("1 row holds 'Total'"));
    }

    @Test
    void monthsOfASingleSeriesAreACalendarToo() throws IOException {
        DataSummary summary = summary("month,y\nJan-10,1\nFeb-10,2\nApr-10,3\n");

        assertThat(summary.columns().getFirst().type()).isEqualTo(DataSummary.Type.MONTHS);
        assertThat(summary.time().orElseThrow().missingNames()).isEqualTo("2010-03");
    }

    private static String places() {
        Random random = new Random(3);
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < 40; row++) {
            rows.append('p').append(row).append(',').append(row % 2).append(',');
            rows.append(5 + row % 2 + random.nextGaussian()).append('\n');
        }
        return rows.toString();
    }

    private Attribution answer(String where, String csv) throws IOException {
        Files.writeString(folder.resolve("d.csv"), csv);
        Path study = Files.writeString(
                folder.resolve("s.study.json"),
                "{\"format\": \"worthwhile-study/1\", \"id\": \"s\", \"data\": {\"path\": \"d.csv\"" + where + "}, "
                        + TRIAL + "}");
        return Attributor.attribute(new StudyReader(Path.of("models")).read(study));
    }

    private DataSummary summary(String csv) throws IOException {
        return DataSummary.of(DatasetReader.read(Files.writeString(folder.resolve("d.csv"), csv), "d.csv"));
    }
}
