package org.worthwhile.attribution.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Dropped;
import org.worthwhile.attribution.MadeData;

class PanelRegressionTest {

    private static final String STUDY = """
            "design": "panel-regression",
            "columns": {"outcome": "y", "treatment": "d", "unit": "u", "time": "t", "fixedEffects": ["u", "t"]%s}""";

    private final Random random = new Random(13);
    private final double[] unit = new double[40];
    private final double[] time = new double[40];
    private final double[] treatment = random.doubles(40).toArray();
    private final double[] outcome = random.doubles(40).toArray();

    PanelRegressionTest() {
        Arrays.setAll(unit, row -> row / 4);
        Arrays.setAll(time, row -> row % 4);
    }

    @Test
    void aTreatmentThatNeverVariesWithinUnitsIsNotIdentified() {
        double[] lasting = Arrays.stream(unit).map(value -> value % 2).toArray();

        assertThatThrownBy(() -> data().and("d", lasting).answer(STUDY.formatted("")))
                .hasMessageContaining("'d' does not vary apart from the fixed effects")
                .hasMessageContaining("not identified");
    }

    @Test
    void errorsAreClusteredByUnitUnlessToldOtherwise() {
        double untold = data().answer(STUDY.formatted("")).standardError();
        double told = data().answer(STUDY.formatted(", \"cluster\": \"u\"")).standardError();

        assertThat(untold).isCloseTo(told, within(1e-15));
    }

    @Test
    void aRowAloneInAGroupIsDroppedAndCounted() {
        double[] longer = Arrays.copyOf(unit, 41);
        longer[40] = 99;
        MadeData data = MadeData.of("y", Arrays.copyOf(outcome, 41))
                .and("d", Arrays.copyOf(treatment, 41))
                .and("u", longer)
                .and("t", Arrays.copyOf(time, 41));

        Attribution answer = data.answer(STUDY.formatted(""));

        Attribution without = data().answer(STUDY.formatted(""));
        assertThat(answer.observations()).isEqualTo(40);
        assertThat(answer.dropped()).contains(new Dropped("rows alone in a group of a fixed effect (singletons)", 1));
        assertThat(answer.estimate()).isCloseTo(without.estimate(), within(1e-12));
        assertThat(answer.standardError()).isCloseTo(without.standardError(), within(1e-12));
    }

    /** Effects of four times are three indicators among the terms; the units' own are what is random. */
    @ParameterizedTest
    @ValueSource(strings = {"\"t\"", "\"u\", \"t\""})
    void effectsOfTimeBesideRandomEffectsAreIndicators(String effects) {
        Attribution found = data().answer(estimated("random-effects", effects, ""));
        Attribution expected = data().and("t1", indicators(1))
                .and("t2", indicators(2))
                .and("t3", indicators(3))
                .answer(estimated("random-effects", "", ", \"covariates\": [\"t1\", \"t2\", \"t3\"]"));

        assertThat(found.estimate()).isCloseTo(expected.estimate(), within(1e-12));
        assertThat(found.standardError()).isCloseTo(expected.standardError(), within(1e-12));
    }

    /** Levels of units fall out of changes, and are no trends of units. */
    @Test
    void effectsOfUnitsFallOutOfChanges() {
        Attribution found = data().answer(estimated("first-differences", "\"u\", \"t\"", ""));
        Attribution expected = data().answer(estimated("first-differences", "\"t\"", ""));

        assertThat(found.estimate()).isEqualTo(expected.estimate());
        assertThat(found.standardError()).isEqualTo(expected.standardError());
        assertThat(data().answer(estimated("first-differences", "", "")).estimate())
                .isNotCloseTo(expected.estimate(), within(1e-6));
    }

    private static String estimated(String estimator, String effects, String covariates) {
        return """
                "design": "panel-regression", "options": {"estimator": "%s"},
                "columns": {"outcome": "y", "treatment": "d", "unit": "u", "time": "t", "fixedEffects": [%s]%s}""".formatted(estimator, effects, covariates);
    }

    private double[] indicators(int own) {
        return Arrays.stream(time).map(value -> value == own ? 1 : 0).toArray();
    }

    private MadeData data() {
        return MadeData.of("y", outcome).and("d", treatment).and("u", unit).and("t", time);
    }
}
