package org.worthwhile.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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

    private final Database database;
    private final Transactions transactions;
    private final EditStack edits;
    private final Runnable release;
    private final Set<Problem> notices = new LinkedHashSet<>();

    /** @param release done when it is closed */
    Workspace(Database database, Transactions transactions, Runnable release) {
        this.database = database;
        this.transactions = transactions;
        this.edits = new EditStack(database, transactions);
        this.release = release;
        reload();
        if (transactions.isWritable() && notices.isEmpty()) {
            edits.noteUnfinished();
        }
    }

    public Path file() {
        return transactions.file();
    }

    /** As it is now; unlike all else here, to be asked by any thread. */
    public Access access() {
        return transactions.access();
    }

    /** Reads the documents again, which somebody else may have changed since when this is read-only. */
    public void reload() {
        DocumentReader.Result read = database.snapshot(() -> {
            transactions.read();
            return DocumentReader.read(file(), database);
        });
        edits.begin(new DocumentSet(read.documents(), read.setAside()));
        notices.addAll(read.notices());
        if (transactions.isWritable() && !read.notices().isEmpty()) {
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
                    Place.of(file().toString()),
                    part + " is damaged in places, which are left out",
                    "use a backup for them"));
        }
        return rows.stream().flatMap(Optional::stream).toList();
    }

    /** All documents, by kind and name. */
    List<Document> documents() {
        return edits.documents().all();
    }

    /** Documents of a kind in the order of their names. */
    public List<Document> documents(DocumentKind kind) {
        return edits.documents().of(kind);
    }

    public Optional<Document> document(DocumentKind kind, String name) {
        return edits.documents().find(new DocumentKey(kind, name));
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
        return edits.apply(what, changes, data);
    }

    /** Makes changes with which the program begins a file, which are no edit of the analyst's to be undone. */
    public void begin(String what, List<Change> changes, List<NewDataset> data) {
        edits.begin(what, changes, data);
    }

    /**
     * Sets a value while the analyst types: what is typed at one place in one go is one edit, each state of it saved. The audit
     * trail has it when it is finished, with the value that it then has.
     */
    public Edit type(String what, Change change) {
        return edits.type(what, change);
    }

    /**
     * Ends what is being typed, so that what is typed next is another edit. An entry that left the value as it was leaves
     * nothing behind.
     *
     * @return the edit that it became
     */
    public Optional<Edit> finishTyping() {
        return edits.finishTyping();
    }

    /** Takes back what is being typed, as if it had not been begun. */
    public void takeBackTyping() {
        edits.takeBackTyping();
    }

    /** The edit that {@link #undo} would undo; none if its record is damaged. */
    public Optional<Edit> nextUndo() {
        return edits.nextUndo();
    }

    /** The edit that {@link #redo} would do again; none if its record is damaged. */
    public Optional<Edit> nextRedo() {
        return edits.nextRedo();
    }

    /**
     * Undoes the last edit, in this session or an earlier one.
     *
     * @throws InvalidInput if the record of the edit is damaged
     */
    public Optional<Edit> undo() {
        return edits.undo();
    }

    /**
     * Does the edit that was undone last again.
     *
     * @throws InvalidInput if the record of the edit is damaged
     */
    public Optional<Edit> redo() {
        return edits.redo();
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

    /** When the file last became what it is now: when an edit was done, undone or done again. */
    public Optional<Instant> changed() {
        return EditRepository.trail(database, "WHERE edit IS NOT NULL ORDER BY number DESC LIMIT 1").stream()
                .flatMap(Optional::stream)
                .map(TrailEntry::at)
                .findFirst();
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
        if (file().toAbsolutePath()
                .normalize()
                .startsWith(folder.toAbsolutePath().normalize())) {
            throw SqliteErrors.of(folder, "holds the file that is open", "choose a new or an empty folder");
        }
        finishWhereWritable();
        database.snapshot(() -> {
            WorkspaceFolder.write(documents(), database, folder);
            return folder;
        });
        if (transactions.isWritable()) {
            write(() -> note(TrailEntry.Action.EXPORT, String.valueOf(folder.getFileName())));
        }
    }

    /** What was typed is in a file that has been displaced; only the trail cannot say so there. */
    private void finishWhereWritable() {
        if (transactions.isWritable()) {
            finishTyping();
        }
    }

    /** Writes a whole copy of the file, ready to be opened. */
    public void copyTo(Path copy) {
        FileNames.requireUsable(copy);
        if (Files.exists(copy)) {
            throw SqliteErrors.of(copy, "is there already", "choose another name");
        }
        finishWhereWritable();
        Backups.copy(database, copy);
    }

    /** Writes to the file, all of it or nothing. */
    void write(Runnable work) {
        transactions.write(work);
    }

    Database database() {
        return database;
    }

    void requireWritable() {
        transactions.requireWritable();
    }

    void note(TrailEntry.Action action, String what) {
        transactions.note(action, what);
    }

    Instant now() {
        return transactions.now();
    }

    @Override
    public void close() {
        try (database) {
            transactions.close();
            finishWhereWritable();
        } finally {
            release.run();
        }
    }
}
