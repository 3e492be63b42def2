package org.worthwhile.attribution.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/** Against whole matrices of how alike errors are. */
class SerialErrorsTest {

    private static final int[] PERIODS =
            IntStream.range(0, 42).filter(period -> period != 9 && period != 30).toArray();
    private static final int TIMES = PERIODS.length;

    private static double[] walkBeneathNoise(double step) {
        SplittableRandom random = new SplittableRandom(1);
        double[] values = new double[TIMES];
        double level = 0;
        for (int t = 0; t < TIMES; t++) {
            level += step * random.nextGaussian();
            values[t] = 5 + level + random.nextGaussian();
        }
        return values;
    }

    private static List<Term> terms() {
        return List.of(
                LinearModel.intercept(TIMES),
                term("trend", period -> period),
                term("level", period -> period >= 20 ? 1 : 0));
    }

    private static Term term(String name, IntToDoubleFunction value) {
        return new Term(
                name, IntStream.of(PERIODS).mapToDouble(value::applyAsDouble).toArray());
    }

    /** The restricted likelihood, the level and its variance. */
    private record Dense(double logLikelihood, double level, double variance) {

        static Dense at(double[] outcome, double correlation, double noise) {
            RealMatrix errors = new Array2DRowRealMatrix(TIMES, TIMES);
            for (int i = 0; i < TIMES; i++) {
                for (int j = 0; j < TIMES; j++) {
                    errors.setEntry(
                            i,
                            j,
                            (1 - noise) * Math.pow(correlation, Math.abs(PERIODS[i] - PERIODS[j]))
                                    + (i == j ? noise : 0));
                }
            }
            RealMatrix x =
                    new Array2DRowRealMatrix(terms().stream().map(Term::values).toArray(double[][]::new)).transpose();
            LUDecomposition whole = new LUDecomposition(errors);
            RealMatrix inverse = whole.getSolver().getInverse();
            LUDecomposition information =
                    new LUDecomposition(x.transpose().multiply(inverse).multiply(x));
            RealMatrix covariance = information.getSolver().getInverse();
            RealMatrix y = new Array2DRowRealMatrix(outcome);
            RealMatrix beta =
                    covariance.multiply(x.transpose()).multiply(inverse).multiply(y);
            RealMatrix rest = y.subtract(x.multiply(beta));
            double squares = rest.transpose().multiply(inverse).multiply(rest).getEntry(0, 0);
            int degrees = TIMES - 3;
            return new Dense(
                    -0.5
                            * (degrees * Math.log(squares)
                                    + Math.log(whole.getDeterminant())
                                    + Math.log(information.getDeterminant())),
                    beta.getEntry(2, 0),
                    squares / degrees * covariance.getEntry(2, 2));
        }
    }

    /** Nine tenths of the weight beforehand on the autoregression alone, a tenth over nine shares of noise. */
    private static double[] averaged(double[] outcome, double estimate) {
        double most = Dense.at(outcome, 0.9, 0.5).logLikelihood;
        double[] sums = new double[5];
        double lowest = 0.5 * Math.log(0.01 / 1.99);
        double highest = 0.5 * Math.log(1.998 / 0.002);
        double half = 0.5 * Math.log(1.5 / 0.5);
        for (int i = 0; i < 81; i++) {
            Dense at = Dense.at(outcome, Math.tanh(lowest + (highest - lowest) * i / 80), 0);
            double weight = 0.9 / 81 * Math.exp(at.logLikelihood - most);
            sums[0] += weight;
            sums[1] += weight * (at.variance + Math.pow(at.level - estimate, 2));
        }
        for (int share = 1; share <= 9; share++) {
            for (int i = 0; i < 25; i++) {
                Dense at = Dense.at(outcome, Math.tanh(half + (highest - half) * i / 24), share / 10.0);
                double weight = 0.1 / 225 * Math.exp(at.logLikelihood - most);
                sums[2] += weight;
                sums[3] += weight * (at.variance + Math.pow(at.level - estimate, 2));
                sums[4] += weight * at.level;
            }
        }
        return new double[] {sums[4] / sums[2], Math.sqrt((sums[1] + sums[3]) / (sums[0] + sums[2]))};
    }

    @Test
    void aDriftBeneathNoiseIsWeighedByItsLikelihoodAndItsCoefficientsAreMeans() {
        double[] outcome = walkBeneathNoise(0.5);

        SerialErrors fit = SerialErrors.fit(outcome, terms(), PERIODS);

        double level = fit.regression().coefficients()[2];
        double[] expected = averaged(outcome, level);
        assertThat(fit.noiseTest().pValue()).isLessThan(0.05);
        assertThat(fit.noise()).isPositive();
        assertThat(level).isCloseTo(expected[0], within(1e-7));
        assertThat(fit.covariance().standardError(2)).isCloseTo(expected[1], withinPercentage(1e-4));
        assertThat(fit.covariance().degreesOfFreedom(2)).isEqualTo(TIMES - 3);
    }

    /** Weights within the fits with noise are by their likelihood, without the autoregression alone that has most of all of it. */
    @Test
    void whatWouldBeFoundWithNoiseIsToldWhereNoneIsFound() {
        double[] outcome = new double[TIMES];
        SplittableRandom random = new SplittableRandom(4);
        for (int t = 1; t < TIMES; t++) {
            outcome[t] = outcome[t - 1] + random.nextGaussian();
        }

        SerialErrors.WithNoise found =
                SerialErrors.fit(outcome, terms(), PERIODS).withNoise().orElseThrow();

        double half = 0.5 * Math.log(1.5 / 0.5);
        double highest = 0.5 * Math.log(1.998 / 0.002);
        Dense[] fits = IntStream.range(0, 225)
                .mapToObj(
                        i -> Dense.at(outcome, Math.tanh(half + (highest - half) * (i % 25) / 24), (1 + i / 25) / 10.0))
                .toArray(Dense[]::new);
        double most =
                Stream.of(fits).mapToDouble(fit -> fit.logLikelihood).max().orElseThrow();
        double whole = Stream.of(fits)
                .mapToDouble(fit -> Math.exp(fit.logLikelihood - most))
                .sum();
        double level = Stream.of(fits)
                .mapToDouble(fit -> Math.exp(fit.logLikelihood - most) / whole * fit.level)
                .sum();
        double variance = Stream.of(fits)
                .mapToDouble(fit ->
                        Math.exp(fit.logLikelihood - most) / whole * (fit.variance + Math.pow(fit.level - level, 2)))
                .sum();
        assertThat(found.regression().coefficients()[2]).isCloseTo(level, within(1e-7));
        assertThat(found.covariance().standardError(2)).isCloseTo(Math.sqrt(variance), withinPercentage(1e-4));
        assertThat(found.covariance().degreesOfFreedom(2)).isEqualTo(TIMES - 3);
    }

    @Test
    void aWalkWithoutNoiseHasTheCoefficientsOfTheAutoregressionAlone() {
        double[] outcome = new double[TIMES];
        SplittableRandom random = new SplittableRandom(4);
        for (int t = 1; t < TIMES; t++) {
            outcome[t] = outcome[t - 1] + random.nextGaussian();
        }

        SerialErrors fit = SerialErrors.fit(outcome, terms(), PERIODS);
        AutoregressiveErrors alone = AutoregressiveErrors.fit(outcome, terms(), PERIODS);

        assertThat(fit.noise()).isZero();
        assertThat(fit.correlation()).isEqualTo(alone.correlation());
        assertThat(fit.regression().coefficients()).isEqualTo(alone.regression().coefficients());
        assertThat(fit.covariance().standardError(2))
                .isCloseTo(averaged(outcome, fit.regression().coefficients()[2])[1], withinPercentage(1e-4));
    }

    /**
     * Twice what the likeliest noise adds to the greatest likelihood without it. Forty times and three terms are like 46.2 times
     * and four, 0.866 of the way from 36 to 48 in logarithms: above 0 in 33.87% of series without noise and above 1.6046 in 5%.
     */
    @Test
    void noiseIsTestedByTheRatioOfRestrictedLikelihoods() {
        double[] outcome = walkBeneathNoise(0.5);
        double without = IntStream.rangeClosed(-990, 998)
                .mapToDouble(i -> Dense.at(outcome, i / 1000.0, 0).logLikelihood)
                .max()
                .orElseThrow();
        double half = 0.5 * Math.log(1.5 / 0.5);
        double highest = 0.5 * Math.log(1.998 / 0.002);
        double with = IntStream.range(0, 225)
                .mapToDouble(i -> Dense.at(
                                outcome, Math.tanh(half + (highest - half) * (i % 25) / 24), (1 + i / 25) / 10.0)
                        .logLikelihood)
                .max()
                .orElseThrow();

        SerialErrors.LikelihoodRatio test =
                SerialErrors.fit(outcome, terms(), PERIODS).noiseTest();

        assertThat(test.statistic()).isPositive().isCloseTo(2 * (with - without), within(1e-3));
        assertThat(test.pValue())
                .isCloseTo(0.338662 * Math.pow(0.05 / 0.338662, test.statistic() / 1.60459), withinPercentage(0.01));
    }

    @Test
    void aMemoryOfNoMoreThanThreeFifthsPassesItsTestAndALongerOneIsHeldAgainstIt() {
        double[] walk = new double[TIMES];
        double[] still = new double[TIMES];
        SplittableRandom random = new SplittableRandom(8);
        for (int t = 1; t < TIMES; t++) {
            walk[t] = walk[t - 1] + random.nextGaussian();
            still[t] = random.nextGaussian();
        }
        SerialErrors walking = SerialErrors.fit(walk, List.of(LinearModel.intercept(TIMES)), PERIODS);
        SerialErrors staying = SerialErrors.fit(still, List.of(LinearModel.intercept(TIMES)), PERIODS);

        assertThat(walking.memoryTest().pValue()).isLessThan(0.05);
        assertThat(staying.memoryTest().pValue()).isEqualTo(1);
    }

    @Test
    void whatFitsExactlyHasNoErrorsToBeAlike() {
        double[] line =
                IntStream.of(PERIODS).mapToDouble(period -> 3 + 2 * period).toArray();

        SerialErrors fit = SerialErrors.fit(line, terms(), PERIODS);

        assertThat(fit.correlation()).isZero();
        assertThat(fit.noise()).isZero();
        assertThat(fit.regression().coefficients()[1]).isCloseTo(2, within(1e-12));
    }

    /** Given correlation and noise, one over the variance is a chi-squared number over its degrees of freedom, of variance 2 / 37. */
    @Test
    void variancesAreDrawnWithTheDegreesOfFreedomThatTheTermsLeave() {
        Map<List<Double>, List<SerialErrors.Draw>> byMemory =
                SerialErrors.draws(walkBeneathNoise(0.3), terms(), PERIODS, 20_000, new SplittableRandom(4)).stream()
                        .collect(Collectors.groupingBy(draw -> List.of(draw.correlation(), draw.noise())));

        double sum = 0;
        int count = 0;
        for (List<SerialErrors.Draw> alike : byMemory.values()) {
            double[] precisions =
                    alike.stream().mapToDouble(draw -> 1 / draw.variance()).toArray();
            double mean = Arrays.stream(precisions).average().orElseThrow();
            if (precisions.length >= 50) {
                count += precisions.length - 1;
                sum += Arrays.stream(precisions)
                        .map(value -> (value / mean - 1) * (value / mean - 1))
                        .sum();
            }
        }
        assertThat(count).isGreaterThan(5_000);
        assertThat(sum / count).isCloseTo(2.0 / (TIMES - 3), withinPercentage(8));
    }
}
