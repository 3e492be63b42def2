package org.worthwhile.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.worthwhile.exchange.JsonText;

/** Numbers as people write them. */
class EntryTest {

    @Test
    void anEstimateShowsAtMostSixSignificantDigitsAndNoneOfItsWholePartIsLost() {
        Map.of(
                        "-30.845624999999995",
                        "-30.8456",
                        "0.5",
                        "0.5",
                        "1234567.8",
                        "1,234,568",
                        "0.00012345678",
                        "0.000123457")
                .forEach((number, shown) -> assertThat(Entry.text(JsonText.parse(number), Field.Input.ESTIMATE))
                        .isEqualTo(shown));
    }

    private final Locale usual = Locale.getDefault(Locale.Category.FORMAT);

    @AfterEach
    void restore() {
        Locale.setDefault(Locale.Category.FORMAT, usual);
    }

    @Test
    void numbersAreReadWithGroupsSignsAndPerCent() {
        Locale.setDefault(Locale.Category.FORMAT, Locale.UK);
        assertThat(Entry.number("1,250,000")).contains(JsonText.number(1_250_000));
        assertThat(Entry.number("£12.50")).contains(JsonText.number(12.5));
        assertThat(Entry.number("7%")).contains(JsonText.number(0.07));
        assertThat(Entry.number("−3")).contains(JsonText.number(-3));
        assertThat(Entry.number("1e400")).isEmpty();
        assertThat(Entry.number("12 monkeys")).isEmpty();
    }

    @Test
    void aSeparatorWhereNoThousandsAreIsNotPassedOver() {
        Locale.setDefault(Locale.Category.FORMAT, Locale.UK);
        assertThat(Entry.number("1,5")).isEmpty();
        assertThat(Entry.number("1,2500")).isEmpty();
        assertThat(Entry.number("1.250.000")).isEmpty();
        assertThat(Entry.number("1 250 000")).contains(JsonText.number(1_250_000));
        Locale.setDefault(Locale.Category.FORMAT, Locale.GERMANY);
        assertThat(Entry.number("1.5")).contains(JsonText.number(1.5));
        assertThat(Entry.number("1,250,000")).isEmpty();
    }

    @Test
    void numbersAreReadInTheWritingOfTheLocale() {
        Locale.setDefault(Locale.Category.FORMAT, Locale.GERMANY);
        assertThat(Entry.number("1.250,5")).contains(JsonText.number(1250.5));
        assertThat(Entry.text(JsonText.number(1250.5), Field.Input.NUMBER)).isEqualTo("1.250,5");
    }

    @Test
    void aShareIsWrittenInPerCentAndReadBackTheSame() {
        Locale.setDefault(Locale.Category.FORMAT, Locale.UK);
        for (double share : new double[] {0, 0.07, 0.29, 0.57, 0.125, 1}) {
            assertThat(Entry.number(Entry.percent(share))).contains(JsonText.number(share));
        }
    }

    @Test
    void accountsAndShortHandsAreNumbersToo() {
        Locale.setDefault(Locale.Category.FORMAT, Locale.UK);
        assertThat(Entry.number("(12,000)")).contains(JsonText.number(-12_000));
        assertThat(Entry.number("(£12,000.50)")).contains(JsonText.number(-12_000.5));
        assertThat(Entry.number("−12000")).contains(JsonText.number(-12_000));
        assertThat(Entry.number("-£12,000")).contains(JsonText.number(-12_000));
        assertThat(Entry.number("12k")).contains(JsonText.number(12_000));
        assertThat(Entry.number("£1.2m")).contains(JsonText.number(1_200_000));
        assertThat(Entry.number("12,000 GBP")).contains(JsonText.number(12_000));
        assertThat(Entry.number("1.2E+05")).contains(JsonText.number(120_000));
        assertThat(Entry.number("(-12)")).isEmpty();
        assertThat(Entry.number("10-20")).isEmpty();
        assertThat(Entry.number("5%k")).isEmpty();
    }

    @Test
    void whatMayBeOneNumberOrAnotherIsRefusedInASentence() {
        Locale.setDefault(Locale.Category.FORMAT, Locale.UK);
        assertThat(NumberEntry.of("30", Field.Input.SHARE, "GBP"))
                .isEqualTo(new NumberEntry.Refused("“30” can mean 30% or 3,000%; write it with a per cent sign."));
        assertThat(NumberEntry.of("150%", Field.Input.SHARE, "GBP")).isEqualTo(new NumberEntry.Value(1.5));
        assertThat(NumberEntry.of("0.3", Field.Input.SHARE, "GBP")).isEqualTo(new NumberEntry.Value(0.3));
        assertThat(NumberEntry.of("$12,000", Field.Input.AMOUNT, "GBP"))
                .isEqualTo(
                        new NumberEntry.Refused("“$12,000” is in $ and the proposal in GBP; write the amount in GBP."));
        assertThat(NumberEntry.of("$12,000", Field.Input.AMOUNT, "USD")).isEqualTo(new NumberEntry.Value(12_000));
        assertThat(NumberEntry.of("5%", Field.Input.AMOUNT, "GBP"))
                .isEqualTo(new NumberEntry.Refused(
                        "“5%” is a percentage where an amount of money belongs; write the amount."));
        assertThat(NumberEntry.of("1,5", Field.Input.NUMBER, "GBP"))
                .isEqualTo(new NumberEntry.Refused("“1,5” is not a number; write one in figures, such as 1,250.5."));
    }

    @Test
    void aTickIsWrittenInWordsTooAndOtherWordsAreNone() {
        assertThat(Entry.value("yes", Field.Input.FLAG, "")).contains(JsonText.flag(true));
        assertThat(Entry.value("No", Field.Input.FLAG, "")).contains(JsonText.flag(false));
        assertThat(Entry.value("✓", Field.Input.NOT, "")).contains(JsonText.flag(false));
        assertThat(Entry.value("perhaps", Field.Input.FLAG, "")).contains(JsonText.string("perhaps"));
    }
}
