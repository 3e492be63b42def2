package org.worthwhile.workspace;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a file's tables, indexes and triggers have to be: exactly those that this program makes, as others could act. */
final class KnownSchema {

    private static final Map<Integer, Set<Entry>> KNOWN = new ConcurrentHashMap<>();

    /** More than any file of this program has. */
    private static final int MOST = 500;

    private KnownSchema() {}

    private record Entry(String type, String name, String table, String sql) {}

    /** Whether a file has exactly what a schema makes. */
    static boolean is(Database database, int schema) {
        return found(database).equals(of(schema));
    }

    /** Whether a file of a later schema has all that the newest known one makes, and nothing in it that could act. */
    static boolean isIn(Database later) {
        Set<Entry> found = found(later);
        return found.containsAll(of(Migrations.NEWEST))
                && found.stream()
                        .allMatch(entry -> of(Migrations.NEWEST).contains(entry)
                                || Set.of("table", "index").contains(entry.type()));
    }

    private static Set<Entry> of(int schema) {
        return KNOWN.computeIfAbsent(schema, version -> {
            try (Database database = Database.inMemory()) {
                Migrations.create(database, version);
                return found(database);
            }
        });
    }

    private static Set<Entry> found(Database database) {
        List<Entry> entries = database.query(
                "SELECT type, name, tbl_name, sql FROM sqlite_schema LIMIT " + MOST,
                row -> new Entry(row.getString(1), row.getString(2), row.getString(3), spaced(row.getString(4))));
        return new HashSet<>(entries);
    }

    /** Line ends differ between systems; an index that SQLite made itself has no text. */
    private static String spaced(@Nullable String sql) {
        return sql == null ? "" : sql.replaceAll("\\s+", " ");
    }
}
