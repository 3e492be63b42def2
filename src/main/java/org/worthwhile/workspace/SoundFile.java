package org.worthwhile.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import org.worthwhile.problem.InvalidInput;

/** Looks whether a file is one of this program's and whole, trusting nothing in it and writing nothing. */
final class SoundFile {

    private static final int LARGEST_TEXT = 16 << 20;
    /** How many bytes a tree of documents takes in memory for a byte of their text. */
    private static final int MEMORY_PER_BYTE = 16;

    private static final Duration LEAST_TIME = Duration.ofSeconds(10);
    private static final long BYTES_A_SECOND = 10 << 20;

    private static final List<String> LENGTHS = List.of(
            "max(octet_length(text), octet_length(name))) FROM document",
            "max(octet_length(what), octet_length(who))) FROM edit",
            "max(octet_length(pointer), octet_length(coalesce(before, '')), octet_length(coalesce(after, '')))) FROM change",
            "max(octet_length(what), octet_length(who))) FROM trail",
            "max(octet_length(name), octet_length(who))) FROM version",
            "max(octet_length(text), octet_length(name))) FROM version_document");

    private SoundFile() {}

    /**
     * Refuses what is no file of its own: a folder, a device, a pipe or nothing.
     *
     * @throws InvalidInput if it is
     */
    static void requireRegular(Path file) {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class);
        } catch (IOException missing) {
            throw SqliteErrors.of(
                    file, "is not there", "check the name, and that its drive or network folder is connected");
        }
        if (!attributes.isRegularFile()) {
            throw SqliteErrors.of(
                    file,
                    attributes.isDirectory() ? "is a folder" : "is a device or a pipe and no file",
                    "choose a file that Worthwhile made");
        }
        if (attributes.size() == 0) {
            throw SqliteErrors.of(file, "is empty", "use a copy or an earlier version of it");
        }
        if (!Files.isReadable(file)) {
            throw SqliteErrors.of(file, "cannot be read", "check that you may read it, or use a copy");
        }
    }

    static boolean isSoundAlone(Path file) {
        try (Database database = Database.open(file, Database.Mode.READ_ALONE)) {
            check(file, database);
            return true;
        } catch (InvalidInput unsound) {
            return false;
        }
    }

    /**
     * Checks a file.
     *
     * @return its schema
     * @throws InvalidInput if it is damaged, or no file of this program, or made to do harm
     */
    static int check(Path file, Database database) {
        return database.within(longest(file), () -> {
            if (database.number("PRAGMA application_id") != WorkspaceFile.APPLICATION) {
                throw SqliteErrors.of(file, "is a database of another program", "open a file that Worthwhile made");
            }
            int schema = schema(file, database);
            requireWhole(file, database);
            requireModest(file, database);
            return schema;
        });
    }

    private static Duration longest(Path file) {
        try {
            return LEAST_TIME.plusSeconds(Files.size(file) / BYTES_A_SECOND);
        } catch (IOException unreadable) {
            return LEAST_TIME;
        }
    }

    private static int schema(Path file, Database database) {
        int schema = Migrations.version(database);
        if (schema < 1) {
            throw SqliteErrors.damaged(file);
        }
        if (schema > Migrations.NEWEST ? !KnownSchema.isIn(database) : !KnownSchema.is(database, schema)) {
            throw schema > Migrations.NEWEST
                    ? SqliteErrors.of(
                            file,
                            "was made by a newer version of Worthwhile, in a form that this one cannot read",
                            "install that version to open it")
                    : SqliteErrors.of(
                            file,
                            "has tables, views or triggers that Worthwhile did not make and that could change results",
                            "use a copy from somebody you trust, or recover what can be read from it into a new file");
        }
        return schema;
    }

    private static void requireWhole(Path file, Database database) {
        if (!database.text("PRAGMA integrity_check(1)").equals("ok")) {
            throw SqliteErrors.damaged(file);
        }
    }

    private static void requireModest(Path file, Database database) {
        long longest = Math.max(LARGEST_TEXT, Runtime.getRuntime().maxMemory() / MEMORY_PER_BYTE);
        boolean isModest = length(database, "sum(octet_length(text)) FROM document") <= longest
                && LENGTHS.stream().allMatch(of -> length(database, "max(" + of) <= LARGEST_TEXT);
        if (!isModest) {
            throw SqliteErrors.of(
                    file, "holds more text than a file of Worthwhile has", "use a copy from somebody you trust");
        }
    }

    private static long length(Database database, String of) {
        return database.query("SELECT " + of, row -> row.getLong(1)).getFirst();
    }
}
