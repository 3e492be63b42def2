package org.worthwhile.attribution.causes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ShapleyTest {

    @Test
    void theGloveGameHasItsKnownValues() {
        // Player 0 has a left glove, 1 and 2 a right one each; a pair is worth 1: 2/3, 1/6 and 1/6 (Shapley 1953).
        Shapley shapley = Shapley.of(3, members -> members[0] && (members[1] || members[2]) ? 1 : 0, 1);
        assertThat(shapley.contributions()).containsExactly(new double[] {2 / 3.0, 1 / 6.0, 1 / 6.0}, within(1e-12));
    }

    @Test
    void sampledContributionsAddUpAndAreRightWithinTheirErrors() {
        // The value of a set is the square of its size: by symmetry each of 14 contributes 14.
        Shapley shapley = Shapley.of(
                14,
                members -> {
                    int size = 0;
                    for (boolean member : members) {
                        size += member ? 1 : 0;
                    }
                    return (double) size * size;
                },
                1);
        assertThat(shapley.exact()).isFalse();
        assertThat(Arrays.stream(shapley.contributions()).sum()).isCloseTo(196, within(1e-9));
        for (int player = 0; player < 14; player++) {
            assertThat(shapley.contributions()[player]).isCloseTo(14, within(4 * shapley.errors()[player] + 1e-9));
        }
    }
}
