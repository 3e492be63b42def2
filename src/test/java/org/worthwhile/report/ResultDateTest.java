package org.worthwhile.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The date that results bear comes from what they were made from. */
class ResultDateTest {

    @Test
    void resultsBearTheDateOfTheNewestOfWhatTheyWereMadeFrom() {
        LocalDate earlier = Software.RELEASED.minusDays(1);
        LocalDate later = Software.RELEASED.plusDays(1);
        assertThat(ResultDate.newest(Stream.of())).isEqualTo(Software.RELEASED);
        assertThat(ResultDate.newest(Stream.of(earlier))).isEqualTo(Software.RELEASED);
        assertThat(ResultDate.newest(Stream.of(later, earlier))).isEqualTo(later);
        assertThat(ResultDate.parse(" 86400 ")).isEqualTo(LocalDate.of(1970, 1, 2));
        assertThatThrownBy(() -> ResultDate.parse("yesterday"))
                .hasMessageContaining("is 'yesterday', which is no time");
    }
}
