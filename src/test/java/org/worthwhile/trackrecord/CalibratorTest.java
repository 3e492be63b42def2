package org.worthwhile.trackrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.worthwhile.synthesis.Prior;

class CalibratorTest {

    private static final TrackRecordOptions OPTIONS = TrackRecordOptions.DEFAULT;

    private static List<PastProbability> forecasts(double probability, int happened, int not) {
        List<PastProbability> forecasts = new ArrayList<>();
        for (int i = 0; i < happened + not; i++) {
            forecasts.add(new PastProbability("event", probability, i < happened));
        }
        return forecasts;
    }

    private static List<PastProbability> all(List<PastProbability> first, List<PastProbability> second) {
        List<PastProbability> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /**
     * 20% with 1 of 5, 80% with 3 of 5: squares 4 * 0.04 + 0.64 and 3 * 0.04 + 2 * 0.64 sum to 2.2; 4 of 10 happened, so that uncertainty is
     * 0.24; reliability (0 + 0.2^2)/2, resolution 0.2^2.
     */
    @Test
    void theBrierScoreAndBothDecompositionsAreAsByHand() {
        Calibration found = Calibrator.of(all(forecasts(0.2, 1, 4), forecasts(0.8, 3, 2)), OPTIONS);
        assertThat(found.brier()).isCloseTo(0.22, within(1e-15));
        assertThat(found.murphy().reliability()).isCloseTo(0.02, within(1e-15));
        assertThat(found.murphy().resolution()).isCloseTo(0.04, within(1e-15));
        assertThat(found.murphy().uncertainty()).isCloseTo(0.24, within(1e-15));
        assertThat(found.corp().miscalibration()).isCloseTo(0.02, within(1e-15));
        assertThat(found.corp().discrimination()).isCloseTo(0.04, within(1e-15));
        assertThat(found.expected()).isCloseTo(5, within(1e-12));
        assertThat(found.happened()).isEqualTo(4);
    }

    /** Shares 3/4 at 30% and 1/4 at 60% fall, and are pooled to 1/2: no discrimination, miscalibration (0.2^2 + 0.1^2)/2 less nothing. */
    @Test
    void sharesThatFallArePooledAndTellNothingApart() {
        Calibration found = Calibrator.of(all(forecasts(0.3, 3, 1), forecasts(0.6, 1, 3)), OPTIONS);
        assertThat(found.points())
                .extracting(Calibration.Point::recalibrated)
                .allSatisfy(share -> assertThat(share).isCloseTo(0.5, within(1e-15)));
        assertThat(found.corp().discrimination()).isCloseTo(0, within(1e-15));
        // (3 * 0.49 + 0.09 + 0.16 + 3 * 0.36)/8 - 0.25
        assertThat(found.corp().miscalibration()).isCloseTo(2.8 / 8 - 0.25, within(1e-15));
        assertThat(found.murphy().resolution()).isCloseTo(0.0625, within(1e-15));
    }

    @Test
    void bothDecompositionsSumToTheScoreWhateverWasForecast() {
        SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < 50; trial++) {
            List<PastProbability> forecasts = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                double probability = trial % 2 == 0 ? random.nextInt(11) / 10.0 : random.nextDouble();
                forecasts.add(new PastProbability("event", probability, random.nextBoolean()));
            }
            Calibration found = Calibrator.of(forecasts, OPTIONS);
            Calibration.Murphy murphy = found.murphy();
            Calibration.Corp corp = found.corp();
            assertThat(murphy.reliability() - murphy.resolution() + murphy.uncertainty())
                    .isCloseTo(found.brier(), within(1e-14));
            assertThat(corp.miscalibration() - corp.discrimination() + corp.uncertainty())
                    .isCloseTo(found.brier(), within(1e-14));
            assertThat(corp.miscalibration()).isGreaterThanOrEqualTo(-1e-15);
            assertThat(corp.discrimination()).isGreaterThanOrEqualTo(-1e-15);
        }
    }

    /** binom.test(7, 10, 0.3) of R. */
    @Test
    void ofEqualProbabilitiesTheTestInTheLargeIsTheBinomialTest() {
        assertThat(Calibrator.of(forecasts(0.3, 7, 3), OPTIONS).inTheLarge()).isCloseTo(0.0105920784, within(1e-10));
    }

    /** Of 0.2 and 0.5: none 0.4, one 0.5, both 0.1; that both happen is the least likely. */
    @Test
    void ofUnequalProbabilitiesItIsByThePoissonBinomialDistribution() {
        List<PastProbability> both = List.of(new PastProbability("a", 0.2, true), new PastProbability("b", 0.5, true));
        assertThat(Calibrator.of(both, OPTIONS).inTheLarge()).isCloseTo(0.1, within(1e-15));
    }

    @Test
    void probabilitiesOfZeroAndOneThatCameTrueAreRightAndOthersImpossible() {
        Calibration right = Calibrator.of(all(forecasts(0, 0, 3), forecasts(1, 3, 0)), OPTIONS);
        assertThat(right.brier()).isZero();
        assertThat(right.ofTheCurve()).isEqualTo(1);
        Calibration wrong = Calibrator.of(all(forecasts(0, 1, 2), forecasts(1, 3, 0)), OPTIONS);
        assertThat(wrong.inTheLarge()).isZero();
        assertThat(wrong.ofTheCurve()).isEqualTo(1.0 / (OPTIONS.draws() + 1));
    }

    /** Of calibrated forecasts a test at 10% speaks in at most 10%, but for chance: 400 records, 3 standard errors of 1.5 points. */
    @Test
    void testsOfCalibratedForecastsSpeakNoMoreOftenThanTheirLevel() {
        TrackRecordOptions quick = new TrackRecordOptions(0.95, 5, Prior.Shape.HALF_CAUCHY, 1, Map.of(), 199, 1);
        SplittableRandom random = new SplittableRandom(11);
        int curve = 0;
        int large = 0;
        for (int trial = 0; trial < 400; trial++) {
            List<PastProbability> forecasts = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                double probability = (1 + random.nextInt(9)) / 10.0;
                forecasts.add(new PastProbability("event", probability, random.nextDouble() < probability));
            }
            Calibration found = Calibrator.of(forecasts, quick);
            curve += found.ofTheCurve() <= 0.1 ? 1 : 0;
            large += found.inTheLarge() <= 0.1 ? 1 : 0;
        }
        assertThat(curve / 400.0).isBetween(0.055, 0.145);
        assertThat(large / 400.0).isBetween(0.03, 0.145);
    }

    @Test
    void isotonicValuesAreTheMeansOfBlocksThatWouldFall() {
        // Weighted: 3 and 1 pool to 2.5 with weights 3 and 1; 2.5 and 2 to 2.4.
        assertThat(IsotonicFit.of(new double[] {1, 3, 1, 2, 5}, new double[] {1, 3, 1, 1, 2}))
                .containsExactly(new double[] {1, 2.4, 2.4, 2.4, 5}, within(1e-15));
    }
}
