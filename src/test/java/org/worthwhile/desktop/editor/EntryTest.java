package org.worthwhile.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.worthwhile.exchange.JsonText;

/** Numbers as people write them. */
class EntryTest {

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
}
