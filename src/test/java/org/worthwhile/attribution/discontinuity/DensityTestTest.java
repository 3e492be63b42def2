package org.worthwhile.attribution.discontinuity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.attribution.estimation.LinearModel;

/** McCrary's test on rows whose density is a power of the distance from the cutoff. */
class DensityTestTest {

    /** Values of {@code src/test/resources/r/density-test.R}. */
    @ParameterizedTest
    @CsvSource({"200, 1.3, 300, 0.9, -0.77096635848, 0.131749617748", "400, 1, 200, 1.6, 0.489504988384, 0.116068290742"
    })
    void theLogDifferenceAndItsErrorAreMcCrarys(
            int below, double powerBelow, int above, double powerAbove, double difference, double pValue) {
        DensityTest.Result found = test(below, powerBelow, above, powerAbove, value -> value);
        assertThat(found.difference().orElseThrow()).isCloseTo(difference, within(1e-9));
        assertThat(found.pValue().orElseThrow()).isCloseTo(pValue, within(1e-9));
    }

    /** Twentieths, rounded down: by the same script. */
    @Test
    void binsOfADiscreteVariableHoldAsManyOfItsValuesEach() {
        DensityTest.Result found = test(400, 1.2, 500, 0.9, value -> Math.floor(value * 20));
        assertThat(found.difference().orElseThrow()).isCloseTo(-0.762140052047, within(1e-9));
        assertThat(found.pValue().orElseThrow()).isCloseTo(0.0323796489438, within(1e-9));
    }

    @Test
    void fewRowsOrValuesThatAreUnevenlyApartTellNothing() {
        assertThat(test(5, 1, 300, 1, value -> value)).isEqualTo(DensityTest.Result.NONE);
        double[] uneven = {0, 1, 2.5, 3.5, 5, 6, 7.3, 8};
        assertThat(test(400, 1, 400, 1, value -> Math.signum(value) * uneven[(int) Math.min(7, Math.abs(value) * 2.5)]))
                .isEqualTo(DensityTest.Result.NONE);
    }

    private static DensityTest.Result test(
            int below, double powerBelow, int above, double powerAbove, DoubleUnaryOperator written) {
        double[] x = DoubleStream.concat(
                        Arrays.stream(side(below, powerBelow)).map(value -> -value),
                        Arrays.stream(side(above, powerAbove)))
                .map(written)
                .toArray();
        return DensityTest.of(
                side(x, IntStream.range(0, x.length).filter(i -> x[i] < 0).toArray()),
                side(x, IntStream.range(0, x.length).filter(i -> x[i] >= 0).toArray()));
    }

    private static double[] side(int rows, double power) {
        return IntStream.range(0, rows)
                .mapToDouble(i -> 3 * Math.pow((i + 0.5) / rows, power))
                .toArray();
    }

    private static Side side(double[] x, int[] rows) {
        return Side.of(x, new double[x.length], LinearModel.ones(x.length), rows);
    }
}
