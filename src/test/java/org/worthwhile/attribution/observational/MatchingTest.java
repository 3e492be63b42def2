package org.worthwhile.attribution.observational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.MadeData;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.StudyCases;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.Matrices;
import org.worthwhile.attribution.observational.ObservationalOptions.Distance;
import org.worthwhile.attribution.observational.ObservationalOptions.Estimand;
import org.worthwhile.attribution.observational.ObservationalOptions.Estimator;
import org.worthwhile.attribution.observational.ObservationalOptions.Rule;
import org.worthwhile.attribution.observational.ObservationalOptions.Ties;

class MatchingTest {

    private static final StudyCase CASE = StudyCases.of(
            "\"design\": \"observational\", \"columns\": {\"outcome\": \"y\"}",
            MadeData.of("y", 0).dataset());

    /** Scores of two treated rows, .8 and .5, and of three controls, .78, .52 and .40. */
    private static final double[] SCORE = {0.8, 0.5, 0.78, 0.52, 0.4};

    private static final boolean[] TREATED = {true, true, false, false, false};
    private static final double[] OUTCOME = {10, 20, 1, 4, 9};

    @Test
    void theNearestControlMayLieOnEitherSide() {
        // .8 takes .78, then .5 takes .52 and not .40: (10 - 1 + 20 - 4) / 2.
        assertThat(effect(false, Rule.NEAREST, Optional.empty(), OptionalDouble.empty())
                        .estimate())
                .isCloseTo(12.5, within(1e-12));
    }

    @Test
    void belowFirstTakesTheNearestBelowThoughOneAboveIsNearer() {
        // .5 takes .40: (10 - 1 + 20 - 9) / 2.
        assertThat(effect(false, Rule.BELOW_FIRST, Optional.empty(), OptionalDouble.empty())
                        .estimate())
                .isCloseTo(10, within(1e-12));
    }

    @Test
    void greedyMatchesAreThoseOfTryingEveryControlInTurn() {
        Random random = new Random(4);
        int n = 80;
        double[] score = random.doubles(n).toArray();
        double[] outcome = random.doubles(n).toArray();
        boolean[] treated = new boolean[n];
        for (int row = 0; row < 25; row++) {
            treated[row] = true;
        }
        double expected = 0;
        boolean[] done = new boolean[n];
        for (int count = 0; count < 25; count++) {
            int highest = -1;
            for (int row = 0; row < 25; row++) {
                highest = !done[row] && (highest < 0 || score[row] > score[highest]) ? row : highest;
            }
            int nearest = -1;
            for (int row = 25; row < n; row++) {
                boolean nearer = nearest < 0
                        || Math.abs(score[row] - score[highest]) < Math.abs(score[nearest] - score[highest]);
                nearest = !done[row] && nearer ? row : nearest;
            }
            done[highest] = true;
            done[nearest] = true;
            expected += (outcome[highest] - outcome[nearest]) / 25;
        }

        Effect effect = new Matching(
                        options(false, Rule.NEAREST, Optional.empty(), OptionalDouble.empty()),
                        new Comparison(outcome, treated, List.of(), ones(n), Optional.empty()),
                        score,
                        List.of())
                .effect(CASE, MatchingTest::noFit);

        assertThat(effect.estimate()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void aCaliperLeavesOutWhatHasNoMatchWithinIt() {
        // The standard deviation of the scores is .1769; a tenth of it lets neither .8 nor .5 go further than .0177.
        assertThatThrownBy(() -> effect(false, Rule.NEAREST, Optional.empty(), OptionalDouble.of(0.1)))
                .hasMessageContaining("only 0 treated rows found a match");
        assertThat(effect(false, Rule.NEAREST, Optional.empty(), OptionalDouble.of(0.12))
                        .matched())
                .isEqualTo(2);
    }

    /** Three treated rows share one control: theorem 7 of Abadie and Imbens with its three parts written out. */
    @Test
    void theVarianceOfAControlThatIsUsedThriceIsThatOfAbadieAndImbens() {
        double[] score = {0.5, 0.51, 0.52, 0.5, 0.3};
        boolean[] treated = {true, true, true, false, false};
        double[] outcome = {5, 6, 10, 2, 4};
        // Every treated row takes the control at .5: differences 3, 4, 8 with mean 5 and squares about it 4 + 1 + 9.
        // That control counts K^2 - K = 6 times its local variance, (2 - 4)^2 / 2 from the other control.
        double variance = (4 + 1 + 9 + 6 * 2.0) / 9;

        Effect effect = new Matching(
                        options(true, Rule.NEAREST, Optional.empty(), OptionalDouble.empty()),
                        new Comparison(outcome, treated, List.of(), ones(5), Optional.empty()),
                        score,
                        List.of())
                .effect(CASE, MatchingTest::noFit);

        assertThat(effect.estimate()).isCloseTo(5, within(1e-12));
        assertThat(effect.standardError()).isCloseTo(Math.sqrt(variance), within(1e-12));
    }

    /** As above, the first of the treated standing for three rows of the population. */
    @Test
    void eachTreatedRowCountsByItsWeight() {
        double[] score = {0.5, 0.51, 0.52, 0.5, 0.3};
        boolean[] treated = {true, true, true, false, false};
        double[] outcome = {5, 6, 10, 2, 4};
        // Differences 3, 4, 8 with weights 3, 1, 1: 21 / 5. Beside it -1.2, -0.2, 3.8, times the weights and squared
        // 12.96 + 0.04 + 14.44. The control is used 5 times, 25 - (9 + 1 + 1) times its local variance of 2.
        double variance = (12.96 + 0.04 + 14.44 + 14 * 2.0) / 25;

        Effect effect = new Matching(
                        options(true, Rule.NEAREST, Optional.empty(), OptionalDouble.empty()),
                        new Comparison(outcome, treated, List.of(), new double[] {3, 1, 1, 7, 1}, Optional.empty()),
                        score,
                        List.of())
                .effect(CASE, MatchingTest::noFit);

        assertThat(effect.estimate()).isCloseTo(4.2, within(1e-12));
        assertThat(effect.standardError()).isCloseTo(Math.sqrt(variance), within(1e-12));
        assertThat(effect.weights()).containsExactly(3, 1, 1, 5, 0);
    }

    /** Sums within clusters worked out by hand; the fit explains nothing. */
    @Test
    void rowsOfAClusterCountTogether() {
        double[] score = {0.5, 0.6, 0.5, 0.6};
        boolean[] treated = {true, true, false, false};
        double[] outcome = {5, 9, 2, 4};
        String[] cluster = {"a", "b", "a", "b"};
        // Beside the means of 7 and 3 the treated are at -2 and 2, the controls at -1 and 1: the clusters' sums are
        // (-2 + 1) / 2 and (2 - 1) / 2, and the factor is 2.
        Effect effect = new Matching(
                        options(true, Rule.NEAREST, Optional.empty(), OptionalDouble.empty()),
                        new Comparison(
                                outcome, treated, List.of(), ones(4), Optional.of(Grouping.of(4, row -> cluster[row]))),
                        score,
                        List.of())
                .effect(CASE, () -> new double[4]);

        assertThat(effect.estimate()).isCloseTo(4, within(1e-12));
        assertThat(effect.standardError()).isCloseTo(Math.sqrt(2 * (0.25 + 0.25)), within(1e-12));
        assertThat(effect.degreesOfFreedom()).hasValue(1);
    }

    @Test
    void weightsAreAsManyRowsOfOneCluster() {
        Random random = new Random(12);
        int n = 60;
        double[] d = new double[n];
        double[] x = new double[n];
        double[] y = new double[n];
        double[] w = new double[n];
        double[] id = new double[n];
        for (int row = 0; row < n; row++) {
            x[row] = random.nextGaussian();
            d[row] = random.nextDouble() < 1 / (1 + Math.exp(1 - x[row])) ? 1 : 0;
            y[row] = 2 * x[row] + d[row] + random.nextGaussian();
            w[row] = 1 + random.nextInt(3);
            id[row] = row;
        }
        int[] rows = IntStream.range(0, n)
                .flatMap(row -> IntStream.generate(() -> row).limit((long) w[row]))
                .toArray();
        String study = """
                "design": "observational",
                "columns": {"outcome": "y", "treatment": "d", "covariates": ["x"], "cluster": "id"%s},
                "options": {"estimator": "matching", "replace": true}""";
        Attribution weighted = MadeData.of("y", y)
                .and("d", d)
                .and("x", x)
                .and("id", id)
                .and("w", w)
                .answer(study.formatted(", \"weight\": \"w\""));
        Attribution repeated = MadeData.of("y", Matrices.take(y, rows))
                .and("d", Matrices.take(d, rows))
                .and("x", Matrices.take(x, rows))
                .and("id", Matrices.take(id, rows))
                .answer(study.formatted(""));
        assertThat(weighted.estimate()).isCloseTo(repeated.estimate(), within(1e-9));
        assertThat(weighted.standardError()).isCloseTo(repeated.standardError(), within(1e-9));
    }

    @Test
    void clustersOfOneRowHaveAboutTheErrorOfAbadieAndImbens() {
        Random random = new Random(13);
        int n = 3000;
        double[] d = new double[n];
        double[] x = new double[n];
        double[] y = new double[n];
        double[] id = new double[n];
        for (int row = 0; row < n; row++) {
            x[row] = random.nextGaussian();
            d[row] = random.nextDouble() < 1 / (1 + Math.exp(1 - 0.5 * x[row])) ? 1 : 0;
            y[row] = 2 * x[row] + d[row] + random.nextGaussian();
            id[row] = row;
        }
        MadeData data = MadeData.of("y", y).and("d", d).and("x", x).and("id", id);
        String study = """
                "design": "observational", "columns": {"outcome": "y", "treatment": "d", "covariates": ["x"]%s},
                "options": {"estimator": "matching", "replace": true}""";
        double alone = data.answer(study.formatted("")).standardError();
        assertThat(data.answer(study.formatted(", \"cluster\": \"id\"")).standardError())
                .isCloseTo(alone, within(0.05 * alone));
    }

    @Test
    void moreTreatedRowsThanOthersAreRefusedWithoutReplacement() {
        MadeData data = MadeData.of("d", 0, 1, 1, 0, 1, 1, 0, 1)
                .and("x", 1, 2, 3, 4, 5, 6, 7, 8)
                .and("y", 1, 2, 3, 4, 7, 1, 2, 6);
        assertThatThrownBy(() -> data.answer("""
                "design": "observational", "columns": {"outcome": "y", "treatment": "d", "covariates": ["x"]},
                "options": {"estimator": "matching"}"""))
                .hasMessageContaining("5 treated rows cannot each have a match of their own among 3 others");
    }

    @Test
    void controlsEquallyNearStandTogetherSoThatNoOrderDecides() {
        double[] score = {0.5, 0.6, 0.4, 0.4, 0.7};
        boolean[] treated = {true, true, false, false, false};
        double[] outcome = {5, 6, 1, 3, 4};
        // .5 has two at .4, whose mean is 2; .6 has one at .7: (3 + 2) / 2.
        Effect together = new Matching(
                        options(true, Rule.NEAREST, Optional.of(Ties.AVERAGE), OptionalDouble.empty()),
                        new Comparison(outcome, treated, List.of(), ones(5), Optional.empty()),
                        score,
                        List.of())
                .effect(CASE, MatchingTest::noFit);
        Effect first = new Matching(
                        options(true, Rule.NEAREST, Optional.of(Ties.FIRST), OptionalDouble.empty()),
                        new Comparison(outcome, treated, List.of(), ones(5), Optional.empty()),
                        score,
                        List.of())
                .effect(CASE, MatchingTest::noFit);

        assertThat(together.estimate()).isCloseTo(2.5, within(1e-12));
        assertThat(together.ties()).isZero();
        assertThat(first.estimate()).isCloseTo(3, within(1e-12));
        assertThat(first.ties()).isEqualTo(1);
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Rows that are not clustered need no fit. */
    private static double[] noFit() {
        throw new AssertionError("asked for");
    }

    private static Effect effect(boolean replace, Rule rule, Optional<Ties> ties, OptionalDouble caliper) {
        return new Matching(
                        options(replace, rule, ties, caliper),
                        new Comparison(OUTCOME, TREATED, List.of(), ones(5), Optional.empty()),
                        SCORE,
                        List.of())
                .effect(CASE, MatchingTest::noFit);
    }

    private static ObservationalOptions options(
            boolean replace, Rule rule, Optional<Ties> ties, OptionalDouble caliper) {
        return new ObservationalOptions(
                Estimator.MATCHING,
                Estimand.AVERAGE,
                1,
                replace,
                rule,
                ties,
                Distance.PROPENSITY,
                List.of(),
                caliper,
                0,
                0.95);
    }

    /** By brute force: two covariates, their covariance within the arms inverted by hand. */
    @Test
    void mahalanobisMatchesAreThoseOfTryingEveryControlInTurn() {
        Random random = new Random(9);
        int n = 90;
        double[] a = new double[n];
        double[] c = new double[n];
        double[] d = new double[n];
        double[] y = new double[n];
        for (int row = 0; row < n; row++) {
            d[row] = row < 30 ? 1 : 0;
            a[row] = random.nextGaussian() + 0.3 * d[row];
            c[row] = 100 * (0.6 * a[row] + random.nextGaussian());
            y[row] = a[row] + c[row] / 100 + 2 * d[row] + random.nextGaussian();
        }
        String study = """
                "design": "observational",
                "columns": {"outcome": "y", "treatment": "d", "covariates": ["a", "c"]},
                "options": {"estimator": "matching", "replace": true, "distance": "%s"}""";
        MadeData data = MadeData.of("d", d).and("a", a).and("c", c).and("y", y);
        double[][] covariance = new double[2][2];
        for (int row = 0; row < n; row++) {
            double[] apart = {a[row] - mean(a, d, d[row]), c[row] - mean(c, d, d[row])};
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 2; j++) {
                    covariance[i][j] += apart[i] * apart[j] / (n - 2);
                }
            }
        }
        double determinant = covariance[0][0] * covariance[1][1] - covariance[0][1] * covariance[1][0];
        double expected = 0;
        for (int row = 0; row < 30; row++) {
            int nearest = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int other = 30; other < n; other++) {
                double u = a[row] - a[other];
                double v = c[row] - c[other];
                double square = (covariance[1][1] * u * u - 2 * covariance[0][1] * u * v + covariance[0][0] * v * v)
                        / determinant;
                nearest = square < least ? other : nearest;
                least = Math.min(least, square);
            }
            expected += (y[row] - y[nearest]) / 30;
        }
        assertThat(data.answer(study.formatted("mahalanobis")).estimate()).isCloseTo(expected, within(1e-9));
        assertThat(data.answer(study.formatted("propensity")).estimate()).isNotCloseTo(expected, within(1e-6));
    }

    private static double mean(double[] values, double[] arms, double arm) {
        double sum = 0;
        int count = 0;
        for (int row = 0; row < values.length; row++) {
            sum += arms[row] == arm ? values[row] : 0;
            count += arms[row] == arm ? 1 : 0;
        }
        return sum / count;
    }

    /** The nearest in all is of the other kind: with equal kinds the first takes 1 and the second 5. */
    @Test
    void matchesAreAmongRowsWithTheSameValuesOfExactCovariates() {
        double[] score = {0.8, 0.5, 0.78, 0.6, 0.52, 0.4};
        boolean[] treated = {true, true, false, false, false, false};
        double[] outcome = {10, 20, 4, 1, 7, 5};
        double[] kind = {0, 1, 1, 0, 0, 1};
        Effect effect = new Matching(
                        options(false, Rule.NEAREST, Optional.empty(), OptionalDouble.empty()),
                        new Comparison(
                                outcome,
                                treated,
                                List.of(),
                                ones(6),
                                Optional.empty(),
                                Grouping.of(6, row -> Double.toString(kind[row]))),
                        score,
                        List.of())
                .effect(CASE, MatchingTest::noFit);
        assertThat(effect.estimate()).isCloseTo((10 - 1 + 20 - 5) / 2.0, within(1e-12));
    }

    @Test
    void whatMatchingAloneUsesIsRefusedOfOthers() {
        MadeData data = MadeData.of("d", 0, 1, 0, 1).and("x", 1, 2, 3, 4).and("y", 1, 2, 3, 4);
        String study = """
                "design": "observational", "columns": {"outcome": "y", "treatment": "d", "covariates": ["x"]},
                "options": {%s}""";
        assertThatThrownBy(() -> data.answer(study.formatted("\"distance\": \"mahalanobis\"")))
                .hasMessageContaining("used by matching alone");
        assertThatThrownBy(() -> data.answer(study.formatted("\"exact\": [\"x\"]")))
                .hasMessageContaining("used by matching alone");
        assertThatThrownBy(() -> data.answer(study.formatted("\"estimator\": \"matching\", \"exact\": [\"z\"]")))
                .hasMessageContaining("'z' is not among the covariates");
        assertThatThrownBy(() -> data.answer(study.formatted("\"estimand\": \"overlap\"")))
                .hasMessageContaining("the estimator ipw alone");
    }
}
