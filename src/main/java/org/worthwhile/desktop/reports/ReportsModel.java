package org.worthwhile.desktop.reports;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.desktop.IfPresent;
import org.worthwhile.desktop.TaskRunner;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.choice.ChoiceModel;
import org.worthwhile.desktop.choice.State;
import org.worthwhile.desktop.session.Outcome;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.session.Snapshot;
import org.worthwhile.desktop.session.Studies;
import org.worthwhile.exchange.AttachedData;
import org.worthwhile.exchange.FileNames;
import org.worthwhile.exchange.Fingerprint;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.report.AppraisalJson;
import org.worthwhile.report.ReportFiles.Format;
import org.worthwhile.report.ResultDate;
import org.worthwhile.report.Software;
import org.worthwhile.report.briefing.Briefing;
import org.worthwhile.report.briefing.BriefingPack;
import org.worthwhile.report.document.Block;
import org.worthwhile.workspace.Document;
import org.worthwhile.workspace.DocumentKind;

/** Reports of the selected proposal or of all, previewed and written. */
public final class ReportsModel {

    private final Session session;
    private final Studies studies;
    private final ChoiceModel choice;
    private final TaskRunner longWork;
    private final BooleanProperty all = new SimpleBooleanProperty();
    private final BooleanProperty withStudies = new SimpleBooleanProperty(true);
    private final BooleanProperty withChoice = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<List<Block>> preview = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper leftOut = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private AtomicBoolean cancelled = new AtomicBoolean();
    private volatile int asked;

    public ReportsModel(Session session, Studies studies, ChoiceModel choice, TaskRunner longWork) {
        this.session = session;
        this.studies = studies;
        this.choice = choice;
        this.longWork = longWork;
        session.whenChanged(this::refresh);
        all.addListener((_, _, _) -> refresh());
        withStudies.addListener((_, _, _) -> refresh());
        withChoice.addListener((_, _, _) -> refresh());
        choice.stateProperty().addListener((_, _, _) -> refresh());
    }

    private List<Outcome> subjects() {
        return all.get()
                ? session.snapshot().map(Snapshot::outcomes).orElse(List.of())
                : session.selected().stream().toList();
    }

    private List<Appraisal> proposals() {
        return Outcome.appraisals(subjects());
    }

    /** The titles of proposals that were to be reported on, but cannot be appraised. */
    private List<String> notAppraised() {
        return Outcome.notAppraised(subjects());
    }

    /** The studies that the reports tell of: all, or those that the selected proposal rests on. */
    List<Document> studies() {
        List<Appraisal> proposals = proposals();
        return session.snapshot().map(Snapshot::studies).orElse(List.of()).stream()
                .filter(_ -> withStudies.get())
                .filter(study -> all.get() || proposals.stream().anyMatch(proposal -> rests(proposal, study)))
                .toList();
    }

    private static boolean rests(Appraisal proposal, Document study) {
        String informed = study.tree().path("informs").path("proposal").asString("");
        return Briefing.rests(
                proposal,
                study.tree().path("id").asString(""),
                Optional.of(informed).filter(id -> !id.isEmpty()));
    }

    /** The choice is told of where there is one among all proposals. */
    private Optional<ChoiceModel.Task> task() {
        State state = choice.stateProperty().get();
        return all.get() && withChoice.get() && state.choice().isPresent() ? choice.task() : Optional.empty();
    }

    /**
     * The preview tells of central values, and of the studies that were answered; simulation and studies are run when the report
     * is written.
     */
    private void refresh() {
        int number = ++asked;
        List<String> without = notAppraised();
        leftOut.set(without.isEmpty() ? "" : Words.of("reports.leftOut", without.size(), String.join("; ", without)));
        List<Appraisal> proposals = proposals();
        if (proposals.isEmpty()) {
            preview.set(List.of(new Block.Paragraph(Words.of("reports.nothing"))));
            return;
        }
        Briefing briefing = new Briefing(
                proposals.stream()
                        .map(appraisal -> new Briefing.Appraised(appraisal, Optional.empty()))
                        .toList(),
                studies().stream()
                        .flatMap(study -> studies.answer(study).stream())
                        .toList(),
                task().flatMap(_ -> choice.stateProperty().get().choice())
                        .map(best -> new Briefing.Portfolio(best, Optional.empty())),
                without,
                date(proposals));
        longWork.run(
                () -> number == asked ? BriefingPack.of(briefing).blocks() : List.<Block>of(),
                blocks -> {
                    if (number == asked) {
                        preview.set(blocks);
                    }
                },
                session::failed);
    }

    private LocalDate date(List<Appraisal> proposals) {
        return ResultDate.of(
                proposals,
                session.snapshot()
                        .flatMap(Snapshot::changed)
                        .map(changed -> changed.atOffset(ZoneOffset.UTC).toLocalDate()));
    }

    /**
     * Writes reports into a folder, and keeps the results that they tell with what they came from.
     *
     * @param question asked before anything is worked out, where files that no export wrote are in the way
     */
    public void write(Path folder, List<Format> formats, IfPresent.Question question) {
        List<Appraisal> proposals = proposals();
        if (proposals.isEmpty() || formats.isEmpty() || working.get()) {
            return;
        }
        AtomicBoolean stop = new AtomicBoolean();
        cancelled = stop;
        working.set(true);
        progress.set(0);
        boolean together = all.get();
        Optional<ChoiceModel.Task> task = task();
        List<Document> told = studies();
        List<String> without = notAppraised();
        session.look(
                workspace -> {
                    Map<Document, AttachedData> data = new LinkedHashMap<>();
                    told.forEach(study -> data.put(study, Studies.data(workspace, study)));
                    ReportTask report =
                            new ReportTask(proposals, without, data, task, together, date(proposals), formats);
                    return new Asked(report, Target.present(folder, report.names()));
                },
                ready -> {
                    IfPresent ifPresent =
                            ready.present().isEmpty() ? IfPresent.KEEP_BOTH : question.ask(ready.present());
                    if (ifPresent == IfPresent.CANCEL) {
                        notWritten(new CancellationException());
                    } else {
                        write(ready.report(), new Target(folder, ifPresent), stop);
                    }
                },
                this::notWritten);
    }

    /** @param present files in the way of the report */
    private record Asked(ReportTask report, List<Path> present) {}

    private void write(ReportTask report, Target target, AtomicBoolean stop) {
        session.say(Words.of("reports.writing"));
        longWork.run(
                () -> report.into(target, studies, share -> {
                    longWork.screen().execute(() -> progress.set(share));
                    return !stop.get();
                }),
                written -> written(written, target.folder()),
                this::notWritten);
    }

    private void written(ReportTask.Written written, Path folder) {
        working.set(false);
        if (!written.untold().isEmpty()) {
            session.failed(new InvalidInput(written.untold()));
        }
        session.say(Words.of("reports.wroteMany", written.files().size(), folder, names(written.files())));
        for (Map.Entry<Document, Attribution> found : written.found().entrySet()) {
            studies.found(found.getKey(), found.getValue());
        }
        keep();
        refresh();
    }

    private static String names(List<Path> files) {
        return files.stream().map(FileNames::last).collect(Collectors.joining(", "));
    }

    private void notWritten(Throwable failure) {
        working.set(false);
        if (failure instanceof CancellationException) {
            session.say(Words.of("reports.cancelled"));
        } else {
            session.failed(failure);
        }
    }

    private void keep() {
        if (!session.snapshot().map(Snapshot::isWritable).orElse(false)) {
            return;
        }
        session.selected()
                .filter(Outcome.Appraised.class::isInstance)
                .map(Outcome.Appraised.class::cast)
                .ifPresent(outcome -> session.look(
                        workspace -> {
                            workspace
                                    .resultStore()
                                    .keep(
                                            DocumentKind.PROPOSAL,
                                            outcome.name(),
                                            Fingerprint.of(JsonText.of(
                                                            outcome.document().tree())
                                                    .getBytes(StandardCharsets.UTF_8)),
                                            Software.NAME_AND_VERSION,
                                            AppraisalJson.text(outcome.appraisal()));
                            return true;
                        },
                        _ -> {}));
    }

    public void cancel() {
        cancelled.set(true);
    }

    /** Whether all proposals are reported on, or the selected one. */
    public BooleanProperty allProperty() {
        return all;
    }

    /** Whether the reports tell of studies. */
    public BooleanProperty withStudiesProperty() {
        return withStudies;
    }

    /** Whether reports on all proposals tell of the choice among them. */
    public BooleanProperty withChoiceProperty() {
        return withChoice;
    }

    public ReadOnlyObjectProperty<List<Block>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** Which proposals the reports cannot tell of, in a sentence; empty when they tell of all that they are about. */
    public ReadOnlyStringProperty leftOutProperty() {
        return leftOut.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }
}
