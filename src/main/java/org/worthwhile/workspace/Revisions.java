package org.worthwhile.workspace;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The transactions of a file. Each has an id and names the one before it, by which a log is known to continue the file that
 * it lies beside; and each is made only upon the one that was read last, so that nobody's work is written over unread.
 */
final class Revisions {

    /** The hash of all documents, as an expression in SQL and as {@link #documents} works it out. */
    private static final String DOCUMENTS = RowHash.NAME
            + "('documents', (SELECT coalesce(group_concat(sha256, ' ' ORDER BY sha256), '') FROM document))";

    private final Path file;
    private final Database database;
    private String known = "";

    Revisions(Path file, Database database) {
        this.file = file;
        this.database = database;
    }

    /** Takes note of the transaction that is read. */
    void read() {
        known = id(database);
    }

    static String id(Database database) {
        return database.query("SELECT id FROM revision", row -> row.getString(1)).stream()
                .findFirst()
                .orElse("");
    }

    /** The id of the last transaction; nothing if its row is damaged. */
    static Optional<String> intactId(Database database) {
        return database
                .query("SELECT id FROM revision WHERE " + HashedTable.REVISION.isIntact(), row -> row.getString(1))
                .stream()
                .findFirst();
    }

    /** The hash that stands for a set of documents, of the hashes of each. */
    static String documents(Stream<String> hashes) {
        return RowHash.of("documents", hashes.sorted().collect(Collectors.joining(" ")));
    }

    /** How many entries the audit trail ever had. */
    static int entriesOfTrail(Database database) {
        return database.number("SELECT coalesce(max(trail), 0) FROM revision");
    }

    /** The hash of all documents as they are. */
    static String documentsOf(Database database) {
        return database.text("SELECT " + DOCUMENTS);
    }

    /** What the last transaction says of the documents; nothing if its own row is damaged. */
    static Optional<String> statedDocuments(Database database) {
        return database
                .query(
                        "SELECT documents FROM revision WHERE " + HashedTable.REVISION.isIntact(),
                        row -> row.getString(1))
                .stream()
                .findFirst();
    }

    /** Does it all or, when it fails or somebody else has changed the file since it was read, nothing of it. */
    void transaction(Runnable work) {
        String next = UUID.randomUUID().toString();
        database.transaction(() -> {
            if (!id(database).equals(known)) {
                throw SqliteErrors.of(
                        file,
                        "was changed by another program since it was read, and the last change was not saved",
                        "open it again, then make the change again");
            }
            work.run();
            advance(database, next);
        });
        known = next;
    }

    /**
     * Puts another row in the place of one that is damaged or gone. It has no hash until the next transaction. How long the
     * audit trail was is not known then, and more of it may be lost.
     */
    static void remake(Database database) {
        database.execute("DELETE FROM revision");
        database.execute(
                "INSERT INTO revision (number, id, previous, edits, trail) SELECT 1, lower(hex(randomblob(16))), '',"
                        + " max((SELECT coalesce(max(number), 0) FROM edit), (SELECT coalesce(max(edit), 0) FROM trail)),"
                        + " (SELECT coalesce(max(number), 0) + 1 FROM trail)");
    }

    /** Makes the transaction that goes on known by a new id. */
    static void advance(Database database, String id) {
        database.update(
                "UPDATE revision SET number = number + 1, previous = id, id = ?, documents = " + DOCUMENTS
                        + ", edits = max(edits, (SELECT coalesce(max(number), 0) FROM edit)),"
                        + " trail = max(trail, (SELECT coalesce(max(number), 0) FROM trail))",
                id);
        HashedTable.REVISION.seal(database, "TRUE");
    }
}
