package org.worthwhile.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.worthwhile.exchange.JsonText;
import tools.jackson.databind.JsonNode;

/** Edits, changes and the trail as rows of their tables. */
final class EditRepository {

    private EditRepository() {}

    static List<Edit> edits(Database database, String rest) {
        return database.query(
                "SELECT number, made_at, who, what FROM edit " + rest,
                row -> new Edit(row.getLong(1), Instant.parse(row.getString(2)), row.getString(3), row.getString(4)));
    }

    static List<Change> changes(Database database, long edit) {
        return database.query(
                "SELECT kind, name, pointer, before, after FROM change WHERE edit = ? ORDER BY place",
                row -> new Change(
                        DocumentKind.of(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        tree(row.getString(4)),
                        tree(row.getString(5))),
                edit);
    }

    static List<TrailEntry> trail(Database database, String rest) {
        return database.query("SELECT number, made_at, who, action, what, edit FROM trail " + rest, EditRepository::trailEntry);
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
                "INSERT INTO edit VALUES (?, ?, ?, ?, ?)",
                edit.number(),
                edit.at().toString(),
                edit.who(),
                edit.what(),
                state);
        for (int place = 0; place < changes.size(); place++) {
            Change change = changes.get(place);
            database.update(
                    "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?)",
                    edit.number(),
                    place,
                    change.kind().code(),
                    change.name(),
                    change.pointer(),
                    text(change.before()),
                    text(change.after()));
        }
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
    }

    static @Nullable String text(Optional<JsonNode> tree) {
        return tree.map(JsonText::compact).orElse(null);
    }

    private static Optional<JsonNode> tree(@Nullable String text) {
        return Optional.ofNullable(text).map(JsonText::parse);
    }
}
