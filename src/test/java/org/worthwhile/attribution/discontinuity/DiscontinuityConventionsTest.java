package org.worthwhile.attribution.discontinuity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.MadeData;
import org.worthwhile.attribution.estimation.LinearModel;

/** What an answer says of how it was reached is what was done. */
class DiscontinuityConventionsTest {

    private static final int ROWS = 120;

    private final double[] x = new double[ROWS];
    private final double[] y = new double[ROWS];
    private final double[] z = new double[ROWS];
    private final double[] g = new double[ROWS];

    DiscontinuityConventionsTest() {
        for (int i = 0; i < ROWS; i++) {
            x[i] = (i - 59.5) / 10 + i * 29 % 31 / 400.0;
            y[i] = 2 + 0.3 * x[i] + 0.02 * x[i] * x[i] + (x[i] >= 0 ? 1.5 : 0) + i * 37 % 13 / 6.0;
            z[i] = i * 41 % 17;
            g[i] = i % 15;
        }
    }

    private Attribution answer(String columns, String options) {
        return MadeData.of("r", x).and("y", y).and("z", z).and("g", g).answer("""
                "design": "regression-discontinuity", "columns": {"outcome": "y", "runningVariable": "r"%s},
                "options": {%s}""".formatted(
                        columns.replace('\'', '"'), options.replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | `` | which makes its mean squared error least",
                "`` | 'bandwidth': 4 | bandwidth 4, as the study gives it.",
                "`` | `` | from three nearest neighbours; the standard error beside",
                "`, 'cluster': 'g'` | `` | clustered by g with the corrections",
                "`` | `` | No covariates.",
                "`, 'covariates': ['z']` | `` | Covariates act in the same way on both sides of the cutoff.",
                "`` | 'inference': 'honest' | which makes its greatest mean squared error least",
                "`` | 'inference': 'honest', 'bandwidth': 4 | bandwidth 4, as the study gives it.",
                "`` | 'inference': 'honest' | polynomial of fourth order over each side",
                "`` | 'inference': 'honest', 'curvature': 0.1 | no more than 0.1, as the study gives it",
                "`` | 'inference': 'honest' | The standard error is from three nearest neighbours.",
                "`, 'cluster': 'g'` | 'inference': 'honest' | The standard error is clustered by g.",
                "`` | 'inference': 'local-randomisation' | the narrowest window with 10 rows on each side",
                "`` | 'inference': 'local-randomisation', 'window': 2 | within 2 of the cutoff, as the study gives it.",
                "`, 'covariates': ['z']` | 'inference': 'local-randomisation' | the widest window up to which covariates look alike",
                "`` | 'inference': 'local-randomisation', 'draws': 500 | 500 times at random"
            })
    void theAnswerSaysHowItWasReached(String columns, String options, String words) {
        assertThat(String.join(" ", answer(columns, options).conventions())).contains(words);
    }

    /** At four times a bound of 0.02 the interval still leaves out 0; at four times 0.3 it does not. */
    @ParameterizedTest
    @CsvSource({"0.02, PASS, the same verdict", "0.3, WARN, hangs on the bound"})
    void whetherTheVerdictHangsOnTheBoundIsTold(double curvature, Diagnostic.Outcome outcome, String words) {
        Attribution found = answer("", "'inference': 'honest', 'bandwidth': 4, 'curvature': " + curvature);
        Diagnostic told = told(found, "curvature-sensitivity");
        assertThat(told.outcome()).isEqualTo(outcome);
        assertThat(told.message()).contains(words);
        assertThat(found.observations()).isEqualTo(ROWS);
    }

    /** Covariates are looked at in a window that is given too. */
    @Test
    void inAWindowThatIsGivenCovariatesAreHeldAgainstOneAnother() {
        String window = "'inference': 'local-randomisation', 'window': 3";
        assertThat(told(answer(", 'covariates': ['z']", window), "window").message())
                .contains("whose covariates look alike");
        assertThat(told(answer(", 'covariates': ['r']", window), "window").message())
                .contains("whose covariates are not alike");
        assertThat(told(answer("", window), "window").message()).contains("Without covariates it cannot be seen");
    }

    private static Diagnostic told(Attribution found, String id) {
        return found.diagnostics().stream()
                .filter(told -> told.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** An outcome ten times as large that may bend as much is as one that may bend a tenth, and wants a wider bandwidth. */
    @Test
    void theHonestBandwidthIsWiderTheNoisierTheOutcomeAndTheLessItMayBend() {
        double[] larger = Arrays.stream(y).map(value -> 10 * value).toArray();
        double narrow = best(y, 1).bandwidth();
        double wide = best(y, 0.1).bandwidth();
        assertThat(wide).isGreaterThan(1.5 * narrow);
        assertThat(best(larger, 1).bandwidth()).isEqualTo(wide);
    }

    private HonestJump best(double[] outcome, double curvature) {
        return HonestJump.best(side(outcome, false), side(outcome, true), Kernel.TRIANGULAR, curvature);
    }

    private Side side(double[] outcome, boolean above) {
        return Side.of(
                x,
                outcome,
                LinearModel.ones(ROWS),
                IntStream.range(0, ROWS).filter(row -> x[row] >= 0 == above).toArray());
    }
}
