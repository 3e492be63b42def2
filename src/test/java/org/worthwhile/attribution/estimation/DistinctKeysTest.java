package org.worthwhile.attribution.estimation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DistinctKeysTest {

    private static final int ROWS = 5_000;

    private final Random random = new Random(7);

    @Test
    void numbersOfAnyNumberOfDecimalsAreCounted() {
        for (int decimals = 0; decimals <= 12; decimals++) {
            double power = Double.parseDouble("1e" + decimals);
            double[] numbers = random.ints(ROWS, -4_000, 4_000)
                    .mapToDouble(whole -> whole == 7 ? Double.NaN : whole / power)
                    .toArray();

            assertCounted(numbers);
        }
    }

    @Test
    void aNumberNextToOneOfFewDecimalsIsAnother() {
        double[] numbers =
                random.ints(ROWS, -900, 900).mapToDouble(whole -> whole / 100.0).toArray();
        numbers[ROWS - 1] = Math.nextUp(numbers[0]);
        assertCounted(numbers);
        numbers[ROWS - 2] = 0.1 + 0.2;
        numbers[ROWS - 3] = 0.3;
        assertCounted(numbers);
    }

    @Test
    void zeroHasOneSign() {
        assertThat(DistinctKeys.count(new double[] {0.0, -0.0, 0.5, Double.NaN}))
                .isEqualTo(2);
    }

    @Test
    void numbersFarApartOrWithoutAnEndAreCounted() {
        assertCounted(new double[] {1, 2, 2, 1e15, 9007199254740993.0, 9007199254740992.0, 1e300, -1e300});
        assertCounted(new double[] {1, 1, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY});
        assertCounted(new double[] {Double.NaN, Double.NaN});
        assertCounted(random.doubles(ROWS).toArray());
    }

    private static void assertCounted(double[] numbers) {
        assertThat(DistinctKeys.count(numbers)).isEqualTo((int) DoubleStream.of(numbers)
                .filter(number -> !Double.isNaN(number))
                .map(number -> number + 0.0)
                .distinct()
                .count());
    }
}
