package org.worthwhile.desktop.reports;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.desktop.Background;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.session.Outcome;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.session.Snapshot;
import org.worthwhile.exchange.Fingerprint;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.report.AppraisalJson;
import org.worthwhile.report.ReportFiles;
import org.worthwhile.report.ReportFiles.Format;
import org.worthwhile.report.Software;
import org.worthwhile.report.briefing.Briefing;
import org.worthwhile.report.briefing.BriefingPack;
import org.worthwhile.report.document.Block;
import org.worthwhile.uncertainty.Sampling;
import org.worthwhile.uncertainty.UncertaintyAnalysis;
import org.worthwhile.workspace.Kind;

/** Reports of the selected proposal or of all, previewed and written. */
public final class ReportsModel {

    private static final int TRIALS = 10_000;
    private static final long SEED = 1;

    private final Session session;
    private final Background longWork;
    private final BooleanProperty all = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<List<Block>> preview = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private AtomicBoolean cancelled = new AtomicBoolean();
    private volatile int asked;

    public ReportsModel(Session session, Background longWork) {
        this.session = session;
        this.longWork = longWork;
        session.whenChanged(this::refresh);
        all.addListener((_, _, _) -> refresh());
    }

    private List<Appraisal> chosen() {
        return all.get()
                ? session.snapshot().map(Snapshot::appraisals).orElse(List.of())
                : session
                        .selected()
                        .filter(Outcome.Appraised.class::isInstance)
                        .map(outcome -> ((Outcome.Appraised) outcome).appraisal())
                        .stream()
                        .toList();
    }

    /** The preview tells of central values; the simulation is run when the report is written. */
    private void refresh() {
        int number = ++asked;
        List<Appraisal> appraisals = chosen();
        if (appraisals.isEmpty()) {
            preview.set(List.of(new Block.Paragraph(Words.of("reports.nothing"))));
            return;
        }
        longWork.run(
                () -> number == asked
                        ? BriefingPack.of(briefing(appraisals, List.of())).blocks()
                        : List.<Block>of(),
                blocks -> {
                    if (number == asked) {
                        preview.set(blocks);
                    }
                },
                session::failed);
    }

    private static Briefing briefing(List<Appraisal> appraisals, List<UncertaintyAnalysis> uncertainty) {
        List<Briefing.Appraised> appraised = new ArrayList<>();
        for (int i = 0; i < appraisals.size(); i++) {
            appraised.add(new Briefing.Appraised(
                    appraisals.get(i), uncertainty.isEmpty() ? Optional.empty() : Optional.of(uncertainty.get(i))));
        }
        return new Briefing(appraised, List.of(), Optional.empty(), today());
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.systemDefault());
    }

    /** Writes reports into a folder, and keeps the results that they tell with what they came from. */
    public void write(Path folder, List<Format> formats) {
        List<Appraisal> appraisals = chosen();
        if (appraisals.isEmpty() || formats.isEmpty() || working.get()) {
            return;
        }
        AtomicBoolean stop = new AtomicBoolean();
        cancelled = stop;
        working.set(true);
        progress.set(0);
        boolean together = all.get();
        longWork.run(
                () -> {
                    List<UncertaintyAnalysis> uncertainty = new ArrayList<>();
                    List<Path> written = new ArrayList<>();
                    for (int i = 0; i < appraisals.size(); i++) {
                        uncertainty.add(simulated(appraisals.get(i), i, appraisals.size(), stop));
                    }
                    for (int i = 0; i < appraisals.size(); i++) {
                        written.addAll(ReportFiles.write(
                                appraisals.get(i),
                                Optional.of(uncertainty.get(i)),
                                List.of(),
                                today(),
                                folder,
                                formats));
                    }
                    if (together && (formats.contains(Format.DOCX) || formats.contains(Format.PDF))) {
                        written.addAll(ReportFiles.write(briefing(appraisals, uncertainty), folder));
                    }
                    return written;
                },
                written -> {
                    working.set(false);
                    session.say(Words.of("reports.wroteMany", written.size(), folder));
                    keep();
                },
                failure -> {
                    working.set(false);
                    if (failure instanceof CancellationException) {
                        session.say(Words.of("reports.cancelled"));
                    } else {
                        session.failed(failure);
                    }
                });
    }

    private UncertaintyAnalysis simulated(Appraisal appraisal, int done, int all, AtomicBoolean stop) {
        return UncertaintyAnalysis.of(
                appraisal.basis(),
                TRIALS,
                SEED,
                Sampling.LATIN_HYPERCUBE,
                Runtime.getRuntime().availableProcessors(),
                share -> {
                    longWork.screen().execute(() -> progress.set((done + share) / all));
                    return !stop.get();
                });
    }

    private void keep() {
        if (!session.snapshot().map(Snapshot::isWritable).orElse(false)) {
            return;
        }
        session.selected()
                .filter(Outcome.Appraised.class::isInstance)
                .map(Outcome.Appraised.class::cast)
                .ifPresent(outcome -> {
                    String said = session.statusProperty().get();
                    session.ask(
                            Words.of("reports.keeping"),
                            workspace -> {
                                workspace
                                        .keeping()
                                        .keep(
                                                Kind.PROPOSAL,
                                                outcome.name(),
                                                Fingerprint.of(JsonText.of(outcome.document()
                                                                .tree())
                                                        .getBytes(StandardCharsets.UTF_8)),
                                                Software.NAME_AND_VERSION,
                                                AppraisalJson.text(outcome.appraisal()));
                                return true;
                            },
                            _ -> session.say(said));
                });
    }

    public void cancel() {
        cancelled.set(true);
    }

    /** Whether all proposals are reported on, or the selected one. */
    public BooleanProperty allProperty() {
        return all;
    }

    public ReadOnlyObjectProperty<List<Block>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }
}
