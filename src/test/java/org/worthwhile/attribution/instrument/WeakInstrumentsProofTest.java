package org.worthwhile.attribution.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Interval;
import org.worthwhile.attribution.MadeData;

/** The interval of the default options holds the truth as often as it says, however weak and many the instruments are. */
@Tag("proof")
class WeakInstrumentsProofTest {

    private static final int SETS = 150;
    private static final int ROWS = 250;

    /** Three standard errors of a share of 0.95 in so many sets are 0.053. */
    @ParameterizedTest(name = "{0} instruments of expected F {1}, endogeneity {2}")
    @CsvSource({
        "1, 3, 0.9",
        "1, 15, 0.9",
        "2, 3, 0.9",
        "5, 3, 0.9",
        "5, 8, 0.9",
        "5, 15, 0.9",
        "5, 15, 0.5",
        "5, 60, 0.5"
    })
    void theIntervalHoldsTheTruth(int instruments, double strength, double endogeneity) {
        long held = IntStream.range(0, SETS)
                .parallel()
                .filter(set -> {
                    Interval interval = found(new SplittableRandom(7000L + set), instruments, strength, endogeneity)
                            .interval();
                    return interval.low() <= 1 && 1 <= interval.high();
                })
                .count();
        assertThat((double) held / SETS).isBetween(0.95 - 0.053, 1.0);
    }

    private static Attribution found(SplittableRandom random, int instruments, double strength, double endogeneity) {
        double slope = Math.sqrt((strength - 1) / ROWS);
        double[][] z = new double[instruments][ROWS];
        double[] dose = new double[ROWS];
        double[] outcome = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            double noise = random.nextGaussian();
            for (double[] instrument : z) {
                instrument[row] = random.nextGaussian();
                dose[row] += slope * instrument[row];
            }
            dose[row] += noise;
            outcome[row] =
                    dose[row] + endogeneity * noise + Math.sqrt(1 - endogeneity * endogeneity) * random.nextGaussian();
        }
        MadeData data = MadeData.of("y", outcome).and("d", dose);
        for (int j = 0; j < instruments; j++) {
            data = data.and("z" + j, z[j]);
        }
        return data.answer("""
                "design": "instrumental-variable",
                "columns": {"outcome": "y", "treatment": "d", "instruments": [%s]}""".formatted(
                IntStream.range(0, instruments).mapToObj(j -> "\"z" + j + "\"").collect(Collectors.joining(", "))));
    }
}
