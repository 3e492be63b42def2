package org.worthwhile.desktop.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.desktop.OpenSession;
import org.worthwhile.desktop.TaskRunner;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.session.Studies;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.proposal.Effect;
import org.worthwhile.proposal.Valuation;
import org.worthwhile.report.Wording;

/** A finding on its way into a proposal: where to, times what, and what would come of it. */
@SuppressWarnings("NullAway.Init") // set before each test
class SendModelTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @TempDir
    private Path folder;

    private Session session;
    private Studies studies;
    private AttributionModel attribution;
    private SendModel model;

    @BeforeEach
    void open() {
        session = OpenSession.withSamples(folder);
        studies = new Studies(session, TaskRunner.none());
        attribution = new AttributionModel(session, studies, TaskRunner.none());
        model = new SendModel(session, attribution, TaskRunner.none());
    }

    @AfterEach
    void close() {
        session.close();
    }

    private Attribution found(String study) {
        attribution.selectedProperty().set(study);
        attribution.run();
        return Objects.requireNonNull(attribution.foundProperty().get());
    }

    /** As if the study had been answered with a check that it does not pass. */
    private void failing(String study) {
        Attribution found = found(study);
        List<Diagnostic> checks = new ArrayList<>(found.diagnostics());
        checks.add(Diagnostic.of("pre-trends", "Trends before treatment", Diagnostic.Outcome.FAIL, "They differ."));
        Attribution failed = new Attribution(
                found.basis(),
                found.estimator(),
                found.estimand(),
                found.finding(),
                found.observations(),
                found.units(),
                found.dropped(),
                found.coefficients(),
                found.details(),
                checks,
                found.series(),
                found.conventions(),
                found.assumptions(),
                found.marylandLevel(),
                found.size());
        studies.found(
                session.snapshot().orElseThrow().studies().stream()
                        .filter(each -> each.name().equals(study))
                        .findFirst()
                        .orElseThrow(),
                failed);
        attribution.selectedProperty().set("helpline");
        attribution.selectedProperty().set(study);
    }

    private EffectTarget target() {
        return Objects.requireNonNull(model.targetProperty().get());
    }

    private void choose(String option, String impact) {
        model.targetProperty()
                .set(model.targetsProperty().get().stream()
                        .filter(each -> each.proposal().equals("falls-prevention"))
                        .filter(each -> each.optionTitle().startsWith(option)
                                && each.impactTitle().contains(impact))
                        .findFirst()
                        .orElseThrow());
    }

    private SendPreview preview() {
        return model.previewProperty().get();
    }

    @Test
    void theEffectIsOfTheProposalLastWorkedOnAndNeverOfBusinessAsUsualUnasked() {
        found("falls-programme");
        session.selectedProperty().set("rural-bus");
        assertThat(target().proposal()).isEqualTo("rural-bus");
        assertThat(target().isUsual()).isFalse();
        session.selectedProperty().set("falls-prevention");
        assertThat(target().path()).as("the effect that the study informs").isEqualTo("community/admissions/effect");
        choose("Community", "call-outs");
        session.refresh();
        assertThat(target().impactTitle()).as("what was chosen stays").contains("call-outs");
    }

    @Test
    void anEstimateForEveryThousandIsDividedByAThousandAndItsSignTurnedForWhatIsAvoided() {
        session.selectedProperty().set("falls-prevention");
        Attribution found = found("falls-programme");
        assertThat(model.factorProperty().get()).isEqualTo("-0.001");
        assertThat(preview().why())
                .containsExactly(
                        "Proposed factor: the outcome is counted for every 1,000, and the effect for each one, so that"
                                + " the estimate is divided by 1,000.",
                        "Proposed sign: the impact counts what is avoided, so that the sign of the estimate is"
                                + " reversed.");
        assertThat(preview().units())
                .containsExactly(
                        "Study: emergency admissions for falls, per 1,000 people at risk; estimate "
                                + Wording.here().significant(found.estimate()) + ", standard error "
                                + Wording.here().significant(found.standardError()) + ".",
                        "Impact: Emergency admissions for falls avoided, counted in: admission; its effect is the"
                                + " change for each person or unit reached.");
        assertThat(preview().warnings()).isEmpty();
        model.factorProperty().set("1");
        assertThat(preview().warnings())
                .containsExactly(
                        "The outcome is counted for every 1,000, but the factor is 1 and not 0.001: with it the effect"
                                + " is not that for each person or unit.",
                        "The factor has another sign than the titles of outcome and impact suggest: make sure that a"
                                + " rise in the one is what the effect counts.");
    }

    @Test
    void whatIsShownBeforeSendingIsWhatComesOfSending() {
        session.selectedProperty().set("falls-prevention");
        Attribution found = found("falls-programme");
        choose("Home hazard", "admissions");
        int option = target().option();
        int impact = target().impact();
        double before = OpenSession.appraisal(session).options().get(option).npsv();
        String foreseen = preview().becomes().get(1);
        assertThat(preview().becomes().getFirst())
                .isEqualTo("Effect each: 0.03000 → " + Wording.here().significant(-0.001 * found.estimate()));
        assertThat(OpenSession.appraisal(session).options().get(option).npsv())
                .as("looking changes nothing")
                .isEqualTo(before);
        model.confirmedProperty().set(true);
        model.send(TODAY);
        double after = OpenSession.appraisal(session).options().get(option).npsv();
        assertThat(after).isNotEqualTo(before);
        assertThat(foreseen)
                .isEqualTo("Net present social value of “Home hazard checks only”: "
                        + Wording.here().money(before, "GBP") + " → "
                        + Wording.here().money(after, "GBP"));
        assertThat(OpenSession.appraisal(session)
                        .basis()
                        .proposal()
                        .options()
                        .get(option)
                        .impacts()
                        .get(impact)
                        .valuation())
                .isInstanceOfSatisfying(
                        Valuation.Chain.class,
                        chain -> assertThat(chain.quantity().effect())
                                .isInstanceOfSatisfying(
                                        Effect.FromEvidence.class,
                                        effect -> assertThat(effect.scale()).isEqualTo(-0.001, within(1e-15))));
    }

    @Test
    void whatIsSaidOfTheEffectNowAndWouldBeDeletedIsToldBeforeSending() {
        session.selectedProperty().set("falls-prevention");
        found("falls-programme");
        choose("Home hazard", "admissions");
        assertThat(preview().warnings())
                .containsExactly("The effect has a standard error of its own (0.01200). Sending the finding deletes it:"
                        + " the effect then has the standard error of the study’s estimate.");
        effect("{\"value\": 0.03, \"uncertainty\":"
                + " {\"distribution\": \"triangular\", \"low\": 0.01, \"mode\": 0.03, \"high\": 0.05}}");
        assertThat(preview().warnings())
                .containsExactly(
                        "The effect has a distribution of its own (triangular). Sending the finding deletes it:"
                                + " the effect then has the standard error of the study’s estimate.");
        effect("{\"parameter\": \"fewer\", \"times\": 2}");
        assertThat(preview().warnings())
                .containsExactly(
                        "The effect follows the parameter “fewer”. Sending the finding ends that: the effect no"
                                + " longer changes with the parameter.");
        effect("0.03");
        assertThat(preview().warnings()).isEmpty();
    }

    private void effect(String json) {
        session.edit(
                "Effect",
                List.of(session.selected().orElseThrow().document().set(target().pointer(), JsonText.parse(json))));
    }

    @Test
    void unitsThatDoNotAgreeAreToldAndSoAreThoseThatAreNotGiven() {
        session.selectedProperty().set("falls-prevention");
        found("falls-programme");
        choose("Community", "life");
        assertThat(target().unit()).isEqualTo("QALY");
        assertThat(preview().warnings())
                .contains("The units do not agree: the study counts “admission” and the impact “QALY”. Choose another"
                        + " impact, or a factor that turns one into the other.");
        choose("Community", "call-outs");
        assertThat(target().unit()).isEqualTo("call-out");
        assertThat(preview().warnings())
                .contains("The study counts “admission” and the impact “call-out”: make sure that one of the former is"
                        + " one of the latter.");
        var proposal = session.selected().orElseThrow().document();
        choose("Community", "admissions");
        session.edit("No unit", List.of(proposal.remove(target().pointer().replace("quantity/effect", "unit"))));
        assertThat(preview().warnings())
                .contains("The impact does not say in what it is counted: make sure that it is what the study counts.");
    }

    @Test
    void aFindingThatFailedItsChecksIsSentOnlyOnceThatIsConfirmed() {
        session.selectedProperty().set("falls-prevention");
        found("falls-programme");
        assertThat(preview().objections()).isEmpty();
        failing("falls-programme");
        assertThat(preview().objections())
                .containsExactly(
                        "The finding did not pass these checks of its study: Trends before treatment. Its estimate may"
                                + " not be the effect of the treatment.");
        assertThat(preview().canBeSent()).isTrue();
        model.send(TODAY);
        assertThat(session.snapshot().orElseThrow().undo()).as("not confirmed").isEmpty();
        assertThat(session.statusProperty().get()).contains("confirm");
        model.confirmedProperty().set(true);
        model.send(TODAY);
        assertThat(session.snapshot().orElseThrow().undo()).isPresent();
    }

    /** Where a comma is the decimal sign, 0.001 may be read as 1. */
    @Test
    void theFactorIsWrittenAndReadAsNumbersOfTheLocaleAre() {
        Locale before = Locale.getDefault(Locale.Category.FORMAT);
        try {
            Locale.setDefault(Locale.Category.FORMAT, Locale.GERMANY);
            session.selectedProperty().set("falls-prevention");
            found("falls-programme");
            assertThat(model.factorProperty().get()).isEqualTo("-0,001");
            assertThat(model.typed()).contains(-0.001);
        } finally {
            Locale.setDefault(Locale.Category.FORMAT, before);
        }
        model.factorProperty().set("1,000");
        assertThat(model.typed()).contains(1000.0);
        model.factorProperty().set("1d");
        assertThat(model.typed()).isEmpty();
    }

    @Test
    void aFactorThatIsNoNumberSendsNothing() {
        session.selectedProperty().set("falls-prevention");
        found("falls-programme");
        model.factorProperty().set("a thousandth");
        assertThat(preview().canBeSent()).isFalse();
        assertThat(preview().warnings()).singleElement().asString().startsWith("“a thousandth” is not a number");
        model.send(TODAY);
        assertThat(session.snapshot().orElseThrow().undo()).isEmpty();
    }
}
