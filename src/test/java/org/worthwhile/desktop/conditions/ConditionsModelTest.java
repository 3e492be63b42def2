package org.worthwhile.desktop.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.desktop.OpenSession;
import org.worthwhile.desktop.TaskRunner;
import org.worthwhile.desktop.conditions.ConditionsModel.LiveRow;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.proposal.Distribution;
import org.worthwhile.report.Wording;
import org.worthwhile.uncertainty.Lever;
import org.worthwhile.uncertainty.SensitivityResult;
import org.worthwhile.uncertainty.UncertainInput;

/** Inputs moved by hand, scenarios and the simulation, without a window. */
class ConditionsModelTest {

    @TempDir
    private Path folder;

    private Session session() {
        Session session = OpenSession.withSamples(folder);
        session.selectedProperty().set("falls-prevention");
        return session;
    }

    @Test
    void tenInputsCanBeMovedTheOneThatMattersMostFirst() {
        Session session = session();
        ConditionsModel model = new ConditionsModel(session, TaskRunner.none());
        var sliders = model.subjectProperty().get().sliders();
        assertThat(sliders).hasSize(ConditionsModel.MOST_LEVERS);
        assertThat(sliders.stream()
                        .map(slider -> Math.abs(
                                slider.lever().npsvAtHigh() - slider.lever().npsvAtLow()))
                        .toList())
                .isSortedAccordingTo(Comparator.reverseOrder());
        session.close();
    }

    @Test
    void movingAnInputChangesTheResultAtOnceAndResettingBringsItBack() {
        Session session = session();
        ConditionsModel model = new ConditionsModel(session, TaskRunner.none());
        List<LiveRow> before = model.liveProperty().get();
        var first = model.subjectProperty().get().sliders().getFirst();
        first.value().set(first.lever().low());
        LiveRow moved = model.liveProperty().get().get(2);
        assertThat(moved.now()).isEqualTo(before.get(2).now());
        assertThat(moved.moved()).isNotEqualTo(moved.now());
        assertThat(moved.change()).startsWith("-");
        model.reset();
        assertThat(model.liveProperty().get()).isEqualTo(before);
        session.close();
    }

    @Test
    void scenariosOfAProposalThatCannotBeAppraisedAreNotSaidToBeNone() {
        Session session = session();
        ConditionsModel model = new ConditionsModel(session, TaskRunner.none());
        var document = session.selected().orElseThrow().document();
        assertThat(document.tree().path("scenarios").size()).isPositive();
        assertThat(ConditionsText.noScenarios(model.subjectProperty().get().appraisal()))
                .startsWith("Working");
        session.edit("Broken", List.of(document.set("/options/1/impacts/0/quantity/population", JsonText.number(-5))));
        assertThat(ConditionsText.noScenarios(model.subjectProperty().get().appraisal()))
                .startsWith("The proposal cannot be appraised");
        session.undo();
        session.edit("None", List.of(document.remove("/scenarios")));
        assertThat(ConditionsText.noScenarios(model.subjectProperty().get().appraisal()))
                .startsWith("There are no scenarios.");
        session.close();
    }

    @Test
    void theResultAtTheEndsOfALeverIsThatOfTheProposalSoChanged() {
        Session session = session();
        ConditionsModel model = new ConditionsModel(session, TaskRunner.none());
        for (ConditionsModel.Slider slider : model.subjectProperty().get().sliders()) {
            slider.value().set(slider.lever().high());
            String expected = Wording.BRITISH.money(slider.lever().npsvAtHigh(), "GBP");
            assertThat(model.liveProperty().get().get(2).moved())
                    .as(slider.lever().input().path())
                    .isEqualTo(expected);
            model.reset();
        }
        session.close();
    }

    @Test
    void whatIsMovedIsKeptAsAScenarioOfTheProposalAndAppraised() {
        Session session = session();
        ConditionsModel model = new ConditionsModel(session, TaskRunner.none());
        int scenarios = scenarios(model).size();
        var first = model.subjectProperty().get().sliders().getFirst();
        first.value().set(first.lever().low());
        model.saveScenario("Cautious");
        assertThat(OpenSession.problems(session)).isEmpty();
        assertThat(scenarios(model)).hasSize(scenarios + 1).last().satisfies(scenario -> {
            assertThat(scenario.title()).isEqualTo("Cautious");
            assertThat(scenario.npsv().get(2)).isCloseTo(first.lever().npsvAtLow(), within(1.0));
        });
        session.close();
    }

    @Test
    void aScenarioSavedAfterAnotherWasRemovedHasAnIdOfItsOwn() {
        Session session = session();
        ConditionsModel model = new ConditionsModel(session, TaskRunner.none());
        for (String title : List.of("First", "Second")) {
            move(model);
            model.saveScenario(title);
        }
        session.edit(
                "Removed", List.of(session.selected().orElseThrow().document().remove("/scenarios/0")));
        move(model);
        model.saveScenario("Third");
        assertThat(OpenSession.problems(session)).isEmpty();
        assertThat(session.selected()
                        .orElseThrow()
                        .document()
                        .tree()
                        .path("scenarios")
                        .findValuesAsString("id"))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(2);
        session.close();
    }

    private static void move(ConditionsModel model) {
        var first = model.subjectProperty().get().sliders().getFirst();
        first.value().set(first.lever().low());
    }

    private static org.assertj.core.data.Offset<Double> within(double distance) {
        return org.assertj.core.api.Assertions.within(distance);
    }

    private static List<SensitivityResult.ScenarioResult> scenarios(ConditionsModel model) {
        return Objects.requireNonNull(model.sensitivityProperty().get()).scenarios();
    }

    @Test
    void aSimulationTellsHowFarItIsAndWhatItFound() {
        Session session = session();
        ConditionsModel model = new ConditionsModel(session, TaskRunner.none());
        model.simulate(2_000);
        assertThat(model.progressProperty().get()).isEqualTo(1);
        assertThat(model.simulatingProperty().get()).isFalse();
        assertThat(Objects.requireNonNull(model.simulatedProperty().get())
                        .npsv()
                        .trials())
                .isEqualTo(2_000);
        session.close();
    }

    @Test
    void aSimulationThatIsCancelledFindsNothingAndNothingIsWrong() {
        Session session = session();
        Deque<Runnable> later = new ArrayDeque<>();
        ConditionsModel model = new ConditionsModel(session, new TaskRunner(later::add, Runnable::run));
        later.clear();
        model.simulate(1_000_000);
        assertThat(model.simulatingProperty().get()).isTrue();
        model.cancel();
        later.removeFirst().run();
        assertThat(model.simulatingProperty().get()).isFalse();
        assertThat(model.simulatedProperty().get()).isNull();
        assertThat(session.problems()).isEmpty();
        session.close();
    }

    @Test
    void anEditMakesAnEarlierSimulationGoAway() {
        Session session = session();
        ConditionsModel model = new ConditionsModel(session, TaskRunner.none());
        model.simulate(1_000);
        assertThat(model.simulatedProperty().get()).isNotNull();
        session.edit(
                "Dearer",
                List.of(session.selected()
                        .orElseThrow()
                        .document()
                        .set("/options/2/costs/1/amount/annual", JsonText.number(1))));
        assertThat(model.simulatedProperty().get()).isNull();
        session.close();
    }

    @Test
    void aUnitValueOfPenceIsShownWithThemAndSoAreTheEndsOfItsSlider() {
        Session session = session();
        session.edit(
                "Pence",
                List.of(session.selected()
                        .orElseThrow()
                        .document()
                        .set("/options/2/impacts/0/value", JsonText.object().put("amount", 0.35))));
        Appraisal appraisal = OpenSession.appraisal(session);
        UncertainInput value = input(appraisal, "community/admissions/value");
        assertThat(ConditionsText.value(appraisal, value, value.base())).isEqualTo("£0.35");
        assertThat(ConditionsText.value(appraisal, value, 0.28)).isEqualTo("£0.28");
        assertThat(ConditionsText.inAppraisal(appraisal, value))
                .as("which is all that there is to say")
                .isEmpty();
        session.close();
    }

    @Test
    void aUnitValueThatChangesByYearIsShownAsTheAppraisalCountsItInItsFirstYearAndItsLast() {
        Session session = session();
        session.selectedProperty().set("led-street-lights");
        Appraisal appraisal = OpenSession.appraisal(session);
        var carbon = appraisal.options().stream()
                .flatMap(option -> option.impacts().stream()
                        .filter(impact -> impact.line().unit().startsWith("tonne"))
                        .map(impact -> Map.entry(
                                option.option().id() + "/" + impact.line().id() + "/value", impact)))
                .findFirst()
                .orElseThrow();
        UncertainInput value =
                new UncertainInput(carbon.getKey(), 1, new Distribution.Uniform(0.8, 1.2, true), "", false, List.of());
        int last = appraisal.years().size() - 1;
        assertThat(carbon.getValue().unitValues().at(0))
                .isLessThan(carbon.getValue().unitValues().at(last));
        assertThat(ConditionsText.inAppraisal(appraisal, value))
                .contains("In the appraisal: £%.2f in %s to £%.2f in %s, at %s prices."
                        .formatted(
                                carbon.getValue().unitValues().at(0),
                                appraisal.years().getFirst().label(),
                                carbon.getValue().unitValues().at(last),
                                appraisal.years().getLast().label(),
                                appraisal
                                        .basis()
                                        .proposal()
                                        .appraisal()
                                        .priceYear()
                                        .label()));
        session.close();
    }

    private static UncertainInput input(Appraisal appraisal, String path) {
        return Lever.of(appraisal.basis(), "community", 100).stream()
                .map(Lever::input)
                .filter(input -> input.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
