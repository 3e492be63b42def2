package org.worthwhile.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.problem.InvalidInput;
import tools.jackson.core.JacksonException;

/**
 * The analyst's file, opened. Every edit is on the disk when the method that makes it returns. Not for several threads at
 * once.
 */
public final class Workspace implements AutoCloseable {

    private record Key(DocumentKind kind, String name) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::kind).thenComparing(Key::name).compare(this, other);
        }
    }

    private final Path file;
    private final Database database;
    private final Access access;
    private final Clock clock;
    private final Runnable release;
    private Map<Key, Document> documents = new TreeMap<>();
    private long typing;

    Workspace(Path file, Database database, Access access, Clock clock, Runnable release) {
        this.file = file;
        this.database = database;
        this.access = access;
        this.clock = clock;
        this.release = release;
        reload();
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
        Map<Key, Document> read = new TreeMap<>();
        try {
            database.query("SELECT kind, name, text FROM document", row -> {
                        DocumentKind kind = DocumentKind.of(row.getString(1));
                        return new Document(kind, row.getString(2), JsonText.parse(row.getString(3)));
                    })
                    .forEach(document -> read.put(key(document), document));
        } catch (JacksonException | IllegalArgumentException noDocument) {
            throw SqliteErrors.damaged(file);
        }
        documents = read;
    }

    /** Documents of a kind in the order of their names. */
    public List<Document> documents(DocumentKind kind) {
        return documents.values().stream()
                .filter(document -> document.kind() == kind)
                .toList();
    }

    public Optional<Document> document(DocumentKind kind, String name) {
        return Optional.ofNullable(documents.get(new Key(kind, name)));
    }

    /**
     * Makes changes as one edit.
     *
     * @param what in words, for the audit trail
     * @throws InvalidInput if they cannot be saved; then none is made
     */
    public Edit apply(String what, List<Change> changes) {
        return apply(what, changes, false);
    }

    /** Sets a value while the analyst types: what is typed at one place in one go is one edit, each state of it saved. */
    public Edit type(String what, Change change) {
        return apply(what, List.of(change), true);
    }

    private Edit apply(String what, List<Change> changes, boolean isTyping) {
        requireWritable();
        Map<Key, Document> changed = changed(changes);
        Edit edit = edit(nextNumber(), what);
        Optional<Edit> continued = isTyping ? continued(changes.getFirst()) : Optional.empty();
        database.transaction(() -> {
            continued.ifPresentOrElse(
                    before -> keepTyping(before, what, changes.getFirst()), () -> record(edit, changes));
            changes.forEach(change -> store(changed, change));
        });
        documents = changed;
        Edit made = continued.orElse(edit);
        typing = isTyping ? made.number() : 0;
        return made;
    }

    private Map<Key, Document> changed(List<Change> changes) {
        Map<Key, Document> changed = new TreeMap<>(documents);
        for (Change change : changes) {
            Key key = new Key(change.kind(), change.name());
            if (change.pointer().isEmpty()) {
                change.after()
                        .ifPresentOrElse(
                                tree -> changed.put(key, new Document(change.kind(), change.name(), tree)),
                                () -> changed.remove(key));
            } else {
                Document document = changed.get(key);
                if (document == null) {
                    throw new IllegalArgumentException("There is no " + change.kind() + " " + change.name());
                }
                changed.put(key, document.with(change));
            }
        }
        return changed;
    }

    /** The edit that typing at a place goes on with: the last one made, if it was typing there too. */
    private Optional<Edit> continued(Change change) {
        return nextUndo()
                .filter(last -> last.number() == typing && nextRedo().isEmpty())
                .filter(last -> changes(last.number()).getFirst().isAtSamePlaceAs(change));
    }

    private void keepTyping(Edit before, String what, Change change) {
        database.update(
                "UPDATE edit SET what = ?, made_at = ? WHERE number = ?", what, now().toString(), before.number());
        database.update("UPDATE change SET after = ? WHERE edit = ?", EditRepository.text(change.after()), before.number());
    }

    private void record(Edit edit, List<Change> changes) {
        database.update("UPDATE edit SET state = 'abandoned' WHERE state = 'undone'");
        EditRepository.insertEdit(database, edit, "done", changes);
        note(TrailEntry.Action.EDIT, edit);
    }

    private void store(Map<Key, Document> changed, Change change) {
        Document document = changed.get(new Key(change.kind(), change.name()));
        if (document == null) {
            database.update(
                    "DELETE FROM document WHERE kind = ? AND name = ?",
                    change.kind().code(),
                    change.name());
        } else {
            database.update(
                    "INSERT INTO document VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET text = excluded.text",
                    change.kind().code(),
                    change.name(),
                    JsonText.compact(document.tree()));
        }
    }

    /** The edit that {@link #undo} would undo. */
    public Optional<Edit> nextUndo() {
        return EditRepository.edits(database, "WHERE state = 'done' ORDER BY number DESC LIMIT 1").stream()
                .findFirst();
    }

    /** The edit that {@link #redo} would do again. */
    public Optional<Edit> nextRedo() {
        return EditRepository.edits(database, "WHERE state = 'undone' ORDER BY number LIMIT 1").stream()
                .findFirst();
    }

    /** Undoes the last edit, in this session or an earlier one. */
    public Optional<Edit> undo() {
        requireWritable();
        return nextUndo().map(edit -> {
            List<Change> inverse = changes(edit.number()).reversed().stream()
                    .map(Change::inverse)
                    .toList();
            move(edit, inverse, "undone", TrailEntry.Action.UNDO);
            return edit;
        });
    }

    /** Does the edit that was undone last again. */
    public Optional<Edit> redo() {
        requireWritable();
        return nextRedo().map(edit -> {
            move(edit, changes(edit.number()), "done", TrailEntry.Action.REDO);
            return edit;
        });
    }

    private void move(Edit edit, List<Change> changes, String state, TrailEntry.Action action) {
        Map<Key, Document> changed = changed(changes);
        database.transaction(() -> {
            database.update("UPDATE edit SET state = ? WHERE number = ?", state, edit.number());
            changes.forEach(change -> store(changed, change));
            note(action, edit);
        });
        documents = changed;
        typing = 0;
    }

    /** What an edit changed, in the order of doing. */
    public List<Change> changes(long edit) {
        return EditRepository.changes(database, edit);
    }

    /** The audit trail, the newest entry first. */
    public List<TrailEntry> trail(int most) {
        return EditRepository.trail(database, "ORDER BY number DESC LIMIT " + most);
    }

    /** Named versions of the documents. */
    public Versions versions() {
        return new Versions(this, database);
    }

    /** Datasets, and results with what they came from. */
    public ResultStore resultStore() {
        return new ResultStore(this, database);
    }

    /** Writes the whole workspace as a folder of JSON files; see {@link WorkspaceFolder}. */
    public void exportTo(Path folder) {
        WorkspaceFolder.write(database, folder);
        if (access instanceof Access.Writable) {
            database.transaction(
                    () -> note(TrailEntry.Action.EXPORT, folder.getFileName().toString()));
        }
    }

    /** Writes a whole copy of the file, ready to be opened. */
    public void copyTo(Path copy) {
        if (Files.exists(copy)) {
            throw SqliteErrors.of(copy, "is there already", "choose another name");
        }
        database.update("VACUUM INTO ?", copy.toString());
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
        return database.number("SELECT coalesce(max(number), 0) + 1 FROM edit");
    }

    private static Key key(Document document) {
        return new Key(document.kind(), document.name());
    }

    @Override
    public void close() {
        try {
            database.close();
        } finally {
            release.run();
        }
    }
}
