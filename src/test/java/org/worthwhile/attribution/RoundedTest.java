package org.worthwhile.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoundedTest {

    @Test
    void numbersHaveFourDigitsAndNoPowersOfTen() {
        assertThat(Rounded.plain(123_456)).isEqualTo("123,500");
        assertThat(Rounded.plain(-0.000012346)).isEqualTo("-0.00001235");
        assertThat(Rounded.plain(30.850)).isEqualTo("30.85");
        assertThat(Rounded.plain(2000)).isEqualTo("2,000");
        assertThat(Rounded.plain(-0.0)).isEqualTo("0");
    }

    @Test
    void onlyVeryLargeAndVerySmallNumbersHavePowersOfTen() {
        assertThat(Rounded.plain(1.25e-17)).isEqualTo("1.25e-17");
        assertThat(Rounded.plain(-3.14159e40)).isEqualTo("-3.142e40");
    }

    @Test
    void whatIsNoNumberIsSaidToBeNone() {
        assertThat(Rounded.plain(Double.NaN)).isEqualTo("not known");
        assertThat(Rounded.plain(Double.POSITIVE_INFINITY)).isEqualTo("without limit");
        assertThat(Rounded.plain(Double.NEGATIVE_INFINITY)).isEqualTo("below any limit");
    }

    @Test
    void numbersThatWereGivenKeepEveryDigit() {
        assertThat(Rounded.exact(0)).isEqualTo("0");
        assertThat(Rounded.exact(16_380)).isEqualTo("16380");
        assertThat(Rounded.exact(0.123456789)).isEqualTo("0.123456789");
    }
}
