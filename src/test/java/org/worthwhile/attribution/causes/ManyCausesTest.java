package org.worthwhile.attribution.causes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Contribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.MadeData;
import org.worthwhile.attribution.Series;

/** What a decomposition says beside its contributions. */
class ManyCausesTest {

    /** Twenty rows in each group are as many clusters, whose number and draws the interval is by. */
    @Test
    void theIntervalOfAllCausesIsThatOfTheirDraws() {
        Attribution found = MadeData.of(
                        "y",
                        IntStream.range(0, 40)
                                .mapToDouble(i -> 1 + i % 20 + i * i % 7)
                                .toArray())
                .and(
                        "x",
                        IntStream.range(0, 40).mapToDouble(i -> i % 20 + i / 20).toArray())
                .and("g", IntStream.range(0, 40).mapToDouble(i -> i / 20).toArray())
                .answer("""
                        "design": "many-causes", "options": {"estimator": "oaxaca-blinder", "draws": 199},
                        "columns": {"outcome": "y", "treatment": "g", "causes": ["x"]}""");
        double[] draws = found.finding().draws().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        Contribution only = ((CausesDetails) found.details()).contributions().getFirst();

        assertThat(draws).hasSize(199);
        assertThat(found.interval().low()).isCloseTo(BootstrapErrors.percentile(draws, 0.025), within(1e-9));
        assertThat(found.interval().high()).isCloseTo(BootstrapErrors.percentile(draws, 0.975), within(1e-9));
        assertThat(found.finding().degreesOfFreedom()).hasValue(19);
        assertThat(found.standardError()).isGreaterThan(0.01);
        assertThat(told(found, "clusters").outcome()).isEqualTo(Outcome.PASS);
        // All causes together are the only one.
        assertThat(only.low()).isCloseTo(found.interval().low(), within(1e-9));
        assertThat(only.high()).isCloseTo(found.interval().high(), within(1e-9));
        assertThat(only.standardError()).isCloseTo(found.standardError(), within(1e-9));
        assertThat(found.coefficients().getFirst().estimate()).isEqualTo(only.contribution());
        assertThat(found.coefficients().getFirst().pValue()).isCloseTo(found.pValue(), within(1e-9));
    }

    /** Group 0 is y = 1 + 2 x with a mean of 3, group 1 has a mean of 8: of 5 the causes' is 4. */
    @Test
    void theWaterfallRunsFromBeforeToAfter() {
        Attribution found = twoGroups(20, 0);
        List<Series.Point> points = found.series().getFirst().points();

        assertThat(points).extracting(Series.Point::x).containsExactly(0.0, 1.0, 2.0, 3.0);
        assertThat(points).extracting(Series.Point::label).containsExactly("before", "x", "unexplained", "after");
        assertThat(((CausesDetails) found.details()).contributions())
                .extracting(Contribution::share)
                .satisfiesExactly(
                        share -> assertThat(share).isCloseTo(0.8, within(1e-9)),
                        share -> assertThat(share).isCloseTo(0.2, within(1e-9)));
        assertThat(found.estimand())
                .isEqualTo("What differences in the causes contribute to the difference of y between 0 and 1");
        assertThat(found.marylandLevel()).isEqualTo(2);
        assertThat(found.units()).isEqualTo(6);
    }

    /** Of groups of three rows some draws hold none of one group: these tell nothing, and are not counted. */
    @Test
    void onlyDrawsThatHoldBothGroupsAreCounted() {
        Attribution found = twoGroups(41, 0);

        assertThat(found.conventions().getFirst())
                .matches("Standard errors and intervals are by 3[0-9] bootstrap draws of .*");
    }

    /** Three rows in each group: that the whole has six is of no help to a group's own coefficients and means. */
    @Test
    void fewClustersAtAnEndAreAWarningAndStudentsT() {
        Attribution found = twoGroups(41, 0);

        assertThat(told(found, "clusters").outcome()).isEqualTo(Outcome.WARN);
        assertThat(told(found, "clusters").statistic()).hasValue(3);
        assertThat(found.finding().degreesOfFreedom()).hasValue(2);
        // Student's t of two degrees of freedom.
        assertThat(found.interval().high() - found.estimate())
                .isCloseTo(4.302653 * found.standardError(), within(1e-5));
        assertThat(found.finding().draws()).isEmpty();
    }

    @Test
    void contributionsThatAddUpAreToldWithTheirDifference() {
        Diagnostic told = told(twoGroups(20, 0), "adds-up");

        assertThat(told.outcome()).isEqualTo(Outcome.PASS);
        assertThat(told.statistic().orElseThrow()).isCloseTo(0, within(1e-9));
        assertThat(told.message()).isEqualTo("The contributions and the unexplained rest add up to the whole.");
        assertThat(told(twoGroups(20, 0), "order").message())
                .isEqualTo("Every order of causes counts alike, so that none is favoured by being named first.");
    }

    /** Group 1 higher by 10 at the same causes: 14 of 15 less the causes' 4, so that 11 of 15 are not explained. */
    @Test
    void moreThanHalfUnexplainedIsAWarning() {
        Diagnostic little = told(twoGroups(20, 0), "unexplained");
        Diagnostic much = told(twoGroups(20, 10), "unexplained");

        assertThat(little.outcome()).isEqualTo(Outcome.PASS);
        assertThat(little.message()).isEqualTo("20% of the whole is not explained by these causes.");
        assertThat(much.outcome()).isEqualTo(Outcome.WARN);
        assertThat(much.statistic().orElseThrow()).isCloseTo(11 / 15.0, within(1e-9));
        assertThat(much.message()).isEqualTo("73% of the whole is not explained by these causes.");
    }

    /** A second cause of k times the first and one part of its own inflates its variance by 1 + k squared: 5 and 17. */
    @Test
    void causesThatMoveCloselyTogetherAreNamed() {
        assertThat(told(close(2), "collinear-causes").outcome()).isEqualTo(Outcome.PASS);
        assertThat(told(close(4), "collinear-causes").outcome()).isEqualTo(Outcome.WARN);
        assertThat(told(close(4), "collinear-causes").message())
                .isEqualTo("So close to the others that their parts are identified only roughly: a, b.");
    }

    @Test
    void anOutcomeThatDoesNotVaryHasNoSharesOfItsVariance() {
        assertThatThrownBy(() ->
                        MadeData.of("y", 2, 2, 2, 2, 2).and("a", 1, 2, 3, 5, 4).answer("""
                                "design": "many-causes", "options": {"estimator": "lmg", "draws": 20},
                                "columns": {"outcome": "y", "causes": ["a"]}"""))
                .hasMessageContaining("the outcome does not vary");
    }

    @Test
    void oneClusterCannotBeResampled() {
        assertThatThrownBy(() -> MadeData.of("y", 1, 2, 4, 2, 3)
                        .and("a", 1, 2, 3, 5, 4)
                        .and("c", 1, 1, 1, 1, 1)
                        .answer("""
                                "design": "many-causes", "options": {"estimator": "lmg", "draws": 20},
                                "columns": {"outcome": "y", "causes": ["a"], "cluster": "c"}"""))
                .hasMessageContaining("there is only one cluster to resample");
    }

    /** In sampled orders every player of a game that only adds weights gains its weight, whatever the order. */
    @Test
    void aSumOfWeightsIsSharedWithoutError() {
        Shapley shapley = Shapley.of(
                13,
                members -> IntStream.range(0, 13)
                        .mapToDouble(i -> members[i] ? i + 1 : 0)
                        .sum(),
                3);

        for (int player = 0; player < 13; player++) {
            assertThat(shapley.contributions()[player]).isCloseTo(player + 1, within(1e-9));
            assertThat(shapley.errors()[player]).isCloseTo(0, within(1e-6));
        }
    }

    /** The cube of a set's size: the k-th in an order gains k^3 - (k - 1)^3, and its reverse is averaged with it over 2,048 pairs. */
    @Test
    void theErrorOfSampledOrdersIsThatOfTheirPairs() {
        int players = 14;
        double[] gains = IntStream.rangeClosed(1, players)
                .mapToDouble(k -> (gain(k) + gain(players + 1 - k)) / 2)
                .toArray();
        double mean = Arrays.stream(gains).average().orElseThrow();
        double variance = Arrays.stream(gains)
                .map(gain -> (gain - mean) * (gain - mean))
                .average()
                .orElseThrow();

        Shapley shapley = Shapley.of(
                players,
                members -> {
                    double size =
                            IntStream.range(0, players).filter(i -> members[i]).count();
                    return size * size * size;
                },
                1);

        for (double error : shapley.errors()) {
            assertThat(error / Math.sqrt(variance / 2048)).isCloseTo(1, within(0.1));
        }
        assertThat(mean).isCloseTo(196, within(1e-9));
    }

    private static double gain(double k) {
        return k * k * k - (k - 1) * (k - 1) * (k - 1);
    }

    private static Attribution twoGroups(int draws, double higher) {
        return MadeData.of("y", 1, 3, 5, 7 + higher, 8 + higher, 9 + higher)
                .and("x", 0, 1, 2, 2, 3, 4)
                .and("g", 0, 0, 0, 1, 1, 1)
                .answer("""
                        "design": "many-causes", "options": {"estimator": "oaxaca-blinder", "draws": %d},
                        "columns": {"outcome": "y", "treatment": "g", "causes": ["x"]}""".formatted(draws));
    }

    private static Attribution close(double times) {
        double[] first = {1, 1, -1, -1, 1, 1, -1, -1};
        double[] own = {1, -1, 1, -1, 1, -1, 1, -1};
        return MadeData.of("y", 3, 1, 4, 1, 5, 9, 2, 6)
                .and("a", first)
                .and(
                        "b",
                        IntStream.range(0, 8)
                                .mapToDouble(i -> times * first[i] + own[i])
                                .toArray())
                .answer("""
                        "design": "many-causes", "options": {"estimator": "lmg", "draws": 20},
                        "columns": {"outcome": "y", "causes": ["a", "b"]}""");
    }

    private static Diagnostic told(Attribution found, String id) {
        return found.diagnostics().stream()
                .filter(diagnostic -> diagnostic.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
