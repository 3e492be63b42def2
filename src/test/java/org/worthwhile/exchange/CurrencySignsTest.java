package org.worthwhile.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrencySignsTest {

    @ParameterizedTest
    @CsvSource({"£, GBP, true", "£, EUR, false", "$, NZD, true", "$, USD, true", "¥, JPY, true", "kr, SEK, false"})
    void aSignIsOfTheCurrenciesWrittenWithIt(String sign, String code, boolean its) {
        assertThat(CurrencySigns.isOf(sign, code)).isEqualTo(its);
    }
}
