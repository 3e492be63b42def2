package org.worthwhile.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountedPerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "per 1,000 people at risk; 1000",
                "1,000 people at risk who take part, a year; 1000",
                "admissions per 1000; 1000",
                "per 100,000 people a year; 100000",
                "per 100 households; 100",
                "crimes per thousand residents; 1000",
                "deaths / 100 000; 100000",
                "per 10 thousand; 10000",
                "percentage points; 100",
                "%; 100",
                "per cent of pupils; 100",
            })
    void theBaseOfARateIsReadFromItsUnit(String words, double base) {
        assertThat(CountedPer.of(words)).hasValue(base);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "admission",
                "pounds a month",
                "calls a month",
                "per person",
                "per 1 person",
                "points",
                "covid19 cases"
            })
    void aUnitThatIsNoRateHasNone(String words) {
        assertThat(CountedPer.of(words)).isEmpty();
    }
}
