package org.worthwhile.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    /** Two changes are a slip of a short name, a third of its letters of a long one. */
    @Test
    void aSlipIsAFewLettersOfTheNameThatIsMeant() {
        assertThat(Nearest.to("cots", List.of("costs", "impacts"))).contains("costs");
        assertThat(Nearest.to("costsab", List.of("costs"))).contains("costs");
        assertThat(Nearest.to("costsabc", List.of("costs"))).isEmpty();
        assertThat(Nearest.to("treatmentStartabcd", List.of("treatmentStart"))).contains("treatmentStart");
        assertThat(Nearest.to("treatmentStartabcde", List.of("treatmentStart"))).isEmpty();
        assertThat(Nearest.to("", List.of("id"))).contains("id");
        assertThat(Nearest.to("anything", List.of())).isEmpty();
    }

    /** Such as a whole file that is taken for one heading: it is not compared letter by letter with each known name. */
    @Test
    void aNameFarLongerThanAnyHasNoNearest() {
        assertThat(Nearest.to("x".repeat(5_000_000), List.of("costs", "treatmentStart")))
                .isEmpty();
        assertThat(Nearest.remedy("costs".repeat(1_000_000), List.of("costs", "impacts")))
                .isEqualTo("use one of costs, impacts");
    }
}
