package org.worthwhile.attribution.observational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.MadeData;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Resampling;
import org.worthwhile.attribution.estimation.Term;

/** Four hundred rows, every second treated, in which arms have the same means of x and w. */
class SecondMomentsTest {

    private static final int ROWS = 400;

    private final double[] x = new double[ROWS];
    private final double[] w = new double[ROWS];
    private final double[] treated = new double[ROWS];
    private final double[] outcome = new double[ROWS];
    private final boolean[] arms = new boolean[ROWS];

    /** Treated rows vary so many times as much in x, and go so far together in x and w where the others go apart. */
    private void draw(double spread, double together) {
        SplittableRandom random = new SplittableRandom(5);
        for (int row = 0; row < ROWS; row++) {
            arms[row] = row % 2 == 0;
            treated[row] = arms[row] ? 1 : 0;
            double first = random.nextGaussian();
            x[row] = (arms[row] ? spread : 1) * first;
            w[row] = (arms[row] ? together : -together) * first + random.nextGaussian();
            outcome[row] = x[row] - w[row] + random.nextGaussian();
        }
    }

    private Diagnostic balance(String estimator) {
        return MadeData.of("y", outcome)
                .and("x", x)
                .and("w", w)
                .and("d", treated)
                .answer("""
                        "design": "observational", "options": {"estimator": "%s"},
                        "columns": {"outcome": "y", "treatment": "d", "covariates": ["x", "w"]}""".formatted(estimator))
                .diagnostics()
                .stream()
                .filter(each -> each.id().equals("balance"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aipw", "ipw", "entropy-balancing"})
    void armsOfAlikeMeansThatDifferInASquareAreAWarning(String estimator) {
        draw(1.6, 0);

        Diagnostic told = balance(estimator);

        assertThat(told.outcome()).isEqualTo(Outcome.WARN);
        assertThat(told.message()).contains("more than chance gives in the square of x, so that");
        assertThat(told.statistic().orElseThrow()).isGreaterThan(0.3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aipw", "ipw", "entropy-balancing"})
    void armsOfAlikeMeansThatDifferInAProductAreAWarning(String estimator) {
        draw(1, 0.5);

        assertThat(balance(estimator).outcome()).isEqualTo(Outcome.WARN);
        assertThat(balance(estimator).message()).contains("more than chance gives in x times w, so that");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aipw", "ipw", "entropy-balancing"})
    void armsOfOneDistributionPass(String estimator) {
        draw(1, 0);

        assertThat(balance(estimator).outcome()).isEqualTo(Outcome.PASS);
    }

    /** The coefficient of the treatment beside the covariate, and the score's test of it, by regressions of their own. */
    @Test
    void aDifferenceIsTheTreatmentsCoefficientAndIsTestedByItsScore() {
        draw(1.6, 0);
        double[] weights = new double[ROWS];
        Arrays.setAll(weights, row -> 1 + row % 3);

        SecondMoments.Departure found = SecondMoments.of(comparison(Optional.empty()), weights)
                .departures()
                .getFirst();

        double mean = Arrays.stream(x).average().orElseThrow();
        double[] square =
                Arrays.stream(x).map(value -> (value - mean) * (value - mean)).toArray();
        List<Term> own = List.of(LinearModel.intercept(ROWS), new Term("x", x));
        List<Term> both = List.of(LinearModel.intercept(ROWS), new Term("x", x), new Term("d", treated));
        double coefficient = Regression.fit(square, both, List.of(), weights).coefficients()[2];
        double[] left = Regression.fit(square, own, List.of(), weights).residuals();
        double[] dealt = Regression.fit(treated, own, List.of(), weights).residuals();
        double score = 0;
        double variance = 0;
        for (int row = 0; row < ROWS; row++) {
            score += left[row] * dealt[row];
            variance += left[row] * dealt[row] * left[row] * dealt[row];
        }
        assertThat(found.term()).isEqualTo("the square of x");
        assertThat(found.difference()).isCloseTo(coefficient / Resampling.deviation(square), within(1e-9));
        assertThat(found.pValue())
                .isCloseTo(
                        2 * NormalDistribution.of(0, 1).survivalProbability(score / Math.sqrt(variance)),
                        within(1e-12));
    }

    /** Rows that stand ten times over are a tenth of the evidence that they look, if the ten are a cluster. */
    @Test
    void rowsOfAClusterAreOne() {
        draw(1.25, 0);
        int[] tenfold = new int[10 * ROWS];
        Arrays.setAll(tenfold, row -> row / 10);
        double[] once = LinearModel.ones(ROWS);
        double[] often = LinearModel.ones(10 * ROWS);

        SecondMoments single = SecondMoments.of(comparison(Optional.empty()), once);
        SecondMoments rows = SecondMoments.of(comparison(Optional.empty()).at(tenfold), often);
        SecondMoments clusters = SecondMoments.of(
                comparison(Optional.of(Grouping.ofCodes(IntStream.range(0, ROWS).toArray(), Integer::toString)))
                        .at(tenfold),
                often);

        double pValue = single.departures().getFirst().pValue();
        assertThat(clusters.departures().getFirst().pValue()).isCloseTo(pValue, within(1e-9));
        assertThat(rows.departures().getFirst().pValue()).isLessThan(pValue / 1000);
    }

    @Test
    void aColumnOfTwoValuesHasNoSquareOfItsOwn() {
        draw(1.6, 0);
        Arrays.setAll(x, row -> row % 4 < 2 ? 1 : 0);

        assertThat(SecondMoments.of(comparison(Optional.empty()), LinearModel.ones(ROWS))
                        .departures())
                .isEmpty();
    }

    /** With three more covariates there are ten squares and products, of which one in ten would be as far apart by chance. */
    @Test
    void aDifferenceThatIsRareOfOneProductIsNoneOfTen() {
        draw(1.19, 0);
        SplittableRandom random = new SplittableRandom(8);
        List<Term> four = new ArrayList<>(List.of(new Term("x", x)));
        for (int more = 0; more < 3; more++) {
            four.add(new Term("z" + more, random.doubles(ROWS).toArray()));
        }
        double[] once = LinearModel.ones(ROWS);

        assertThat(SecondMoments.of(comparison(Optional.empty()), once).departures())
                .singleElement()
                .satisfies(alone -> assertThat(alone.pValue()).isBetween(0.01, 0.04));
        assertThat(SecondMoments.of(new Comparison(outcome, arms, four, once, Optional.empty()), once)
                        .departures())
                .isEmpty();
    }

    /** However little chance there is in it. */
    @Test
    void aDifferenceOfLessThanATenthOfADeviationIsNone() {
        draw(1.03, 0);
        int[] manifold = new int[2_000 * ROWS];
        Arrays.setAll(manifold, row -> row / 2_000);
        double[] often = LinearModel.ones(manifold.length);

        assertThat(SecondMoments.of(comparison(Optional.empty()).at(manifold), often)
                        .departures())
                .isEmpty();
    }

    @Test
    void rowsOfNoWeightAreOfNoConsequence() {
        draw(1.6, 0);
        double[] weights = new double[ROWS];
        Arrays.fill(weights, 0, 300, 1);
        SecondMoments first = SecondMoments.of(
                comparison(Optional.empty()).at(IntStream.range(0, 300).toArray()), LinearModel.ones(300));
        Arrays.fill(x, 300, ROWS, 1_000);

        assertThat(SecondMoments.of(comparison(Optional.empty()), weights)).isEqualTo(first);
        assertThat(first.departures()).hasSize(1);
    }

    /** The check of balance tells the largest difference of means, squares and products, and never less than was wrong with means. */
    @Test
    void whatIsFoundIsAddedToTheCheckOfMeans() {
        SecondMoments found = new SecondMoments(List.of(new SecondMoments.Departure("the square of x", -0.4, 0.001)));

        Diagnostic even = found.addedTo(means(Outcome.PASS, 0.05));
        Diagnostic uneven = found.addedTo(means(Outcome.FAIL, 0.7));

        assertThat(even.outcome()).isEqualTo(Outcome.WARN);
        assertThat(even.statistic()).hasValue(0.4);
        assertThat(uneven.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(uneven.statistic()).hasValue(0.7);
        assertThat(SecondMoments.NONE.addedTo(means(Outcome.PASS, 0.05))).isEqualTo(means(Outcome.PASS, 0.05));
    }

    private static Diagnostic means(Outcome outcome, double largest) {
        return new Diagnostic(
                "balance", "Balance", outcome, OptionalDouble.of(largest), OptionalDouble.empty(), "The arms are.");
    }

    private Comparison comparison(Optional<Grouping> clusters) {
        return new Comparison(outcome, arms, List.of(new Term("x", x)), LinearModel.ones(ROWS), clusters);
    }
}
