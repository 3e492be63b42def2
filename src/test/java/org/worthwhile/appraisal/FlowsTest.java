package org.worthwhile.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class FlowsTest {

    @Test
    void yearsAreAddedSubtractedAndDiscountedOneByOne() {
        Flows costs = Flows.of(10, 20, 30);
        Flows others = Flows.of(1, 0.5, 0.25);

        assertThat(costs.plus(others)).isEqualTo(Flows.of(11, 20.5, 30.25));
        assertThat(costs.minus(others)).isEqualTo(Flows.of(9, 19.5, 29.75));
        assertThat(costs.times(others)).isEqualTo(Flows.of(10, 10, 7.5));
        assertThat(costs.presentValue(others)).isEqualTo(27.5);
        assertThat(costs.cumulative()).isEqualTo(Flows.of(10, 30, 60));
    }

    /** A year without its counterpart would be left out of a sum without a word. */
    @Test
    void flowsOfOtherNumbersOfYearsAreRefused() {
        List<BiConsumer<Flows, Flows>> all =
                List.of(Flows::plus, Flows::minus, (own, other) -> own.times(other), Flows::presentValue);
        for (BiConsumer<Flows, Flows> operation : all) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> operation.accept(Flows.of(1, 2), Flows.of(10, 20, 30)))
                    .withMessageMatching("Flows of [23] years and of [23]");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> operation.accept(Flows.of(10, 20, 30), Flows.of(1, 2)));
        }
    }
}
