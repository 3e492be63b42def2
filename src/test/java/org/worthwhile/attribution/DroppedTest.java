package org.worthwhile.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DroppedTest {

    @Test
    void oneIsSaidInTheSingular() {
        assertThat(new Dropped("rows with a missing value", 1).reasonOfCount()).isEqualTo("row with a missing value");
        assertThat(new Dropped("rows with a missing value", 2).reasonOfCount()).isEqualTo("rows with a missing value");
        assertThat(new Dropped("untreated units with a missing row in some period", 1).reasonOfCount())
                .isEqualTo("untreated unit with a missing row in some period");
    }
}
