package org.worthwhile.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.worthwhile.generated.GeneratedDistributions;
import org.worthwhile.proposal.Distribution;

class QuantileTest {

    private static final double ROUNDING = 1e-12;

    @Test
    void evidenceWithDegreesOfFreedomIsDrawnFromStudentsT() {
        Quantile student =
                Quantile.of(new UncertainInput("o/l/effect", 5, new Distribution.StudentT(5, 2, 4, false), "", false));
        // Tabulated: the 97.5th percentile of Student's t with 4 degrees of freedom is 2.776445.
        assertThat(student.at(0.975)).isCloseTo(5 + 2 * 2.776445105, within(1e-6));
        assertThat(student.at(0.5)).isCloseTo(5, within(1e-9));
    }

    @Test
    void aTriangularQuantileIsTheInverseOfItsArea() {
        Quantile triangle = of(new Distribution.Triangular(2, 5, 14, false));
        // Below the mode a share (x - 2)^2 / (12 x 3) of the area, above it all but (14 - x)^2 / (12 x 9).
        assertThat(triangle.at(1.0 / 36)).isCloseTo(3, within(1e-14));
        assertThat(triangle.at(0.25)).isEqualTo(5);
        assertThat(triangle.at(1 - 9.0 / 108)).isCloseTo(11, within(1e-14));
        assertThat(triangle.at(0)).isEqualTo(2);
        assertThat(triangle.at(1)).isEqualTo(14);
    }

    @Test
    void aTriangleMayBeRightAngled() {
        Quantile rising = of(new Distribution.Triangular(0, 1, 1, false));
        assertThat(rising.at(0.25)).isEqualTo(0.5);
        assertThat(rising.at(0)).isZero();
        assertThat(rising.at(1)).isEqualTo(1);
        Quantile falling = of(new Distribution.Triangular(0, 0, 1, false));
        assertThat(falling.at(0.75)).isEqualTo(0.5);
        assertThat(falling.at(0)).isZero();
        assertThat(falling.at(1)).isEqualTo(1);
    }

    @Test
    void tabulatedQuantilesAreThoseOfClosedForms() {
        for (double p :
                new double[] {1e-9, 1e-6, 0.001, 0.02, 0.3, 0.4999, 0.5, 0.7, 0.95, 0.999, 1 - 1e-6, 1 - 0x1p-30}) {
            // Student's t with one degree of freedom is Cauchy's distribution.
            double cauchy = p < 0.5 ? -1 / Math.tan(Math.PI * p) : 1 / Math.tan(Math.PI * (1 - p));
            assertRight(of(new Distribution.StudentT(0, 1, 1, false)), p, cauchy);
            assertRight(of(new Distribution.StudentT(0, 1, 2, false)), p, (2 * p - 1) / Math.sqrt(2 * p * (1 - p)));
            assertRight(of(new Distribution.Gamma(1, 3, false)), p, -3 * Math.log1p(-p));
            assertRight(of(new Distribution.Beta(1, 5, 0, 1, false)), p, -Math.expm1(Math.log1p(-p) / 5));
            assertRight(of(new Distribution.Beta(5, 1, 0, 1, false)), p, Math.pow(p, 0.2));
            double arcsine = Math.pow(Math.sin(Math.PI * p / 2), 2);
            assertRight(of(new Distribution.Beta(0.5, 0.5, 0, 1, false)), p, arcsine);
        }
    }

    @Test
    void tabulatedQuantilesAreThoseOfALibraryWhereThereIsNoClosedForm() {
        for (double p : new double[] {0.001, 0.05, 0.37, 0.5, 0.8, 0.999}) {
            for (double shape : new double[] {0.2, 2.2, 300}) {
                assertRight(
                        of(new Distribution.Beta(shape, 3.8, 0, 1, false)),
                        p,
                        BetaDistribution.of(shape, 3.8).inverseCumulativeProbability(p));
                assertRight(
                        of(new Distribution.Gamma(shape, 2, false)),
                        p,
                        GammaDistribution.of(shape, 2).inverseCumulativeProbability(p));
            }
            for (double degrees : new double[] {1.5, 4, 300}) {
                assertRight(
                        of(new Distribution.StudentT(1, 2, degrees, false)),
                        p,
                        1 + 2 * TDistribution.of(degrees).inverseCumulativeProbability(p));
            }
        }
    }

    /** To six digits of the value or eight decimals: relative to a value near a bound, the cubics are right to seven digits. */
    private static void assertRight(Quantile quantile, double probability, double exact) {
        assertThat(quantile.at(probability)).isCloseTo(exact, within(1e-6 * Math.abs(exact) + 1e-8));
    }

    @Test
    void extremeShapesAreTabulatedToo() {
        for (Distribution distribution : new Distribution[] {
            new Distribution.Beta(0.001, 0.001, 0, 1, false),
            new Distribution.Beta(1e6, 0.01, 0, 1, false),
            new Distribution.Gamma(0.001, 1, false),
            new Distribution.Gamma(1e8, 1, false),
            new Distribution.StudentT(0, 1, 0.1, false),
            new Distribution.StudentT(0, 1, 1e9, false)
        }) {
            Quantile quantile = of(distribution);
            double before = Double.NEGATIVE_INFINITY;
            for (int i = 1; i < 1000; i++) {
                double value = quantile.at(i / 1000.0);
                assertThat(value)
                        .as("%s at %s", distribution, i / 1000.0)
                        .isFinite()
                        .isGreaterThanOrEqualTo(before - ROUNDING);
                before = value;
            }
        }
    }

    @Test
    void anInputThatFallsAsAnotherRisesIsNeverDrawnAtOne() {
        UncertainInput rises =
                new UncertainInput("o/l/effect", 1, new Distribution.Normal(0, 1, false), "truth", false);
        UncertainInput falls = new UncertainInput("o/m/effect", 1, new Distribution.Normal(0, 1, false), "truth", true);
        assertThat(falls.together(rises, 0.25)).isEqualTo(0.75);
        assertThat(falls.together(rises, Double.MIN_NORMAL)).isLessThan(1);
    }

    @Test
    void everyDistributionIsDrawnInRisingOrderWithItsMeanAndStandardDeviation() {
        GeneratedDistributions.about(1.7, false, 1).forEach(distribution -> {
            Quantile quantile = Quantile.of(new UncertainInput("o/l/effect", 1, distribution, "", false));
            double before = Double.NEGATIVE_INFINITY;
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < STEPS; i++) {
                double value = quantile.at((i + 0.5) / STEPS);
                assertThat(value).as(distribution.toString()).isGreaterThanOrEqualTo(before - ROUNDING);
                before = value;
                sum += value;
                squares += value * value;
            }
            double mean = sum / STEPS;
            Moments exact = moments(distribution);
            assertThat(mean).as("mean of %s", distribution).isCloseTo(exact.mean, within(1e-4 * exact.sd));
            assertThat(Math.sqrt(squares / STEPS - mean * mean))
                    .as("standard deviation of %s", distribution)
                    .isCloseTo(exact.sd, within(0.01 * exact.sd));
        });
    }

    private static final int STEPS = 40_000;

    private record Moments(double mean, double sd) {

        static Moments ofBeta(double alpha, double beta, double low, double high) {
            double sum = alpha + beta;
            return new Moments(
                    low + (high - low) * alpha / sum, (high - low) * Math.sqrt(alpha * beta / (sum * sum * (sum + 1))));
        }

        static Moments ofValues(List<Double> values, List<Double> probabilities) {
            double mean = 0;
            double squares = 0;
            for (int i = 0; i < values.size(); i++) {
                mean += values.get(i) * probabilities.get(i);
                squares += values.get(i) * values.get(i) * probabilities.get(i);
            }
            return new Moments(mean, Math.sqrt(squares - mean * mean));
        }
    }

    /** The textbooks' formulas. */
    private static Moments moments(Distribution distribution) {
        return switch (distribution) {
            case Distribution.Triangular(double low, double mode, double high, boolean _) ->
                new Moments(
                        (low + mode + high) / 3,
                        Math.sqrt(
                                (low * low + mode * mode + high * high - low * mode - low * high - mode * high) / 18));
            case Distribution.Pert(double low, double mode, double high, boolean _) ->
                Moments.ofBeta(1 + 4 * (mode - low) / (high - low), 1 + 4 * (high - mode) / (high - low), low, high);
            case Distribution.Uniform(double low, double high, boolean _) ->
                new Moments((low + high) / 2, (high - low) / Math.sqrt(12));
            case Distribution.Normal(double mean, double sd, boolean _) -> new Moments(mean, sd);
            case Distribution.LogNormal(double mean, double sd, boolean _) -> new Moments(mean, sd);
            case Distribution.StudentT(double location, double scale, double degrees, boolean _) ->
                new Moments(location, scale * Math.sqrt(degrees / (degrees - 2)));
            case Distribution.Beta(double alpha, double beta, double low, double high, boolean _) ->
                Moments.ofBeta(alpha, beta, low, high);
            case Distribution.Gamma(double shape, double scale, boolean _) ->
                new Moments(shape * scale, scale * Math.sqrt(shape));
            case Distribution.Event(double probability) ->
                new Moments(probability, Math.sqrt(probability * (1 - probability)));
            case Distribution.Discrete(List<Double> values, List<Double> probabilities, boolean _) ->
                Moments.ofValues(values, probabilities);
            case Distribution.Empirical(List<Double> draws, boolean _) ->
                Moments.ofValues(draws, Collections.nCopies(draws.size(), 1.0 / draws.size()));
        };
    }

    private static Quantile of(Distribution distribution) {
        return Quantile.of(new UncertainInput("o/l/effect", 1, distribution, "", false));
    }
}
