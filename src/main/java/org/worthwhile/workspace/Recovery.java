package org.worthwhile.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.worthwhile.problem.InvalidInput;

/**
 * Saves what can be read of a damaged file into a new one. The damaged file is copied first and not touched.
 *
 * @param file the new file
 * @param documents that were saved
 * @param edits that were saved
 */
public record Recovery(Path file, int documents, int edits) {

    /** Of SQLite's file format: the length of its header, and where in it the size and number of pages stand. */
    private static final int HEADER = 100;

    private static final int PAGE_SIZE = 16;
    private static final int PAGES = 28;

    /** No workspace comes near this; a header that promises more is itself damaged. */
    private static final long LARGEST = 1L << 32;

    /** In the order that foreign keys ask for. */
    private static final List<String> TABLES = List.of(
            "document",
            "edit",
            "change",
            "trail",
            "version",
            "version_document",
            "dataset",
            "dataset_name",
            "beginning",
            "result");

    /**
     * Recovers into {@code NAME recovered.worthwhile} beside the damaged file.
     *
     * @return nothing when not one document could be read
     * @throws InvalidInput if the new file cannot be written
     */
    public static Optional<Recovery> of(Path damaged, Clock clock) {
        Path target = free(damaged);
        Path copy = copy(damaged);
        try {
            Workspace fresh = WorkspaceFile.create(target, clock);
            try (fresh;
                    Connection source = DriverManager.getConnection("jdbc:sqlite:" + copy)) {
                fresh.database().execute("PRAGMA foreign_keys = OFF");
                fresh.database().transaction(() -> TABLES.forEach(table -> salvage(source, fresh.database(), table)));
                fresh.database().execute("DELETE FROM change WHERE edit NOT IN (SELECT number FROM edit)");
                fresh.database()
                        .execute("DELETE FROM version_document WHERE version NOT IN (SELECT name FROM version)");
                fresh.database().execute("PRAGMA foreign_keys = ON");
            } catch (SQLException unreadable) {
                return nothing(target);
            }
            try (Workspace recovered = WorkspaceFile.open(target, clock)) {
                int documents = recovered.database().number("SELECT count(*) FROM document");
                int edits = recovered.database().number("SELECT count(*) FROM edit");
                return documents == 0 ? nothing(target) : Optional.of(new Recovery(target, documents, edits));
            }
        } finally {
            discard(copy);
        }
    }

    private static Optional<Recovery> nothing(Path target) {
        discard(target);
        return Optional.empty();
    }

    /** Reads a table from its first row up to what is damaged, and from its last row down to it. */
    private static void salvage(Connection source, Database target, String table) {
        for (String order : List.of("", " ORDER BY rowid DESC")) {
            try (PreparedStatement statement = source.prepareStatement("SELECT * FROM " + table + order);
                    ResultSet rows = statement.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                String places = String.join(", ", Collections.nCopies(columns, "?"));
                while (rows.next()) {
                    Object[] values = new Object[columns];
                    for (int i = 0; i < columns; i++) {
                        values[i] = rows.getObject(i + 1);
                    }
                    keep(target, "INSERT OR IGNORE INTO " + table + " VALUES (" + places + ")", values);
                }
                return;
            } catch (SQLException damagedHere) {
                // What was read so far is kept; the other end is tried next.
            }
        }
    }

    private static void keep(Database target, String sql, Object[] values) {
        try {
            target.update(sql, values);
        } catch (InvalidInput notARowOfThisTable) {
            // A damaged row, which the tables' own rules refuse.
        }
    }

    private static Path free(Path damaged) {
        String name = damaged.getFileName().toString();
        String stem = name.endsWith(WorkspaceFile.SUFFIX)
                ? name.substring(0, name.length() - WorkspaceFile.SUFFIX.length())
                : name;
        List<String> tried = new ArrayList<>();
        Path target = damaged.resolveSibling(stem + " recovered" + WorkspaceFile.SUFFIX);
        while (Files.exists(target)) {
            tried.add(target.toString());
            target = damaged.resolveSibling(stem + " recovered " + (tried.size() + 1) + WorkspaceFile.SUFFIX);
        }
        return target;
    }

    private static Path copy(Path damaged) {
        try {
            Path copy = Files.createTempFile("worthwhile-", WorkspaceFile.SUFFIX);
            Files.copy(damaged, copy, StandardCopyOption.REPLACE_EXISTING);
            fillUp(copy);
            Path log = damaged.resolveSibling(damaged.getFileName() + "-wal");
            if (Files.exists(log)) {
                Files.copy(log, copy.resolveSibling(copy.getFileName() + "-wal"), StandardCopyOption.REPLACE_EXISTING);
            }
            return copy;
        } catch (IOException unreadable) {
            throw SqliteErrors.of(damaged, "cannot be read", "copy it to another disk, if that can be done");
        }
    }

    /** SQLite reads nothing of a file that is shorter than its header says; what is missing is made up with empty pages. */
    private static void fillUp(Path copy) throws IOException {
        try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer header = ByteBuffer.allocate(HEADER);
            channel.read(header, 0);
            int pageSize = Short.toUnsignedInt(header.getShort(PAGE_SIZE));
            long bytes = Integer.toUnsignedLong(header.getInt(PAGES)) * pageSize;
            if (bytes > channel.size() && bytes <= LARGEST) {
                channel.write(ByteBuffer.allocate(1), bytes - 1);
            }
        }
    }

    private static void discard(Path file) {
        try {
            for (String suffix : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
            }
        } catch (IOException leftBehind) {
            file.toFile().deleteOnExit();
        }
    }
}
