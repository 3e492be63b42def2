package org.worthwhile.attribution.observational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Balance;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.Dropped;
import org.worthwhile.attribution.MadeData;
import org.worthwhile.attribution.RepeatedUnits;
import org.worthwhile.attribution.StudyCases;
import org.worthwhile.attribution.observational.ObservationalOptions.Estimator;
import org.worthwhile.attribution.options.GivenOptions;

/** What an observational comparison says of its rows, in data whose propensities are shares. */
class ObservationalChecksTest {

    /** Six rows of one group, of which two are treated, and four of another, of which two are. */
    private static final double[] GROUP = {0, 0, 0, 0, 0, 0, 1, 1, 1, 1};

    private static final double[] TREATED = {1, 1, 0, 0, 0, 0, 1, 1, 0, 0};
    private static final double[] OUTCOME = {5, 7, 1, 2, 3, 2, 6, 4, 5, 3};

    /** Twenty rows in each arm; of a propensity that none of the other arm has there are {@code beyond}. */
    @ParameterizedTest
    @CsvSource({"4, PASS", "5, WARN"})
    void aTenthOfRowsMayBeUnlikeAllOfTheOtherArm(int beyond, Outcome outcome) {
        double[] score = new double[40];
        Arrays.setAll(score, row -> row < beyond ? 0.9 : row % 2 == 0 ? 0.3 : 0.6);

        Diagnostic told = overlap(score, 0.3, 0.9, 0.3, 0.6);

        assertThat(told.outcome()).isEqualTo(outcome);
        assertThat(told.statistic()).hasValue(beyond / 40.0);
        assertThat(told.message())
                .startsWith(
                        beyond + " of 40 rows have a propensity that none of the other arm has or should have by the"
                                + " model, and 0 are all but certain to be in their arm");
        assertThat(told.message().endsWith("Consider trimming.")).isEqualTo(outcome == Outcome.WARN);
    }

    @Test
    void rowsBelowAllOfTheOtherArmCountTooAndThoseAtItsEndDoNot() {
        double[] score = new double[40];
        Arrays.setAll(score, row -> row < 3 ? 0.1 : row < 6 ? 0.9 : row % 2 == 0 ? 0.3 : 0.6);

        assertThat(overlap(score, 0.3, 0.9, 0.1, 0.6).statistic()).hasValue(6 / 40.0);
    }

    /** Of the rows at 0.15 two treated and of those at 0.8 two others are to be expected, so that their absence is chance. */
    @Test
    void rowsWhereTheOtherArmHappensToHaveNoneCountOnlyIfNoneIsToBeExpected() {
        double[] score = new double[40];
        Arrays.setAll(score, row -> row < 14 ? 0.15 : row < 24 ? 0.8 : 0.5);

        Diagnostic told = overlap(score, 0.5, 0.8, 0.15, 0.5);

        assertThat(told.statistic()).hasValue(0);
        assertThat(told.outcome()).isEqualTo(Outcome.PASS);
    }

    /** A twentieth of rows may have propensities below 0.02 or above 0.98. */
    @ParameterizedTest
    @CsvSource({
        "0.019, 2, PASS, 2",
        "0.019, 3, WARN, 3",
        "0.981, 2, PASS, 2",
        "0.981, 3, WARN, 3",
        "0.02, 9, PASS, 0",
        "0.98, 9, PASS, 0"
    })
    void fewRowsMayBeAllButCertain(double certain, int rows, Outcome outcome, int counted) {
        double[] score = new double[40];
        Arrays.setAll(score, row -> row < rows ? certain : 0.5);

        Diagnostic told = overlap(score, 0, 1, 0, 1);

        assertThat(told.outcome()).isEqualTo(outcome);
        assertThat(told.message()).contains("and " + counted + " are all but certain to be in their arm");
    }

    @ParameterizedTest
    @CsvSource({
        "20, 0, PASS, 20 of 20 treated rows found a match.",
        "19, 2, WARN, 19 of 20 treated rows found a match; the effect is over those alone."
    })
    void rowsWithoutAMatchAndEquallyNearControlsAreTold(int matched, int ties, Outcome outcome, String message) {
        List<Diagnostic> all = diagnostics(new double[40], matched, ties, Estimator.MATCHING, 0, 1, 0, 1);

        assertThat(named(all, "matched").outcome()).isEqualTo(outcome);
        assertThat(named(all, "matched").message()).isEqualTo(message);
        assertThat(all.stream().anyMatch(told -> told.id().equals("ties"))).isEqualTo(ties > 0);
        assertThat(all.stream().anyMatch(told -> told.id().equals("balance"))).isTrue();
    }

    @Test
    void onlyMatchingMatchesAndARegressionBalancesNothing() {
        assertThat(diagnostics(new double[40], 20, 3, Estimator.AIPW, 0, 1, 0, 1))
                .extracting(Diagnostic::id)
                .containsExactly("overlap", "balance", "unobserved-confounding");
        assertThat(diagnostics(new double[40], 20, 3, Estimator.REGRESSION, 0, 1, 0, 1))
                .extracting(Diagnostic::id)
                .containsExactly("overlap", "unobserved-confounding");
    }

    private static Diagnostic overlap(double[] score, double... ranges) {
        return named(diagnostics(score, 20, 0, Estimator.AIPW, ranges), "overlap");
    }

    /** Diagnostics of scores, the first half of the rows being treated, with the ranges of the treated and of the others. */
    private static ObservationalOptions options(
            Estimator estimator, int ratio, boolean replace, OptionalDouble caliper) {
        ObservationalOptions usual = ObservationalOptions.of(GivenOptions.NONE);
        return new ObservationalOptions(
                estimator,
                usual.estimand(),
                ratio,
                replace,
                usual.rule(),
                usual.ties(),
                usual.distance(),
                usual.exact(),
                caliper,
                usual.trim(),
                usual.level());
    }

    private static List<Diagnostic> diagnostics(
            double[] score, int matched, int ties, Estimator estimator, double... ranges) {
        boolean[] treated = new boolean[score.length];
        Arrays.fill(treated, 0, score.length / 2, true);
        return diagnostics(score, treated, matched, ties, options(estimator, 1, false, OptionalDouble.empty()), ranges);
    }

    /** Twenty matches among 20 controls are all of them; thirteen among 27, or eight twice over among 32, leave a choice. */
    @ParameterizedTest
    @CsvSource({
        "20, 1, WARN, '20 controls for 20 matches: most are taken,'",
        "14, 1, WARN, '26 controls for 14 matches: most are taken,'",
        "13, 1, PASS, 27 controls for 13 matches.",
        "8, 2, PASS, 32 controls for 16 matches.",
        "9, 2, WARN, '31 controls for 18 matches: most are taken,'"
    })
    void matchesNeedTwiceAsManyControlsToChooseAmong(int treatedRows, int ratio, Outcome outcome, String message) {
        boolean[] treated = new boolean[40];
        Arrays.fill(treated, 0, treatedRows, true);

        Diagnostic told = named(
                diagnostics(
                        new double[40],
                        treated,
                        treatedRows,
                        0,
                        options(Estimator.MATCHING, ratio, false, OptionalDouble.empty()),
                        0,
                        1,
                        0,
                        1),
                "choice-of-controls");

        assertThat(told.outcome()).isEqualTo(outcome);
        assertThat(told.message()).startsWith(message);
    }

    @Test
    void controlsThatMayServeAgainOrMustBeNearAreNotUsedUp() {
        boolean[] treated = new boolean[40];
        Arrays.fill(treated, 0, 20, true);
        for (ObservationalOptions options : List.of(
                options(Estimator.MATCHING, 1, true, OptionalDouble.empty()),
                options(Estimator.MATCHING, 1, false, OptionalDouble.of(0.2)))) {
            assertThat(diagnostics(new double[40], treated, 20, 0, options, 0, 1, 0, 1))
                    .extracting(Diagnostic::id)
                    .contains("matched")
                    .doesNotContain("choice-of-controls");
        }
    }

    private static List<Diagnostic> diagnostics(
            double[] score, boolean[] treated, int matched, int ties, ObservationalOptions options, double... ranges) {
        Balance balance = new Balance(List.of(), 0);
        return ObservationalDiagnostics.of(
                new Propensity(List.of(), List.of(), score, new double[0][]),
                treated,
                balance,
                SecondMoments.NONE,
                new ObservationalDetails(
                        List.of(
                                new ObservationalDetails.Range("treated", ranges[0], ranges[1]),
                                new ObservationalDetails.Range("untreated", ranges[2], ranges[3])),
                        List.of(0.5, 0.5),
                        matched,
                        balance,
                        0.25,
                        1.5),
                new Effect(1, 1, new double[score.length], matched, OptionalInt.empty(), ties),
                options,
                new RepeatedUnits(
                        score.length,
                        score.length,
                        StudyCases.of(
                                "\"design\": \"observational\", \"columns\": {\"outcome\": \"y\"}",
                                MadeData.of("y", 0).dataset())));
    }

    /**
     * Controls weighted to the treated's halves of the groups have means of 2 and 4 and the treated 6 and 5: 5.5 less 3. What rows
     * add, in order: 1/8, 5/8; 1/8, 0, -1/8, 0; -1/8, -5/8; -1/4, 1/4.
     */
    @ParameterizedTest
    @CsvSource({"false, 0.9843", "true, 0.9682"})
    void entropyBalancingIsWorkedByHandWithAndWithoutClusters(boolean clustered, double error) {
        // Sums of the pairs of rows 1 and 3, 2 and 4, 7 and 9, 8 and 10, 5 and 6: 1/4, 5/8, -3/8, -3/8, -1/8; the
        // factor is 5/4.
        MadeData data = data().and("c", 1, 2, 1, 2, 5, 5, 3, 4, 3, 4);

        Attribution found =
                data.answer(study("\"estimator\": \"entropy-balancing\"", clustered ? ", \"cluster\": \"c\"" : ""));

        assertThat(found.estimate()).isCloseTo(2.5, within(1e-7));
        assertThat(found.standardError()).isCloseTo(error, within(1e-4));
        assertThat(((ObservationalDetails) found.details()).matchedRows()).isEqualTo(4);
        assertThat(found.estimand()).endsWith("over the treated");
    }

    /** Propensities are 1/3 and 1/2; treated rows weighted by their inverse have mean 0.6 / 3 + 0.4 / 2. */
    @Test
    void propensitiesOfBothArmsAreToldAndTheirMeansWhenWeighted() {
        Attribution found = data().answer(study("\"estimator\": \"ipw\"", ""));
        ObservationalDetails details = (ObservationalDetails) found.details();

        assertThat(details.propensity()).hasSize(2).allSatisfy(range -> {
            assertThat(range.least()).isCloseTo(1 / 3.0, within(1e-9));
            assertThat(range.greatest()).isCloseTo(1 / 2.0, within(1e-9));
        });
        assertThat(details.propensity())
                .extracting(ObservationalDetails.Range::arm)
                .containsExactly("treated", "untreated");
        assertThat(details.matched()).allSatisfy(mean -> assertThat(mean).isCloseTo(0.4, within(1e-9)));
        assertThat(details.matched()).hasSize(2);
        assertThat(found.estimand()).endsWith("over all rows");
    }

    /**
     * The treatment apart from the group has a square of 4/3 + 1, and the groups' effects are 4 and 1. Squares of 2 are left in each
     * arm of each group, and what the groups' effects differ by. An unseen cause that explains the share r of both takes off all
     * of the effect where r^2 / (1 - r) is t^2 over its degrees of freedom (Cinelli and Hazlett 2020).
     */
    @Test
    void theRobustnessValueIsTheShareThatTakesOffTheWholeEffect() {
        ObservationalDetails details = (ObservationalDetails)
                data().answer(study("\"estimator\": \"regression\"", "")).details();

        double share = details.robustnessValue();
        double effect = (4 * (4 / 3.0) + 1) / (7 / 3.0);
        double left = 8 + (4 - 1) * (4 - 1) * (4 / 3.0) / (7 / 3.0);
        assertThat(share * share / (1 - share)).isCloseTo(effect * effect * (7 / 3.0) / left, within(1e-9));
    }

    /** A ratio of risks of exp(0.91 d) for an effect of d standard deviations, and e with e^2 / (2 e - 1) equal to it. */
    @Test
    void theEValueExplainsTheWholeRatioOfRisks() {
        Attribution found = data().answer(study("\"estimator\": \"ipw\"", ""));
        double value = ((ObservationalDetails) found.details()).eValue();
        double mean = Arrays.stream(OUTCOME).average().orElseThrow();
        double deviation = Math.sqrt(
                Arrays.stream(OUTCOME).map(y -> (y - mean) * (y - mean)).sum() / 9);

        assertThat(found.estimate()).isCloseTo(2.8, within(1e-9));
        assertThat(value * value / (2 * value - 1)).isCloseTo(Math.exp(0.91 * 2.8 / deviation), within(1e-6));
    }

    @Test
    void whatCannotBeToldHasNoPValueAmongItsCoefficientsEither() {
        Attribution found = data().answer(study("\"estimator\": \"aipw\"", ""));

        assertThat(found.finding().cannotTell()).isPresent();
        assertThat(found.coefficients()).hasSize(1);
        assertThat(found.coefficients().getFirst().estimate()).isEqualTo(found.estimate());
        assertThat(found.coefficients().getFirst().pValue()).isNaN();
        assertThat(found.coefficients().getFirst().low()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(found.coefficients().getFirst().high()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void rowsBeyondTheTrimAreDroppedAndCounted() {
        int rows = 40;
        MadeData data = MadeData.of(
                        "y",
                        IntStream.range(0, rows).mapToDouble(i -> i * i % 7).toArray())
                .and(
                        "d",
                        IntStream.range(0, rows)
                                .mapToDouble(i -> i < 20 ? i % 2 : i % 10 == 0 ? 1 : 0)
                                .toArray())
                .and("g", IntStream.range(0, rows).mapToDouble(i -> i / 20).toArray());

        // Ten of twenty are treated in one group, two of twenty in the other.
        Attribution trimmed = data.answer(study("\"estimator\": \"ipw\", \"trim\": 0.11", ""));
        Attribution whole = data.answer(study("\"estimator\": \"ipw\", \"trim\": 0.09", ""));

        assertThat(trimmed.observations()).isEqualTo(20);
        assertThat(trimmed.dropped())
                .containsExactly(new Dropped("rows with a propensity nearer to 0 or 1 than 0.11", 20));
        assertThat(whole.observations()).isEqualTo(40);
        assertThat(whole.dropped()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"distance\": \"mahalanobis\"; a distance is used by matching alone",
                "\"exact\": [\"g\"]; covariates that must be equal are used by matching alone",
                "\"ratio\": 2; a number of matches is used by matching alone",
                "\"estimator\": \"ipw\", \"replace\": true; whether a control may be matched again is used by matching alone",
                "\"rule\": \"below-first\"; a rule of which control is the nearest is used by matching alone",
                "\"ties\": \"first\"; what is done with controls equally near is used by matching alone",
                "\"estimator\": \"regression\", \"caliper\": 0.2; a caliper is used by matching alone",
                "\"estimator\": \"matching\", \"rule\": \"below-first\", \"replace\": true; come first only where each is"
                        + " matched once",
                "\"estimator\": \"matching\", \"rule\": \"below-first\", \"distance\": \"mahalanobis\"; no control is below",
                "\"estimand\": \"overlap\"; overlap weights are used by the estimator ipw alone",
                "\"estimator\": \"matching\", \"ties\": \"average\"; controls equally near can be averaged only where"
            })
    void anOptionThatWouldBeIgnoredIsRefused(String options, String message) {
        assertThatThrownBy(() -> data().answer(study(options, ""))).hasMessageContaining(message);
    }

    @Test
    void matchesOfTheirOwnNeedAsManyControls() {
        MadeData data = MadeData.of("y", 1, 3, 2, 5, 4).and("d", 1, 1, 1, 0, 0).and("g", 1, 2, 3, 1.5, 2.5);

        assertThatThrownBy(() -> data.answer(study("\"estimator\": \"matching\"", "")))
                .hasMessageContaining("3 treated rows cannot each have a match of their own among 2 others");
    }

    /** What never varies is left out, and the distance is in the other covariate alone: 1, 3 and 2 less 2, 5 and 3 in its order. */
    @Test
    void aCovariateThatNeverVariesIsNoPartOfADistance() {
        MadeData data = MadeData.of("y", 1, 3, 2, 5, 3, 2)
                .and("d", 1, 1, 1, 0, 0, 0)
                .and("g", 2, 2, 2, 2, 2, 2)
                .and("x", 1, 5, 9, 5.2, 9.1, 1.1);

        Attribution found = data.answer(study("\"estimator\": \"matching\", \"distance\": \"mahalanobis\"", "")
                .replace("[\"g\"]", "[\"g\", \"x\"]"));

        assertThat(found.estimate()).isCloseTo((1 - 2 + 3 - 5 + 2 - 3) / 3.0, within(1e-12));
    }

    private static MadeData data() {
        return MadeData.of("y", OUTCOME).and("d", TREATED).and("g", GROUP);
    }

    private static String study(String options, String roles) {
        return """
                "design": "observational", "options": {%s},
                "columns": {"outcome": "y", "treatment": "d", "covariates": ["g"]%s}""".formatted(options, roles);
    }

    private static Diagnostic named(List<Diagnostic> all, String id) {
        return all.stream().filter(told -> told.id().equals(id)).findFirst().orElseThrow();
    }
}
