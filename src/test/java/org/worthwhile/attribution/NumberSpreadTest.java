package org.worthwhile.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class NumberSpreadTest {

    @Test
    void theMeanIsTheOneOfExactSumsWhateverTheOrderOfMagnitudes() {
        Random random = new Random(4);
        for (int draw = 0; draw < 50; draw++) {
            double[] values = random.doubles(1_001)
                    .map(value -> value < 0.1 ? Double.NaN : (value - 0.5) * StrictMath.pow(10, random.nextInt(20)))
                    .toArray();

            assertThat(NumberSpread.of(values).mean())
                    .isEqualTo(DoubleStream.of(values)
                            .filter(value -> !Double.isNaN(value))
                            .average()
                            .orElseThrow());
        }
    }

    @Test
    void theMeanOfNumbersWhoseSumCannotBeHeldIsStillFound() {
        assertThat(NumberSpread.of(new double[] {1.6e308, 1.2e308, Double.NaN}).mean())
                .isCloseTo(1.4e308, within(1e293));
        assertThat(NumberSpread.of(new double[] {Double.NaN}).mean()).isNaN();
    }
}
