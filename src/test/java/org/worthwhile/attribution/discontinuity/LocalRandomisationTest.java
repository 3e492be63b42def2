package org.worthwhile.attribution.discontinuity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.MadeData;
import org.worthwhile.attribution.estimation.LinearModel;

class LocalRandomisationTest {

    private static LocalRandomisation of(double[] below, double[] above, int draws) {
        double[] left =
                IntStream.range(0, below.length).mapToDouble(i -> -1 - i).toArray();
        double[] right =
                IntStream.range(0, above.length).mapToDouble(i -> 1 + i).toArray();
        return LocalRandomisation.of(side(left, below), side(right, above), 100, draws, 1);
    }

    private static Side side(double[] x, double[] y) {
        return Side.of(
                x, y, LinearModel.ones(x.length), IntStream.range(0, x.length).toArray());
    }

    /** Of the 20 ways to choose 3 of 6 rows two differ by 5 or more: the one found and its mirror. */
    @Test
    void fewRowsAreDealtOutInEveryWay() {
        LocalRandomisation found = of(new double[] {1, 2, 3}, new double[] {6, 7, 8}, 1_000);
        assertThat(found.isExact()).isTrue();
        assertThat(found.draws()).isEqualTo(20);
        assertThat(found.difference()).isEqualTo(5);
        assertThat(found.error()).isCloseTo(Math.sqrt(2.0 / 3), within(1e-12));
        assertThat(found.pValue(0)).isEqualTo(0.1);
        assertThat(found.pValue(5)).isEqualTo(1);
    }

    @Test
    void drawsAgreeWithEveryWay() {
        Random random = new Random(4);
        double[] below = random.doubles(8, 0, 1).toArray();
        double[] above = random.doubles(8, 0.2, 1.2).toArray();
        double exact = of(below, above, 20_000).pValue(0);
        assertThat(of(below, above, 20_000).isExact()).isTrue();
        assertThat(of(below, above, 10_000).isExact()).isFalse();
        assertThat(of(below, above, 10_000).pValue(0)).isCloseTo(exact, within(0.02));
    }

    @Test
    void theIntervalHoldsTheEffectsThatAreNotRejected() {
        Random random = new Random(5);
        LocalRandomisation found =
                of(random.doubles(12, 0, 1).toArray(), random.doubles(12, 1, 2).toArray(), 2_000);
        var interval = found.interval(0.95);
        assertThat(found.pValue(interval.low() + 1e-6)).isGreaterThan(0.05);
        assertThat(found.pValue(interval.low() - 1e-6)).isLessThanOrEqualTo(0.05);
        assertThat(found.pValue(interval.high() - 1e-6)).isGreaterThan(0.05);
        assertThat(found.pValue(interval.high() + 1e-6)).isLessThanOrEqualTo(0.05);
    }

    /** Within 3 of the cutoff the covariate is 0 and 1 in turn, and beyond it goes with the running variable. */
    private static Attribution study(String columns, String options) {
        Random random = new Random(6);
        double[] r = IntStream.range(0, 240).mapToDouble(i -> (i - 119.5) / 10).toArray();
        double[] z = IntStream.range(0, 240)
                .mapToDouble(i -> Math.abs(r[i]) < 3 ? i % 2 : r[i])
                .toArray();
        double[] y = Arrays.stream(r)
                .map(value -> (value >= 0 ? 2 : 0) + random.nextGaussian())
                .toArray();
        return MadeData.of("r", r).and("z", z).and("y", y).answer("""
                "design": "regression-discontinuity",
                "columns": {"outcome": "y", "runningVariable": "r"%s},
                "options": {"inference": "local-randomisation"%s}""".formatted(columns, options));
    }

    private static LocalRandomisationDetails details(Attribution found) {
        return (LocalRandomisationDetails) found.details();
    }

    @Test
    void theWindowIsTheWidestInWhichCovariatesAreAlike() {
        Attribution found = study(", \"covariates\": [\"z\"]", "");
        assertThat(details(found).window()).isBetween(2.0, 4.0);
        assertThat(details(found).balance().orElseThrow()).isGreaterThanOrEqualTo(0.15);
        assertThat(found.estimate()).isBetween(1.0, 3.0);
        assertThat(found.pValue()).isLessThan(0.01);
        assertThat(window(found).outcome()).isEqualTo(Diagnostic.Outcome.PASS);
    }

    @Test
    void withoutCovariatesItIsTheNearestRows() {
        Attribution found = study("", "");
        assertThat(details(found).below()).isEqualTo(10);
        assertThat(details(found).above()).isEqualTo(10);
        assertThat(window(found).outcome()).isEqualTo(Diagnostic.Outcome.WARN);
    }

    @Test
    void aWindowThatIsGivenIsUsedAndOneTooNarrowIsRefused() {
        assertThat(details(study("", ", \"window\": 2")).below()).isEqualTo(20);
        assertThatThrownBy(() -> study("", ", \"window\": 0.3"))
                .hasMessageContaining("there are 3 rows below the cutoff and 3 at or above it within 0.3");
    }

    @Test
    void weightsAreRefusedByName() {
        assertThatThrownBy(() -> study(", \"weight\": \"z\"", ""))
                .hasMessageContaining("does not use the column weight");
    }

    private static Diagnostic window(Attribution found) {
        return found.diagnostics().stream()
                .filter(told -> told.id().equals("window"))
                .findFirst()
                .orElseThrow();
    }
}
