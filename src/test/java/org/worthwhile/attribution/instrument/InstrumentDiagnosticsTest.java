package org.worthwhile.attribution.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.MadeData;

/** What an instrumental-variable study says of its instruments, in data made so that the answer is known. */
class InstrumentDiagnosticsTest {

    private static final int ROWS = 400;

    private final Random random = new Random(21);
    private final double[] first = normal();
    private final double[] second = normal();
    private final double[] hidden = normal();
    private final double[] noise = normal();

    @Test
    void aStrongInstrumentOfAConfoundedTreatmentIsToldAsSuch() {
        Attribution found = answer(dose(1, 1), outcome(dose(1, 1), 0), "\"z1\", \"z2\"");

        assertThat(told(found, "instrument-strength").orElseThrow().outcome()).isEqualTo(Outcome.PASS);
        assertThat(told(found, "wu-hausman").orElseThrow().message()).contains("the plain one is misled");
        assertThat(told(found, "overidentification").orElseThrow().outcome()).isEqualTo(Outcome.PASS);
        assertThat(told(found, "anderson-rubin").orElseThrow().message())
                .startsWith("Whatever the instrument's strength");
        assertThat(found.estimate()).isCloseTo(2, within(4 * found.standardError()));
    }

    @Test
    void anInstrumentThatHardlyMovesTreatmentFails() {
        double[] dose = dose(0.02, 0);
        Attribution found = answer(dose, outcome(dose, 0), "\"z1\"");

        Diagnostic strength = told(found, "instrument-strength").orElseThrow();
        assertThat(strength.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(strength.statistic().orElseThrow()).isLessThan(10);
        assertThat(strength.message()).contains("the interval and the test are those of Anderson and Rubin");
        assertThat(told(found, "overidentification")).isEmpty();
    }

    /** With one instrument, that there is no effect is that the instrument says nothing of the outcome: the reduced form's test. */
    @Test
    void aWeakInstrumentsHeadlineIsTheTestOfAndersonAndRubin() {
        double[] dose = dose(0.16, 0);
        Attribution found = answer(dose, outcome(dose, 0), "\"z1\"");
        InstrumentDetails details = (InstrumentDetails) found.details();

        assertThat(details.effectiveF()).isBetween(3.0, 23.0);
        assertThat(found.pValue()).isCloseTo(details.reducedForm().getFirst().pValue(), within(1e-9));
        assertThat(found.interval().low())
                .isEqualTo(details.andersonRubin().low().orElse(Double.NEGATIVE_INFINITY));
        assertThat(found.interval().high())
                .isEqualTo(details.andersonRubin().high().orElse(Double.POSITIVE_INFINITY));
        assertThat(found.interval().low() > 0 || found.interval().high() < 0).isEqualTo(found.pValue() < 0.05);
    }

    @Test
    void aStrongInstrumentsHeadlineIsTheUsualOne() {
        double[] dose = dose(1, 1);
        Attribution found = answer(dose, outcome(dose, 0), "\"z1\", \"z2\"");

        assertThat(((InstrumentDetails) found.details()).effectiveF()).isGreaterThan(23.1);
        assertThat(found.interval().high() - found.estimate())
                .isCloseTo(found.estimate() - found.interval().low(), within(1e-9));
        assertThat(told(found, "liml")).isPresent();
    }

    @Test
    void instrumentsWithWhichNoEffectAgreesHaveNoIntervalOfAndersonAndRubin() {
        double[] dose = dose(1, 1);
        Attribution found = answer(dose, outcome(dose, 3), "\"z1\", \"z2\"");

        assertThat(told(found, "anderson-rubin").orElseThrow().message()).startsWith("No effect agrees");
    }

    /** The second instrument moves the outcome by another way. */
    @Test
    void instrumentsThatDisagreeFail() {
        double[] dose = dose(1, 1);
        Attribution found = answer(dose, outcome(dose, 1), "\"z1\", \"z2\"");

        assertThat(told(found, "overidentification").orElseThrow().outcome()).isEqualTo(Outcome.FAIL);
        assertThat(told(found, "overidentification").orElseThrow().pValue().orElseThrow())
                .isLessThan(0.001);
    }

    @Test
    void aTreatmentThatIsNotConfoundedNeedsNoInstrument() {
        double[] dose = dose(1, 1);
        double[] outcome = new double[ROWS];
        Arrays.setAll(outcome, row -> 2 * dose[row] + noise[row]);

        Attribution found = answer(dose, outcome, "\"z1\", \"z2\"");

        assertThat(told(found, "wu-hausman").orElseThrow().message())
                .isEqualTo("The estimate does not differ from a plain regression's by more than chance.");
        assertThat(told(found, "wu-hausman").orElseThrow().pValue().orElseThrow())
                .isGreaterThan(0.05);
    }

    @Test
    void anInstrumentThatRepeatsAnotherIsLeftOutByName() {
        double[] dose = dose(1, 0);
        double[] twice = Arrays.stream(first).map(value -> 2 * value + 1).toArray();
        Attribution found = data(dose, outcome(dose, 0)).and("z2", twice).answer(study("\"z1\", \"z2\"", ""));

        assertThat(told(found, "collinear-terms").orElseThrow().message()).contains("z2");
        assertThat(((InstrumentDetails) found.details()).firstStage()).hasSize(1);
    }

    @Test
    void whatCannotBeIdentifiedIsRefusedWithTheReason() {
        double[] dose = dose(1, 0);
        double[] constant = new double[ROWS];

        assertThatThrownBy(
                        () -> data(dose, outcome(dose, 0)).and("z1", constant).answer(study("\"z1\"", "")))
                .hasMessageContaining("the other columns explain the instruments wholly");
        assertThatThrownBy(() -> data(constant, outcome(dose, 0)).answer(study("\"z1\"", "")))
                .hasMessageContaining("'d' does not vary apart from the other columns");
        assertThatThrownBy(() -> data(dose, outcome(dose, 0)).answer(study("\"z1\", \"d\"", "")))
                .hasMessageContaining("'d' is an instrument and something else too");
        assertThatThrownBy(() -> MadeData.of("y", 1, 2, 4)
                        .and("d", 1, 0, 2)
                        .and("z1", 1, 0, 3)
                        .and("z2", 2, 5, 1)
                        .answer(study("\"z1\", \"z2\"", "")))
                .hasMessageContaining("3 rows");
    }

    /** A covariate that stands for what is hidden takes the confounding out of both. */
    @Test
    void covariatesAreTakenOutOfEveryStage() {
        double[] dose = dose(1, 1);
        Attribution found = data(dose, outcome(dose, 0))
                .and("h", hidden)
                .answer(study("\"z1\", \"z2\"", ", \"covariates\": [\"h\"]"));

        assertThat(told(found, "wu-hausman").orElseThrow().pValue().orElseThrow())
                .isGreaterThan(0.01);
        assertThat(found.coefficients())
                .extracting(coefficient -> coefficient.term())
                .containsExactly("d", "(Intercept)", "h");
    }

    private double[] dose(double byFirst, double bySecond) {
        double[] dose = new double[ROWS];
        double[] own = normal();
        Arrays.setAll(dose, row -> byFirst * first[row] + bySecond * second[row] + hidden[row] + 0.5 * own[row]);
        return dose;
    }

    private double[] outcome(double[] dose, double bySecond) {
        double[] outcome = new double[ROWS];
        Arrays.setAll(outcome, row -> 2 * dose[row] - hidden[row] + bySecond * second[row] + noise[row]);
        return outcome;
    }

    private double[] normal() {
        return DoubleStream.generate(random::nextGaussian).limit(ROWS).toArray();
    }

    private Attribution answer(double[] dose, double[] outcome, String instruments) {
        return data(dose, outcome).answer(study(instruments, ""));
    }

    private MadeData data(double[] dose, double[] outcome) {
        return MadeData.of("y", outcome).and("d", dose).and("z1", first).and("z2", second);
    }

    private static String study(String instruments, String roles) {
        return """
                "design": "instrumental-variable",
                "columns": {"outcome": "y", "treatment": "d", "instruments": [%s]%s}""".formatted(instruments, roles);
    }

    private static Optional<Diagnostic> told(Attribution found, String id) {
        return found.diagnostics().stream()
                .filter(diagnostic -> diagnostic.id().equals(id))
                .findFirst();
    }
}
