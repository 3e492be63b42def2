package org.worthwhile.attribution.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.Diagnostic;

/** Calendars of times as they are written, without any study. */
class CalendarTest {

    @Test
    void aPeriodIsPlottedAtTheYearAndItsFraction() {
        assertThat(numbers(2010, 2011).plotted(3)).isEqualTo(2013);
        assertThat(numbers(1, 1.5, 2.5).plotted(1)).isEqualTo(1.5);
        assertThat(texts("2010-04", "2010-05").plotted(0)).isEqualTo(2010.25);
        assertThat(texts("2010 Q3", "2010 Q4").plotted(0)).isEqualTo(2010.5);
        assertThat(texts("2010/11", "2011/12").plotted(1)).isEqualTo(2011);
        assertThat(texts("2012-07-02", "2012-07-03").plotted(0)).isEqualTo(2012.5);
        assertThat(texts("2011-01-01", "2011-01-02").plotted(1)).isEqualTo(2011 + 1 / 365.0);
        assertThat(numbers(2010, 2010.083, 2010.167, 2010.25).plotted(1)).isCloseTo(2010.083333, within(1e-9));
    }

    @Test
    void timesOfWhichOnlyTheOrderIsKnownHaveNoPlaceOutsideIt() {
        Calendar calendar = texts("2010-05-06", "2010-05-09", "2017-07-02", "2017-12-12");

        assertThat(calendar.label(-1)).isEqualTo("before 2010-05-06");
        assertThat(calendar.label(0)).isEqualTo("2010-05-06");
        assertThat(calendar.label(3)).isEqualTo("2017-12-12");
        assertThat(calendar.label(4)).isEqualTo("after 2017-12-12");
        assertThat(calendar.plotted(-1)).isEqualTo(2010 + 125 / 365.0);
        assertThat(calendar.plotted(0)).isEqualTo(2010 + 125 / 365.0);
        assertThat(calendar.plotted(9)).isEqualTo(2017 + 345 / 365.0);
        assertThat(calendar.from("2010-05-01")).hasValue(0);
        assertThat(calendar.from("2010-05-07")).hasValue(1);
        assertThat(calendar.from("2010-05-09")).hasValue(1);
        assertThat(calendar.from("2018-01-01")).hasValue(4);
        assertThat(calendar.spacing()).isEqualTo("one time");
        assertThat(numbers(1, 2.2, 7.5).plotted(1)).isEqualTo(2.2);
    }

    @ParameterizedTest
    @CsvSource({
        "2010, 2011, one year, 1 year, 3 years",
        "2001, 2006, 5 years, 1 period of 5 years, 3 periods of 5 years",
        "1, 2, one period, 1 period, 3 periods",
        "2010-04, 2010-05, one month, 1 month, 3 months",
        "2010-01, 2010-03, 2 months, 1 period of 2 months, 3 periods of 2 months",
        "2010-01, 2010-04, one quarter, 1 quarter, 3 quarters",
        "2010-01, 2010-07, 6 months, 1 period of 6 months, 3 periods of 6 months",
        "2010-01, 2012-01, 2 years, 1 period of 2 years, 3 periods of 2 years",
        "2010 Q1, 2010 Q2, one quarter, 1 quarter, 3 quarters",
        "2010 Q1, 2011 Q1, one year, 1 year, 3 years",
        "2010-W01, 2010-W02, one week, 1 week, 3 weeks",
        "2010-W01, 2010-W03, 2 weeks, 1 period of 2 weeks, 3 periods of 2 weeks",
        "2010-01-03, 2010-01-04, one day, 1 day, 3 days",
        "2010-01-03, 2010-01-06, 3 days, 1 period of 3 days, 3 periods of 3 days",
        "2010-01-03, 2010-01-17, 2 weeks, 1 period of 2 weeks, 3 periods of 2 weeks",
        "2010/11, 2011/12, one financial year, 1 financial year, 3 financial years",
        "2010/11, 2012/13, 2 financial years, 1 period of 2 financial years, 3 periods of 2 financial years"
    })
    void howFarPeriodsLieApartIsToldInWords(String first, String second, String spacing, String one, String three) {
        Calendar calendar = texts(first, second);

        assertThat(calendar.spacing()).isEqualTo(spacing);
        assertThat(calendar.span(1)).isEqualTo(one);
        assertThat(calendar.span(3)).isEqualTo(three);
        assertThat(calendar.observed()).containsExactly(0, 1);
        assertThat(calendar.size()).isEqualTo(2);
        assertThat(calendar.missing()).isEmpty();
        assertThat(calendar.diagnostics()).isEmpty();
    }

    @Test
    void sixPeriodsAreNamedAndTheOthersAreCounted() {
        Calendar calendar = numbers(2001, 2002);

        assertThat(calendar.names(IntStream.range(0, 6).toArray())).isEqualTo("2001, 2002, 2003, 2004, 2005, 2006");
        assertThat(calendar.names(IntStream.range(0, 8).toArray()))
                .isEqualTo("2001, 2002, 2003, 2004, 2005, 2006 and 2 more");
    }

    @Test
    void aGapIsToldWithThePeriodsThatAreMissing() {
        Diagnostic told = texts("2010-01", "2010-02", "2010-05").diagnostics().getFirst();

        assertThat(told.statistic()).hasValue(2);
        assertThat(told.message())
                .isEqualTo("There is a gap: 2 missing periods, 2010-03, 2010-04, of 5 from 2010-01 to 2010-05."
                        + " Periods are counted across it.");
    }

    @Test
    void aMillionPeriodsAreTheMost() {
        assertThat(numbers(0, 1, 999_999).isTooLong()).isFalse();
        assertThat(numbers(0, 1, 1_000_000).isTooLong()).isTrue();
    }

    /** Twelfths of a year written to three places are off by up to 0.02 of a month. */
    @Test
    void aStartInDecimalsMayBeOffByLessThanTheTimesThemselves() {
        Calendar calendar = numbers(2010, 2010.083, 2010.167, 2010.25, 2010.333, 2010.417);

        assertThat(calendar.from("2010.333")).hasValue(4);
        assertThat(calendar.from("2010.334")).hasValue(4);
        assertThat(calendar.from("2010.34")).hasValue(5);
        assertThat(calendar.from("2010.3")).hasValue(4);
        assertThat(calendar.from("2009.917")).hasValue(-1);
    }

    @Test
    void aStartWithinAPeriodOfSeveralYearsIsTheNextPeriod() {
        Calendar calendar = numbers(2001, 2006, 2016);

        assertThat(calendar.from("2006")).hasValue(1);
        assertThat(calendar.from("2007")).hasValue(2);
        assertThat(calendar.from("2011")).hasValue(2);
        assertThat(calendar.from("2012")).hasValue(3);
        assertThat(calendar.from("1996")).hasValue(-1);
    }

    /** 2 January 2020 was a Thursday. With one more day the three lie on less than half of the days. */
    @Test
    void datesAreDaysWhileHalfOfThemAreThere() {
        assertThat(texts("2020-01-01", "2020-01-02", "2020-01-06").step()).isEqualTo(Step.DAY);
        assertThat(texts("2020-01-01", "2020-01-02", "2020-01-07").step()).isEqualTo(Step.ORDER);
    }

    @Test
    void oneDateInEachWeekOrQuarterIsACalendarOfThem() {
        Calendar weeks = texts("2020-01-07", "2020-01-15", "2020-01-21", "2020-01-30");
        assertThat(weeks.step()).isEqualTo(Step.WEEK);
        assertThat(weeks.observed()).containsExactly(0, 1, 2, 3);
        assertThat(weeks.label(1)).isEqualTo("2020-01-13");
        Calendar quarters = texts("2020-02-07", "2020-04-15", "2020-09-21", "2021-01-02");
        assertThat(quarters.step()).isEqualTo(Step.QUARTER);
        assertThat(quarters.observed()).containsExactly(0, 1, 2, 4);
        assertThat(quarters.label(3)).isEqualTo("2020 Q4");
    }

    @Test
    void numbersAreMonthsOrDaysWhereAllOfThemCanBe() {
        assertThat(numbers(180_001, 180_002).label(0)).isEqualTo("1800-01");
        assertThat(numbers(180_000, 180_001).label(0)).isEqualTo("180000");
        assertThat(numbers(220_011, 220_012).label(1)).isEqualTo("2200-12");
        assertThat(numbers(220_012, 220_013).label(1)).isEqualTo("220013");
        assertThat(numbers(201_012, 201_013).label(1)).isEqualTo("201013");
        assertThat(numbers(18_000_101, 18_000_102).label(0)).isEqualTo("1800-01-01");
        assertThat(numbers(22_001_230, 22_001_231).label(1)).isEqualTo("2200-12-31");
        assertThat(numbers(20_100_228, 20_100_229).label(1)).isEqualTo("20100229");
        assertThat(numbers(201_004).label(0)).isEqualTo("201004");
    }

    @Test
    void wholeNumbersFrom1800To2200AreYears() {
        assertThat(numbers(1800, 2200).step()).isEqualTo(Step.YEAR);
        assertThat(numbers(1799, 1801).step()).isEqualTo(Step.PERIOD);
        assertThat(numbers(2199, 2201).step()).isEqualTo(Step.PERIOD);
    }

    @Test
    void anOptionMeansATimeOfTheCalendarOrNone() {
        assertThat(texts("2010/11", "2011/12").from("2012")).hasValue(2);
        assertThat(texts("2010-04-01", "2010-04-02").from("2010")).isEmpty();
        assertThat(numbers(201_011, 201_012).from("201101")).hasValue(2);
        assertThat(numbers(201_011, 201_012).from("2010-12")).hasValue(1);
        assertThat(numbers(2010, 2011).from("2010-04-01")).isEmpty();
        assertThat(numbers(2010, 2011).from("soon")).isEmpty();
        assertThat(texts("2010/11", "2011/12").period(1)).isEqualTo(new Period(1, "2011/12"));
    }

    @ParameterizedTest
    @CsvSource({
        "Jan-68, 2068-01-01",
        "Jan-69, 1969-01-01",
        "Sept 2010, 2010-09-01",
        "2010/11 Q4, 2011-01-01",
        "Q3 2010/11, 2010-10-01",
        "2009-W53, 2009-12-28",
        "31.12.2010, 2010-12-31",
        "5 Mar 68, 2068-03-05",
        "2010-12, 2010-12-01"
    })
    void aTextMeansTheFirstOfItsDays(String text, LocalDate day) {
        assertThat(TimeText.parse(text))
                .hasValueSatisfying(time -> assertThat(time.value()).isEqualTo(day.toEpochDay()));
    }

    @ParameterizedTest
    @CsvSource({
        "2010-13",
        "2010-W53",
        "2010-W00",
        "2010/12 Q1",
        "Q1 2010/12",
        "2010-02-30",
        "Foo 2010",
        "2010 Foo",
        "5 Foo 2010",
        "soon"
    })
    void aTextThatNamesNoTimeIsNone(String text) {
        assertThat(TimeText.parse(text)).isEmpty();
    }

    @Test
    void aColumnOfTimesIsKnownByItsKind() {
        assertThat(kind("2010 Q1", "2010 Q2")).isEqualTo("quarters");
        assertThat(kind("2010-11", "2010-12")).isEqualTo("months");
        assertThat(kind("2010-11", "2011-12")).isEqualTo("financial years");
        assertThat(kind("2010-W11", "2010-W12")).isEqualTo("weeks");
        assertThat(kind("2010-11-01", "2010-12-01")).isEqualTo("dates");
        assertThat(WrittenTimes.of(new Column.Numeric("t", new double[] {2010, Double.NaN, 2012})))
                .hasValueSatisfying(times -> {
                    assertThat(times.kind()).isEqualTo("numbers");
                    assertThat(times.calendar().size()).isEqualTo(2);
                });
        assertThat(WrittenTimes.of(new Column.Numeric("t", new double[] {2010}, Column.Scale.FINANCIAL_YEAR)))
                .hasValueSatisfying(
                        times -> assertThat(times.calendar().label(0)).isEqualTo("2010/11"));
        assertThat(WrittenTimes.financialYear("2010-11")).hasValue(2010);
        assertThat(WrittenTimes.financialYear("2010-12")).isEmpty();
    }

    @Test
    void aColumnThatHoldsOtherThingsIsNoColumnOfTimes() {
        assertThat(WrittenTimes.of(column("2010 Q1", "soon"))).isEmpty();
        assertThat(WrittenTimes.of(column("2010 Q1", "2010-01"))).isEmpty();
        assertThat(WrittenTimes.of(column())).isEmpty();
        assertThat(WrittenTimes.of(new Column.Numeric("t", new double[] {Double.NaN})))
                .isEmpty();
        assertThat(WrittenTimes.of(new Column.Numeric("t", new double[] {1, 2, 1e7})))
                .isEmpty();
    }

    @Test
    void treatmentLastsFromItsStartOn() {
        Starts starts = new Starts(new int[] {3, Starts.NEVER, 1, 3});

        assertThat(starts.isTreated(0, 2)).isFalse();
        assertThat(starts.isTreated(0, 3)).isTrue();
        assertThat(starts.isTreated(0, 4)).isTrue();
        assertThat(starts.isNever(1)).isTrue();
        assertThat(starts.isNever(0)).isFalse();
        assertThat(starts.of(2)).isEqualTo(1);
        assertThat(starts.groups()).containsExactly(1, 3);
        assertThat(starts.at(new int[] {2, 0})).isEqualTo(new Starts(new int[] {1, 3}));
        assertThat(starts.at(new int[] {2, 0})).hasSameHashCodeAs(new Starts(new int[] {1, 3}));
        assertThat(starts).isNotEqualTo(new Starts(new int[] {3, Starts.NEVER, 1, 2}));
    }

    private static String kind(String... texts) {
        return WrittenTimes.of(column(texts)).orElseThrow().kind();
    }

    private static Calendar numbers(double... values) {
        return Calendar.of(TimeText.Kind.NUMBER, values);
    }

    private static Calendar texts(String... texts) {
        return WrittenTimes.of(column(texts)).orElseThrow().calendar();
    }

    private static Column column(String... texts) {
        List<String> levels = Arrays.stream(texts).distinct().toList();
        return new Column.Categorical(
                "t", levels, Arrays.stream(texts).mapToInt(levels::indexOf).toArray());
    }
}
