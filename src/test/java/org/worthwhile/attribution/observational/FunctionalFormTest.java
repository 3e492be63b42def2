package org.worthwhile.attribution.observational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.MadeData;

class FunctionalFormTest {

    @Test
    void anOutcomeThatBendsWithACovariateIsToldThoughTheMeansAreAlike() {
        Attribution bent = answer(x -> x * x, "entropy-balancing");
        // Their squares are not, as treatment is likelier by a straight line and the weights are exponential.
        assertThat(named(bent, "balance").message())
                .startsWith("Treated and untreated are alike in every covariate")
                .contains("in the square of x, so that");
        assertThat(named(bent, "functional-form").outcome()).isEqualTo(Diagnostic.Outcome.WARN);
        assertThat(named(bent, "functional-form").message()).startsWith("y does not go with the covariates");
    }

    @Test
    void lookingInAnotherUnitChangesNothing() {
        double plain = named(answer(Math::exp, "regression"), "functional-form")
                .statistic()
                .orElseThrow();
        double scaled = named(answer(x -> 1000 + 50 * Math.exp(x), 50, "regression"), "functional-form")
                .statistic()
                .orElseThrow();
        assertThat(scaled).isCloseTo(plain, within(1e-6 * plain));
    }

    @Test
    void straightLinesArePassed() {
        assertThat(named(answer(x -> 2 * x, "aipw"), "functional-form").outcome())
                .isEqualTo(Diagnostic.Outcome.PASS);
    }

    /** A group has no square of its own. */
    @Test
    void ofGroupsAloneNothingIsSaid() {
        double[] group = new double[40];
        double[] treated = new double[40];
        double[] outcome = new double[40];
        Arrays.setAll(group, row -> row % 2);
        Arrays.setAll(treated, row -> row / 2 % 2);
        Arrays.setAll(outcome, row -> row * row % 7);
        Attribution found =
                MadeData.of("y", outcome).and("d", treated).and("x", group).answer(study("regression"));
        assertThat(found.diagnostics()).extracting(Diagnostic::id).doesNotContain("functional-form");
    }

    private static Attribution answer(DoubleUnaryOperator curve, String estimator) {
        return answer(curve, 1, estimator);
    }

    private static Attribution answer(DoubleUnaryOperator curve, double noise, String estimator) {
        Random random = new Random(3);
        double[] covariate = random.doubles(300, -2, 2).toArray();
        double[] treated = new double[300];
        double[] outcome = new double[300];
        Arrays.setAll(treated, row -> random.nextDouble() < 0.5 + 0.2 * covariate[row] ? 1 : 0);
        Arrays.setAll(outcome, row -> curve.applyAsDouble(covariate[row]) + noise * random.nextGaussian());
        return MadeData.of("y", outcome).and("d", treated).and("x", covariate).answer(study(estimator));
    }

    private static String study(String estimator) {
        return """
                "design": "observational", "options": {"estimator": "%s"},
                "columns": {"outcome": "y", "treatment": "d", "covariates": ["x"]}""".formatted(estimator);
    }

    private static Diagnostic named(Attribution found, String check) {
        return found.diagnostics().stream()
                .filter(told -> told.id().equals(check))
                .findFirst()
                .orElseThrow();
    }
}
