package org.worthwhile.attribution.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.StudyCases;

class PeriodsTest {

    @Test
    void yearsAreCountedFromTheFirstAndAGapIsKnown() {
        Periods periods = numbers(2012, 2010, 2011, 2014);
        assertThat(periods.indices()).containsExactly(2, 0, 1, 4);
        assertThat(periods.calendar().label(4)).isEqualTo("2014");
        assertThat(periods.calendar().missing()).containsExactly(3);
        assertThat(periods.calendar().step()).isEqualTo(Step.YEAR);
        assertThat(periods.calendar().diagnostics())
                .singleElement()
                .satisfies(told -> assertThat(told.message()).contains("one missing period, 2013"));
    }

    @Test
    void aTimeFarFromAllOthersIsNoTimeOfTheStudy() {
        assertThatThrownBy(() -> numbers(1, 2, 3, 2147483648.0))
                .hasMessageContaining("over more than a million periods of one period; mend the time that lies far");
    }

    @Test
    void yearsFiveApartArePeriodsOfFiveYears() {
        Periods periods = numbers(2001, 2011, 2006, 2021);
        assertThat(periods.indices()).containsExactly(0, 2, 1, 4);
        assertThat(periods.calendar().label(3)).isEqualTo("2016");
        assertThat(periods.calendar().spacing()).isEqualTo("5 years");
    }

    @Test
    void firstDaysOfMonthsAreMonthsWhateverTheirLength() {
        Periods periods = dates("2020-01-01", "2020-02-01", "2020-03-01", "2020-05-01");
        assertThat(periods.indices()).containsExactly(0, 1, 2, 4);
        assertThat(periods.calendar().label(3)).isEqualTo("2020-04");
        assertThat(periods.calendar().step()).isEqualTo(Step.MONTH);
    }

    @Test
    void lastDaysOfMonthsAreMonthsToo() {
        Periods periods = dates("2019-12-31", "2020-01-31", "2020-02-29", "2020-03-31", "2020-04-30");
        assertThat(periods.indices()).containsExactly(0, 1, 2, 3, 4);
        assertThat(periods.calendar().label(2)).isEqualTo("2020-02");
    }

    @Test
    void datesThreeMonthsApartAreQuartersAndTwelveApartAreYears() {
        assertThat(dates("2020-01-01", "2020-04-01", "2020-07-01", "2021-01-01")
                        .calendar()
                        .label(3))
                .isEqualTo("2020 Q4");
        Periods years = dates("2020-01-01", "2021-01-01", "2023-01-01");
        assertThat(years.indices()).containsExactly(0, 1, 3);
        assertThat(years.calendar().label(2)).isEqualTo("2022");
    }

    @Test
    void datesSevenDaysApartAreWeeksAndOthersDays() {
        Periods weeks = dates("2020-01-06", "2020-01-13", "2020-01-27");
        assertThat(weeks.indices()).containsExactly(0, 1, 3);
        assertThat(weeks.calendar().step()).isEqualTo(Step.WEEK);
        Periods days = dates("2020-02-27", "2020-02-28", "2020-03-01");
        assertThat(days.indices()).containsExactly(0, 1, 3);
        assertThat(days.calendar().label(2)).isEqualTo("2020-02-29");
    }

    /** The first Monday of each month. */
    @Test
    void oneDateInEachMonthIsACalendarOfMonths() {
        Periods periods = dates("2020-01-06", "2020-02-03", "2020-03-02", "2020-04-06", "2020-06-01");
        assertThat(periods.calendar().step()).isEqualTo(Step.MONTH);
        assertThat(periods.indices()).containsExactly(0, 1, 2, 3, 5);
    }

    @Test
    void electionsAreYearsWithGaps() {
        Periods periods = dates("2010-05-06", "2015-05-07", "2017-06-08", "2019-12-12");
        assertThat(periods.calendar().step()).isEqualTo(Step.YEAR);
        assertThat(periods.indices()).containsExactly(0, 5, 7, 9);
    }

    @Test
    void timesThatFitNoCalendarAreOrderedAndThatIsTold() {
        Periods periods = dates("2010-05-06", "2010-05-09", "2017-06-08", "2017-12-12");
        assertThat(periods.calendar().isOrderOnly()).isTrue();
        assertThat(periods.indices()).containsExactly(0, 1, 2, 3);
        assertThat(periods.calendar().label(3)).isEqualTo("2017-12-12");
        assertThat(periods.calendar().diagnostics())
                .singleElement()
                .satisfies(told -> assertThat(told.message()).contains("only their order is used"));
    }

    @Test
    void monthsAsDecimalsOfAYearAreEquallySpaced() {
        Periods periods = numbers(2010, 2010.083, 2010.167, 2010.25, 2010.333, 2010.5);
        assertThat(periods.indices()).containsExactly(0, 1, 2, 3, 4, 6);
    }

    @Test
    void numbersOfYearAndMonthAreMonths() {
        Periods periods = numbers(201011, 201012, 201101, 201103);
        assertThat(periods.indices()).containsExactly(0, 1, 2, 4);
        assertThat(periods.calendar().label(2)).isEqualTo("2011-01");
        Periods days = numbers(20101231, 20110101, 20110103);
        assertThat(days.indices()).containsExactly(0, 1, 3);
    }

    /** 2009-10 and 2010-11 are months as they stand; beside one another they can only be financial years. */
    @Test
    void financialYearsWithAHyphenAreNoMonths() {
        Periods periods = dates("2009-10-01", "2010-11-01", "2011-12-01");
        assertThat(periods.indices()).containsExactly(0, 1, 2);
        assertThat(periods.calendar().label(1)).isEqualTo("2010/11");
        assertThat(texts("2010-11", "2011-12", "2013-14").calendar().label(2)).isEqualTo("2012/13");
    }

    @ParameterizedTest
    @CsvSource({
        "2010 Q1,2010 Q2,2010 Q4,2010 Q1",
        "2010Q1,2010Q2,2010Q4,2010 Q1",
        "Q1 2010,Q2 2010,Q4 2010,2010 Q1",
        "2010/11 Q1,2010/11 Q2,2010/11 Q4,2010 Q2",
        "Jan-10,Feb-10,Apr-10,2010-01",
        "January 2010,February 2010,April 2010,2010-01",
        "2010M01,2010M02,2010M04,2010-01",
        "2010 JAN,2010 FEB,2010 APR,2010-01",
        "Dec-98,Jan-99,Mar-99,1998-12",
        "2010-W52,2011-W01,2011-W03,2010-12-27",
        "2010/11,2011/12,2013/14,2010/11",
        "2010/2011,2011/2012,2013/2014,2010/11",
        "1 Jan 2010,2 Jan 2010,4 Jan 2010,2010-01-01"
    })
    void timesAreReadAsPeopleWriteThem(String first, String second, String fourth, String label) {
        Periods periods = texts(first, second, fourth);
        assertThat(periods.indices()).containsExactly(0, 1, 3);
        assertThat(periods.calendar().label(0)).isEqualTo(label);
    }

    @Test
    void aTextThatIsNoTimeIsNamed() {
        assertThatThrownBy(() -> texts("2010 Q1", "2010 Q2", "2010 Q5"))
                .hasMessageContaining("'2010 Q5' in the column 't' is no time");
        assertThatThrownBy(() -> texts("2010 Q1", "2010-04"))
                .hasMessageContaining("holds both '2010 Q1' and '2010-04'");
    }

    @Test
    void neverIsWrittenInManyWays() {
        StudyCase study = study(new Column.Numeric("t", new double[] {1, 2, 3, 4}), text("g", "never", "2", "", "Inf"));
        Sample sample = sample(study);
        assertThat(Periods.of(study, sample).starts(study, sample).periods())
                .containsExactly(Starts.NEVER, 1, Starts.NEVER, Starts.NEVER);
    }

    @Test
    void aStartBetweenTwoPeriodsIsTheLaterOne() {
        StudyCase study = study(
                date("t", "2020-01-01", "2020-02-01", "2020-03-01"),
                date("g", "2020-01-15", "2020-03-01", "2019-11-01"));
        Sample sample = sample(study);
        assertThat(Periods.of(study, sample).starts(study, sample).periods()).containsExactly(1, 2, -2);
    }

    @Test
    void aStartOfAnotherKindThanTheTimesIsAProblem() {
        StudyCase study = study(date("t", "2020-01-01", "2020-02-01"), new Column.Numeric("g", new double[] {2020, 0}));
        Sample sample = sample(study);
        assertThatThrownBy(() -> Periods.of(study, sample).starts(study, sample))
                .hasMessageContaining("'2020' in the column 'g' is no time like those of 't', such as '2020-01'");
    }

    @Test
    void anOptionIsReadAsTheTimesAre() {
        assertThat(texts("2010/11", "2011/12").calendar().from("2012/13")).hasValue(2);
        assertThat(texts("2010/11", "2011/12").calendar().from("2011-12")).hasValue(1);
        assertThat(dates("2020-01-01", "2020-02-01").calendar().from("01/04/2020"))
                .hasValue(3);
        assertThat(dates("2020-01-01", "2020-02-01").calendar().from("2020-03")).hasValue(2);
        assertThat(numbers(2010, 2011).calendar().from("2011")).hasValue(1);
        assertThat(dates("2020-01-01", "2020-02-01").calendar().from("2020")).isEmpty();
    }

    private static Periods numbers(double... values) {
        return periods(new Column.Numeric("t", values));
    }

    private static Periods dates(String... dates) {
        return periods(date("t", dates));
    }

    private static Periods texts(String... texts) {
        return periods(text("t", texts));
    }

    private static Column date(String name, String... dates) {
        return new Column.Numeric(
                name,
                Arrays.stream(dates)
                        .mapToDouble(date -> LocalDate.parse(date).toEpochDay())
                        .toArray(),
                Column.Scale.DATE);
    }

    private static Column text(String name, String... texts) {
        List<String> levels = new ArrayList<>(new LinkedHashSet<>(List.of(texts)));
        levels.remove("");
        return new Column.Categorical(
                name, levels, Arrays.stream(texts).mapToInt(levels::indexOf).toArray());
    }

    private static Periods periods(Column column) {
        StudyCase study = study(column, new Column.Numeric("g", new double[column.rows()]));
        return Periods.of(study, sample(study));
    }

    private static StudyCase study(Column time, Column start) {
        return StudyCases.of("""
                "design": "difference-in-differences",
                "columns": {"outcome": "y", "time": "t", "treatmentStart": "g"}""", time, start, new Column.Numeric("y", new double[time.rows()]));
    }

    private static Sample sample(StudyCase study) {
        return Sample.of(study, study.study().roles().columns(), Set.of("g"));
    }
}
