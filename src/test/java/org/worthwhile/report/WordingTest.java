package org.worthwhile.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.worthwhile.appraisal.Indicator;
import org.worthwhile.attribution.DataSummary;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.exchange.DatasetReader;

class WordingTest {

    private static final Wording WORDING = Wording.BRITISH;

    @ParameterizedTest
    @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatOverflowedIsTooLargeToBeTold(double number) {
        assertThat(WORDING.significant(number)).isEqualTo("too large to be told");
        assertThat(WORDING.money(number, "GBP")).isEqualTo("too large to be told");
        assertThat(WORDING.shortMoney(number, "GBP")).isEqualTo("too large to be told");
        assertThat(WORDING.fixed(number, 2)).isEqualTo("too large to be told");
        assertThat(WORDING.toOne(number)).isEqualTo("too large to be told to 1");
        assertThat(WORDING.significant(Double.NaN)).isEqualTo("not known");
        assertThat(WORDING.probability(Double.NaN)).isEqualTo("not known");
    }

    /** None or all of 1,000 trials do not exclude that one of 10,000 would be otherwise. */
    @Test
    void howOftenSomethingHappensInASampleIsNeverToldAsNeverOrAlways() {
        assertThat(List.of(0.0, 0.0004, 0.0006, 0.25, 0.9994, 0.9996, 1.0))
                .extracting(Wording.BRITISH::chance)
                .containsExactly("under 0.1%", "under 0.1%", "0.1%", "25.0%", "99.9%", "over 99.9%", "over 99.9%");
    }

    @Test
    void veryLargeAndVerySmallNumbersArePowersOfTen() {
        assertThat(WORDING.significant(1.25e-125)).isEqualTo("1.250e-125");
        assertThat(WORDING.money(1.5e300, "GBP")).isEqualTo("£1.500e+300");
        assertThat(Rounded.plain(1.25e-125)).isEqualTo("1.25e-125");
        assertThat(Rounded.plain(-2e300)).isEqualTo("-2e300");
        assertThat(Rounded.plain(0.00001234)).isEqualTo("0.00001234");
    }

    @Test
    void anIndicatorThatOverflowedHasAReasonAndNoValue() {
        Indicator indicator = Indicator.ratio(1e300, 5e-324, "there is none");
        assertThat(indicator.value()).isEqualTo(OptionalDouble.empty());
        assertThat(indicator.reason()).isEqualTo("it is too large a number to mean anything");
    }

    @Test
    void theMeanOfValuesWhoseSumIsTooLargeIsStillTheirMean(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("y.csv"), "x,y\n1,1e308\n2,1e308\n3,1e308\n4,1e308\n");
        assertThat(DataText.lines(DataSummary.of(DatasetReader.read(file, "y.csv"))))
                .anyMatch(line -> line.matches("y .*1\\.000e\\+308.*"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.5     | £1.50",
                "-1.5    | -£1.50",
                "0       | £0.00",
                "345.678 | £345.68",
                "999.99  | £999.99",
                "999.996 | £1,000",
                "1234.56 | £1,235",
                "0.05    | £0.05",
                "0.0123  | £0.012",
                "0.00346 | £0.0035",
                "4e-7    | £4.000e-07"
            })
    void aUnitValueBelowAThousandHasItsPence(double amount, String text) {
        assertThat(WORDING.unitValue(amount, "GBP")).isEqualTo(text);
    }
}
