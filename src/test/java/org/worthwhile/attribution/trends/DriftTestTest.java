package org.worthwhile.attribution.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The test of one drift, held against the definition of its parts. */
class DriftTestTest {

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    /** Given what does not vary with the greatest sum, it lies where it stays the greatest; both ends are sought in steps. */
    @Test
    void anEffectIsLeftWhereTheGreatestSumIsNotTooGreatAmongThoseThatStayTheGreatest() {
        Random random = new Random(17);
        int accepted = 0;
        int conditional = 0;
        for (int trial = 0; trial < 300; trial++) {
            double[] ofDistance = {0.3 + random.nextDouble(), -0.3 - random.nextDouble(), 0};
            double[] ofDrift = {-2 * random.nextDouble(), -2 * random.nextDouble(), -2 * random.nextDouble()};
            double drift = random.nextGaussian();
            DriftTest.Spread spread = new DriftTest.Spread(1 + random.nextDouble(), 0.5 + random.nextDouble(), 0.4);
            DriftTest test = new DriftTest(drift, ofDistance, ofDrift, spread, 0.05);
            double distance = (random.nextBoolean() ? 1 : -1) * (0.5 + 2.5 * random.nextDouble());

            int greatest = greatest(ofDistance, ofDrift, distance, drift);
            double found = ofDistance[greatest] * distance + ofDrift[greatest] * drift;
            double[] share = new double[3];
            double[] rest = new double[3];
            double variance = covariance(ofDistance, ofDrift, spread, greatest, greatest);
            for (int i = 0; i < 3; i++) {
                share[i] = covariance(ofDistance, ofDrift, spread, i, greatest) / variance;
                rest[i] = ofDistance[i] * distance + ofDrift[i] * drift - share[i] * found;
            }
            double low = end(share, rest, greatest, found, -1);
            double high = Math.min(end(share, rest, greatest, found, 1), test.firstCritical());
            double error = Math.sqrt(variance);
            double beyond = found >= high
                    ? 0
                    : STANDARD.probability(found / error, high / error)
                            / STANDARD.probability(low / error, high / error);
            boolean expected = found <= 0 || beyond >= 0.045 / 0.995;
            // What the steps leave open is not judged.
            if (found > 0 && Math.abs(beyond - 0.045 / 0.995) < 1e-3) {
                continue;
            }

            assertThat(test.accepts(distance)).as("trial %d", trial).isEqualTo(expected);
            accepted += expected ? 1 : 0;
            conditional += found > 0 && found <= test.firstCritical() && !expected ? 1 : 0;
        }
        assertThat(accepted).isBetween(50, 250);
        assertThat(conditional).isGreaterThan(20);
    }

    private static int greatest(double[] ofDistance, double[] ofDrift, double distance, double drift) {
        return IntStream.range(0, ofDistance.length)
                .reduce((one, other) -> ofDistance[other] * distance + ofDrift[other] * drift
                                > ofDistance[one] * distance + ofDrift[one] * drift
                        ? other
                        : one)
                .orElseThrow();
    }

    private static double covariance(
            double[] ofDistance, double[] ofDrift, DriftTest.Spread spread, int one, int other) {
        return ofDistance[one] * ofDistance[other] * spread.distances()
                + ofDrift[one] * ofDrift[other] * spread.drifts()
                + (ofDistance[one] * ofDrift[other] + ofDrift[one] * ofDistance[other]) * spread.both();
    }

    private static double end(double[] share, double[] rest, int greatest, double found, int direction) {
        double step = 1e-3;
        double at = found;
        while (Math.abs(at - found) < 12) {
            double next = at + direction * step;
            for (int i = 0; i < share.length; i++) {
                if (i != greatest && rest[i] + share[i] * next > next + 1e-12) {
                    return at + direction * step / 2;
                }
            }
            at = next;
        }
        return at;
    }

    /** Where no sum varies but by the drift the statistic is one normal variable, of which 0.5% are beyond. */
    @Test
    void whereTheDriftAloneDecidesTheFirstStageIsOneSided() {
        DriftTest test = new DriftTest(
                0, new double[] {1e-4, -1e-4, 0}, new double[] {0, 0, -2}, new DriftTest.Spread(1, 9, 0), 0.05);
        assertThat(test.firstCritical()).isCloseTo(6 * 2.575829303548901, within(1e-6));
    }

    /** A drift that does not vary and is of the wrong direction is impossible; one of the right direction is not. */
    @Test
    void aSumThatDoesNotVaryMustNotBePositive() {
        double[] ofDistance = {1, -1, 0};
        double[] ofDrift = {0, 0, -1};
        DriftTest.Spread spread = new DriftTest.Spread(1, 0, 0);
        assertThat(new DriftTest(-5, ofDistance, ofDrift, spread, 0.05).accepts(0))
                .isFalse();
        assertThat(new DriftTest(5, ofDistance, ofDrift, spread, 0.05).accepts(0))
                .isTrue();
    }

    /** A change of ten, known to a thousandth, in one period of three and in either direction. */
    @ParameterizedTest
    @CsvSource({"0, 1", "0, -1", "1, 1", "1, -1", "2, 1", "2, -1"})
    void theBreakdownIsThatOfTheLargestDriftWhereverItIs(int position, int sign) {
        double[] estimates = new double[4];
        for (int i = 0; i <= position; i++) {
            estimates[i] = -10 * sign;
        }
        estimates[3] = 100;
        double[][] covariance = new double[4][4];
        for (int i = 0; i < 4; i++) {
            covariance[i][i] = i < 3 ? 1e-6 : 1;
        }
        EventStudy study = EventStudy.of(
                        new int[] {-3, -2, -1, 1},
                        0,
                        estimates,
                        covariance,
                        new double[] {0, 0, 0, 1},
                        Double.POSITIVE_INFINITY,
                        0.95)
                .orElseThrow();
        // 1.668 errors of a one-sided test short of 100.
        assertThat(new RelativeMagnitudes(study).breakdown().orElseThrow()).isCloseTo(9.83315, within(1e-3));
    }

    @Test
    void theTailOfATruncatedNormalIsThatOfItsStandardisedLimits() {
        assertThat(TruncatedNormal.beyond(7.5, 3, 3.3, 8.4)).isCloseTo(0.027454807643799671, within(1e-12));
    }

    /** Below the mean nearly all is beyond: the logarithm is minus the little that is not. */
    @Test
    void theLogarithmOfASurvivalNearOneKeepsItsDigits() {
        assertThat(TruncatedNormal.logSurvival(-10) / -7.619853024160527e-24).isCloseTo(1, within(1e-12));
    }
}
