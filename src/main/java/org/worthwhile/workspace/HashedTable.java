package org.worthwhile.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The tables whose rows bear a hash of what they say, in the order in which hashes rest on one another. */
enum HashedTable {
    DOCUMENT("kind, name, text"),
    CHANGE("edit, place, kind, name, pointer, before, after"),
    /** The hash of an edit covers its changes, so that none of them is missing unnoticed. */
    EDIT("number, made_at, who, what, state,"
            + " (SELECT group_concat(sha256, ' ' ORDER BY place) FROM change WHERE change.edit = edit.number)"),
    TRAIL("number, made_at, who, action, what, edit"),
    VERSION_DOCUMENT("version, kind, name, text"),
    /** The hash of a version covers its documents. */
    VERSION("name, made_at, who, (SELECT group_concat(sha256, ' ' ORDER BY kind, name) FROM version_document"
            + " WHERE version_document.version = version.name)"),
    RESULT("number, made_at, kind, name, inputs_sha256, software, text"),
    REVISION("number, id, previous, documents, edits, trail");

    private final String columns;

    HashedTable(String columns) {
        this.columns = columns;
    }

    String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those of the values that the hash covers, where it covers nothing else. */
    List<String> columns() {
        return List.of(columns.split(", ", -1));
    }

    /** What the hash of a row should be, as an expression in SQL. */
    String hash() {
        return RowHash.NAME + "('" + table() + "', " + columns + ")";
    }

    /** Whether a row is as it was written, as an expression in SQL. */
    String isIntact() {
        return "sha256 = " + hash();
    }

    /** Rows of this table as values; one that is damaged is empty. */
    <T> List<Optional<T>> rows(
            Database database, String read, String rest, Database.Row<T> row, @Nullable Object... values) {
        String sql = "SELECT " + read + ", " + isIntact() + " AS intact FROM " + table() + " " + rest;
        return database.query(
                sql, result -> result.getBoolean("intact") ? readable(row, result) : Optional.<T>empty(), values);
    }

    private static <T> Optional<T> readable(Database.Row<T> row, ResultSet result) throws SQLException {
        try {
            return Optional.of(row.read(result));
        } catch (JacksonException | DateTimeException | IllegalArgumentException notWrittenByThisProgram) {
            return Optional.empty();
        }
    }

    /** Gives rows the hash of what they say now. */
    void seal(Database database, String where, @Nullable Object... values) {
        database.update("UPDATE " + table() + " SET sha256 = " + hash() + " WHERE " + where, values);
    }

    /** Gives a hash to every row that has none yet. */
    static void sealAll(Database database) {
        for (HashedTable table : values()) {
            table.seal(database, "sha256 = ''");
        }
    }
}
