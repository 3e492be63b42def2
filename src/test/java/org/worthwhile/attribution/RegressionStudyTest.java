package org.worthwhile.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Diagnostic.Outcome;

/** What every regression of a study refuses, and what it says of itself. */
class RegressionStudyTest {

    private static final String PLAIN = """
            "design": "panel-regression", "columns": {"outcome": "y", "treatment": "d"%s}, "options": {%s}""";

    private static Attribution answer(MadeData data, String columns, String options) {
        return data.answer(PLAIN.formatted(columns, options));
    }

    /** Means of 1 and 3, squares of 1/2 about them with one degree of freedom, and 1/2 + 1/1 rows. */
    @Test
    void oneRowMoreThanParametersLeavesOneDegreeOfFreedom() {
        MadeData three = MadeData.of("d", 0, 0, 1).and("y", 0.5, 1.5, 3);
        Attribution found = answer(three, "", "\"variance\": \"iid\"");

        assertThat(found.estimate()).isCloseTo(2, within(1e-12));
        assertThat(found.standardError()).isCloseTo(Math.sqrt(0.75), within(1e-12));
        // The 97.5th percentile of Student's t with one degree of freedom.
        assertThat(found.interval().high()).isCloseTo(2 + 12.706204736 * Math.sqrt(0.75), within(1e-8));
        assertThatThrownBy(() -> answer(MadeData.of("d", 0, 1).and("y", 0.5, 3), "", ""))
                .hasMessageContaining("2 rows cannot tell 2 parameters apart");
    }

    @Test
    void aTreatmentThatFixedEffectsExplainIsNotIdentifiedAndACovariateThatItExplainsIsLeftOut() {
        MadeData data = MadeData.of("d", 0, 0, 0, 1, 1, 1)
                .and("x", 0, 0, 0, 2, 2, 2)
                .and("z", 3, 1, 4, 1, 5, 9)
                .and("y", 2, 7, 1, 8, 2, 8);
        assertThat(answer(data, ", \"covariates\": [\"x\", \"z\"]", "").diagnostics())
                .anyMatch(told ->
                        told.id().equals("collinear-terms") && told.message().contains("x"));
        assertThatThrownBy(() -> answer(data, ", \"covariates\": [\"z\"], \"fixedEffects\": [\"x\"]", ""))
                .hasMessageContaining("'d' does not vary apart from the fixed effects and the other columns");
        assertThatThrownBy(() -> answer(data, ", \"fixedEffects\": [\"x\"]", ""))
                .hasMessageContaining("'d' does not vary apart from the fixed effects and the other columns");
    }

    @Test
    void weightsAreAboveZero() {
        MadeData data = MadeData.of("d", 0, 0, 1, 1).and("y", 1, 3, 4, 8);
        assertThat(answer(data.and("w", 1e-9, 2e-9, 3e-9, 4e-9), ", \"weight\": \"w\"", "")
                        .estimate())
                .isCloseTo((12 + 32) / 7.0 - (1 + 6) / 3.0, within(1e-9));
        assertThatThrownBy(() -> answer(data.and("w", 1, 0, 1, 1), ", \"weight\": \"w\"", ""))
                .hasMessageContaining("one weight in the column 'w' is not above 0: 0 in row 2 of the data");
        assertThatThrownBy(() -> answer(data.and("w", 1, 1, -0.5, 0), ", \"weight\": \"w\"", ""))
                .hasMessageContaining(
                        "2 weights in the column 'w' are not above 0, the first of them -0.5 in row 3 of the data");
    }

    /** The lag is the whole part of the fourth root of the number of times: 1 of 15, 2 of 16. */
    @Test
    void theLagGrowsWithTheFourthRootOfTime() {
        for (int times : new int[] {15, 16}) {
            Random random = new Random(3);
            double[] y = random.doubles(times).toArray();
            MadeData data = MadeData.of("d", random.doubles(times).toArray())
                    .and("y", y)
                    .and(
                            "t",
                            IntStream.range(0, times).mapToDouble(t -> 2000 + t).toArray());
            int lag = times == 15 ? 1 : 2;
            double usual = answer(data, ", \"time\": \"t\"", "\"variance\": \"newey-west\"")
                    .standardError();

            assertThat(usual)
                    .isEqualTo(answer(data, ", \"time\": \"t\"", "\"variance\": \"newey-west\", \"lag\": " + lag)
                            .standardError());
            assertThat(usual)
                    .isNotEqualTo(
                            answer(data, ", \"time\": \"t\"", "\"variance\": \"newey-west\", \"lag\": " + (3 - lag))
                                    .standardError());
        }
    }

    @Test
    void rowsOfOneTimeHaveNoErrorsOverTime() {
        MadeData data = MadeData.of("d", 0, 0, 1, 1).and("y", 1, 3, 4, 8).and("t", 2000, 2000, 2000, 2000);
        for (String variance : new String[] {"newey-west", "driscoll-kraay"}) {
            assertThatThrownBy(() -> answer(data, ", \"time\": \"t\"", "\"variance\": \"" + variance + "\""))
                    .hasMessageContaining("all rows are of one time");
        }
    }

    /** A row that a term of its own fits has no residual to tell its variance by. */
    @Test
    void aRowFittedByATermOfItsOwnHasNoHc2() {
        MadeData data = MadeData.of("d", 0, 0, 0, 1).and("y", 1, 3, 4, 8);
        for (String variance : new String[] {"hc2", "hc3"}) {
            assertThatThrownBy(() -> answer(data, "", "\"variance\": \"" + variance + "\""))
                    .hasMessageContaining("a row is fitted exactly by a term of its own");
        }
        // Squares of 25/9, 1/9 and 16/9 about the mean of three, and none about the fourth: 42/9 / 3^2 x 4/2.
        assertThat(answer(data, "", "\"variance\": \"hc1\"").standardError())
                .isCloseTo(Math.sqrt(42 / 9.0 / 9 * 2), within(1e-12));
    }

    /** Scores of each cluster by hand: residuals sum to -1 and 1 in each arm, G/(G-1) (n-1)/(n-K) is 2 x 3/2. */
    @Test
    void twoClustersAreEnoughForAnError() {
        MadeData data = MadeData.of("d", 0, 0, 1, 1).and("y", 1, 3, 4, 10).and("g", 1, 2, 1, 2);
        Attribution found =
                answer(data, ", \"cluster\": \"g\"", "\"variance\": \"cluster\", \"inference\": \"student\"");

        assertThat(found.estimate()).isCloseTo(5, within(1e-12));
        // By cluster, the mean residual of the treated less that of the others: -3 + 1 and 3 - 1, halved, since arms
        // hold two rows.
        assertThat(found.standardError()).isCloseTo(Math.sqrt(2 * 1.5 * (1 + 1)), within(1e-12));
        assertThatThrownBy(() -> answer(data.and("g", 1, 1, 1, 1), ", \"cluster\": \"g\"", "\"variance\": \"cluster\""))
                .hasMessageContaining("there is only one cluster");
    }

    /** What fits exactly is said to be that, and not that clusters are too few. */
    @Test
    void anExactFitIsToldAndNoFaultOfItsClusters() {
        double[] d = {0, 0, 1, 1, 0, 0, 1, 1};
        MadeData data = MadeData.of("d", d)
                .and("y", new double[d.length])
                .and(
                        "g",
                        IntStream.range(0, d.length).mapToDouble(row -> row % 4).toArray());
        Attribution found = answer(data, ", \"cluster\": \"g\"", "\"inference\": \"student\"");

        assertThat(found.estimate()).isZero();
        assertThat(outcome(found)).isEqualTo(Outcome.FAIL);
        double[] noisy = Arrays.stream(d).map(value -> 1 + 2 * value).toArray();
        noisy[0] += 1e-3;
        Attribution real = answer(data.and("y", noisy), ", \"cluster\": \"g\"", "\"inference\": \"student\"");
        assertThat(real.diagnostics()).noneMatch(told -> told.id().equals("perfect-fit"));
    }

    private static Outcome outcome(Attribution found) {
        return found.diagnostics().stream()
                .filter(told -> told.id().equals("perfect-fit"))
                .findFirst()
                .orElseThrow()
                .outcome();
    }
}
