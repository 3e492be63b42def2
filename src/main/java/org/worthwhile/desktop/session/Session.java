package org.worthwhile.desktop.session;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.worthwhile.desktop.Background;
import org.worthwhile.desktop.Words;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Problem;
import org.worthwhile.workspace.Access;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.Document;
import org.worthwhile.workspace.Kind;
import org.worthwhile.workspace.Recovery;
import org.worthwhile.workspace.TrailEntry;
import org.worthwhile.workspace.Version;
import org.worthwhile.workspace.Workspace;
import org.worthwhile.workspace.WorkspaceFile;
import org.worthwhile.workspace.WorkspaceFolder;

/**
 * The open file and all that can be done to it. What is asked for is done in order away from the screen, and the screen is
 * told of the new state when it is on the disk.
 */
public final class Session {

    private final Folders folders;
    private final Background background;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<@Nullable Snapshot> snapshot = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable String> selected = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ObservableList<String> problems = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Path> damaged = new ReadOnlyObjectWrapper<>();
    private int waiting;

    // Used by work in the background alone, which is done one after another.
    private @Nullable Workspace workspace;
    private @Nullable ModelLibrary library;
    private @Nullable Appraising appraising;

    public Session(Folders folders, Background background, Clock clock) {
        this.folders = folders;
        this.background = background;
        this.clock = clock;
    }

    /** Opens a file in place of the one that is open. */
    public void open(Path file) {
        damaged.set(null);
        run(
                Words.of("session.opening", file.getFileName()),
                () -> {
                    if (isOpen(file)) {
                        open().reload();
                    } else {
                        replace(WorkspaceFile.open(file, clock));
                    }
                    return state(open());
                },
                state -> publish(
                        state, Words.of("session.opened", state.outcomes().size())),
                () -> damaged.set(file));
    }

    /** Creates a file, with the samples in it or empty, and opens it. */
    public void create(Path file, boolean withSamples) {
        run(
                Words.of("session.creating", file.getFileName()),
                () -> {
                    Workspace created = WorkspaceFile.create(file, clock);
                    if (withSamples) {
                        Importing.into(
                                created,
                                SampleFiles.in(folders.samples()),
                                true,
                                folders,
                                Words.of("session.samplesAdded"));
                    }
                    replace(created);
                    return state(created);
                },
                state -> publish(
                        state, Words.of("session.opened", state.outcomes().size())));
    }

    /** Recovers what can be read of a damaged file into a new one and opens that. */
    public void recover(Path file) {
        run(
                Words.of("session.recovering", file.getFileName()),
                () -> {
                    Recovery recovery = Recovery.of(file, clock)
                            .orElseThrow(() -> new InvalidInput(new Problem(
                                    org.worthwhile.problem.Place.of(file.toString()),
                                    Words.of("session.nothingRecovered"),
                                    Words.of("session.useACopy"))));
                    Workspace opened = WorkspaceFile.open(recovery.file(), clock);
                    replace(opened);
                    return state(opened);
                },
                state -> {
                    damaged.set(null);
                    publish(state, Words.of("session.recovered", state.title()));
                });
    }

    /** Reads an exported folder into a new file and opens it. */
    public void openFolder(Path folder, Path file) {
        run(
                Words.of("session.opening", folder.getFileName()),
                () -> {
                    Workspace read = WorkspaceFolder.read(folder, file, clock);
                    replace(read);
                    return state(read);
                },
                state -> publish(
                        state, Words.of("session.opened", state.outcomes().size())));
    }

    /** Imports proposals, studies, evidence and constraints. */
    public void importFiles(List<Path> files, boolean keepData) {
        String what = files.size() == 1
                ? Words.of("session.importedOne", files.getFirst().getFileName())
                : Words.of("session.importedMany", files.size());
        run(
                Words.of("session.importing", files.size()),
                () -> {
                    Importing.into(open(), files, keepData, folders, what);
                    return state(open());
                },
                state -> publish(state, what));
    }

    /** Makes changes as one edit. */
    public void edit(String what, List<Change> changes) {
        apply(what, open -> open.apply(what, changes));
    }

    /** Keeps what is being typed; see {@link Workspace#type}. */
    public void type(String what, Change change) {
        apply(what, open -> open.type(what, change));
    }

    private void apply(String what, Consumer<Workspace> edit) {
        run(
                Words.of("session.saving"),
                () -> {
                    edit.accept(open());
                    return state(open());
                },
                state -> publish(state, Words.of("session.saved", what)));
    }

    public void undo() {
        move(Workspace::undo, "session.undone");
    }

    public void redo() {
        move(Workspace::redo, "session.redone");
    }

    private void move(Function<Workspace, Optional<org.worthwhile.workspace.Edit>> step, String word) {
        run(
                Words.of("session.saving"),
                () -> {
                    step.apply(open());
                    return state(open());
                },
                state -> publish(
                        state,
                        Words.of(word, (word.equals("session.undone") ? state.redo() : state.undo()).orElse(""))));
    }

    /** Brings all documents to where they were in a version. */
    public void restore(Version version) {
        String what = Words.of("session.restored", version.name());
        run(
                what,
                () -> {
                    open().versions().restore(version, what);
                    return state(open());
                },
                state -> publish(state, what));
    }

    /** Looks again at what somebody else may have changed. */
    public void refresh() {
        run(
                Words.of("session.refreshing"),
                () -> {
                    open().reload();
                    return state(open());
                },
                state -> publish(state, Words.of("session.refreshed")));
    }

    /** Asks the open file something, or writes what is no edit, away from the screen. */
    public <T> void ask(String what, Function<Workspace, T> question, Consumer<T> answered) {
        run(what, () -> question.apply(open()), answer -> {
            status.set("");
            answered.accept(answer);
        });
    }

    /** Asks the open file something without saying so, away from the screen. */
    public <T> void look(Function<Workspace, T> question, Consumer<T> answered) {
        background.run(() -> question.apply(open()), answered, this::failed);
    }

    /** Closes the file; nothing needs saving. */
    public void close() {
        background.run(
                () -> {
                    Workspace open = workspace;
                    workspace = null;
                    if (open != null) {
                        open.close();
                    }
                    return true;
                },
                _ -> {},
                this::failed);
    }

    private boolean isOpen(Path file) {
        Workspace open = workspace;
        return open != null
                && open.file()
                        .toAbsolutePath()
                        .normalize()
                        .equals(file.toAbsolutePath().normalize());
    }

    private void replace(Workspace opened) {
        Workspace before = workspace;
        workspace = opened;
        if (before != null) {
            before.close();
        }
    }

    private Workspace open() {
        Workspace open = workspace;
        if (open == null) {
            throw new IllegalStateException("No file is open.");
        }
        return open;
    }

    private Snapshot state(Workspace open) {
        ModelLibrary packs = library;
        if (packs == null) {
            packs = PackReader.read(folders.models(), Optional.of(folders.ownModels()));
            library = packs;
        }
        Appraising calculation = appraising;
        if (calculation == null) {
            calculation = new Appraising(folders, packs);
            appraising = calculation;
        }
        List<Document> evidence = open.documents(Kind.EVIDENCE);
        return new Snapshot(
                open.file(),
                open.trail(1).stream().mapToLong(TrailEntry::number).findFirst().orElse(0),
                open.access(),
                packs,
                calculation.outcomes(open.documents(Kind.PROPOSAL), evidence),
                open.documents(Kind.STUDY),
                evidence,
                open.documents(Kind.CONSTRAINTS),
                open.access() instanceof Access.Writable ? open.nextUndo().map(edit -> edit.what()) : Optional.empty(),
                open.access() instanceof Access.Writable ? open.nextRedo().map(edit -> edit.what()) : Optional.empty());
    }

    private void publish(Snapshot state, String said) {
        snapshot.set(state);
        String name = selected.get();
        if (name == null || state.outcome(name).isEmpty()) {
            selected.set(
                    state.outcomes().isEmpty()
                            ? null
                            : state.outcomes().getFirst().name());
        }
        status.set(said);
    }

    private <T> void run(String what, java.util.function.Supplier<T> work, Consumer<T> done) {
        run(what, work, done, () -> {});
    }

    private <T> void run(String what, java.util.function.Supplier<T> work, Consumer<T> done, Runnable alsoFailed) {
        waiting++;
        busy.set(true);
        problems.clear();
        status.set(what);
        background.run(
                work,
                result -> {
                    finished();
                    done.accept(result);
                },
                failure -> {
                    finished();
                    failed(failure);
                    alsoFailed.run();
                });
    }

    private void finished() {
        waiting--;
        busy.set(waiting > 0);
    }

    /** Says what went wrong, in the same sentences that the command line prints. */
    public void failed(RuntimeException failure) {
        problems.setAll(
                failure instanceof InvalidInput invalid
                        ? invalid.problems().stream().map(Problem::sentence).toList()
                        : List.of(Words.of("session.failure", failure)));
        status.set(Words.of("session.problems", problems.size()));
    }

    /** Says something in the line at the foot of the window. */
    public void say(String what) {
        status.set(what);
    }

    public void dismissProblems() {
        problems.clear();
    }

    /** Does something now, and again whenever the file or the selection changes. */
    public void whenChanged(Runnable action) {
        snapshot.subscribe(_ -> action.run());
        selected.addListener((_, _, _) -> action.run());
    }

    public Folders folders() {
        return folders;
    }

    public ReadOnlyObjectProperty<@Nullable Snapshot> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    public Optional<Snapshot> snapshot() {
        return Optional.ofNullable(snapshot.get());
    }

    /** The name of the proposal that the screens about one proposal show. */
    public ObjectProperty<@Nullable String> selectedProperty() {
        return selected;
    }

    /** The selected proposal. */
    public Optional<Outcome> selected() {
        String name = selected.get();
        return name == null ? Optional.empty() : snapshot().flatMap(state -> state.outcome(name));
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** What was wrong with the last thing that was tried; empty when nothing was. */
    public ObservableList<String> problems() {
        return problems;
    }

    /** A file that could not be opened and may be recoverable. */
    public ReadOnlyObjectProperty<@Nullable Path> damagedProperty() {
        return damaged.getReadOnlyProperty();
    }
}
