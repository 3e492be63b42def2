package org.worthwhile.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.problem.InvalidInput;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Documents, edits, changes and the trail as rows of their tables. */
final class EditRepository {

    private EditRepository() {}

    static final String CHANGE_COLUMNS = "kind, name, pointer, before, after";

    /** Edits, empty where their record is damaged. */
    static List<Optional<Edit>> edits(Database database, String rest) {
        return HashedTable.EDIT.rows(
                database,
                "number, made_at, who, what",
                rest,
                row -> new Edit(row.getLong(1), Instant.parse(row.getString(2)), row.getString(3), row.getString(4)));
    }

    /**
     * What an edit changed.
     *
     * @throws InvalidInput if the record of it is damaged
     */
    static List<Change> changes(Database database, long edit) {
        List<Optional<Change>> changes = HashedTable.CHANGE.rows(
                database, CHANGE_COLUMNS, "WHERE edit = ? ORDER BY place", EditRepository::change, edit);
        boolean isWhole = edits(database, "WHERE number = " + edit).stream().anyMatch(Optional::isPresent);
        if (!isWhole || changes.stream().anyMatch(Optional::isEmpty)) {
            throw database.damaged("the record of edit " + edit);
        }
        return changes.stream().flatMap(Optional::stream).toList();
    }

    /** The highest number that an edit ever had, whether or not its record is still there. */
    static long highest(Database database) {
        return database.query(
                        "SELECT max((SELECT coalesce(max(number), 0) FROM edit), (SELECT coalesce(max(edits), 0) FROM revision))",
                        row -> row.getLong(1))
                .getFirst();
    }

    /** Whether there are as many entries in the audit trail as were ever written. */
    static boolean isTrailWhole(Database database) {
        return database.number("SELECT count(*) FROM trail") == Revisions.entriesOfTrail(database);
    }

    /** Whether the records of all edits after one are there, so that it can be told what came after it. */
    static boolean isFollowedByAll(Database database, Edit edit) {
        return database.query("SELECT count(*) FROM edit WHERE number > ?", row -> row.getLong(1), edit.number())
                        .getFirst()
                == highest(database) - edit.number();
    }

    static Change change(ResultSet row) throws SQLException {
        return new Change(
                DocumentKind.of(row.getString(1)),
                row.getString(2),
                JsonPointer.compile(row.getString(3)).toString(),
                tree(row.getString(4)),
                tree(row.getString(5)));
    }

    /** Entries of the trail, empty where they are damaged. */
    static List<Optional<TrailEntry>> trail(Database database, String rest) {
        return HashedTable.TRAIL.rows(
                database, "number, made_at, who, action, what, edit", rest, EditRepository::trailEntry);
    }

    private static TrailEntry trailEntry(ResultSet row) throws SQLException {
        long edit = row.getLong(6);
        return new TrailEntry(
                row.getLong(1),
                Instant.parse(row.getString(2)),
                row.getString(3),
                TrailEntry.Action.valueOf(row.getString(4)),
                row.getString(5),
                edit == 0 ? OptionalLong.empty() : OptionalLong.of(edit));
    }

    static void insertEdit(Database database, Edit edit, String state, List<Change> changes) {
        database.update(
                "INSERT INTO edit (number, made_at, who, what, state) VALUES (?, ?, ?, ?, ?)",
                edit.number(),
                edit.at().toString(),
                edit.who(),
                edit.what(),
                state);
        for (int place = 0; place < changes.size(); place++) {
            Change change = changes.get(place);
            database.update(
                    "INSERT INTO change (edit, place, kind, name, pointer, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    edit.number(),
                    place,
                    change.kind().code(),
                    change.name(),
                    change.pointer(),
                    text(change.before()),
                    text(change.after()));
        }
        seal(database, edit.number());
    }

    /** Replaces what an edit made of the one place that it changed, as typing goes on there. */
    static void updateEdit(Database database, Edit edit, Change change) {
        database.update(
                "UPDATE edit SET what = ?, made_at = ? WHERE number = ?",
                edit.what(),
                edit.at().toString(),
                edit.number());
        database.update("UPDATE change SET after = ? WHERE edit = ?", text(change.after()), edit.number());
        seal(database, edit.number());
    }

    /** Removes an edit of which nothing remains. */
    static void removeEdit(Database database, long edit) {
        database.update("DELETE FROM change WHERE edit = ?", edit);
        database.update("DELETE FROM edit WHERE number = ?", edit);
        database.update("UPDATE revision SET edits = min(edits, ?)", edit - 1);
    }

    /** Edits that were under way when the program ended without closing the file. */
    static List<Edit> editsNotInTrail(Database database) {
        return edits(database, "WHERE number NOT IN (SELECT edit FROM trail WHERE edit IS NOT NULL) ORDER BY number")
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static void seal(Database database, long edit) {
        HashedTable.CHANGE.seal(database, "edit = ?", edit);
        HashedTable.EDIT.seal(database, "number = ?", edit);
    }

    static void setState(Database database, long edit, String state) {
        database.update("UPDATE edit SET state = ? WHERE number = ?", state, edit);
        HashedTable.EDIT.seal(database, "number = ?", edit);
    }

    /** What was undone can no longer be done again once something else is done. */
    static void abandonUndone(Database database) {
        database.query("SELECT number FROM edit WHERE state = 'undone'", row -> row.getLong(1))
                .forEach(edit -> setState(database, edit, "abandoned"));
    }

    /** Puts a document in or writes over what it said. */
    static void storeDocument(Database database, DocumentKey key, String text) {
        database.update(
                "INSERT INTO document (kind, name, text) VALUES (?, ?, ?)"
                        + " ON CONFLICT DO UPDATE SET text = excluded.text",
                key.kind().code(),
                key.name(),
                text);
        HashedTable.DOCUMENT.seal(database, "kind = ? AND name = ?", key.kind().code(), key.name());
    }

    static void removeDocument(Database database, DocumentKey key) {
        database.update(
                "DELETE FROM document WHERE kind = ? AND name = ?", key.kind().code(), key.name());
    }

    static void insertTrail(
            Database database, Instant at, String who, TrailEntry.Action action, String what, @Nullable Long edit) {
        database.update(
                "INSERT INTO trail (made_at, who, action, what, edit) VALUES (?, ?, ?, ?, ?)",
                at.toString(),
                who,
                action.name(),
                what,
                edit);
        HashedTable.TRAIL.seal(database, "number = last_insert_rowid()");
    }

    private static @Nullable String text(Optional<JsonNode> tree) {
        return tree.map(JsonText::compact).orElse(null);
    }

    private static Optional<JsonNode> tree(@Nullable String text) {
        return Optional.ofNullable(text).map(JsonText::parse);
    }
}
