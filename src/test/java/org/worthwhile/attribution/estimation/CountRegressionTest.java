package org.worthwhile.attribution.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountRegressionTest {

    /** Of half of them the likelihood rises with theta without end, and of some it is all but flat far out. */
    @Test
    void aNegativeBinomialOfPoissonsCountsIsFittedWhateverTheyAre() {
        double[] time = IntStream.range(0, 24).asDoubleStream().toArray();
        List<Term> terms = List.of(LinearModel.intercept(24), new Term("time", time));
        for (int set = 0; set < 400; set++) {
            Random random = new Random(set);
            double[] counts = IntStream.range(0, 24)
                    .mapToDouble(_ -> IntStream.range(0, 500)
                            .filter(_ -> random.nextDouble() < 0.01)
                            .count())
                    .toArray();
            assertThat(CountRegression.negativeBinomial(counts, terms, LinearModel.ones(24)))
                    .as("set " + set)
                    .isPresent();
        }
    }

    /** Counts that vary a little more than Poisson's, whose theta the likelihood hardly tells. */
    @Test
    void aThetaThatIsHardlyToldSettlesAllTheSame() {
        double[] counts = {19, 17, 19, 20, 26, 32, 24, 31, 31, 32, 27, 24, 21, 8, 17, 31, 15, 15, 17, 16, 21, 20, 16, 22
        };
        double[] time = IntStream.range(0, 24).asDoubleStream().toArray();
        double[] after =
                IntStream.range(0, 24).mapToDouble(t -> t >= 12 ? 1 : 0).toArray();
        double[] since =
                IntStream.range(0, 24).mapToDouble(t -> Math.max(0, t - 12)).toArray();
        List<Term> terms = List.of(
                LinearModel.intercept(24), new Term("time", time), new Term("after", after), new Term("since", since));
        CountRegression fit = CountRegression.negativeBinomial(counts, terms, LinearModel.ones(24))
                .orElseThrow();
        // glm.nb of the R package MASS, which ends at its limit of alternations.
        assertThat(fit.theta()).isCloseTo(2459.28, within(0.01));
    }

    /** Against a count of 0 all but throughout, where working regressions lead nowhere. */
    @Test
    void errorsOfRareCountsAreAnAutoregressionToo() {
        double[] time = IntStream.range(0, 30).asDoubleStream().toArray();
        double[] counts =
                IntStream.range(0, 30).mapToDouble(t -> t % 7 == 3 ? 1 : 0).toArray();
        List<Term> terms = List.of(LinearModel.intercept(30), new Term("time", time));
        CountRegression apart =
                CountRegression.poisson(counts, terms, LinearModel.ones(30)).orElseThrow();

        CountRegression.Serial serial = apart.autoregressive(
                counts,
                terms,
                LinearModel.ones(30),
                Grouping.of(30, _ -> ""),
                IntStream.range(0, 30).toArray());

        assertThat(serial.counts().means()).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
        assertThat(serial.errors().covariance().standardError(1)).isPositive().isFinite();
    }

    private static final int ROWS = 60;

    /** Counts that vary more than Poisson's, of more or fewer people, whole or in parts such as shares of a day. */
    private static double[] counts(boolean whole) {
        Random random = new Random(3);
        return IntStream.range(0, ROWS)
                .mapToDouble(row -> {
                    double mean = exposure()[row] * Math.exp(0.02 * row) * -Math.log(random.nextDouble());
                    return whole ? Math.rint(mean) : Math.rint(4 * mean) / 4;
                })
                .toArray();
    }

    private static double[] exposure() {
        return IntStream.range(0, ROWS).mapToDouble(row -> 2 + row % 3).toArray();
    }

    private static List<Term> terms() {
        return List.of(
                LinearModel.intercept(ROWS),
                new Term("time", IntStream.range(0, ROWS).asDoubleStream().toArray()),
                new Term(
                        "half",
                        IntStream.range(0, ROWS).mapToDouble(row -> row % 2).toArray()));
    }

    /** Two groups have the rates of their counts, 12 of 4 and 20 of 10: 3 and 2, whatever each row's part of them is. */
    @Test
    void groupsHaveTheirOwnRates() {
        CountRegression fit = CountRegression.poisson(
                        new double[] {5, 7, 0, 20},
                        List.of(LinearModel.intercept(4), new Term("first", new double[] {1, 1, 0, 0})),
                        new double[] {1, 3, 4, 6})
                .orElseThrow();

        assertThat(fit.working().coefficients()[0]).isCloseTo(Math.log(2), within(1e-9));
        assertThat(fit.working().coefficients()[1]).isCloseTo(Math.log(1.5), within(1e-9));
        assertThat(fit.means()).containsExactly(new double[] {3, 9, 8, 12}, within(1e-8));
        // Squares of 2, -2, -8 and 8 over means of 3, 9, 8 and 12, with two degrees of freedom.
        assertThat(fit.dispersion()).isCloseTo((4 / 3.0 + 4 / 9.0 + 8 + 64 / 12.0) / 2, within(1e-8));
        assertThat(fit.theta()).isInfinite();
    }

    /** Departures from the means, over 1 + mean / theta, go with no term. */
    @Test
    void noTermGoesWithWhatIsLeft() {
        double[] counts = counts(true);
        for (CountRegression fit : List.of(
                CountRegression.poisson(counts, terms(), exposure()).orElseThrow(),
                CountRegression.negativeBinomial(counts, terms(), exposure()).orElseThrow())) {
            for (Term term : terms()) {
                double score = 0;
                double pearson = 0;
                for (int row = 0; row < ROWS; row++) {
                    double mean = fit.means()[row];
                    double variance = mean + mean * mean / fit.theta();
                    score += (counts[row] - mean) / (1 + mean / fit.theta()) * term.values()[row];
                    pearson += (counts[row] - mean) * (counts[row] - mean) / variance;
                }
                assertThat(score).isCloseTo(0, within(1e-5));
                assertThat(fit.dispersion()).isCloseTo(pearson / (ROWS - 3), within(1e-6));
            }
        }
    }

    /** The likelihood at the means that are found, by logarithms of the gamma function, is highest at theta. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void thetaIsThatOfGreatestLikelihood(boolean whole) {
        double[] counts = counts(whole);
        CountRegression fit =
                CountRegression.negativeBinomial(counts, terms(), exposure()).orElseThrow();

        assertThat(fit.theta()).isBetween(0.3, 5.0);
        double slope = (likelihood(counts, fit.means(), fit.theta() * 1.0001)
                        - likelihood(counts, fit.means(), fit.theta() / 1.0001))
                / 2e-4;
        assertThat(slope).isCloseTo(0, within(1e-5));
        assertThat(likelihood(counts, fit.means(), fit.theta()))
                .isGreaterThan(likelihood(counts, fit.means(), fit.theta() * 1.1))
                .isGreaterThan(likelihood(counts, fit.means(), fit.theta() / 1.1));
    }

    private static double likelihood(double[] counts, double[] means, double theta) {
        return IntStream.range(0, counts.length)
                .mapToDouble(row -> Gamma.logGamma(counts[row] + theta)
                        - Gamma.logGamma(theta)
                        + theta * Math.log(theta / (theta + means[row]))
                        + counts[row] * Math.log(means[row] / (theta + means[row])))
                .sum();
    }
}
