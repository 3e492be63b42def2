package org.worthwhile.attribution.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Interval;

class SimplexWeightsTest {

    private static final Offset<Double> STEPPED = within(1e-4);

    private static final double[][] COLUMNS = {{1, 5, 2, 8}, {4, 1, 7, 3}};

    @Test
    void aMixtureIsFoundAgain() {
        double[] target = mixture(0.3);

        assertThat(new SimplexWeights(COLUMNS, target, false, 0, 1e-9).from(SimplexWeights.equal(2)))
                .containsExactly(new double[] {0.3, 0.7}, STEPPED);
    }

    @Test
    void withAnInterceptAConstantIsOfNoConsequence() {
        double[] target = Arrays.stream(mixture(0.3)).map(value -> value + 100).toArray();

        assertThat(new SimplexWeights(COLUMNS, target, true, 0, 1e-9).from(SimplexWeights.equal(2)))
                .containsExactly(new double[] {0.3, 0.7}, STEPPED);
        // Without it, all weight goes to the column whose square distance from the far target is least, that with the
        // larger sum.
        assertThat(new SimplexWeights(COLUMNS, target, false, 0, 1e-9).from(SimplexWeights.equal(2))[0])
                .isCloseTo(1, STEPPED);
    }

    /** Of (w - 1)^2 + z (w^2 + (1 - w)^2), the least is at (1 + z) / (1 + 2 z): 2/3 with z = 1, and 1 without a penalty. */
    @Test
    void aPenaltyMakesWeightsMoreEven() {
        double[][] columns = {{1, 0}, {0, 1}};
        double[] target = {1, 0};

        assertThat(new SimplexWeights(columns, target, false, 1, 1e-9).from(SimplexWeights.equal(2)))
                .containsExactly(new double[] {2 / 3.0, 1 / 3.0}, STEPPED);
        assertThat(new SimplexWeights(columns, target, false, 0, 1e-9).from(SimplexWeights.equal(2)))
                .containsExactly(new double[] {1, 0}, STEPPED);
    }

    @Test
    void equalWeightsAddUpToOne() {
        assertThat(SimplexWeights.equal(4)).containsExactly(0.25, 0.25, 0.25, 0.25);
    }

    /** Placebos of 1, -2, 3 and -4, whose mean is -0.5: squares about it 2.25, 2.25, 12.25 and 12.25. */
    @Test
    void placebosGiveErrorTestAndInterval() {
        PlaceboEffects placebos = new PlaceboEffects(new double[] {1, -2, 3, -4}, true);

        assertThat(placebos.standardError()).isCloseTo(Math.sqrt(29 / 4.0), within(1e-12));
        assertThat(placebos.pValue(-3)).isCloseTo(3 / 5.0, within(1e-12));
        assertThat(placebos.pValue(5)).isCloseTo(1 / 5.0, within(1e-12));
        // At 60% two of five may be as large: effects are rejected beyond the second largest but one, 3.
        assertThat(placebos.interval(10, 0.6)).isEqualTo(new Interval(7, 13, 0.6));
        assertThat(placebos.interval(10, 0.8)).isEqualTo(new Interval(6, 14, 0.8));
        assertThat(placebos.interval(10, 0.81).high()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    private static double[] mixture(double share) {
        double[] mixture = new double[4];
        Arrays.setAll(mixture, row -> share * COLUMNS[0][row] + (1 - share) * COLUMNS[1][row]);
        return mixture;
    }
}
