package org.worthwhile.attribution.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Interval;
import org.worthwhile.attribution.MadeData;

/** One treated unit that is larger or smaller than the others, whose variance falls with their size (Ferman and Pinto 2019). */
class SizeVarianceTest {

    /** Squares of 9, 5 and 3 at sizes 1, 2 and 4 lie on 1 + 8 / size. */
    @Test
    void squaresThatLieOnTheLawGiveIt() {
        SizeVariance law = SizeVariance.of(new double[] {3, -Math.sqrt(5), Math.sqrt(3)}, new double[] {1, 2, 4});
        assertThat(law.common()).isCloseTo(1, within(1e-12));
        assertThat(law.perSize()).isCloseTo(8, within(1e-12));
        assertThat(law.at(8)).isCloseTo(2, within(1e-12));
        double[] scaled = law.as(new double[] {3, -Math.sqrt(5), Math.sqrt(3)}, new double[] {1, 2, 4}, 8);
        assertThat(scaled).containsExactly(new double[] {Math.sqrt(2), -Math.sqrt(2), Math.sqrt(2)}, within(1e-12));
    }

    /** A variance that rises with size is one for all; one that falls faster than size is all over size: the mean of 4 and 0.5 x 2. */
    @Test
    void neitherPartIsBelowZero() {
        assertThat(SizeVariance.of(new double[] {1, 3}, new double[] {1, 4})).isEqualTo(new SizeVariance(5, 0));
        SizeVariance steep = SizeVariance.of(new double[] {2, Math.sqrt(0.5)}, new double[] {1, 2});
        assertThat(steep.common()).isZero();
        assertThat(steep.perSize()).isCloseTo(2.5, within(1e-12));
        assertThat(SizeVariance.of(new double[] {1, 3}, new double[] {7, 7})).isEqualTo(new SizeVariance(5, 0));
    }

    /** All of one variance over size: each of four clusters tells as much of it, at whatever size. With a common part fewer tell. */
    @Test
    void degreesOfFreedomAreThoseOfClustersOfAboutThatSize() {
        double[] sizes = {1, 1, 10, 10};
        assertThat(new SizeVariance(0, 3).degreesOfFreedom(sizes, 1)).isCloseTo(4, within(1e-9));
        assertThat(new SizeVariance(5, 0).degreesOfFreedom(sizes, 1)).isCloseTo(4, within(1e-9));
        assertThat(new SizeVariance(1, 9).degreesOfFreedom(sizes, 1)).isCloseTo(2, within(1e-9));
        assertThat(new SizeVariance(1, 9).degreesOfFreedom(sizes, 10)).isCloseTo(2, within(1e-9));
        assertThat(new SizeVariance(1, 9).degreesOfFreedom(sizes, 0.5)).isLessThan(2);
    }

    /** Thirty-one areas; the first treated from the fifth of eight periods; means of so many people, whose errors vary by themselves. */
    private static MadeData areas(Random random, double treatedSize, double common) {
        int units = 31;
        double[][] columns = new double[5][units * 8];
        for (int unit = 0; unit < units; unit++) {
            double size = unit == 0 ? treatedSize : StrictMath.pow(10, 1 + 2.0 * (unit - 1) / (units - 2));
            double error = Math.sqrt(common + 100 / size);
            for (int time = 0; time < 8; time++) {
                int row = unit * 8 + time;
                columns[0][row] = unit;
                columns[1][row] = time;
                columns[2][row] = unit == 0 ? 4 : Double.NaN;
                columns[3][row] = unit + error * random.nextGaussian();
                columns[4][row] = size;
            }
        }
        return MadeData.of("u", columns[0])
                .and("t", columns[1])
                .and("g", columns[2])
                .and("y", columns[3])
                .and("w", columns[4]);
    }

    private static Attribution answer(MadeData data, String estimator) {
        return data.answer("""
                "design": "difference-in-differences", "options": {"estimator": "%s", "draws": 10},
                "columns": {"outcome": "y", "unit": "u", "time": "t", "treatmentStart": "g", "weight": "w"}""".formatted(estimator));
    }

    /** The weights of units do not make larger ones' changes larger; nor does a unit of weights matter. */
    @ParameterizedTest
    @CsvSource({"group-time", "imputation", "twoway-fixed-effects"})
    void theTreatedUnitsErrorGoesByItsSize(String estimator) {
        Attribution small = answer(areas(new Random(4), 10, 0), estimator);
        Attribution large = answer(areas(new Random(4), 1000, 0), estimator);
        assertThat(small.standardError() / large.standardError()).isBetween(3.0, 10.0);
        assertThat(small.diagnostics().toString()).contains("brought to its size");
    }

    /**
     * A treated area of 10 has a variance of 100 / 10, the others, from 10 to 1,000, of 2.15 on average: an interval that takes all to
     * vary alike reaches 2.04 x 1.47 / 3.16 = 0.95 standard errors, and covers the truth in two of three data sets.
     */
    @Tag("proof")
    @ParameterizedTest
    @CsvSource({
        "group-time, 10, 0",
        "group-time, 1000, 0",
        "group-time, 10, 1",
        "imputation, 10, 0",
        "imputation, 300, 1",
        "twoway-fixed-effects, 10, 0",
        "twoway-fixed-effects, 1000, 0"
    })
    void intervalsOfOneTreatedUnitHoldTheTruthWhateverItsSize(String estimator, double size, double common) {
        int sets = Integer.getInteger("worthwhile.sets", 120);
        long covered = IntStream.range(0, sets)
                .parallel()
                .filter(set -> {
                    Interval found = answer(areas(new Random(500 + set), size, common), estimator)
                            .interval();
                    return found.low() <= 0 && 0 <= found.high();
                })
                .count();
        System.getLogger(SizeVarianceTest.class.getName())
                .log(System.Logger.Level.INFO, estimator + " " + size + " " + common + ": " + 100.0 * covered / sets);
        assertThat(covered / (double) sets)
                .isGreaterThanOrEqualTo(0.95 - 2.8 * Math.sqrt(0.95 * 0.05 / sets))
                .isLessThanOrEqualTo(0.995);
    }
}
