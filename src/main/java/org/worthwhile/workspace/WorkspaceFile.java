package org.worthwhile.workspace;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.worthwhile.exchange.FileSignature;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;

/** Creates and opens the analyst's file. Whoever opens it second, or may not write there, can read it. */
public final class WorkspaceFile {

    /** How such files end. */
    public static final String SUFFIX = ".worthwhile";

    static final int APPLICATION = FileSignature.APPLICATION;
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
        create(file, _ -> {});
        return open();
    }

    /** Creates a file with what is put into its tables, wholly or not at all. */
    static void create(Path file, Consumer<Database> fill) {
        FileNames.requireUsable(file);
        if (Files.exists(file)) {
            throw SqliteErrors.of(file, "is there already", "open it, or choose another name");
        }
        Path whole = file.toAbsolutePath().resolveSibling(".worthwhile-" + UUID.randomUUID() + SUFFIX);
        try {
            makeTables(whole, fill);
            Files.move(whole, file);
        } catch (FileAlreadyExistsException meanwhile) {
            throw SqliteErrors.of(file, "is there already", "open it, or choose another name");
        } catch (InvalidInput | IOException notWritable) {
            throw DiskSpace.isFull(file)
                    ? SqliteErrors.of(
                            file, "cannot be created, as the disk is full", "make space, or choose another disk")
                    : SqliteErrors.of(file, "cannot be created", "choose a folder that you may write to");
        } finally {
            discard(whole);
        }
    }

    private static void makeTables(Path whole, Consumer<Database> fill) {
        try (Database database = Database.open(whole, Database.Mode.CREATE)) {
            database.execute("PRAGMA application_id = " + APPLICATION);
            Migrations.create(database, Migrations.NEWEST);
            fill.accept(database);
            database.writeAheadFully();
        }
    }

    private static void discard(Path whole) {
        try {
            for (String suffix : List.of("", "-journal", "-wal", "-shm")) {
                Files.deleteIfExists(whole.resolveSibling(whole.getFileName() + suffix));
            }
        } catch (IOException staysBehind) {
            whole.toFile().deleteOnExit();
        }
    }

    private Workspace open() {
        SoundFile.requireRegular(file);
        if (!FileNames.leavesRoom(file)) {
            return readCopy("has too long a name for changes to be saved", "give the file a shorter name");
        }
        try {
            Path real = file.toRealPath();
            return switch (lock(real)) {
                case WriterLock.Outcome.Held(WriterLock lock) -> openHeld(real, FileIdentity.of(file), lock);
                case WriterLock.Outcome.Taken(WriterLock.Holder holder) -> readBesideWriter(holder);
                case WriterLock.Outcome.NotWritable(Path beside) -> readUnlocked(real, beside);
            };
        } catch (IOException gone) {
            throw SqliteErrors.of(file, "cannot be read", "check that you may read it, or use a copy");
        }
    }

    /** Whoever cannot hold the lock could overwrite what somebody else writes. */
    private Workspace readUnlocked(Path real, Path beside) {
        if (DiskSpace.isFull(real)) {
            return readCopy("is on a disk that is full", "make space to make changes");
        }
        return Files.isWritable(beside.getParent())
                ? readCopy(
                        "cannot be locked for you alone, as '" + beside.getFileName() + "' beside it cannot be written",
                        "remove what stands there, or save a copy elsewhere, to make changes")
                : readCopy("is in a folder that you may not write to", "save a copy elsewhere to make changes");
    }

    /** Whoever cannot write after all lets go of the lock, so that others can. */
    private Workspace openHeld(Path real, FileIdentity identity, WriterLock lock) {
        boolean isOpen = false;
        try {
            List<Problem> notices = new ArrayList<>();
            if (!Files.isWritable(real)) {
                return readCopy("may not be written to", "save a copy to make changes");
            }
            notices.addAll(ForeignLog.setAside(real));
            FolderSwap.bringBackBeside(real).forEach(export -> notices.add(interrupted(export)));
            if (check(real) > Migrations.NEWEST) {
                return readCopy("was made by a newer version of Worthwhile", "install that version to make changes");
            }
            Workspace workspace = openToWrite(real, identity, lock, notices);
            isOpen = true;
            return workspace;
        } catch (InvalidInput notWritable) {
            if (!DiskSpace.isFull(real)) {
                throw notWritable;
            }
            WriteAheadLog.removeIfEmpty(real);
            return readCopy("is on a disk that is full", "make space to make changes");
        } finally {
            if (!isOpen) {
                lock.close();
            }
        }
    }

    private static Problem interrupted(Path export) {
        return new Problem(
                Place.of(export.toString()),
                "an export to it was interrupted, and the export before it has been put back",
                "export again");
    }

    private Workspace openToWrite(Path real, FileIdentity identity, WriterLock lock, List<Problem> notices) {
        Database database = Database.open(real, Database.Mode.WRITE);
        try {
            database.writeAheadFully();
            Migrations.migrate(database, real);
            Transactions transactions = new Transactions(
                    file, database, new Access.Writable(), clock, Optional.of(new Checkpointer(real, identity)));
            Workspace workspace = new Workspace(database, transactions, lock::close);
            workspace.notice(notices);
            if (workspace.notices().size() == notices.size()) {
                Backups.make(real, database).ifPresent(problem -> workspace.notice(List.of(problem)));
            }
            return workspace;
        } catch (RuntimeException unusable) {
            database.close();
            throw unusable;
        }
    }

    /** Reads what somebody else writes, by the name under which that one opened it, as the log lies beside that. */
    private Workspace readBesideWriter(WriterLock.Holder holder) throws IOException {
        String why = "is open in another window or by somebody else: " + holder.name();
        String remedy = "close it there to make changes here, or save a copy";
        if (ForeignLog.isForeign(file)) {
            // Another file was put in the place of the one that is open, whose log still lies beside it.
            return readCopy(why, remedy);
        }
        Path named = isSame(holder.file()) ? holder.file() : file.toRealPath();
        try (Database database = Database.open(named, Database.Mode.READ)) {
            if (SoundFile.check(file, database) < Migrations.NEWEST) {
                return readCopy(why, remedy);
            }
        }
        return readOnly(named, Database.Mode.READ, why, remedy);
    }

    private boolean isSame(Path other) {
        try {
            return Files.isSameFile(other, file);
        } catch (IOException gone) {
            return false;
        }
    }

    /** SQLite cannot read its log where it cannot write, and nothing is to be left beside the file. */
    private Workspace readCopy(String why, String remedy) {
        Path copy = ForeignLog.isForeign(file) ? TemporaryCopy.of(file) : TemporaryCopy.withLog(file);
        int schema;
        try (Database database = Database.open(copy, Database.Mode.WRITE)) {
            schema = SoundFile.check(file, database);
        }
        Path current = schema < Migrations.NEWEST ? Migrations.migratedCopy(copy) : copy;
        return readOnly(current, Database.Mode.READ, why, remedy);
    }

    private Workspace readOnly(Path readable, Database.Mode mode, String why, String remedy) {
        Database database = Database.open(readable, mode);
        try {
            Access access = new Access.ReadOnly(why, remedy);
            return new Workspace(database, new Transactions(file, database, access, clock, Optional.empty()), () -> {});
        } catch (RuntimeException unusable) {
            database.close();
            throw unusable;
        }
    }

    /** Checks without writing, so that a damaged file stays as it is, and returns its schema. */
    private int check(Path real) {
        Database.Mode mode = WriteAheadLog.isEmpty(real) ? Database.Mode.READ_ALONE : Database.Mode.READ;
        try (Database database = Database.open(real, mode)) {
            return SoundFile.check(file, database);
        }
    }

    private WriterLock.Outcome lock(Path real) throws IOException {
        String since = SINCE.format(Instant.now(clock).atZone(ZoneId.systemDefault()));
        return WriterLock.acquire(real, Transactions.who() + ", since " + since);
    }
}
