package org.worthwhile.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;

/** Brings the tables of a file to the newest schema, script by script, keeping a copy of the file as it was. */
final class Migrations {

    /** The newest schema that this version of the program knows. */
    static final int NEWEST = 4;

    /** The first schema with hashes. */
    static final int HASHED = 3;

    /** The first schema in which two datasets may have the same name. */
    static final int DATASETS_BY_FINGERPRINT = 4;

    private Migrations() {}

    /** The schema of a file; 0 when it has no tables yet. */
    static int version(Database database) {
        return database.number("PRAGMA user_version");
    }

    /** Creates the tables of a new file, up to a schema. */
    static void create(Database database, int schema) {
        database.transaction(() -> migrate(database, 0, schema));
    }

    /** Migrates a file that may be older, having copied it first. */
    static void migrate(Database database, Path file) {
        int found = version(database);
        if (found < NEWEST) {
            backUp(database, file, found);
            database.transaction(() -> migrate(database, found, NEWEST));
        }
    }

    /** A copy of a file that may not be changed, with the newest schema. */
    static Path migratedCopy(Path file) {
        Path copy = TemporaryCopy.place(file);
        try (Database database = Database.open(file, Database.Mode.READ)) {
            database.update("VACUUM INTO ?", copy.toString());
        }
        try (Database database = Database.open(copy, Database.Mode.WRITE)) {
            database.transaction(() -> migrate(database, version(database), NEWEST));
        }
        return copy;
    }

    private static void migrate(Database database, int from, int to) {
        for (int schema = from + 1; schema <= to; schema++) {
            database.execute(script(schema));
            database.execute("PRAGMA user_version = " + schema);
        }
        if (to >= HASHED) {
            HashedTable.sealAll(database);
            Revisions.advance(database, UUID.randomUUID().toString());
        }
    }

    private static void backUp(Database database, Path file, int schema) {
        Path copy = file.resolveSibling(file.getFileName() + ".schema-" + schema + ".backup");
        if (!Files.exists(copy)) {
            database.update("VACUUM INTO ?", copy.toString());
        }
    }

    private static String script(int schema) {
        String name = "schema-" + schema + ".sql";
        try (InputStream stream = Objects.requireNonNull(Migrations.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
