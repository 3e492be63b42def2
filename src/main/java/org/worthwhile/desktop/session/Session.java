package org.worthwhile.desktop.session;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.worthwhile.desktop.IfPresent;
import org.worthwhile.desktop.TaskRunner;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.failure.Failure;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.Edit;
import org.worthwhile.workspace.NewDataset;
import org.worthwhile.workspace.Version;
import org.worthwhile.workspace.Workspace;

/**
 * The open file and all that can be done to it. What is asked for is done in order away from the screen, and the screen is
 * told of the new state when it is on the disk.
 */
public final class Session {

    private final Folders folders;
    private final OpenFile file;
    private final TaskStatus tasks;
    private final ShownState shown = new ShownState();
    private final FilePlace place;
    private final FileImports imports;
    private final FileOpening opening;

    public Session(Folders folders, TaskRunner tasks, Clock clock) {
        this.folders = folders;
        this.tasks = new TaskStatus(tasks);
        this.file = new OpenFile(folders, clock, this.tasks::tell);
        this.place = new FilePlace(file, this.tasks, shown);
        this.opening = new FileOpening(file, this.tasks, shown);
        this.imports = new FileImports(file, this.tasks, shown, folders);
    }

    /** Does something to the file and shows its new state. */
    private void change(String what, Runnable work, Function<Snapshot, String> said) {
        tasks.change(
                what,
                () -> {
                    work.run();
                    return file.snapshot();
                },
                state -> publish(state, said.apply(state)),
                place::look);
    }

    /** Opens a file in place of the one that is open. */
    public void open(Path path) {
        opening.open(path);
    }

    /** Creates a file, with the samples in it or empty, and opens it. */
    public void create(Path path, boolean withSamples) {
        change(
                Words.of("session.creating", path.getFileName()),
                () -> file.create(path, withSamples),
                Snapshot::opened);
    }

    /** Recovers what can be read of a damaged file into a new one and opens that. */
    public void recover(Path path) {
        opening.recover(path);
    }

    /** Reads an exported folder into a new file and opens it. */
    public void openFolder(Path folder, Path path) {
        change(
                Words.of("session.opening", folder.getFileName()),
                () -> file.openFolder(folder, path),
                Snapshot::opened);
    }

    /** Imports proposals, studies, evidence and constraints, which replace those of the same ids. */
    public void importFiles(List<Path> files, boolean keepData) {
        importFiles(files, keepData, _ -> IfPresent.REPLACE);
    }

    /** @param question asked where what is imported would replace something else of the same id */
    public void importFiles(List<Path> files, boolean keepData, IfPresent.ImportQuestion question) {
        imports.run(files, keepData, question, place::look);
    }

    /** Makes changes as one edit. */
    public void edit(String what, List<Change> changes) {
        edit(what, changes, List.of());
    }

    /** Makes changes as one edit, with the data that the studies among them use. */
    public void edit(String what, List<Change> changes, List<NewDataset> data) {
        save(what, () -> file.workspace().apply(what, changes, data));
    }

    /** Makes an edit that is worked out when its turn comes, on the file as it then is. */
    public void edit(Function<Workspace, Optional<PlannedEdit>> plan) {
        change(
                Words.of("session.saving"),
                () -> plan.apply(file.workspace())
                        .ifPresent(edit -> file.workspace().apply(edit.what(), edit.changes())),
                Snapshot::saved);
    }

    /** Keeps what is being typed; see {@link Workspace#type}. */
    public void type(String what, Change change) {
        save(what, () -> file.workspace().type(what, change));
    }

    /**
     * An entry into a value.
     *
     * @param place what a text would change in the file as it is before the entry
     */
    public Draft draft(BiFunction<Workspace, String, Optional<Draft.Typed>> place) {
        return new Draft(this, new DraftSaver(place));
    }

    void saveQuietly(Consumer<Workspace> work) {
        change(Words.of("session.saving"), () -> work.accept(file.workspace()), _ -> "");
    }

    /** Ends what is being typed; see {@link Workspace#finishTyping}. */
    public void finishTyping() {
        finishTyping(Workspace::finishTyping);
    }

    void finishTyping(Consumer<Workspace> end) {
        change(Words.of("session.saving"), () -> end.accept(file.workspace()), Snapshot::saved);
    }

    private void save(String what, Runnable edit) {
        change(Words.of("session.saving"), edit, _ -> Words.of("session.saved", what));
    }

    public void undo() {
        move(Workspace::undo, "session.undone");
    }

    public void redo() {
        move(Workspace::redo, "session.redone");
    }

    /** Says what was moved, and nothing where there was nothing to move. */
    private void move(Function<Workspace, Optional<Edit>> by, String said) {
        tasks.change(
                Words.of("session.saving"),
                () -> {
                    Optional<Edit> moved = by.apply(file.workspace());
                    return new Moved(file.snapshot(), moved.map(edit -> Words.of(said, edit.what())));
                },
                moved -> publish(moved.state, moved.said.orElse("")),
                place::look);
    }

    private record Moved(Snapshot state, Optional<String> said) {}

    /** Brings all documents to where they were in a version. */
    public void restore(Version version) {
        String what = Words.of("session.restored", version.name());
        change(what, () -> file.workspace().versions().restore(version, what), _ -> what);
    }

    /** Looks again at what somebody else may have changed. */
    public void refresh() {
        change(Words.of("session.refreshing"), () -> file.workspace().reload(), _ -> Words.of("session.refreshed"));
    }

    /** Asks the open file something, or writes what is no edit, away from the screen. */
    public <T> void ask(String what, Function<Workspace, T> question, Consumer<T> answered) {
        tasks.run(
                what,
                () -> question.apply(file.workspace()),
                answer -> {
                    tasks.say("");
                    answered.accept(answer);
                },
                place::look);
    }

    /** Asks the open file something, or writes what is no edit, without saying so, away from the screen. */
    public <T> void look(Function<Workspace, T> question, Consumer<T> answered) {
        look(question, answered, this::failed);
    }

    /** @param failed what is done on the screen when there is no answer */
    public <T> void look(Function<Workspace, T> question, Consumer<T> answered, Consumer<Throwable> failed) {
        tasks.runQuietly(() -> question.apply(file.workspace()), answered, failed);
    }

    /** Closes the file; nothing needs saving. */
    public void close() {
        tasks.runQuietly(
                () -> {
                    file.close();
                    return true;
                },
                _ -> {},
                this::failed);
    }

    private void publish(Snapshot state, String said) {
        shown.publish(state);
        tasks.say(said);
    }

    /** Does something now, and again whenever the file or the selection changes. */
    public void whenChanged(Runnable action) {
        shown.whenChanged(action);
    }

    /** Says what went wrong, in the same sentences that the command line prints. */
    public void failed(Throwable thrown) {
        tasks.failed(Words.of("failure.task"), thrown);
    }

    /** Says something in the line at the foot of the window. */
    public void say(String what) {
        tasks.say(what);
    }

    public void dismissProblems() {
        tasks.problems().clear();
    }

    /** Whether the file still stands where it was opened. */
    public FilePlace place() {
        return place;
    }

    public Folders folders() {
        return folders;
    }

    public ReadOnlyObjectProperty<@Nullable Snapshot> snapshotProperty() {
        return shown.snapshotProperty();
    }

    public Optional<Snapshot> snapshot() {
        return shown.snapshot();
    }

    /** Whether nothing in the file can be changed here: it is open elsewhere, or may not be written, or none is open. */
    public BooleanBinding readOnly() {
        return shown.readOnly();
    }

    /** The name of the proposal that the screens about one proposal show. */
    public ObjectProperty<@Nullable String> selectedProperty() {
        return shown.selectedProperty();
    }

    /** The selected proposal. */
    public Optional<Outcome> selected() {
        return shown.selected();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return tasks.busyProperty();
    }

    /** Whether the file is being changed, so that results that are shown are out of date. */
    public ReadOnlyBooleanProperty changingProperty() {
        return tasks.changingProperty();
    }

    public ReadOnlyStringProperty statusProperty() {
        return tasks.statusProperty();
    }

    /** The last failure of the program, which no input should lead to. */
    public ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
        return tasks.failureProperty();
    }

    /** What was wrong with the last thing that was tried; empty when nothing was. */
    public ObservableList<String> problems() {
        return tasks.problems();
    }

    /** A file that could not be opened and may be recoverable. */
    public ReadOnlyObjectProperty<@Nullable Path> damagedProperty() {
        return shown.damagedProperty();
    }
}
