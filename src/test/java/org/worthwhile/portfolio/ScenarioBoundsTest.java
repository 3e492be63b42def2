package org.worthwhile.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Three options of one proposal over two scenarios: worth 10 and 0, 0 and 5, or 3 and 3. */
class ScenarioBoundsTest {

    private static final double[][] VALUES = {{10, 0}, {0, 5}, {3, 3}};

    private static final List<Candidate> OPTIONS = List.of(option("x"), option("y"), option("z"));

    /** By a weight of w on the first scenario the best is worth the most of 10 w, 5 (1 - w) and 3: no less than 10 / 3, at a third. */
    @Test
    void theLeastValueOfASetIsBoundedByTheWeightsThatBoundItMost() {
        ScenarioBounds.Bounded bounded = new ScenarioBounds(
                        ChoiceColumns.of(OPTIONS, Constraints.NONE), VALUES, List.of())
                .lowestMean(new double[2], 0.5);

        assertThat(bounded.bound()).isCloseTo(10 / 3.0, within(1e-9));
        assertThat(bounded.sets()).contains(List.of(0), List.of(1));
    }

    @Test
    void theMeanOfASetIsBoundedByTheLargestMean() {
        assertThat(new ScenarioBounds(ChoiceColumns.of(OPTIONS, Constraints.NONE), VALUES, List.of())
                        .lowestMean(new double[] {1, 2}, 1)
                        .bound())
                .isCloseTo(5 - 1.5, within(1e-9));
    }

    private static Candidate option(String id) {
        return new Candidate("p", "P", id, "O", "", List.of(), Map.of(Objective.NPSV, 1.0), 1, List.of());
    }
}
