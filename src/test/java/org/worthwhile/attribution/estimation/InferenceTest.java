package org.worthwhile.attribution.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Coefficient;
import org.worthwhile.attribution.Finding;

/** Values of printed tables of the normal, t, F and chi-squared distributions. */
class InferenceTest {

    @Test
    void aNormalIntervalReachesThe975thPerMilleToEachSide() {
        Finding found = Inference.normal(0.95).finding(10, 2);

        assertThat(found.interval().low()).isCloseTo(10 - 2 * 1.959964, within(1e-5));
        assertThat(found.interval().high()).isCloseTo(10 + 2 * 1.959964, within(1e-5));
        assertThat(found.interval().level()).isEqualTo(0.95);
        assertThat(found.degreesOfFreedom()).isEmpty();
    }

    @Test
    void anIntervalOfThreeDegreesOfFreedomIsWider() {
        Finding found = Inference.student(3, 0.9).finding(-1, 0.5);

        assertThat(found.interval().low()).isCloseTo(-1 - 0.5 * 2.353363, within(1e-6));
        assertThat(found.interval().high()).isCloseTo(-1 + 0.5 * 2.353363, within(1e-6));
        assertThat(found.degreesOfFreedom()).hasValue(3);
    }

    @Test
    void theTestIsTwoSidedWhateverTheSign() {
        assertThat(Inference.normal(0.95).pValue(1.959964, 1)).isCloseTo(0.05, within(1e-7));
        assertThat(Inference.normal(0.5).pValue(-1.959964, 1)).isCloseTo(0.05, within(1e-7));
        assertThat(Inference.student(3, 0.95).pValue(-3.182446, 1)).isCloseTo(0.05, within(1e-7));
        assertThat(Inference.normal(0.95).pValue(0, 1)).isEqualTo(1);
    }

    @Test
    void withoutErrorOnlyAnEffectOfZeroIsChance() {
        assertThat(Inference.normal(0.95).pValue(0, 0)).isEqualTo(1);
        assertThat(Inference.normal(0.95).pValue(1e-9, 0)).isZero();
    }

    @Test
    void aCoefficientIsItsFinding() {
        Coefficient coefficient = Inference.student(10, 0.95).coefficient("x", 3, 1);

        assertThat(coefficient.term()).isEqualTo("x");
        assertThat(coefficient.low()).isCloseTo(3 - 2.228139, within(1e-6));
        assertThat(coefficient.high()).isCloseTo(3 + 2.228139, within(1e-6));
        assertThat(coefficient.pValue()).isCloseTo(0.013344, within(1e-6));
    }

    @Test
    void jointTestsHaveTheirTabledTails() {
        assertThat(Inference.fPValue(161.4476, 1, 1)).isCloseTo(0.05, within(1e-7));
        assertThat(Inference.fPValue(3.708265, 3, 10)).isCloseTo(0.05, within(1e-7));
        assertThat(Inference.chiSquaredPValue(3.841459, 1)).isCloseTo(0.05, within(1e-7));
        assertThat(Inference.chiSquaredPValue(18.307038, 10)).isCloseTo(0.05, within(1e-7));
    }
}
