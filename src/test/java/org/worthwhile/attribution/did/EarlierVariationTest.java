package org.worthwhile.attribution.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.MadeData;
import org.worthwhile.attribution.did.EarlierVariation.Seen;
import org.worthwhile.attribution.period.Starts;

class EarlierVariationTest {

    private static final int UNITS = 30;
    private static final int PERIODS = 8;

    private static Seen[] made(long seed, double noiseOfTreated) {
        Random random = new Random(seed);
        List<Seen> rows = new ArrayList<>();
        for (int unit = 0; unit < UNITS; unit++) {
            for (int period = 0; period < PERIODS; period++) {
                rows.add(new Seen(
                        unit,
                        period,
                        unit == 0 ? 5 : Starts.NEVER,
                        10 * unit + period + (unit == 0 ? noiseOfTreated : 1) * random.nextGaussian(),
                        1));
            }
        }
        return rows.toArray(Seen[]::new);
    }

    /** Changes of 1, -3 and 2 beside others that do not change: 30 units, whose mean change takes off a thirtieth. */
    @Test
    void itIsTheMeanSquareOfChangesAboutThoseOfAllBeforeTreatment() {
        double[] own = {0, 1, -2, 0, 100};
        List<Seen> rows = new ArrayList<>();
        for (int unit = 0; unit < UNITS; unit++) {
            for (int period = 0; period < own.length; period++) {
                rows.add(new Seen(
                        unit, period, unit == 0 ? 4 : Starts.NEVER, 3 * period + (unit == 0 ? own[period] : 0), 1));
            }
        }

        EarlierVariation found =
                EarlierVariation.of(rows.toArray(Seen[]::new), UNITS, 0).orElseThrow();

        assertThat(found.own()).isCloseTo((1 + 9 + 4) / 3.0 * Math.pow(29 / 30.0, 2), within(1e-9));
        assertThat(found.others()).hasSize(29);
        assertThat(found.others()[0]).isCloseTo((1 + 9 + 4) / 3.0 / 900, within(1e-9));
        assertThat(found.pValue()).isCloseTo(1 / 30.0, within(1e-12));
    }

    /** Ranks are uniform where all vary alike: at most one in twenty of data sets is taken to be noisier. */
    @Test
    void oneThatVariesAsTheOthersIsSeldomRefused() {
        long refused = IntStream.range(0, 1000)
                .filter(seed -> EarlierVariation.of(made(1_000_000 + seed, 1), UNITS, 0)
                                .orElseThrow()
                                .pValue()
                        <= 0.05)
                .count();
        assertThat(refused / 1000.0).isBetween(0.015, 0.06);
    }

    /** With five periods before treatment its mean square is of four changes: in 300 sets the share refused was 85%. */
    @Test
    void oneThreeTimesAsNoisyIsMostlyRefused() {
        long refused = IntStream.range(0, 300)
                .filter(seed -> EarlierVariation.of(made(1_000_000 + seed, 3), UNITS, 0)
                                .orElseThrow()
                                .pValue()
                        <= 0.05)
                .count();
        assertThat(refused / 300.0).isGreaterThan(0.75);
    }

    @Test
    void oneThatIsSeenOnceBeforeIsNotJudged() {
        Seen[] rows = IntStream.range(0, 3 * UNITS)
                .mapToObj(i -> new Seen(i / 3, i % 3, i < 3 ? 1 : Starts.NEVER, i * i % 7, 1))
                .toArray(Seen[]::new);
        assertThat(EarlierVariation.of(rows, UNITS, 0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"group-time", "imputation", "twoway-fixed-effects"})
    void everyEstimatorSaysThatItCannotTell(String estimator) {
        Attribution noisy = answer(estimator, 8);
        Attribution alike = answer(estimator, 1);

        assertThat(noisy.finding().cannotTell().orElseThrow())
                .contains("varied more before its treatment than 29 of the 29 others");
        assertThat(noisy.finding().pValue()).isNaN();
        assertThat(alike.finding().cannotTell()).isEmpty();
        assertThat(alike.finding().pValue()).isBetween(0.0, 1.0);
    }

    private static Attribution answer(String estimator, double noise) {
        Seen[] rows = made(3, noise);
        double[] unit = new double[rows.length];
        double[] time = new double[rows.length];
        double[] start = new double[rows.length];
        double[] outcome = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            unit[i] = rows[i].cluster();
            time[i] = 2010 + rows[i].period();
            start[i] = rows[i].start() == Starts.NEVER ? 0 : 2010 + rows[i].start();
            outcome[i] = rows[i].outcome();
        }
        return MadeData.of("y", outcome)
                .and("u", unit)
                .and("t", time)
                .and("g", start)
                .answer("""
                        "design": "difference-in-differences",
                        "columns": {"outcome": "y", "unit": "u", "time": "t", "treatmentStart": "g"},
                        "options": {"estimator": "%s"}""".formatted(estimator));
    }
}
