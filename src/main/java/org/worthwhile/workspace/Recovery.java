package org.worthwhile.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;

/**
 * Saves what can be read of a damaged file into a new one. The damaged file is copied first and not touched.
 *
 * @param file the new file
 * @param documents that were saved
 * @param edits that were saved
 * @param missing what is not as it was or could not be saved
 */
public record Recovery(Path file, int documents, int edits, List<Problem> missing) {

    /** Of SQLite's file format: the length of its header, and where in it the size and number of pages stand. */
    private static final int HEADER = 100;

    private static final int PAGE_SIZE = 16;
    private static final int PAGES = 28;

    /** No workspace comes near this; a header that promises more is itself damaged. */
    private static final long LARGEST = 1L << 32;

    public Recovery {
        missing = List.copyOf(missing);
    }

    /**
     * Recovers into {@code NAME recovered.worthwhile} beside the damaged file.
     *
     * @return nothing when neither a document nor an edit could be read
     * @throws InvalidInput if the new file cannot be written
     */
    public static Optional<Recovery> of(Path damaged, Clock clock) {
        SoundFile.requireRegular(damaged);
        Path target = free(damaged);
        Path copy = ForeignLog.isForeign(damaged) ? TemporaryCopy.of(damaged) : TemporaryCopy.withLog(damaged);
        try {
            fillUp(copy);
            AtomicReference<RowSalvage.@Nullable Result> salvaged = new AtomicReference<>();
            WorkspaceFile.create(target, whole -> salvaged.set(RowSalvage.into(whole, copy)));
            return recovered(target, clock, Objects.requireNonNull(salvaged.get()));
        } catch (IOException unreadable) {
            throw SqliteErrors.of(damaged, "cannot be read", "copy it to another disk, if that can be done");
        } finally {
            TemporaryCopy.discard(copy);
        }
    }

    /** Whether anything of what an analyst entered can be read in a file; nothing is written beside it. */
    public static boolean isPossible(Path damaged) {
        try {
            SoundFile.requireRegular(damaged);
            Path copy = ForeignLog.isForeign(damaged) ? TemporaryCopy.of(damaged) : TemporaryCopy.withLog(damaged);
            try (Database readable = Database.inMemory()) {
                fillUp(copy);
                Migrations.create(readable, Migrations.NEWEST);
                RowSalvage.into(readable, copy);
                return readable.number("SELECT (SELECT count(*) FROM document) + (SELECT count(*) FROM edit)") > 0;
            } finally {
                TemporaryCopy.discard(copy);
            }
        } catch (InvalidInput | IOException unreadable) {
            return false;
        }
    }

    private static Optional<Recovery> recovered(Path target, Clock clock, RowSalvage.Result salvaged) {
        try (Workspace workspace = WorkspaceFile.open(target, clock)) {
            int documents = workspace.documents().size();
            int edits = workspace.database().number("SELECT count(*) FROM edit");
            if (documents + edits > 0) {
                List<Problem> missing = new ArrayList<>(workspace.notices());
                if (!salvaged.stated().equals(Optional.of(Revisions.documentsOf(workspace.database())))) {
                    salvaged.doubtful()
                            .forEach(key -> missing.add(
                                    problem(target, key.inWords() + " may be an older state than the one saved last")));
                }
                missing.addAll(missingHistory(target, workspace.database()));
                return Optional.of(new Recovery(target, documents, edits, missing));
            }
        }
        discard(target);
        return Optional.empty();
    }

    /** What is gone or damaged of what documents do not rest on. */
    private static List<Problem> missingHistory(Path target, Database database) {
        List<Problem> missing = new ArrayList<>();
        count(
                        database,
                        "SELECT (SELECT max(edits) FROM revision) - count(*) FROM edit WHERE "
                                + HashedTable.EDIT.isIntact())
                .ifPresent(edits -> missing.add(problem(target, edits + " of its edits can no longer be undone")));
        count(
                        database,
                        "SELECT (SELECT max(trail) FROM revision) - count(*) FROM trail WHERE "
                                + HashedTable.TRAIL.isIntact())
                .ifPresent(entries -> missing.add(problem(target, entries + " entries of its audit trail are lost")));
        database.query(
                        "SELECT name FROM version WHERE NOT (" + HashedTable.VERSION.isIntact() + ")",
                        row -> row.getString(1))
                .forEach(name -> missing.add(problem(target, "the version '" + name + "' is damaged")));
        return missing;
    }

    private static Optional<Integer> count(Database database, String sql) {
        return Optional.of(database.number(sql)).filter(number -> number > 0);
    }

    private static Problem problem(Path target, String what) {
        return new Problem(Place.of(target.toString()), what, "compare with a backup");
    }

    private static Path free(Path damaged) {
        String name = damaged.getFileName().toString();
        String stem = name.endsWith(WorkspaceFile.SUFFIX)
                ? name.substring(0, name.length() - WorkspaceFile.SUFFIX.length())
                : name;
        Path target = damaged.resolveSibling(stem + " recovered" + WorkspaceFile.SUFFIX);
        for (int number = 2; Files.exists(target); number++) {
            target = damaged.resolveSibling(stem + " recovered " + number + WorkspaceFile.SUFFIX);
        }
        return target;
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
            Files.deleteIfExists(file);
        } catch (IOException leftBehind) {
            file.toFile().deleteOnExit();
        }
    }
}
