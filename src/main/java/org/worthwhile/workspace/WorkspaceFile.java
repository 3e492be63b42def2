package org.worthwhile.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.worthwhile.problem.InvalidInput;

/** Creates and opens the analyst's file. Whoever opens it second, or may not write there, can read it. */
public final class WorkspaceFile {

    /** How such files end. */
    public static final String SUFFIX = ".worthwhile";

    static final int APPLICATION = 0x57574831;
    private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final DateTimeFormatter SINCE = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);

    private final Path file;
    private final Clock clock;

    private WorkspaceFile(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * Creates an empty file.
     *
     * @throws InvalidInput if there is a file already, or it cannot be written
     */
    public static Workspace create(Path file, Clock clock) {
        return new WorkspaceFile(file, clock).create();
    }

    /**
     * Opens a file.
     *
     * @throws InvalidInput if there is none, or it is damaged; it is left as it is
     */
    public static Workspace open(Path file, Clock clock) {
        return new WorkspaceFile(file, clock).open();
    }

    private Workspace create() {
        if (Files.exists(file)) {
            throw SqliteErrors.of(file, "is there already", "open it, or choose another name");
        }
        return switch (lock()) {
            case WriterLock.Outcome.Held(WriterLock lock) -> {
                Database database = Database.open(file, false);
                database.writeAheadFully();
                database.execute("PRAGMA application_id = " + APPLICATION);
                Migrations.create(database, Migrations.NEWEST);
                yield new Workspace(file, database, new Access.Writable(), clock, lock::close);
            }
            case WriterLock.Outcome.Taken taken ->
                throw SqliteErrors.of(file, "is being created by " + taken.holder(), "choose another name");
            case WriterLock.Outcome.NotWritable _ ->
                throw SqliteErrors.of(file, "cannot be created", "choose a folder that you may write to");
        };
    }

    private Workspace open() {
        requireDatabase();
        return switch (lock()) {
            case WriterLock.Outcome.Held(WriterLock lock) -> openToWrite(lock);
            case WriterLock.Outcome.Taken taken ->
                readOnly(
                        file,
                        "is open in another window or by somebody else: " + taken.holder(),
                        "close it there to make changes here, or save a copy");
            case WriterLock.Outcome.NotWritable _ ->
                readOnly(
                        copyOfUnwritable(),
                        "is in a folder that you may not write to",
                        "save a copy elsewhere to make changes");
        };
    }

    /** Whoever cannot write after all lets go of the lock, so that others can. */
    private Workspace openToWrite(WriterLock lock) {
        try {
            int schema = check(file);
            if (schema <= Migrations.NEWEST && Files.isWritable(file)) {
                return opened(file, new Access.Writable(), lock);
            }
            lock.close();
            return schema > Migrations.NEWEST
                    ? readOnly(
                            file, "was made by a newer version of Worthwhile", "install that version to make changes")
                    : readOnly(copyOfUnwritable(), "may not be written to", "save a copy to make changes");
        } catch (RuntimeException unusable) {
            lock.close();
            throw unusable;
        }
    }

    private Workspace readOnly(Path readable, String why, String remedy) {
        Path current = check(readable) < Migrations.NEWEST ? Migrations.migratedCopy(readable) : readable;
        return opened(current, new Access.ReadOnly(why, remedy), null);
    }

    /** @param lock held by whoever may write */
    private Workspace opened(Path readable, Access access, @Nullable WriterLock lock) {
        Database database = Database.open(readable, lock == null);
        try {
            if (lock != null) {
                database.writeAheadFully();
                Migrations.migrate(database, file);
            }
            return new Workspace(file, database, access, clock, () -> {
                if (lock != null) {
                    lock.close();
                }
            });
        } catch (RuntimeException unusable) {
            database.close();
            throw unusable;
        }
    }

    private void requireDatabase() {
        byte[] start;
        try (InputStream stream = Files.newInputStream(file)) {
            start = stream.readNBytes(SQLITE.length);
        } catch (IOException missing) {
            throw Files.exists(file)
                    ? SqliteErrors.of(file, "cannot be read", "check that you may read it, or use a copy")
                    : SqliteErrors.of(
                            file, "is not there", "check the name, and that its drive or network folder is connected");
        }
        if (start.length == 0) {
            throw SqliteErrors.of(file, "is empty", "use a copy or an earlier version of it");
        }
        if (!Arrays.equals(start, SQLITE)) {
            throw SqliteErrors.damaged(file);
        }
    }

    /** Checks without writing, so that a damaged file stays as it is, and returns its schema. */
    private int check(Path readable) {
        try (Database database = Database.open(readable, true)) {
            if (database.number("PRAGMA application_id") != APPLICATION) {
                throw SqliteErrors.of(file, "is a database of another program", "open a file that Worthwhile made");
            }
            if (!database.text("PRAGMA quick_check(1)").equals("ok")) {
                throw SqliteErrors.damaged(file);
            }
            return Migrations.version(database);
        }
    }

    /** SQLite cannot read its log where it cannot write, so a copy is read, of the file and its log. */
    private Path copyOfUnwritable() {
        try {
            Path folder = Files.createTempDirectory("worthwhile-");
            Path copy = folder.resolve(file.getFileName());
            Files.copy(file, copy);
            Path log = file.resolveSibling(file.getFileName() + "-wal");
            if (Files.exists(log)) {
                Files.copy(log, folder.resolve(copy.getFileName() + "-wal"));
            }
            copy.toFile().setWritable(true);
            copy.toFile().deleteOnExit();
            folder.toFile().deleteOnExit();
            return copy;
        } catch (IOException noSpace) {
            throw SqliteErrors.of(file, "cannot be copied to be read", "make space on the disk of temporary files");
        }
    }

    private WriterLock.Outcome lock() {
        String since = SINCE.format(Instant.now(clock).atZone(ZoneId.systemDefault()));
        return WriterLock.acquire(file, Workspace.who() + ", since " + since);
    }
}
