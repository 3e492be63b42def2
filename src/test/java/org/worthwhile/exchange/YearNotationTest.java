package org.worthwhile.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.attribution.Attributor;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.Dataset;
import org.worthwhile.attribution.StudyCases;

/** What is written as 2010-11 is a financial year or a month by what stands beside it, and the reader is told which. */
class YearNotationTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void besideTheNextFinancialYearItIsAFinancialYearAndThatIsSaid() throws IOException {
        Dataset data = csv("year\n2010-11\n2011-12\n\n2010-11\n");

        assertThat(column(data, "year").scale()).isEqualTo(Column.Scale.FINANCIAL_YEAR);
        assertThat(column(data, "year").text(1)).isEqualTo("2011/12");
        assertThat(notes(data))
                .contains("'2010-11' may be a month or a financial year, and is read as a financial year");
    }

    @Test
    void besideTheNextMonthItIsAMonth() throws IOException {
        Dataset data = csv("month\n2010-11\n2010-12\n2011-01\n");

        assertThat(column(data, "month").scale()).isEqualTo(Column.Scale.DATE);
        assertThat(notes(data)).isEmpty();
    }

    @Test
    void besideAYearThatIsNoMonthItIsAFinancialYear() throws IOException {
        for (String years : new String[] {"2010-11\n2011-12\n2012-13", "2010-11\n2013-14", "FY2010/11\n2011/2012"}) {
            Dataset data = csv("year\n" + years + "\n");
            assertThat(column(data, "year").scale()).isEqualTo(Column.Scale.FINANCIAL_YEAR);
            assertThat(column(data, "year").text(0)).isEqualTo("2010/11");
            assertThat(notes(data)).isEmpty();
        }
    }

    @Test
    void aColumnOfBothFollowsTheOthersOfTheFile() throws IOException {
        Dataset months = csv("time,start\n2010-10,2010-11\n2010-11,2011-12\n2010-12,2010-11\n");
        Dataset years = csv("time,start\n2010-11,2011-12\n2011-12,2011-12\n2012-13,\n");

        assertThat(column(months, "start").scale()).isEqualTo(Column.Scale.DATE);
        assertThat(column(years, "start").scale()).isEqualTo(Column.Scale.FINANCIAL_YEAR);
    }

    @Test
    void oneValueAloneIsAMonthAndThatIsSaid() throws IOException {
        Dataset data = csv("time\n2010-11\n2010-11\n");

        assertThat(column(data, "time").scale()).isEqualTo(Column.Scale.DATE);
        assertThat(notes(data)).contains("read as a month; write 2010/11 or 2010-11-01");
    }

    /** A start of December 2011 beside months is no financial year, whatever never stands for. */
    @Test
    void aStartBesideMonthsIsAMonthAmongWordsToo() throws IOException {
        Dataset september = csv(monthly("2011-09"));
        Dataset december = csv(monthly("2011-12"));
        String study = """
                "design": "difference-in-differences", "options": {"estimator": "imputation"},
                "columns": {"outcome": "y", "unit": "unit", "time": "month", "treatmentStart": "start"}""";

        for (Dataset data : new Dataset[] {september, december}) {
            assertThat(Attributor.attribute(StudyCases.of(study, data)).estimate())
                    .isCloseTo(3, within(0.05));
        }
    }

    /** 24 units in the months of 2011, half of them treated, with an effect of 3. */
    private static String monthly(String start) {
        StringBuilder rows = new StringBuilder("unit,month,start,y\n");
        for (int unit = 0; unit < 24; unit++) {
            for (int month = 1; month <= 12; month++) {
                String time = String.format(Locale.ROOT, "2011-%02d", month);
                boolean treated = unit % 2 == 0;
                double effect = treated && time.compareTo(start) >= 0 ? 3 : 0;
                double outcome = unit + 0.1 * month + effect + ((unit * 7 + month * 5) % 11) * 0.01;
                rows.append(
                        String.join(",", "u" + unit, time, treated ? start : "never", Double.toString(outcome) + "\n"));
            }
        }
        return rows.toString();
    }

    @Test
    void aFilterMayWriteAFinancialYearAsTheFileDoes() throws IOException {
        Dataset data = csv("year,y,d\n2010-11,5,1\n2010-11,7,1\n2010-11,1,0\n2010-11,2,0\n2012-13,9,1\n2012-13,9,0\n");
        Path study = Files.writeString(folder.resolve("s.study.json"), """
                {"format": "worthwhile-study/1", "id": "s", "design": "randomised-trial",
                 "data": {"path": "data.csv", "where": {"year": "2010-11"}},
                 "columns": {"outcome": "y", "treatment": "d"}}""");

        assertThat(column(data, "year").text(0)).isEqualTo("2010/11");
        assertThat(Attributor.attribute(new StudyReader(Path.of("models")).read(study))
                        .estimate())
                .isCloseTo(4.5, within(1e-12));
    }

    @Test
    void oneSignCannotSeparateDecimalsAndThousands() throws IOException {
        csv("y,d\n1,1\n");
        Path study = Files.writeString(folder.resolve("s.study.json"), """
                {"format": "worthwhile-study/1", "id": "s", "design": "randomised-trial",
                 "data": {"path": "data.csv", "format": {"decimal": ",", "thousands": ","}},
                 "columns": {"outcome": "y", "treatment": "d"}}""");

        assertThatThrownBy(() -> new StudyReader(Path.of("models")).read(study))
                .hasMessageContaining("',' cannot separate both decimals and thousands");
    }

    private Dataset csv(String text) throws IOException {
        return DatasetReader.read(Files.writeString(folder.resolve("data.csv"), text), "data.csv");
    }

    private static Column.Numeric column(Dataset data, String name) {
        return (Column.Numeric) data.column(name).orElseThrow();
    }

    private static String notes(Dataset data) {
        return data.notes().stream().map(Dataset.Note::text).collect(Collectors.joining(" "));
    }
}
