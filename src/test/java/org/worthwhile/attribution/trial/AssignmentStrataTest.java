package org.worthwhile.attribution.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.MadeData;

class AssignmentStrataTest {

    private static final String STUDY = """
            "design": "randomised-trial",
            "columns": {"outcome": "y", "treatment": "d", "strata": "s"%s}""";

    /** Differences 1, 2, 3 and 6: their mean is 3, with an error of the root of 14/3 over 4, and three degrees of freedom. */
    @Test
    void ofMatchedPairsTheEstimateIsTheMeanOfTheirDifferencesWithItsError() {
        Attribution answer = MadeData.of("y", 10, 11, 20, 22, 5, 8, 0, 6)
                .and("d", 0, 1, 0, 1, 0, 1, 0, 1)
                .and("s", 1, 1, 2, 2, 3, 3, 4, 4)
                .answer(STUDY.formatted(""));

        assertThat(answer.estimate()).isCloseTo(3, within(1e-12));
        assertThat(answer.standardError()).isCloseTo(Math.sqrt(14 / 3.0 / 4), within(1e-12));
        assertThat(answer.finding().degreesOfFreedom().orElseThrow()).isCloseTo(3, within(1e-9));
        assertThat(answer.conventions()).last().asString().startsWith("A stratum holds a single unit of an arm");
    }

    /** The same four differences, now of the means of clusters of three rows. */
    @Test
    void ofMatchedPairsOfClustersOfOneSizeLikewise() {
        double[] mean = {10, 11, 20, 22, 5, 8, 0, 6};
        Attribution answer = MadeData.of(
                        "y",
                        IntStream.range(0, 24)
                                .mapToDouble(row -> mean[row / 3] + row % 3 - 1)
                                .toArray())
                .and("d", IntStream.range(0, 24).mapToDouble(row -> row / 3 % 2).toArray())
                .and("s", IntStream.range(0, 24).mapToDouble(row -> row / 6).toArray())
                .and("c", IntStream.range(0, 24).mapToDouble(row -> row / 3).toArray())
                .answer(STUDY.formatted(", \"cluster\": \"c\""));

        assertThat(answer.estimate()).isCloseTo(3, within(1e-12));
        assertThat(answer.standardError()).isCloseTo(Math.sqrt(14 / 3.0 / 4), within(1e-12));
    }

    /** Effects 2 and 6 in strata of four and eight rows: with terms of each arm the average is over rows. */
    @Test
    void strataOfMoreUnitsOfEitherArmActInEachArmForItself() {
        Attribution answer = MadeData.of("y", 1, 3, 3, 5, 0, 2, 0, 2, 6, 8, 6, 8)
                .and("d", 0, 0, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1)
                .and("s", 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2)
                .answer(STUDY.formatted(""));

        assertThat(answer.estimate()).isCloseTo((4 * 2 + 8 * 6) / 12.0, within(1e-12));
        assertThat(answer.conventions()).last().asString().startsWith("Covariates and strata act in each arm");
    }

    @Test
    void aCovariateThatSaysNoMoreThanTreatmentDoesIsRefused() {
        MadeData data = MadeData.of("y", 2, 4, 6, 1, 2, 3)
                .and("d", 1, 1, 1, 0, 0, 0)
                .and("x", 5, 5, 5, 7, 7, 7)
                .and("s", 1, 1, 1, 1, 1, 1);

        assertThatThrownBy(() -> data.answer(STUDY.formatted(", \"covariates\": [\"x\"]")))
                .hasMessageContaining("'x' has one value in all treated rows and another in all others");
    }
}
