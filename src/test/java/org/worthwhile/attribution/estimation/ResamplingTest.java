package org.worthwhile.attribution.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ResamplingTest {

    /** Each of the six orders of three comes up 2,000 times in 12,000, give or take 41. */
    @Test
    void everyOrderIsAsLikelyAsAnyOther() {
        Map<String, Integer> seen = new HashMap<>();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 12_000; i++) {
            seen.merge(Arrays.toString(Resampling.permutation(3, random)), 1, Integer::sum);
        }

        assertThat(seen).hasSize(6).allSatisfy((_, count) -> assertThat(count).isBetween(1_800, 2_200));
    }

    @Test
    void drawsHaveStreamsOfTheirOwnThatASeedRepeats() {
        double[] once = Resampling.draws(500, 7, SplittableRandom::nextDouble);

        assertThat(Resampling.draws(500, 7, SplittableRandom::nextDouble)).containsExactly(once);
        assertThat(Resampling.draws(500, 8, SplittableRandom::nextDouble)[0]).isNotEqualTo(once[0]);
        assertThat(Arrays.stream(once).distinct().count()).isEqualTo(500);
        assertThat(Arrays.stream(once).average().orElseThrow()).isCloseTo(0.5, within(4 * Math.sqrt(1 / 12.0 / 500)));
    }

    /** Departures -2, 0 and 2: 8 / 2. */
    @Test
    void theStandardDeviationDividesByOneLess() {
        assertThat(Resampling.deviation(new double[] {1, 3, 5})).isCloseTo(2, within(1e-12));
    }

    @Test
    void aThreadThatWasInterruptedDrawsNoMore() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> Resampling.stream(1, 0)).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
