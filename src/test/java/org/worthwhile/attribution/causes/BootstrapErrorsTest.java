package org.worthwhile.attribution.causes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Coefficient;
import org.worthwhile.attribution.Contribution;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.Interval;

/** Intervals from 999 draws that are the numbers 1 to 999, so that a share of draws is a thousandth of a number. */
class BootstrapErrorsTest {

    private static final Offset<Double> ROUNDING = within(1e-9);

    private static final double[] DRAWS =
            IntStream.rangeClosed(1, 999).mapToDouble(i -> i).toArray();

    /** By Student's t with 9 degrees of freedom, 2.262157, times the root of 10 / 9: beyond 2.384523 lie 0.8551% of a normal distribution. */
    @Test
    void theFewerTheClustersTheFurtherOutArePercentiles() {
        Interval ten = BootstrapErrors.of(10, 0.95).interval(500, DRAWS);
        Interval many = BootstrapErrors.of(1_000_000, 0.95).interval(500, DRAWS);

        assertThat(ten.low()).isCloseTo(8.551, within(5e-4));
        assertThat(ten.high()).isCloseTo(1000 - 8.551, within(5e-4));
        assertThat(many.low()).isCloseTo(25, within(1e-3));
        assertThat(many.high()).isCloseTo(975, within(1e-3));
    }

    /** Of draws with replacement of n values, the variance of the mean is (n - 1) / n of what an estimate of it without bias is. */
    @Test
    void theErrorIsThatOfAMeanOfAsManyClusters() {
        // The variance of 1 to 999, divided by 998, is 999 times 1000 over 12.
        assertThat(BootstrapErrors.of(5, 0.95).error(DRAWS)).isCloseTo(Math.sqrt(999 * 1000 / 12.0 * 5 / 4), ROUNDING);
    }

    /** With 4 clusters the percentile would be beyond the twelve-thousandth draw. */
    @Test
    void withTooFewDrawsForThePercentileTheIntervalIsStudents() {
        BootstrapErrors errors = BootstrapErrors.of(4, 0.95);
        Interval interval = errors.interval(300, DRAWS);
        Finding finding = errors.finding(300, DRAWS);

        assertThat(interval.high() - 300).isCloseTo(3.182446 * errors.error(DRAWS), within(1e-3));
        assertThat(300 - interval.low()).isCloseTo(interval.high() - 300, ROUNDING);
        assertThat(finding.draws()).isEmpty();
        assertThat(finding.degreesOfFreedom()).hasValue(3);
    }

    /** What a proposal draws from has the interval of the finding, and the median of the draws. */
    @Test
    void theDrawsOfTheFindingHaveItsInterval() {
        Finding finding = BootstrapErrors.of(10, 0.95).finding(500, DRAWS);
        double[] drawn =
                finding.draws().stream().mapToDouble(Double::doubleValue).toArray();

        assertThat(drawn).hasSize(999);
        assertThat(BootstrapErrors.percentile(drawn, 0.025))
                .isCloseTo(finding.interval().low(), ROUNDING);
        assertThat(BootstrapErrors.percentile(drawn, 0.975))
                .isCloseTo(finding.interval().high(), ROUNDING);
        assertThat(BootstrapErrors.percentile(drawn, 0.5)).isCloseTo(500, ROUNDING);
    }

    @Test
    void testsUseStudentsTWithOneLessThanClusters() {
        BootstrapErrors errors = BootstrapErrors.of(10, 0.95);

        // t of 9 degrees of freedom is beyond 2.262157 on either side in one of twenty.
        assertThat(errors.finding(2.262157 * errors.error(DRAWS), DRAWS).pValue())
                .isCloseTo(0.05, within(1e-6));
    }

    /** The i-th of three draws has i quarters below it, and none is beyond the first and the last. */
    @Test
    void percentilesLieOnLinesBetweenTheDraws() {
        double[] sorted = {0, 10, 40};

        assertThat(List.of(0.1, 0.25, 0.375, 0.5, 0.625, 0.75, 0.9))
                .map(share -> BootstrapErrors.percentile(sorted, share))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b))
                .containsExactly(0.0, 0.0, 5.0, 10.0, 25.0, 40.0, 40.0);
    }

    /** Of ten clusters Student's t with 9 degrees of freedom is beyond 2.262157 on either side in one of twenty. */
    @Test
    void theCoefficientOfACauseHasItsIntervalAndStudentsTest() {
        Coefficient found =
                BootstrapErrors.of(10, 0.95).coefficient(new Contribution("c", 2 * 2.262157, 0.5, 2, -1, 8));

        assertThat(found.low()).isEqualTo(-1);
        assertThat(found.high()).isEqualTo(8);
        assertThat(found.pValue()).isCloseTo(0.05, within(1e-6));
    }
}
