package org.worthwhile.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.uncertainty.UncertaintyResult.Estimate;

/** Values of partial information that have a closed form; where noise is added, it stands for the other inputs. */
class PartialInformationTest {

    private static final int TRIALS = 60_000;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Equally spread, in an order that has nothing to do with them. */
    private static final double[] PROBABILITIES = new double[TRIALS];

    static {
        Permutation order = new Permutation(TRIALS, 5);
        Arrays.setAll(PROBABILITIES, trial -> (order.at(trial) + 0.5) / TRIALS);
    }

    /**
     * The choice between nothing and z^5, z standard normal: E[z^5; z > 0] = 8 / sqrt(2 pi) = 3.1915. A polynomial of fewer
     * degrees is 10 z^3 - 15 z or less, which is worth 5.5 or more.
     */
    @Test
    void anInputThatActsByTheFifthPowerIsWorthItsIntegral() {
        Estimate found = ofScores(0, 1, _ -> 0, z -> Math.pow(z, 5));

        // Equally spread probabilities leave out what lies beyond 4.4 standard deviations: 3%.
        assertThat(found.value()).isCloseTo(8 / Math.sqrt(2 * Math.PI), within(0.04 * 3.1915));
    }

    /** The better of z and -z is |z|, of mean sqrt(2 / pi); neither is better on average. */
    @Test
    void whereOptionsAreOppositesKnowingIsWorthTheMeanDistance() {
        assertThat(ofScores(0, 1, z -> z, z -> -z).value()).isCloseTo(Math.sqrt(2 / Math.PI), within(1e-3));
    }

    @Test
    void anInputThatNeverChangesTheChoiceIsWorthNothing() {
        assertThat(ofScores(0, 1, z -> z, z -> z - 1).value()).isCloseTo(0, within(1e-12));
        assertThat(ofScores(0, 1, z -> z)).isEqualTo(new Estimate(0, 0));
    }

    /**
     * Of two options that differ by N(m, s^2) as far as the input goes, knowing it is worth s phi(m / s) - m Phi(-m / s) with
     * m above 0, however much else is uncertain.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0, 20, 60, 150})
    void ofTwoOptionsThatDifferByANormalAmountTheValueIsTheUnitNormalLoss(double mean) {
        double s = 100;
        double exact = s * NORMAL.density(mean / s) - mean * NORMAL.cumulativeProbability(-mean / s);

        Estimate found = ofScores(300, 1, _ -> 0, z -> mean + s * z);

        assertThat(found.value()).isCloseTo(exact, within(4 * found.standardError()));
        assertThat(found.standardError()).isBetween(0.05, 6.0);
    }

    /**
     * Five options whose values are lines a + b z: between the points where one line overtakes another the best is known, and
     * E[a + b z; u < z < v] = a (Phi(v) - Phi(u)) - b (phi(v) - phi(u)).
     */
    @Test
    void ofFiveOptionsTheValueIsTheIntegralOfTheUpperEnvelope() {
        double[] a = {0, -20, -60, 10, -5};
        double[] b = {0, 60, 100, -40, 5};
        double[] cuts = IntStream.range(0, 25)
                .filter(i -> i / 5 < i % 5)
                .mapToDouble(i -> (a[i / 5] - a[i % 5]) / (b[i % 5] - b[i / 5]))
                .sorted()
                .toArray();
        double exact = -10;
        for (int i = 0; i <= cuts.length; i++) {
            double from = i == 0 ? -40 : cuts[i - 1];
            double to = i == cuts.length ? 40 : cuts[i];
            double middle = Math.clamp((from + to) / 2, -50, 50);
            int best = IntStream.range(0, 5)
                    .reduce((one, other) -> a[other] + b[other] * middle > a[one] + b[one] * middle ? other : one)
                    .orElseThrow();
            exact += a[best] * (NORMAL.cumulativeProbability(to) - NORMAL.cumulativeProbability(from))
                    - b[best] * (NORMAL.density(to) - NORMAL.density(from));
        }
        DoubleUnaryOperator[] options = IntStream.range(0, 5)
                .mapToObj(i -> (DoubleUnaryOperator) z -> a[i] + b[i] * z)
                .toArray(DoubleUnaryOperator[]::new);

        Estimate found = ofScores(80, 2, options);

        assertThat(found.value()).isCloseTo(exact, within(4 * found.standardError()));
    }

    /** Knowing a log-normal x where x - 1.5 is to gain: a call option, e^(s^2/2) Phi(d + s) - 1.5 Phi(d). */
    @Test
    void aSkewedInputIsWorthItsCallOption() {
        double s = 1.5;
        double d = -Math.log(1.5) / s;
        double mean = Math.exp(s * s / 2);
        double exact =
                mean * NORMAL.cumulativeProbability(d + s) - 1.5 * NORMAL.cumulativeProbability(d) - (mean - 1.5);

        double[] values = Arrays.stream(PROBABILITIES)
                .map(p -> Math.exp(s * NormalScore.at(p)))
                .toArray();
        Estimate found = of(values, noisy(values, 2, 3, _ -> 0, x -> x - 1.5));

        assertThat(found.value()).isCloseTo(exact, within(4 * found.standardError()));
    }

    /** An event of probability 0.3 that costs 100 where 20 are to gain: to know it is worth 0.3 x 80 - 0 less than 10 on average. */
    @Test
    void anEventIsWorthWhatKnowingItSaves() {
        double[] values = Arrays.stream(PROBABILITIES).map(p -> p > 0.7 ? 1 : 0).toArray();
        // Doing is worth -10 on average, so nothing is done; knowing that the event stays away, 20 with probability
        // 0.7.
        Estimate found = of(values, noisy(values, 50, 4, _ -> 0, event -> 20 - 100 * event));

        assertThat(found.value()).isCloseTo(0.7 * 20, within(4 * found.standardError()));
    }

    @Test
    void anInputThatIsTheSameInAllTrialsIsWorthNothing() {
        double[] values = new double[TRIALS];
        assertThat(of(values, noisy(values, 50, 4, _ -> 10, _ -> 10.0)).value()).isLessThan(1);
    }

    /** The standard error against the spread over 40 sets of the other inputs, whose own error is about a ninth. */
    @Test
    void theStandardErrorHoldsTheNoiseOfTheFit() {
        double[] z = Arrays.stream(PROBABILITIES).map(NormalScore::at).toArray();
        Estimate[] found = IntStream.range(0, 40)
                .parallel()
                .mapToObj(seed -> of(z, noisy(z, 500, 100 + seed, _ -> 0, score -> 10 + 60 * score)))
                .toArray(Estimate[]::new);
        double[] values = Arrays.stream(found).mapToDouble(Estimate::value).toArray();
        double spread = SampleStatistics.standardDeviation(values, SampleStatistics.mean(values));
        double stated = Math.sqrt(Arrays.stream(found)
                .mapToDouble(each -> each.standardError() * each.standardError())
                .average()
                .orElseThrow());
        assertThat(spread / stated).isBetween(0.7, 1.4);
    }

    /**
     * A curve that is weak beside the noise, 20 (z^2 - 1), which smoothing flattens: knowing z is worth 20 E[z^2 - 1; |z| > 1]
     * = 40 phi(1). Off by how many standard errors, over 40 sets of the other inputs.
     */
    @Test
    void theStandardErrorHoldsTheBiasOfTheSmoothing() {
        double exact = 40 * NORMAL.density(1);
        double off = ofWeakCurves(20)
                .mapToDouble(found -> StrictMath.pow((found.value() - exact) / found.standardError(), 2))
                .average()
                .orElseThrow();
        assertThat(Math.sqrt(off)).isBetween(0.7, 1.3);
    }

    /** A curve that is lost in the noise is worth nothing by a straight fit, though knowing z is worth 12 phi(1), 2.9. */
    @Test
    void aValueOfNothingHasAnErrorToo() {
        List<Estimate> nothing =
                ofWeakCurves(6).filter(found -> found.value() == 0).toList();

        assertThat(nothing).isNotEmpty().allMatch(found -> 3 * found.standardError() > 12 * NORMAL.density(1));
    }

    /** NPSV is the sum of N(5, 30^2) and N(0, 40^2) or nothing: the first is worth its unit normal loss, however trials are drawn. */
    @ParameterizedTest
    @EnumSource(Sampling.class)
    void theStandardErrorIsThatOfRepeatedSimulations(Sampling sampling) {
        double exact = 30 * NORMAL.density(5 / 30.0) - 5 * NORMAL.cumulativeProbability(-5 / 30.0);
        AppraisalCase basis = SmallCases.basis(
                SmallCases.benefit("a", 5, SmallCases.normal(5, 30)) + ","
                        + SmallCases.benefit("b", 0, SmallCases.normal(0, 40)),
                "",
                SmallCases.TWO_OPTIONS);
        Estimate[] found = IntStream.range(1, 41)
                .mapToObj(seed -> Uncertainty.analyse(basis, 2_000, seed, sampling, 2, _ -> true).evppi().stream()
                        .filter(value -> value.input().equals("do/a/effect"))
                        .findFirst()
                        .orElseThrow()
                        .value())
                .toArray(Estimate[]::new);
        double off = Arrays.stream(found)
                .mapToDouble(each -> StrictMath.pow((each.value() - exact) / each.standardError(), 2))
                .average()
                .orElseThrow();
        assertThat(Math.sqrt(off)).isBetween(0.6, 1.4);
    }

    /** Knowing z of height (z^2 - 1) and much noise, over 40 sets of the other inputs. */
    private static Stream<Estimate> ofWeakCurves(double height) {
        int trials = 20_000;
        Permutation order = new Permutation(trials, 5);
        double[] probabilities = new double[trials];
        Arrays.setAll(probabilities, trial -> (order.at(trial) + 0.5) / trials);
        double[] z = Arrays.stream(probabilities).map(NormalScore::at).toArray();
        return IntStream.range(0, 40).mapToObj(seed -> {
            Random random = new Random(seed);
            double[][] npsv = {
                new double[trials],
                Arrays.stream(z)
                        .map(score -> height * (score * score - 1) + 1_000 * random.nextGaussian())
                        .toArray()
            };
            return new PartialInformation(Replicates.of(trials), npsv, trials).value(probabilities, z, false);
        });
    }

    private static Estimate ofScores(double noise, int seed, DoubleUnaryOperator... options) {
        double[] z = Arrays.stream(PROBABILITIES).map(NormalScore::at).toArray();
        return of(z, noisy(z, noise, seed, options));
    }

    private static Estimate of(double[] values, double[][] npsv) {
        return new PartialInformation(Replicates.of(TRIALS), npsv, TRIALS).value(PROBABILITIES, values, false);
    }

    private static double[][] noisy(double[] values, double noise, int seed, DoubleUnaryOperator... options) {
        Random random = new Random(seed);
        return Arrays.stream(options)
                .map(option -> Arrays.stream(values)
                        .map(value -> option.applyAsDouble(value) + noise * random.nextGaussian())
                        .toArray())
                .toArray(double[][]::new);
    }
}
