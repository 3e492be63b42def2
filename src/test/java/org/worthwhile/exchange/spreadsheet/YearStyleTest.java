package org.worthwhile.exchange.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.proposal.FinancialYear;

/** Years as people head columns with them. */
class YearStyleTest {

    private static final YearStyle UNSTATED = new YearStyle(Optional.empty(), Optional.empty());

    private static String read(YearStyle style, String text) {
        return switch (style.read(text)) {
            case YearStyle.Reading.Year found -> found.year().label();
            case YearStyle.Reading.None none -> none.fault().what();
        };
    }

    @ParameterizedTest
    @CsvSource({
        "2026/27, 2026/27",
        "2026-27, 2026/27",
        "2026/2027, 2026/27",
        "26/27, 2026/27",
        "FY26/27, 2026/27",
        "FY 2026-27, 2026/27",
        "2026, 2026/27",
        "2026-04-01, 2026/27",
        "2027-03-31, 2026/27",
        "2026-06-15, 2026/27",
        "2026-01-01, 2026/27",
        "2026-12-31, 2026/27",
        "2026/28, '''2026/28'' is no year'",
        "FY26, '''FY26'' may be 2025/26 or 2026/27'",
        "FY2026, '''FY2026'' may be 2025/26 or 2026/27'",
        "Year 3, '''Year 3'' numbers a year'",
        "2026-13-41, '''2026-13-41'' is no year'",
        "Total, '''Total'' is no year'",
        "'', 'is empty, and should be a year'"
    })
    void aYearIsReadWhereThereIsOneWayToReadIt(String text, String expected) {
        assertThat(read(UNSTATED, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"FY26, 2025/26", "2026, 2025/26", "FY2026, 2025/26", "2026/27, 2026/27", "2026-12-31, 2025/26"})
    void aSingleYearEndsItsFinancialYearWhereThatIsStated(String text, String expected) {
        assertThat(read(new YearStyle(Optional.empty(), Optional.of(YearStyle.Single.ENDS)), text))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 2026/27", "Year 3, 2029/30", "Y10, 2036/37", "t=1, 2027/28", "Yr 2, 2028/29", "+1, 2027/28"})
    void numberedYearsCountFromYearZero(String text, String expected) {
        assertThat(read(new YearStyle(Optional.of(FinancialYear.of("2026/27")), Optional.empty()), text))
                .isEqualTo(expected);
    }
}
