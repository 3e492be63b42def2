package org.worthwhile.desktop.attribution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.SamplingDistribution;
import org.worthwhile.attribution.Study;
import org.worthwhile.desktop.NumberParser;
import org.worthwhile.desktop.TaskRunner;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.session.Outcome;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.session.Snapshot;
import org.worthwhile.desktop.session.WhatIf;
import org.worthwhile.report.Wording;

/** Where a finding is sent to, times what, and what would come of it. */
final class SendModel {

    /** Of a record that is only looked at. */
    private static final LocalDate ANY_DAY = LocalDate.EPOCH;

    private final Session session;
    private final AttributionModel attribution;
    private final TaskRunner longWork;
    private final WhatIf whatIf;
    private final ReadOnlyObjectWrapper<List<EffectTarget>> targets = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<@Nullable EffectTarget> target = new SimpleObjectProperty<>();
    private final StringProperty factor = new SimpleStringProperty("1");
    private final BooleanProperty confirmed = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<SendPreview> preview = new ReadOnlyObjectWrapper<>(SendPreview.NOTHING);
    private String lastWorkedOn = "";
    private int asked;

    SendModel(Session session, AttributionModel attribution, TaskRunner longWork) {
        this.session = session;
        this.attribution = attribution;
        this.longWork = longWork;
        this.whatIf = new WhatIf(session);
        session.whenChanged(this::refresh);
        attribution.foundProperty().subscribe(_ -> beginAnew());
        target.subscribe(_ -> proposeFactor());
        factor.subscribe(_ -> showPreview());
    }

    private void refresh() {
        targets.set(session.snapshot().map(EffectTarget::all).orElse(List.of()));
        String selected = session.selected().map(Outcome::name).orElse("");
        EffectTarget before = target.get();
        Optional<EffectTarget> kept = targets.get().stream()
                .filter(each -> before != null && each.isAtSamePlaceAs(before))
                .findFirst();
        if (kept.isPresent() && selected.equals(lastWorkedOn)) {
            target.set(kept.get());
            showPreview();
        } else {
            lastWorkedOn = selected;
            target.set(usual().orElse(null));
            showPreview();
        }
    }

    /** The effect that the study says it informs, or the first of an option besides business as usual, in what was last worked on. */
    private Optional<EffectTarget> usual() {
        List<EffectTarget> ofProposal = targets.get().stream()
                .filter(each -> each.proposal().equals(lastWorkedOn))
                .toList();
        List<EffectTarget> all = ofProposal.isEmpty() ? targets.get() : ofProposal;
        String informed = finding()
                .flatMap(found -> found.basis().study().informs())
                .flatMap(Study.Informs::effect)
                .orElse("");
        return all.stream()
                .filter(each -> each.path().equals(informed))
                .findFirst()
                .or(() -> all.stream().filter(each -> !each.isUsual()).findFirst())
                .or(() -> all.stream().findFirst());
    }

    private Optional<Attribution> finding() {
        return Optional.ofNullable(attribution.foundProperty().get());
    }

    private void beginAnew() {
        confirmed.set(false);
        target.set(usual().orElse(null));
        proposeFactor();
    }

    private void proposeFactor() {
        factor.set(proposed().map(found -> Wording.here().exact(found.factor())).orElse("1"));
        showPreview();
    }

    private Optional<ProposedFactor> proposed() {
        return Optional.ofNullable(target.get())
                .flatMap(chosen -> finding().map(found -> ProposedFactor.of(found, chosen)));
    }

    /** What the estimate is multiplied by; nothing while that is no number. */
    Optional<Double> typed() {
        return NumberParser.number(factor.get());
    }

    private void showPreview() {
        int number = ++asked;
        EffectTarget chosen = target.get();
        Optional<Attribution> found = finding();
        Optional<Snapshot> state = session.snapshot();
        if (chosen == null || found.isEmpty() || state.isEmpty()) {
            preview.set(SendPreview.NOTHING);
            return;
        }
        ProposedFactor proposed = ProposedFactor.of(found.get(), chosen);
        List<String> units = SendText.units(found.get(), chosen);
        List<String> objections = SendText.objections(found.get());
        Optional<Double> times = typed();
        if (times.isEmpty() || SamplingDistribution.of(found.get()).isEmpty()) {
            preview.set(new SendPreview(
                    units,
                    proposed.why(),
                    List.of(),
                    List.of(
                            times.isEmpty()
                                    ? Words.of("attribution.noScale", factor.get())
                                    : Words.of("attribution.unbounded")),
                    objections,
                    false));
            return;
        }
        Outcome before = state.get().outcome(chosen.proposal()).orElseThrow();
        List<String> warnings = new ArrayList<>(SendText.warnings(found.get(), chosen, times.get(), proposed));
        SendText.replaced(before.document().tree().at(chosen.pointer())).ifPresent(warnings::add);
        longWork.run(
                () -> whatIf.of(
                        state.get(),
                        before.document(),
                        AttributionModel.sent(
                                state.get(), before.document(), found.get(), chosen, times.get(), ANY_DAY)),
                after -> {
                    if (number == asked) {
                        double effect = times.get() * found.get().estimate();
                        preview.set(new SendPreview(
                                units,
                                proposed.why(),
                                SendText.becomes(chosen, before, after, effect),
                                warnings,
                                objections,
                                true));
                    }
                },
                session::failed);
    }

    /** Sends the finding, if nothing speaks against it or that was confirmed. */
    void send(LocalDate date) {
        EffectTarget chosen = target.get();
        Optional<Double> times = typed();
        if (times.isEmpty()) {
            session.say(Words.of("attribution.noScale", factor.get()));
        } else if (!preview.get().objections().isEmpty() && !confirmed.get()) {
            session.say(Words.of("attribution.confirmFirst"));
        } else if (chosen != null) {
            attribution.send(chosen, times.get(), date);
        }
    }

    ReadOnlyObjectProperty<List<EffectTarget>> targetsProperty() {
        return targets.getReadOnlyProperty();
    }

    ObjectProperty<@Nullable EffectTarget> targetProperty() {
        return target;
    }

    StringProperty factorProperty() {
        return factor;
    }

    /** Whether the finding is to be used although its checks failed. */
    BooleanProperty confirmedProperty() {
        return confirmed;
    }

    ReadOnlyObjectProperty<SendPreview> previewProperty() {
        return preview.getReadOnlyProperty();
    }
}
