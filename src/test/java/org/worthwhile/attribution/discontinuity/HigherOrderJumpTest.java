package org.worthwhile.attribution.discontinuity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Coefficient;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.MadeData;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Term;

class HigherOrderJumpTest {

    private static final int ROWS = 400;

    private final Random random = new Random(4);
    private final double[] x = random.doubles(ROWS, -1, 1).toArray();
    private final double[] y = Arrays.stream(x)
            .map(at -> (at >= 0 ? 1 : 0) + at + at * at + (0.5 + Math.abs(at)) * random.nextGaussian())
            .toArray();

    private Side side(double[] outcome, boolean above) {
        return Side.of(
                x,
                outcome,
                LinearModel.ones(ROWS),
                IntStream.range(0, ROWS).filter(row -> x[row] >= 0 == above).toArray());
    }

    private HigherOrderJump of(double[] outcome, Kernel kernel, double bandwidth) {
        return HigherOrderJump.of(side(outcome, false), side(outcome, true), 1, kernel, bandwidth);
    }

    /** With equal weights within the bandwidth, each side is a regression on the running variable and its square. */
    @Test
    void withAUniformKernelItIsTwoRegressionsWithHc3() {
        double estimate = 0;
        double variance = 0;
        for (boolean above : new boolean[] {false, true}) {
            int[] near = IntStream.range(0, ROWS)
                    .filter(row -> Math.abs(x[row]) <= 0.6 && x[row] >= 0 == above)
                    .toArray();
            double[] at = IntStream.of(near).mapToDouble(row -> x[row]).toArray();
            Regression fit = Regression.fit(
                    IntStream.of(near).mapToDouble(row -> y[row]).toArray(),
                    List.of(
                            LinearModel.intercept(near.length),
                            new Term("x", at),
                            new Term(
                                    "square",
                                    Arrays.stream(at)
                                            .map(value -> value * value)
                                            .toArray())),
                    List.of(),
                    LinearModel.ones(near.length));
            estimate += (above ? 1 : -1) * fit.coefficients()[0];
            variance += Covariance.of(fit, Covariance.Kind.HC3, List.of()).matrix()[0][0];
        }

        HigherOrderJump found = of(y, Kernel.UNIFORM, 0.6);

        assertThat(found.estimate()).isCloseTo(estimate, within(1e-10));
        assertThat(found.error()).isCloseTo(Math.sqrt(variance), within(1e-10));
        assertThat(found.degreesOfFreedom()).isBetween(30.0, 240.0);
    }

    /** Of Lee's curve (Calonico, Cattaneo and Titiunik 2014), without noise, at the bandwidths that 2,000 rows of it have by median. */
    @Test
    void ofACurveThatBendsLessBiasRemainsThanInTheRobustEstimate() {
        double[] curve = Arrays.stream(x)
                .map(at -> at < 0
                        ? at * (1.27 + at * (7.18 + at * (20.21 + at * (21.54 + at * 7.33))))
                        : at * (0.84 + at * (-3.00 + at * (7.99 + at * (-9.01 + at * 3.56)))))
                .toArray();

        Jump robust = Jump.estimate(side(curve, false), side(curve, true), 1, Kernel.TRIANGULAR, 0.194, 0.325);

        assertThat(Math.abs(of(curve, Kernel.TRIANGULAR, 0.194).estimate()))
                .isLessThan(0.5 * Math.abs(robust.corrected()));
    }

    /** A row that none but itself tells of has no residual from which a variance could be had. */
    @Test
    void rowsFittedExactlyAreTooFew() {
        double[] three = {-0.3, -0.2, -0.1, 0.1, 0.2, 0.3};
        double[] outcome = {1, 2, 4, 3, 5, 2};
        Side below = Side.of(three, outcome, LinearModel.ones(6), new int[] {0, 1, 2});
        Side above = Side.of(three, outcome, LinearModel.ones(6), new int[] {3, 4, 5});

        assertThatThrownBy(() -> HigherOrderJump.of(below, above, 1, Kernel.UNIFORM, 1))
                .isInstanceOf(LocalPolynomial.TooFewRows.class);
    }

    /** A robust interval of 0.2 to 3.8 beside what one order more gives. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | 0.5 | PASS | 2, between 0.9602 and 3.04, which is the same verdict.",
                "2 | 1.5 | WARN | whether there is an effect hangs on how the bias is estimated",
                "5 | 1 | WARN | the interval reported does not hold it"
            })
    void whatTheIntervalSaysIsHeldAgainstOneOrderMore(double estimate, double error, Outcome outcome, String words) {
        Diagnostic told = RemainingBias.of(
                new Jump(1.8, 0.7, 2, 1.8 / 1.959964, 100, 100),
                Optional.of(new HigherOrderJump(estimate, error, 21)),
                Inference.normal(0.95),
                0.95);

        assertThat(told.outcome()).isEqualTo(outcome);
        assertThat(told.statistic()).hasValue(estimate);
        assertThat(told.message()).contains(words);
    }

    @Test
    void theAnswerHasItBesideTheThreeOfRdrobust() {
        Attribution found = MadeData.of("r", x).and("y", y).answer("""
                "design": "regression-discontinuity", "columns": {"outcome": "y", "runningVariable": "r"},
                "options": {"bandwidth": 0.5}""");
        HigherOrderJump own = of(y, Kernel.TRIANGULAR, 0.5);

        assertThat(found.coefficients())
                .extracting(Coefficient::term)
                .containsExactly("conventional", "bias-corrected", "robust", "one order more");
        assertThat(found.coefficients().getLast().estimate()).isCloseTo(own.estimate(), within(1e-12));
        assertThat(found.coefficients().getLast().standardError()).isCloseTo(own.error(), within(1e-12));
        assertThat(found.diagnostics()).extracting(Diagnostic::id).contains("remaining-bias");
    }
}
