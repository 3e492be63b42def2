package org.worthwhile.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;

/**
 * The analyst's file, opened. Every edit is on the disk when the method that makes it returns. Not for several threads at
 * once.
 */
public final class Workspace implements AutoCloseable {

    private static final String LAST_DONE =
            "WHERE state = 'done' AND number NOT IN (SELECT edit FROM beginning)" + " ORDER BY number DESC LIMIT 1";
    private static final String FIRST_UNDONE = "WHERE state = 'undone' ORDER BY number LIMIT 1";

    private final Path file;
    private final Database database;
    private final Access access;
    private final Clock clock;
    private final Optional<Checkpointer> checkpointer;
    private final Runnable release;
    private final Revisions revisions;
    private final Set<Problem> notices = new LinkedHashSet<>();
    private DocumentSet documents = DocumentSet.NONE;
    private long typing;

    Workspace(
            Path file,
            Database database,
            Access access,
            Clock clock,
            Optional<Checkpointer> checkpointer,
            Runnable release) {
        this.file = file;
        this.database = database;
        this.access = access;
        this.clock = clock;
        this.checkpointer = checkpointer;
        this.release = release;
        this.revisions = new Revisions(file, database);
        reload();
        if (access instanceof Access.Writable) {
            noteUnfinished();
        }
    }

    /** The operating system's name of whoever works here. */
    static String who() {
        return System.getProperty("user.name", "unknown");
    }

    public Path file() {
        return file;
    }

    public Access access() {
        return access;
    }

    /** Reads the documents again, which somebody else may have changed since when this is read-only. */
    public void reload() {
        DocumentReader.Result read = database.snapshot(() -> {
            revisions.read();
            return DocumentReader.read(file, database);
        });
        documents = new DocumentSet(read.documents(), read.setAside());
        notices.addAll(read.notices());
        if (access instanceof Access.Writable && !read.notices().isEmpty()) {
            write(() -> repair(read));
        }
    }

    private void repair(DocumentReader.Result read) {
        if (read.isRevisionLost()) {
            Revisions.remake(database);
        }
        read.obsolete().forEach(row -> database.update("DELETE FROM document WHERE rowid = ?", row));
        read.rebuilt().forEach(rebuilt -> {
            EditRepository.storeDocument(database, rebuilt.key(), rebuilt.text());
            note(TrailEntry.Action.REPAIR, rebuilt.key().name());
        });
    }

    /** What the analyst is to know of the state in which the file was found; more may come as its history is read. */
    public List<Problem> notices() {
        return List.copyOf(notices);
    }

    void notice(Collection<Problem> more) {
        notices.addAll(more);
    }

    /** Those that are not damaged; that others are is noted. */
    <T> List<T> intact(List<Optional<T>> rows, String part) {
        if (rows.stream().anyMatch(Optional::isEmpty)) {
            notices.add(new Problem(
                    Place.of(file.toString()),
                    part + " is damaged in places, which are left out",
                    "use a backup for them"));
        }
        return rows.stream().flatMap(Optional::stream).toList();
    }

    /** All documents, by kind and name. */
    List<Document> documents() {
        return documents.all();
    }

    /** Documents of a kind in the order of their names. */
    public List<Document> documents(DocumentKind kind) {
        return documents.of(kind);
    }

    public Optional<Document> document(DocumentKind kind, String name) {
        return documents.find(new DocumentKey(kind, name));
    }

    /**
     * Makes changes as one edit.
     *
     * @param what in words, for the audit trail
     * @throws InvalidInput if they cannot be saved; then none is made
     */
    public Edit apply(String what, List<Change> changes) {
        return apply(what, changes, List.of());
    }

    /** Makes changes as one edit, with the data that the studies among them use. */
    public Edit apply(String what, List<Change> changes, List<NewDataset> data) {
        return apply(what, changes, data, false);
    }

    /** Makes changes with which the program begins a file, which are no edit of the analyst's to be undone. */
    public void begin(String what, List<Change> changes, List<NewDataset> data) {
        Edit edit = apply(what, changes, data);
        write(() -> database.update("INSERT INTO beginning (edit) VALUES (?)", edit.number()));
    }

    /**
     * Sets a value while the analyst types: what is typed at one place in one go is one edit, each state of it saved. The audit
     * trail has it when it is finished, with the value that it then has.
     */
    public Edit type(String what, Change change) {
        return apply(what, List.of(change), List.of(), true);
    }

    /**
     * Ends what is being typed, so that what is typed next is another edit. An entry that left the value as it was leaves
     * nothing behind.
     *
     * @return the edit that it became
     */
    public Optional<Edit> finishTyping() {
        Optional<Edit> typed = typed();
        typing = 0;
        if (typed.isPresent() && changesNothing(typed.get())) {
            write(() -> EditRepository.removeEdit(database, typed.get().number()));
            return Optional.empty();
        }
        typed.ifPresent(edit -> write(() -> note(TrailEntry.Action.EDIT, edit)));
        return typed;
    }

    /** Takes back what is being typed, as if it had not been begun. */
    public void takeBackTyping() {
        Optional<Edit> typed = typed();
        typing = 0;
        typed.ifPresent(edit -> {
            List<Change> inverse = inverse(edit);
            DocumentSet changed = moved(edit, inverse);
            write(() -> {
                EditRepository.removeEdit(database, edit.number());
                changed.store(database, inverse);
            });
            documents = changed;
        });
    }

    private Optional<Edit> typed() {
        return typing == 0 ? Optional.empty() : nextUndo().filter(last -> last.number() == typing);
    }

    private boolean changesNothing(Edit edit) {
        return changes(edit.number()).stream()
                .allMatch(change -> change.before().equals(change.after()));
    }

    /**
     * What was being typed when the program ended without closing the file comes into the audit trail. That can only be the
     * last edit; what else the trail lacks was lost, and is not made up.
     */
    private void noteUnfinished() {
        if (!notices.isEmpty() || !EditRepository.isTrailWhole(database)) {
            return;
        }
        long last = EditRepository.highest(database);
        EditRepository.editsNotInTrail(database).stream()
                .filter(edit -> edit.number() == last)
                .forEach(edit -> write(() -> note(TrailEntry.Action.EDIT, edit)));
    }

    private Edit apply(String what, List<Change> given, List<NewDataset> data, boolean isTyping) {
        requireWritable();
        List<Change> changes = given.stream().map(Change::asSaved).toList();
        Optional<Edit> continued =
                isTyping ? continued(changes.getFirst()).map(before -> edit(before.number(), what)) : Optional.empty();
        if (continued.isEmpty()) {
            finishTyping();
        }
        DocumentSet changed = documents.with(changes, database);
        Edit edit = edit(nextNumber(), what);
        boolean abandons = next(FIRST_UNDONE).isPresent();
        write(() -> {
            continued.ifPresentOrElse(
                    typed -> EditRepository.updateEdit(database, typed, changes.getFirst()),
                    () -> record(edit, changes, isTyping));
            changed.store(database, changes);
            data.forEach(datasets()::put);
            if (abandons) {
                datasets().removeUnused();
            }
        });
        documents = changed;
        Edit made = continued.orElse(edit);
        typing = isTyping ? made.number() : 0;
        return made;
    }

    /** The edit that typing at a place goes on with: the last one made, if it was typing there too. */
    private Optional<Edit> continued(Change change) {
        return nextUndo()
                .filter(last -> last.number() == typing && nextRedo().isEmpty())
                .filter(last -> changes(last.number()).getFirst().isAtSamePlaceAs(change));
    }

    private void record(Edit edit, List<Change> changes, boolean isTyping) {
        EditRepository.abandonUndone(database);
        EditRepository.insertEdit(database, edit, "done", changes);
        if (!isTyping) {
            note(TrailEntry.Action.EDIT, edit);
        }
    }

    /** The edit that {@link #undo} would undo; none if its record is damaged. */
    public Optional<Edit> nextUndo() {
        return next(LAST_DONE).flatMap(edit -> edit);
    }

    /** The edit that {@link #redo} would do again; none if its record is damaged. */
    public Optional<Edit> nextRedo() {
        return next(FIRST_UNDONE).flatMap(edit -> edit);
    }

    private Optional<Optional<Edit>> next(String which) {
        return EditRepository.edits(database, which).stream()
                .map(edit -> edit.filter(read -> EditRepository.isFollowedByAll(database, read)))
                .findFirst();
    }

    /**
     * Undoes the last edit, in this session or an earlier one.
     *
     * @throws InvalidInput if the record of the edit is damaged
     */
    public Optional<Edit> undo() {
        finishTyping();
        return next(LAST_DONE).map(last -> {
            Edit edit = last.orElseThrow(() -> database.damaged("the record of the last edit"));
            move(edit, inverse(edit), "undone", TrailEntry.Action.UNDO);
            return edit;
        });
    }

    private List<Change> inverse(Edit edit) {
        return changes(edit.number()).reversed().stream().map(Change::inverse).toList();
    }

    /**
     * Does the edit that was undone last again.
     *
     * @throws InvalidInput if the record of the edit is damaged
     */
    public Optional<Edit> redo() {
        finishTyping();
        return next(FIRST_UNDONE).map(first -> {
            Edit edit = first.orElseThrow(() -> database.damaged("the record of the edit that was undone last"));
            move(edit, changes(edit.number()), "done", TrailEntry.Action.REDO);
            return edit;
        });
    }

    private void move(Edit edit, List<Change> changes, String state, TrailEntry.Action action) {
        requireWritable();
        DocumentSet changed = moved(edit, changes);
        write(() -> {
            EditRepository.setState(database, edit.number(), state);
            changed.store(database, changes);
            note(action, edit);
        });
        documents = changed;
    }

    private DocumentSet moved(Edit edit, List<Change> changes) {
        try {
            return documents.with(changes, database);
        } catch (IllegalArgumentException notForTheseDocuments) {
            throw SqliteErrors.of(
                    file,
                    "edit " + edit.number() + " does not fit the documents as they are now",
                    "restore a version, or use a backup");
        }
    }

    /** What an edit changed, in the order of doing. */
    public List<Change> changes(long edit) {
        return EditRepository.changes(database, edit);
    }

    /** The audit trail, the newest entry first. */
    public List<TrailEntry> trail(int most) {
        List<Optional<TrailEntry>> entries =
                new ArrayList<>(EditRepository.trail(database, "ORDER BY number DESC LIMIT " + most));
        if (entries.size() < Math.min(most, Revisions.entriesOfTrail(database))) {
            entries.add(Optional.empty());
        }
        return intact(entries, "the audit trail");
    }

    /** The audit trail with the edits that it tells of, the newest entry first. */
    public List<HistoryEntry> history(int most) {
        return History.of(database, trail(most));
    }

    /** Named versions of the documents. */
    public Versions versions() {
        return new Versions(this, database);
    }

    /** The data of studies. */
    public Datasets datasets() {
        return new Datasets(database);
    }

    /** Results with what they came from. */
    public ResultStore resultStore() {
        return new ResultStore(this, database);
    }

    /** Writes the whole workspace as a folder of JSON files; see {@link WorkspaceFolder}. */
    public void exportTo(Path folder) {
        if (file.toAbsolutePath().normalize().startsWith(folder.toAbsolutePath().normalize())) {
            throw SqliteErrors.of(folder, "holds the file that is open", "choose a new or an empty folder");
        }
        finishTyping();
        database.snapshot(() -> {
            WorkspaceFolder.write(documents.all(), database, folder);
            return folder;
        });
        if (access instanceof Access.Writable) {
            write(() -> note(TrailEntry.Action.EXPORT, String.valueOf(folder.getFileName())));
        }
    }

    /** Writes a whole copy of the file, ready to be opened. */
    public void copyTo(Path copy) {
        FileNames.requireUsable(copy);
        if (Files.exists(copy)) {
            throw SqliteErrors.of(copy, "is there already", "choose another name");
        }
        finishTyping();
        Backups.copy(database, copy);
    }

    /** Writes to the file, all of it or nothing. */
    void write(Runnable work) {
        requireWritable();
        revisions.transaction(work);
        checkpointer.ifPresent(Checkpointer::changed);
    }

    Database database() {
        return database;
    }

    void requireWritable() {
        if (access instanceof Access.ReadOnly(String why, String remedy)) {
            throw SqliteErrors.of(file, why, remedy);
        }
    }

    void note(TrailEntry.Action action, String what) {
        EditRepository.insertTrail(database, now(), who(), action, what, null);
    }

    private void note(TrailEntry.Action action, Edit edit) {
        EditRepository.insertTrail(database, now(), who(), action, edit.what(), edit.number());
    }

    Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MILLIS);
    }

    private Edit edit(long number, String what) {
        return new Edit(number, now(), who(), what);
    }

    private long nextNumber() {
        return EditRepository.highest(database) + 1;
    }

    @Override
    public void close() {
        try (database) {
            checkpointer.ifPresent(Checkpointer::close);
            finishTyping();
        } finally {
            release.run();
        }
    }
}
