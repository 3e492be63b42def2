package org.worthwhile.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void orderStatisticsAreThoseOfTheSortedSample() {
        double[] values = new Random(3).doubles(5000).map(u -> Math.exp(20 * u)).toArray();
        values[17] = values[18];
        double[] sorted = Arrays.stream(values).sorted().toArray();
        int[] places = {0, 1, 250, 4999, 2500, 4998, 250};
        assertThat(OrderStatistics.at(values, places))
                .containsExactly(Arrays.stream(places)
                        .mapToDouble(place -> sorted[place])
                        .toArray());
        assertThat(OrderStatistics.at(new double[] {3}, -1, 0, 1)).containsExactly(3, 3, 3);
        assertThat(Percentiles.of(new double[] {7, 7, 7}, 0, 0.5, 1).values()).containsExactly(7, 7, 7);
    }
}
