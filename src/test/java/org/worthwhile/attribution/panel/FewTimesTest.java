package org.worthwhile.attribution.panel;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.MadeData;

class FewTimesTest {

    /** With effects of units and times the scores of either of two times add up to nothing, whatever the errors. */
    @Test
    void twoTimesTellNoErrorByDriscollAndKraay() {
        Random random = new Random(6);
        MadeData data = MadeData.of("y", random.doubles(24).toArray())
                .and("x", random.doubles(24).toArray())
                .and("u", IntStream.range(0, 24).mapToDouble(row -> row / 2).toArray())
                .and("t", IntStream.range(0, 24).mapToDouble(row -> row % 2).toArray());

        assertThatThrownBy(() -> data.answer("""
                        "design": "panel-regression",
                        "columns": {"outcome": "y", "treatment": "x", "unit": "u", "time": "t", "fixedEffects": ["u", "t"]},
                        "options": {"variance": "driscoll-kraay"}"""))
                .hasMessageContaining(
                        "the times are so few that what is left at each adds up to nothing and tells no error");
    }
}
