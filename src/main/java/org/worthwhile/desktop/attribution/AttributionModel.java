package org.worthwhile.desktop.attribution;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Design;
import org.worthwhile.attribution.Role;
import org.worthwhile.attribution.SamplingDistribution;
import org.worthwhile.desktop.Stoppable;
import org.worthwhile.desktop.TaskRunner;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.session.Snapshot;
import org.worthwhile.desktop.session.Studies;
import org.worthwhile.exchange.EvidenceFile;
import org.worthwhile.exchange.EvidenceFromStudy;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.report.Software;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.Document;
import org.worthwhile.workspace.DocumentKind;

/** Studies of the file: their data, roles, what the data allow, and what they found. */
public final class AttributionModel {

    private final Session session;
    private final Studies studies;
    private final TaskRunner longWork;
    private final ObjectProperty<@Nullable String> selected = new SimpleObjectProperty<>();
    /** The study that was begun last, until the session has it. */
    private Optional<String> begun = Optional.empty();

    private final ReadOnlyObjectWrapper<Loaded> loaded = new ReadOnlyObjectWrapper<>(Loaded.NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable Attribution> found = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private int asked;
    private Stoppable underWay = new Stoppable();

    public AttributionModel(Session session, Studies studies, TaskRunner longWork) {
        this.session = session;
        this.studies = studies;
        this.longWork = longWork;
        selected.addListener((_, _, _) -> refresh());
        session.whenChanged(this::refresh);
    }

    private Optional<Document> study() {
        String name = selected.get();
        return session.snapshot()
                .flatMap(state -> state.studies().stream()
                        .filter(study -> study.name().equals(name))
                        .findFirst());
    }

    private void refresh() {
        List<Document> all = session.snapshot().map(Snapshot::studies).orElse(List.of());
        Optional<String> now =
                begun.filter(name -> all.stream().anyMatch(study -> study.name().equals(name)));
        if (now.isPresent()) {
            begun = Optional.empty();
            selected.set(now.get());
            return;
        }
        if (study().isEmpty() && !all.isEmpty()) {
            selected.set(all.getFirst().name());
            return;
        }
        Optional<Document> study = study();
        if (study.equals(loaded.get().study())) {
            return;
        }
        found.set(study.flatMap(studies::answer).orElse(null));
        if (study.isEmpty()) {
            loaded.set(Loaded.NOTHING);
            return;
        }
        readAgain();
    }

    /** Reads the data of the selected study, of which the file may have changed. */
    void readAgain() {
        Optional<Document> study = study();
        study.ifPresent(document -> studies.withData(
                document,
                data -> Loaded.of(document, data, studies),
                result -> {
                    if (study.equals(study())) {
                        loaded.set(result);
                    }
                },
                session::failed));
    }

    /** Takes the data of the selected study from a file: the one that changed since, or another in its place. */
    void takeData(Path file) {
        study().ifPresent(document -> studies.withData(
                document,
                data -> NewStudy.of(file, data.content().isPresent()),
                taken -> session.edit(
                        Words.of("attribution.tookData", file.getFileName(), StudyDraft.title(document)),
                        taken.into(document),
                        List.of(taken.data())),
                session::failed));
    }

    /** Begins a study of a dataset. */
    public void begin(Path file, boolean keepData) {
        longWork.run(() -> NewStudy.of(file, keepData), this::begin, session::failed);
    }

    private void begin(NewStudy study) {
        Change change = study.change(session.snapshot().map(Snapshot::studies).orElse(List.of()));
        session.edit(Words.of("attribution.began", study.file().getFileName()), List.of(change), List.of(study.data()));
        begun = Optional.of(change.name());
        refresh();
    }

    /** Takes the selected study out of the file. */
    void remove() {
        study().ifPresent(document -> session.edit(
                Words.of("attribution.removed", StudyDraft.title(document)), List.of(Change.removed(document))));
    }

    void rename(String title) {
        study().filter(document -> !title.isBlank() && !title.equals(StudyDraft.title(document)))
                .ifPresent(document -> session.edit(
                        Words.of("attribution.renamed", StudyDraft.title(document), title.strip()),
                        List.of(document.set("/title", JsonText.string(title.strip())))));
    }

    /** The title of the selected study. */
    Optional<String> title() {
        return study().map(StudyDraft::title);
    }

    /** Gives a role to columns, or takes it from all. */
    void setRole(RoleField role, List<String> columns) {
        study().ifPresent(document -> session.edit(
                Words.of("attribution.setRole", role.title(), String.join(", ", columns)),
                List.of(StudyDraft.withRole(document, role, columns))));
    }

    /** Gives a role to one more column. */
    void addRole(RoleField role, String column) {
        study().ifPresent(document -> {
            List<String> columns =
                    new ArrayList<>(role.isForSeveral() ? StudyDraft.columns(document, role) : List.of());
            if (!columns.contains(column)) {
                columns.add(column);
            }
            setRole(role, columns);
        });
    }

    /** Puts the study's question by a design, without options of another and without columns that it would refuse. */
    public void chooseDesign(Design design) {
        Set<Role> unused = loaded.get().advice().stream()
                .flatMap(advice -> advice.options().stream())
                .filter(option -> option.design() == design)
                .flatMap(option -> option.leaveOut().stream())
                .collect(Collectors.toSet());
        study().ifPresent(document -> session.edit(
                Words.of("attribution.choseDesign", design.title()), List.of(StudyDraft.by(document, design, unused))));
    }

    /** Sets a text of the study, such as its title or question. */
    public void setText(String pointer, String text) {
        study().filter(document -> !document.tree().at(pointer).asString("").equals(text))
                .ifPresent(document -> session.type(
                        Words.of("attribution.changed", document.name()),
                        document.set(pointer, JsonText.string(text))));
    }

    /** Answers the selected study, and keeps the answer with what it came from. */
    public void run() {
        study().ifPresent(document -> {
            int number = ++asked;
            Stoppable work = new Stoppable();
            underWay = work;
            running.set(true);
            session.say(Words.of("attribution.running"));
            studies.withData(
                    document,
                    data -> work.run(() -> studies.answer(document, data)),
                    answer -> answered(number, document, answer),
                    failure -> {
                        if (number == asked) {
                            running.set(false);
                            session.failed(failure);
                        }
                    });
        });
    }

    private void answered(int number, Document document, Attribution answer) {
        if (number == asked) {
            running.set(false);
            found.set(answer);
            session.say(Words.of("attribution.answered"));
            studies.found(document, answer);
        }
    }

    /** Stops the study that runs; its answer, should it have come meanwhile, is not taken. */
    public void stop() {
        asked++;
        underWay.stop();
        running.set(false);
        session.say(Words.of("attribution.stopped"));
    }

    /** What sending the answer to a proposal as evidence changes: the record comes into the file and the effect rests on it. */
    static List<Change> sent(
            Snapshot state, Document proposal, Attribution answer, EffectTarget target, double scale, LocalDate date) {
        String id = answer.basis().study().id();
        var record = EvidenceFile.tree(EvidenceFromStudy.of(answer, id, date, Software.NAME_AND_VERSION));
        Change evidence = state.evidence().stream()
                .filter(document -> document.name().equals(id))
                .findFirst()
                .map(document -> document.set("", record))
                .orElseGet(() -> Change.added(DocumentKind.EVIDENCE, id, record));
        Change effect = proposal.set(
                target.pointer(), JsonText.object().put("evidence", id).set("scale", JsonText.number(scale)));
        return List.of(evidence, effect);
    }

    /**
     * Sends the answer to a proposal as evidence, as one edit.
     *
     * @param scale times the estimate, for instance -1 where the impact counts what the study saw fall
     */
    void send(EffectTarget target, double scale, LocalDate date) {
        Attribution answer = found.get();
        if (answer == null) {
            return;
        }
        if (SamplingDistribution.of(answer).isEmpty()) {
            session.say(Words.of("attribution.unbounded"));
            return;
        }
        session.snapshot()
                .ifPresent(state -> state.outcome(target.proposal())
                        .ifPresent(outcome -> session.edit(
                                Words.of(
                                        "attribution.sent",
                                        answer.basis().study().id(),
                                        target),
                                sent(state, outcome.document(), answer, target, scale, date))));
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    public ObjectProperty<@Nullable String> selectedProperty() {
        return selected;
    }

    public ReadOnlyObjectProperty<Loaded> loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Attribution> foundProperty() {
        return found.getReadOnlyProperty();
    }
}
