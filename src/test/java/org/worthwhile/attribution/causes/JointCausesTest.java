package org.worthwhile.attribution.causes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.MadeData;

class JointCausesTest {

    private static final int ROWS = 120;

    private final Random random = new Random(9);
    private final double[] unit = new double[ROWS];
    private final double[] time = new double[ROWS];
    private final double[] first = new double[ROWS];
    private final double[] other = new double[ROWS];
    private final double[] outcome = new double[ROWS];

    JointCausesTest() {
        for (int row = 0; row < ROWS; row++) {
            unit[row] = row / 4;
            time[row] = row % 4;
            first[row] = random.nextGaussian() + time[row];
            other[row] = random.nextGaussian() - time[row];
            outcome[row] = 2 * first[row] + other[row];
        }
    }

    @Test
    void causesThatAreMultiplesOfOneAnotherShareOneContributionWhateverTheOrder() {
        double[] twice = Arrays.stream(first).map(value -> 2 * value).toArray();
        MadeData data = data().and("c", twice);

        Attribution forward = data.answer(study("\"a\", \"b\", \"c\"", "shapley"));
        Attribution backward = data.answer(study("\"c\", \"b\", \"a\"", "shapley"));

        double change = mean(first, 3) - mean(first, 0);
        assertThat(contribution(forward, "a and c together")).isCloseTo(2 * change, within(1e-9));
        assertThat(contribution(backward, "a and c together")).isCloseTo(2 * change, within(1e-9));
        assertThat(contribution(backward, "b")).isCloseTo(contribution(forward, "b"), within(1e-9));
        assertThat(collinear(forward).outcome()).isEqualTo(Diagnostic.Outcome.WARN);
        assertThat(collinear(forward).message())
                .contains("not separately identified")
                .contains("a and c together");
    }

    @Test
    void aCauseThatIsTheSumOfTwoOthersSharesWithBoth() {
        double[] sum = new double[ROWS];
        Arrays.setAll(sum, row -> first[row] + other[row]);

        Attribution answer = data().and("c", sum).answer(study("\"c\", \"a\", \"b\"", "lmg"));

        assertThat(contribution(answer, "a and b and c together")).isCloseTo(1, within(1e-9));
    }

    @Test
    void causesOnTheirOwnHaveTheirCoefficientTimesTheirChange() {
        Attribution answer = data().answer(study("\"a\", \"b\"", "shapley"));

        assertThat(contribution(answer, "a")).isCloseTo(2 * (mean(first, 3) - mean(first, 0)), within(1e-9));
        assertThat(contribution(answer, "b")).isCloseTo(mean(other, 3) - mean(other, 0), within(1e-9));
        assertThat(collinear(answer).outcome()).isEqualTo(Diagnostic.Outcome.PASS);
    }

    @Test
    void theLevelsOfTheOutcomeAndOfCausesChangeNoShare() {
        Attribution plain = data().answer(study("\"a\", \"b\"", "lmg"));
        Attribution raised = MadeData.of(
                        "y", Arrays.stream(outcome).map(value -> value + 1_000).toArray())
                .and("u", unit)
                .and("a", Arrays.stream(first).map(value -> value + 500).toArray())
                .and("b", Arrays.stream(other).map(value -> value - 300).toArray())
                .answer(study("\"a\", \"b\"", "lmg"));

        assertThat(contribution(plain, "a")).isBetween(0.3, 0.9);
        assertThat(contribution(raised, "a")).isCloseTo(contribution(plain, "a"), within(1e-9));
        assertThat(contribution(raised, "b")).isCloseTo(contribution(plain, "b"), within(1e-9));
        assertThat(collinear(raised).outcome()).isEqualTo(Diagnostic.Outcome.PASS);
    }

    @Test
    void changesWithinUnitsAreStrongerEvidenceThanDifferencesBetweenThem() {
        Attribution changes = data().answer(study("\"a\", \"b\"", "shapley"));
        Attribution differences = data().answer(study("\"a\", \"b\"", "lmg"));

        assertThat(changes.marylandLevel()).isGreaterThan(differences.marylandLevel());
        assertThat(changes.conventions()).contains("Contributions are averaged over every order of causes.");
        Finding found = changes.finding();
        assertThat(found.statistic().orElseThrow()).isCloseTo(found.estimate() / found.standardError(), within(1e-12));
    }

    @Test
    void aCauseThatIsTheSameForAllUnitsAtATimeIsNotIdentified() {
        double[] common = Arrays.stream(time).map(at -> at * at).toArray();

        assertThatThrownBy(() -> data().and("c", common).answer(study("\"a\", \"c\"", "shapley")))
                .hasMessageContaining("'c' does not vary apart from what units and times have in common")
                .hasMessageContaining("not identified");
    }

    /** Beside a common course of time one cause is a multiple of the other: whose change it was is not known. */
    @Test
    void causesThatDifferByACommonCourseOfTimeAreNotIdentified() {
        double[] shifted = new double[ROWS];
        Arrays.setAll(shifted, row -> first[row] + 5 * time[row]);

        assertThatThrownBy(() -> data().and("c", shifted).answer(study("\"a\", \"c\"", "shapley")))
                .hasMessageContaining("not identified");
    }

    private MadeData data() {
        return MadeData.of("y", outcome)
                .and("u", unit)
                .and("t", time)
                .and("a", first)
                .and("b", other);
    }

    private static String study(String causes, String estimator) {
        String time = estimator.equals("lmg") ? "" : ", \"time\": \"t\"";
        return """
                "design": "many-causes", "options": {"estimator": "%s", "draws": 20},
                "columns": {"outcome": "y", "unit": "u", "causes": [%s]%s}""".formatted(estimator, causes, time);
    }

    private static double contribution(Attribution answer, String cause) {
        return ((CausesDetails) answer.details())
                .contributions().stream()
                        .filter(part -> part.cause().equals(cause))
                        .findFirst()
                        .orElseThrow()
                        .contribution();
    }

    private static Diagnostic collinear(Attribution answer) {
        return answer.diagnostics().stream()
                .filter(diagnostic -> diagnostic.id().equals("collinear-causes"))
                .findFirst()
                .orElseThrow();
    }

    private double mean(double[] values, double at) {
        double sum = 0;
        for (int row = 0; row < ROWS; row++) {
            sum += time[row] == at ? values[row] / (ROWS / 4.0) : 0;
        }
        return sum;
    }
}
