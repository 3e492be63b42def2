package org.worthwhile.attribution.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.MadeData;

/** Twelve units in six years from 2001 on, of which some are treated too late, too early or only with the others. */
class StartsOutsideThePeriodsTest {

    private static final int PERIODS = 6;
    private static final int UNITS = 12;

    private static Attribution answer(IntToDoubleFunction start, String options) {
        Random random = new Random(5);
        int rows = UNITS * PERIODS;
        double[] y = IntStream.range(0, rows)
                .mapToDouble(row -> row / PERIODS + random.nextGaussian())
                .toArray();
        return MadeData.of("y", y)
                .and(
                        "u",
                        IntStream.range(0, rows)
                                .mapToDouble(row -> row / PERIODS)
                                .toArray())
                .and(
                        "t",
                        IntStream.range(0, rows)
                                .mapToDouble(row -> 2001 + row % PERIODS)
                                .toArray())
                .and(
                        "g",
                        IntStream.range(0, rows)
                                .mapToDouble(row -> start.applyAsDouble(row / PERIODS))
                                .toArray())
                .answer("""
                        "design": "difference-in-differences",
                        "columns": {"outcome": "y", "unit": "u", "time": "t", "treatmentStart": "g"},
                        "options": {%s}""".formatted(options));
    }

    @ParameterizedTest
    @ValueSource(strings = {"group-time", "imputation", "twoway-fixed-effects"})
    void unitsTreatedAfterTheLastPeriodAreNeverTreated(String estimator) {
        String options = "\"estimator\": \"" + estimator + "\"";
        Attribution never = answer(unit -> unit < 6 ? 2004 : 0, options);
        Attribution later = answer(unit -> unit < 6 ? 2004 : unit < 9 ? 2012 : 0, options);

        assertThat(later.size().treated()).hasValue(6);
        assertThat(later.size().compared()).hasValue(6);
        assertThat(later.estimate()).isEqualTo(never.estimate());
        assertThat(later.standardError()).isEqualTo(never.standardError());
        assertThat(later.diagnostics()).isEqualTo(never.diagnostics());
    }

    @ParameterizedTest
    @ValueSource(strings = {"group-time", "imputation", "twoway-fixed-effects"})
    void whereAllAreTreatedAfterwardsNobodyIsWhateverTheEstimator(String estimator) {
        assertThatThrownBy(() -> answer(unit -> unit < 6 ? 2012 : 0, "\"estimator\": \"" + estimator + "\""))
                .hasMessageContaining("no unit becomes treated within the periods; check the column");
    }

    @Test
    void whereAnticipationLeavesNoEarlierPeriodThatIsSaid() {
        assertThatThrownBy(() -> answer(unit -> unit < 6 ? 2003 : 0, "\"anticipation\": 2"))
                .hasMessageContaining("is seen more than 2 years before that; give less anticipation");
    }

    @Test
    void whereAllAreTreatedInTheEndItIsSaidThatTheLastServeOnlyAsControls() {
        Attribution found = answer(unit -> unit < 6 ? 2003 : 2005, "\"control\": \"not-yet-treated\"");

        assertThat(message(found, "treated-last"))
                .contains("those treated from 2005 serve only as controls", "nor any from 2005 on");
        assertThat(message(found, "leave-one-group-out"))
                .isEqualTo("Only of units treated from one time can an effect be estimated, so none can be left out.");
    }

    private static String message(Attribution found, String id) {
        return found.diagnostics().stream()
                .filter(diagnostic -> diagnostic.id().equals(id))
                .map(Diagnostic::message)
                .findFirst()
                .orElseThrow();
    }
}
