package org.worthwhile.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.worthwhile.problem.InvalidInput;

/** Brings the rows of a damaged file into the tables of a new one: those its trees lead to, then those found in its pages. */
final class RowSalvage {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final String HASH = "sha256";
    private static final int HASH_LENGTH = 64;
    private static final int LONGEST_TEXT = 16 << 20;

    /** Those whose hash rests on rows of another table. */
    private static final Set<HashedTable> OF_SEVERAL = EnumSet.of(HashedTable.EDIT, HashedTable.VERSION);
    /** Those whose first value is the row's number. */
    private static final Set<HashedTable> NUMBERED =
            EnumSet.of(HashedTable.EDIT, HashedTable.TRAIL, HashedTable.RESULT, HashedTable.REVISION);

    private final Database target;
    private final Map<HashedTable, List<String>> columns = new EnumMap<>(HashedTable.class);

    /**
     * What there is to know of documents that were found.
     *
     * @param doubtful those that may be older than the last state
     * @param stated the hash of all documents by the last transaction
     */
    record Result(Set<DocumentKey> doubtful, Optional<String> stated) {}

    private final Map<DocumentKey, Set<String>> found = new TreeMap<>();
    private final Set<DocumentKey> doubtful = new TreeSet<>();

    private RowSalvage(Database target) {
        this.target = target;
        for (HashedTable table : HashedTable.values()) {
            columns.put(table, columns(target, table.table()));
        }
    }

    /** @param source may be damaged, and is not written to */
    static Result into(Database target, Path source) {
        RowSalvage salvage = new RowSalvage(target);
        target.execute("PRAGMA foreign_keys = OFF");
        target.transaction(() -> {
            target.execute("DELETE FROM revision");
            // What is intact comes first, as a damaged row may bear the name or number of another.
            salvage.readTrees(source, true);
            salvage.readPages(source);
            salvage.takeFound();
            salvage.readTrees(source, false);
            target.execute("DELETE FROM change WHERE edit NOT IN (SELECT number FROM edit)");
            target.execute("DELETE FROM version_document WHERE version NOT IN (SELECT name FROM version)");
            target.execute("DELETE FROM revision WHERE number < (SELECT max(number) FROM revision)");
            if (target.number("SELECT count(*) FROM revision") == 0) {
                Revisions.remake(target);
            }
        });
        target.execute("PRAGMA foreign_keys = ON");
        return new Result(salvage.doubtful, Revisions.statedDocuments(target));
    }

    private static List<String> columns(Database database, String table) {
        return database.query("SELECT name FROM pragma_table_info(?)", row -> row.getString(1), table);
    }

    /** Only where the tables are those that this program makes, as others could act. */
    private void readTrees(Path source, boolean intactOnly) {
        try (Database damaged = Database.open(source, Database.Mode.READ)) {
            damaged.within(LONGEST, () -> {
                int schema = Migrations.version(damaged);
                if (schema >= 1 && schema <= Migrations.NEWEST && KnownSchema.is(damaged, schema)) {
                    readTrees(damaged, schema, intactOnly);
                }
                return schema;
            });
        } catch (InvalidInput schemaDamagedToo) {
            // The pages are looked through.
        }
    }

    private void readTrees(Database damaged, int schema, boolean intactOnly) {
        boolean isHashed = schema >= Migrations.HASHED;
        for (String table : target.query(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'revision'"
                        + " ORDER BY name = 'change', name = 'version_document'",
                row -> row.getString(1))) {
            readTree(damaged, table, table, isHashed && intactOnly ? intact(table) : "");
        }
        if (schema < Migrations.DATASETS_BY_FINGERPRINT) {
            readTree(damaged, "dataset", "dataset_name", "");
        }
        if (isHashed) {
            readTree(damaged, HashedTable.REVISION.table(), HashedTable.REVISION.table(), intact("revision"));
        } else {
            HashedTable.sealAll(target);
        }
    }

    /** The condition under which a row is intact; none where rows have no hash. */
    private static String intact(String table) {
        return Arrays.stream(HashedTable.values())
                .filter(hashed -> hashed.table().equals(table))
                .map(hashed -> " WHERE " + hashed.isIntact())
                .findFirst()
                .orElse("");
    }

    /** Reads a table up to what is damaged, and from its end down to it. */
    private void readTree(Database damaged, String table, String into, String where) {
        List<String> shared = new ArrayList<>(columns(damaged, table));
        shared.retainAll(columns(target, into));
        String select = "SELECT " + String.join(", ", shared) + " FROM " + table + where;
        if (!isReadWhole(damaged, into, shared, select + " ORDER BY rowid")) {
            isReadWhole(damaged, into, shared, select + " ORDER BY rowid DESC");
        }
    }

    private boolean isReadWhole(Database damaged, String into, List<String> shared, String select) {
        try {
            damaged.query(select, row -> {
                @Nullable Object[] values = new Object[shared.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = row.getObject(i + 1);
                }
                insert(into, shared, values);
                return into;
            });
            return true;
        } catch (InvalidInput damagedFromHere) {
            return false;
        }
    }

    private void readPages(Path source) {
        try {
            PageScan.of(source, found -> {
                for (HashedTable table : HashedTable.values()) {
                    @Nullable Object[] values = found.values().clone();
                    if (NUMBERED.contains(table)) {
                        values[0] = values[0] == null ? (Object) found.number() : null;
                    }
                    if (isOf(table, values)) {
                        take(table, values);
                    }
                }
            });
        } catch (IOException unreadable) {
            // What was found before stays.
        }
    }

    private void take(HashedTable table, @Nullable Object[] values) {
        List<String> names = columns.getOrDefault(table, List.of());
        if (table != HashedTable.DOCUMENT) {
            insert(table.table(), names, values);
            return;
        }
        DocumentKind.from(String.valueOf(values[names.indexOf("kind")])).ifPresent(kind -> {
            DocumentKey key = new DocumentKey(kind, String.valueOf(values[names.indexOf("name")]));
            found.computeIfAbsent(key, _ -> new HashSet<>()).add(String.valueOf(values[names.indexOf("text")]));
        });
    }

    /**
     * Takes documents to which no tree leads. A page that is no longer in use may hold an older state of a document, or one
     * that was removed; the edits tell, if they are all there.
     */
    private void takeFound() {
        Map<DocumentKey, String> replay = ChangeReplay.texts(target);
        boolean isWhole = ChangeReplay.isWhole(target);
        found.forEach((key, texts) -> {
            String replayed = replay.getOrDefault(key, "");
            if (!isHere(key) && (!isWhole || !replayed.isEmpty())) {
                boolean isKnown = isWhole || texts.contains(replayed);
                EditRepository.storeDocument(
                        target, key, isKnown ? replayed : texts.iterator().next());
                if (!isWhole) {
                    doubtful.add(key);
                }
            }
        });
    }

    private boolean isHere(DocumentKey key) {
        return !target.query(
                        "SELECT 1 FROM document WHERE kind = ? AND name = ?",
                        row -> row.getInt(1),
                        key.kind().code(),
                        key.name())
                .isEmpty();
    }

    /** Whether values are a row of a table, which its hash proves; that of several rows is looked at when it is used. */
    private boolean isOf(HashedTable table, @Nullable Object[] values) {
        List<String> names = columns.getOrDefault(table, List.of());
        if (values.length != names.size()) {
            return false;
        }
        int hash = names.indexOf(HASH);
        if (!(values[hash] instanceof String stated) || stated.length() != HASH_LENGTH) {
            return false;
        }
        if (OF_SEVERAL.contains(table)) {
            return IntStream.range(table == HashedTable.EDIT ? 1 : 0, values.length)
                            .allMatch(i -> values[i] instanceof String)
                    && stated.matches("[0-9a-f]{64}");
        }
        List<@Nullable Object> hashed = new ArrayList<>();
        hashed.add(table.table());
        table.columns().forEach(column -> hashed.add(values[names.indexOf(column)]));
        return stated.equals(RowHash.of(hashed.toArray()));
    }

    private void insert(String table, List<String> names, @Nullable Object[] values) {
        if (Arrays.stream(values).anyMatch(value -> value instanceof String text && text.length() > LONGEST_TEXT)) {
            return;
        }
        try {
            target.update(
                    "INSERT OR IGNORE INTO " + table + " (" + String.join(", ", names) + ") VALUES ("
                            + String.join(", ", Collections.nCopies(names.size(), "?")) + ")",
                    values);
        } catch (InvalidInput notARowOfThisTable) {
            // A damaged row, which the table's own rules refuse.
        }
    }
}
