package org.worthwhile.desktop.conditions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.desktop.TaskRunner;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.portfolio.PortfolioRows;
import org.worthwhile.desktop.session.Outcome;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.exchange.Identifiers;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.proposal.InputChange;
import org.worthwhile.report.Wording;
import org.worthwhile.uncertainty.Lever;
import org.worthwhile.uncertainty.Sampling;
import org.worthwhile.uncertainty.Sensitivity;
import org.worthwhile.uncertainty.SensitivityResult;
import org.worthwhile.uncertainty.Simulated;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What would have to be true: inputs moved by hand, switching values, scenarios and simulation. */
public final class ConditionsModel {

    static final int MOST_LEVERS = 10;
    private static final long SEED = 1;

    private final Session session;
    private final TaskRunner longWork;
    private final ReadOnlyObjectWrapper<Subject> subject = new ReadOnlyObjectWrapper<>(Subject.NONE);
    private final ReadOnlyObjectWrapper<List<LiveRow>> live = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable SensitivityResult> sensitivity = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Simulated> simulated = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper simulating = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final StringProperty chosenOption = new SimpleStringProperty("");
    private AtomicBoolean cancelled = new AtomicBoolean();

    /**
     * What is moved.
     *
     * @param appraisal absent while the selected proposal cannot be appraised
     */
    public record Subject(Optional<Appraisal> appraisal, String option, List<Slider> sliders) {
        static final Subject NONE = new Subject(Optional.empty(), "", List.of());
    }

    /** An input that can be moved. */
    public record Slider(Lever lever, DoubleProperty value) {

        boolean isMoved() {
            return value.get() != lever.input().base();
        }
    }

    /** An option with its result as it is and as it would be. */
    public record LiveRow(String title, String now, String moved, String change, String place) {}

    public ConditionsModel(Session session, TaskRunner longWork) {
        this.session = session;
        this.longWork = longWork;
        session.whenChanged(this::refresh);
        chosenOption.addListener((_, _, _) -> refresh());
    }

    private void refresh() {
        Optional<Appraisal> appraisal = session.selected()
                .filter(Outcome.Appraised.class::isInstance)
                .map(outcome -> ((Outcome.Appraised) outcome).appraisal());
        String option = appraisal.map(this::option).orElse("");
        Subject before = subject.get();
        if (before.appraisal().equals(appraisal) && before.option().equals(option)) {
            return;
        }
        cancel();
        List<Slider> sliders = appraisal
                .map(found -> Lever.of(found.basis(), option, MOST_LEVERS).stream()
                        .map(this::slider)
                        .toList())
                .orElse(List.of());
        sensitivity.set(null);
        simulated.set(null);
        subject.set(new Subject(appraisal, option, sliders));
        showLive();
        appraisal.ifPresent(found -> longWork.run(
                () -> Sensitivity.analyse(found.basis()),
                result -> {
                    if (subject.get().appraisal().equals(appraisal)) {
                        sensitivity.set(result);
                    }
                },
                session::failed));
    }

    /** The option that was chosen, if the proposal has it; else the one that stands for the proposal. */
    private String option(Appraisal appraisal) {
        return appraisal.options().stream()
                .map(result -> result.option().id())
                .filter(id -> id.equals(chosenOption.get()))
                .findFirst()
                .or(() -> PortfolioRows.shown(appraisal)
                        .map(result -> result.option().id()))
                .orElse("");
    }

    private Slider slider(Lever lever) {
        DoubleProperty value = new SimpleDoubleProperty(lever.input().base());
        value.addListener((_, _, _) -> showLive());
        return new Slider(lever, value);
    }

    /** Chooses whose inputs are moved, by the option's id. */
    public void choose(String option) {
        chosenOption.set(option);
    }

    /** Brings every input back to what the proposal says. */
    public void reset() {
        subject.get()
                .sliders()
                .forEach(slider -> slider.value().set(slider.lever().input().base()));
    }

    private Map<String, Double> changes() {
        Map<String, Double> changes = new TreeMap<>();
        subject.get().sliders().stream()
                .filter(Slider::isMoved)
                .forEach(slider ->
                        changes.putAll(slider.lever().changes(slider.value().get())));
        return changes;
    }

    private void showLive() {
        live.set(subject.get()
                .appraisal()
                .map(appraisal -> {
                    Map<String, Double> changes = changes();
                    Appraisal moved = changes.isEmpty()
                            ? appraisal
                            : Appraiser.appraise(appraisal
                                    .basis()
                                    .withProposal(
                                            InputChange.apply(appraisal.basis().proposal(), changes)));
                    return rows(appraisal, moved);
                })
                .orElse(List.of()));
    }

    private static List<LiveRow> rows(Appraisal now, Appraisal moved) {
        String currency = now.basis().proposal().appraisal().currency();
        List<String> ranking = moved.options().stream()
                .sorted(Comparator.comparingDouble(OptionResult::npsv).reversed())
                .map(result -> result.option().id())
                .toList();
        List<LiveRow> rows = new ArrayList<>();
        for (int i = 0; i < now.options().size(); i++) {
            OptionResult before = now.options().get(i);
            OptionResult after = moved.options().get(i);
            double change = after.npsv() - before.npsv();
            rows.add(new LiveRow(
                    before.option().title(),
                    Wording.here().money(before.npsv(), currency),
                    Wording.here().money(after.npsv(), currency),
                    (change > 0 ? "+" : "") + Wording.here().money(change, currency),
                    Integer.toString(ranking.indexOf(after.option().id()) + 1)));
        }
        return rows;
    }

    /** Keeps the inputs as they are moved as a scenario of the proposal. */
    public void saveScenario(String title) {
        Map<String, Double> changes = changes();
        session.selected().filter(_ -> !changes.isEmpty()).ifPresent(outcome -> {
            JsonNode tree = outcome.document().tree();
            ObjectNode scenario = JsonText.object()
                    .put("id", Identifiers.numbered("scenario", tree.findValuesAsString("id")))
                    .put("title", title);
            ObjectNode set = scenario.putObject("set");
            changes.forEach((path, value) -> set.set(path, JsonText.number(value)));
            session.edit(
                    Words.of("conditions.savedScenario", title),
                    List.of(outcome.document()
                            .insert("/scenarios", tree.path("scenarios").size(), scenario)));
        });
    }

    /** Simulates the selected proposal, telling how far it is; only one simulation runs at a time. */
    public void simulate(int trials) {
        Optional<Appraisal> appraisal = subject.get().appraisal();
        if (appraisal.isEmpty() || simulating.get()) {
            return;
        }
        AtomicBoolean stop = new AtomicBoolean();
        cancelled = stop;
        simulating.set(true);
        progress.set(0);
        longWork.run(
                () -> Simulated.of(
                        appraisal.get().basis(),
                        trials,
                        SEED,
                        Sampling.LATIN_HYPERCUBE,
                        Runtime.getRuntime().availableProcessors(),
                        done -> {
                            longWork.screen().execute(() -> progress.set(done));
                            return !stop.get();
                        }),
                result -> {
                    simulating.set(false);
                    if (subject.get().appraisal().equals(appraisal)) {
                        simulated.set(result);
                    }
                },
                failure -> {
                    simulating.set(false);
                    if (!(failure instanceof CancellationException)) {
                        session.failed(failure);
                    }
                });
    }

    public void cancel() {
        cancelled.set(true);
    }

    public ReadOnlyObjectProperty<Subject> subjectProperty() {
        return subject.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<LiveRow>> liveProperty() {
        return live.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable SensitivityResult> sensitivityProperty() {
        return sensitivity.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Simulated> simulatedProperty() {
        return simulated.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty simulatingProperty() {
        return simulating.getReadOnlyProperty();
    }

    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }
}
