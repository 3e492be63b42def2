package org.worthwhile.attribution.observational;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ControlPoolTest {

    private static final int SCORES = 60;

    @Test
    void theNearestIsThatOfTryingEveryControlInTheOrderOfTheData() {
        Random random = new Random(11);
        for (int made = 0; made < 400; made++) {
            // Few different scores make many ties, on one side and on both.
            int different = made % 2 == 0 ? 1_000_000 : 8;
            double[] scores = random.ints(SCORES, 0, different)
                    .mapToDouble(own -> own / 8.0)
                    .toArray();
            ScoreOrder order = ScoreOrder.of(scores, _ -> true);
            ControlPool pool = new ControlPool(order);
            boolean belowFirst = random.nextBoolean();
            double furthest = random.nextBoolean() ? Double.POSITIVE_INFINITY : different / 80.0;
            boolean[] taken = new boolean[SCORES];
            for (int count = 0; count < SCORES; count++) {
                double score = random.nextInt(different) / 8.0;
                List<Integer> without = new ArrayList<>(
                        random.ints(count % 4, 0, SCORES).boxed().toList());

                int place = pool.nearest(score, furthest, belowFirst, without);

                int expected = nearest(scores, taken, score, furthest, belowFirst, without);
                assertThat(place < 0 ? -1 : pool.row(place)).isEqualTo(expected);
                if (place >= 0 && random.nextInt(3) > 0) {
                    pool.take(place);
                    taken[expected] = true;
                }
            }
        }
    }

    private static int nearest(
            double[] scores,
            boolean[] taken,
            double score,
            double furthest,
            boolean belowFirst,
            List<Integer> without) {
        List<Integer> left = IntStream.range(0, scores.length)
                .filter(row -> !taken[row] && !without.contains(row) && Math.abs(scores[row] - score) <= furthest)
                .boxed()
                .toList();
        List<Integer> below = left.stream().filter(row -> scores[row] <= score).toList();
        int nearest = -1;
        for (int row : belowFirst && !below.isEmpty() ? below : left) {
            boolean nearer = nearest < 0 || Math.abs(scores[row] - score) < Math.abs(scores[nearest] - score);
            nearest = nearer ? row : nearest;
        }
        return nearest;
    }

    @Test
    void theLeastDistancesAndTheRowsWithinThemAreThoseOfGoingThroughAll() {
        Random random = new Random(12);
        for (int made = 0; made < 200; made++) {
            double[] scores =
                    random.ints(SCORES, 0, 20).mapToDouble(own -> own / 8.0).toArray();
            ScoreOrder order = ScoreOrder.of(scores, row -> row % 3 > 0);
            double score = random.nextInt(20) / 8.0;
            double furthest = random.nextInt(20) / 8.0;
            double[] distances = IntStream.range(0, SCORES)
                    .filter(row -> row % 3 > 0)
                    .mapToDouble(row -> Math.abs(scores[row] - score))
                    .filter(distance -> distance <= furthest)
                    .sorted()
                    .toArray();

            assertThat(order.nearest(score, 10, furthest))
                    .containsExactly(Arrays.copyOf(distances, Math.min(10, distances.length)));
            assertThat(order.within(score, furthest))
                    .containsExactly(IntStream.range(0, SCORES)
                            .filter(row -> row % 3 > 0 && Math.abs(scores[row] - score) <= furthest)
                            .toArray());
        }
    }
}
