package org.worthwhile.attribution.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.MadeData;

class RandomisedTrialTest {

    private static final String STUDY = """
            "design": "randomised-trial",
            "columns": {"outcome": "y", "treatment": "d"%s}""";

    /** Means 4 and 2; variances 4 and 1 over three rows each: HC2 is the root of 4/3 + 1/3. */
    @Test
    void aHandWorkedDifferenceOfMeans() {
        Attribution answer =
                MadeData.of("y", 2, 4, 6, 1, 2, 3).and("d", 1, 1, 1, 0, 0, 0).answer(STUDY.formatted(""));

        assertThat(answer.estimate()).isCloseTo(2, within(1e-12));
        assertThat(answer.standardError()).isCloseTo(Math.sqrt(5 / 3.0), within(1e-12));
    }

    /** Means (2 + 4 + 6 times 2) / 4 and (1 times 3 + 2 + 3) / 5. */
    @Test
    void withWeightsTheMeansOfTheArmsAreWeightedAndTheEstimateIsTheirDifference() {
        Attribution answer = MadeData.of("y", 2, 4, 6, 1, 2, 3)
                .and("d", 1, 1, 1, 0, 0, 0)
                .and("w", 1, 1, 2, 3, 1, 1)
                .answer(STUDY.formatted(", \"weight\": \"w\""));

        TrialDetails details = (TrialDetails) answer.details();
        assertThat(details.treatedMean()).isCloseTo(4.5, within(1e-12));
        assertThat(details.untreatedMean()).isCloseTo(1.6, within(1e-12));
        assertThat(answer.estimate()).isCloseTo(2.9, within(1e-12));
    }

    /** Of the twenty ways to treat three of six, two are as extreme as the data's: {4, 5, 6} against {1, 2, 3} and its reverse. */
    @Test
    void theRandomisationTestFindsTheShareOfAssignmentsAsExtreme() {
        Attribution answer = MadeData.of("y", 4, 5, 6, 1, 2, 3)
                .and("d", 1, 1, 1, 0, 0, 0)
                .answer(STUDY.formatted("").replace("\"columns\"", "\"options\": {\"draws\": 20000}, \"columns\""));

        assertThat(((TrialDetails) answer.details()).randomisationPValue()).isCloseTo(0.1, within(0.01));
    }

    @Test
    void theAnswerSaysWhatItComparedAndOfHowManyRowsAndUnits() {
        MadeData data = MadeData.of("y", 2, 4, 6, 8, 1, 2, 3)
                .and("d", 1, 1, 1, 1, 0, 0, 0)
                .and("x", 3, 1, 4, 1, 5, 9, 2)
                .and("u", 1, 1, 2, 3, 4, 5, 6);

        Attribution plain = data.answer(STUDY.formatted(""));
        assertThat(plain.estimator()).isEqualTo("difference-in-means");
        assertThat(plain.conventions()).last().isEqualTo("The estimate is the difference of the arms' means.");
        assertThat(plain.series()).isEmpty();
        assertThat(plain.units()).isEqualTo(7);
        TrialDetails details = (TrialDetails) plain.details();
        assertThat(details.treated()).isEqualTo(4);
        assertThat(details.untreated()).isEqualTo(3);

        Attribution adjusted = data.answer(STUDY.formatted(", \"covariates\": [\"x\"], \"unit\": \"u\""));
        assertThat(adjusted.estimator()).isEqualTo("adjusted-difference-in-means");
        assertThat(adjusted.conventions()).last().asString().startsWith("Covariates and strata act in each arm");
        assertThat(adjusted.series()).hasSize(1);
        assertThat(adjusted.units()).isEqualTo(6);
    }

    /** No dealing of 30 rows of 60 by chance is as extreme as all the greater outcomes: one of 99 draws and the data's own. */
    @Test
    void theAssignmentThatWasMadeCountsAmongThoseThatAreAsExtreme() {
        double[] y = IntStream.range(0, 60).asDoubleStream().toArray();
        double[] d = IntStream.range(0, 60).mapToDouble(i -> i < 30 ? 0 : 1).toArray();
        String study = STUDY.formatted("").replace("\"columns\"", "\"options\": {\"draws\": 99}, \"columns\"");

        Attribution apart = MadeData.of("y", y).and("d", d).answer(study);
        assertThat(((TrialDetails) apart.details()).randomisationPValue()).isEqualTo(0.01);
        assertThat(randomisation(apart).message()).contains("seldom gives a difference as great");

        // The same values stand in both arms.
        double[] alike = IntStream.range(0, 60).mapToDouble(i -> i % 30).toArray();
        Attribution equal = MadeData.of("y", alike).and("d", d).answer(study);
        assertThat(((TrialDetails) equal.details()).randomisationPValue()).isGreaterThan(0.9);
        assertThat(randomisation(equal).message()).contains("often gives a difference as great");
    }

    private static Diagnostic randomisation(Attribution answer) {
        return answer.diagnostics().stream()
                .filter(diagnostic -> diagnostic.id().equals("randomisation-test"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void rowsThatStandTwiceAreToldAndCountTogether() {
        Random random = new Random(3);
        int units = 60;
        double[] y = random.doubles(units).toArray();
        double[] d = IntStream.range(0, units).mapToDouble(i -> i % 2).toArray();
        double[] unit = IntStream.range(0, units).asDoubleStream().toArray();
        Attribution once = MadeData.of("y", y).and("d", d).and("u", unit).answer(STUDY.formatted(", \"unit\": \"u\""));
        Attribution twice = MadeData.of("y", twice(y))
                .and("d", twice(d))
                .and("u", twice(unit))
                .answer(STUDY.formatted(", \"unit\": \"u\""));

        assertThat(repeats(once)).isEmpty();
        assertThat(repeats(twice).orElseThrow().outcome()).isEqualTo(Diagnostic.Outcome.WARN);
        assertThat(repeats(twice).orElseThrow().message()).contains("120 rows of 60 units");
        assertThat(twice.estimate()).isCloseTo(once.estimate(), within(1e-12));
        // Clustered errors with their own small-sample factors are within two per cent of those of the rows once.
        assertThat(twice.standardError() / once.standardError()).isCloseTo(1, within(0.02));
    }

    @Test
    void errorsThatTheStudyAsksForStandButTheRepeatsAreTold() {
        double[] y = {2, 4, 6, 1, 2, 3};
        double[] d = {1, 1, 1, 0, 0, 0};
        double[] unit = {1, 2, 3, 4, 5, 6};
        String study = STUDY.formatted(", \"unit\": \"u\"")
                .replace("\"columns\"", "\"options\": {\"variance\": \"hc0\"}, \"columns\"");

        Attribution answer = MadeData.of("y", twice(y))
                .and("d", twice(d))
                .and("u", twice(unit))
                .answer(study);

        assertThat(repeats(answer).orElseThrow().message()).contains("as if each row were a unit of its own");
    }

    private static double[] twice(double[] values) {
        return Arrays.stream(values)
                .flatMap(value -> Arrays.stream(new double[] {value, value}))
                .toArray();
    }

    private static Optional<Diagnostic> repeats(Attribution answer) {
        return answer.diagnostics().stream()
                .filter(diagnostic -> diagnostic.id().equals("repeated-units"))
                .findFirst();
    }
}
