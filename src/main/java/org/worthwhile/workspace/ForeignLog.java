package org.worthwhile.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;

/**
 * Sees to it that a log is used only with the file that it continues. After a crash a log stays behind; if another file or a
 * backup is then put in the place of the first, SQLite would write the log's pages into it. Each transaction of a file has
 * an id and names the one before it ({@link Revisions}), so a log continues a file when it mentions the file's last.
 */
final class ForeignLog {

    private final Path file;

    private ForeignLog(Path file) {
        this.file = file;
    }

    /**
     * Renames what lies beside a file and does not belong to it, and says so. To be called by who may write and before the
     * file is opened.
     */
    static List<Problem> setAside(Path file) {
        ForeignLog foreign = new ForeignLog(file);
        return Stream.of(foreign.journal(), foreign.log())
                .flatMap(Optional::stream)
                .toList();
    }

    /** This program leaves no rollback journal beside a file under its own name. */
    private Optional<Problem> journal() {
        Path journal = file.resolveSibling(file.getFileName() + "-journal");
        return Files.exists(journal) ? Optional.of(rename(journal)) : Optional.empty();
    }

    private Optional<Problem> log() {
        return isForeign(file) ? Optional.of(rename(WriteAheadLog.of(file))) : Optional.empty();
    }

    /** Whether the log beside a file would make another file of it. */
    static boolean isForeign(Path file) {
        if (WriteAheadLog.isEmpty(file)) {
            return false;
        }
        try {
            Optional<String> last = lastTransaction(file);
            if (last.isPresent()) {
                return !WriteAheadLog.mentions(WriteAheadLog.of(file), last.get());
            }
            return SoundFile.isSoundAlone(file) && !isContinuedByLog(file);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** The id of the last transaction that is in the file itself; none in one of an earlier schema or a damaged one. */
    private static Optional<String> lastTransaction(Path file) {
        try (Database alone = Database.open(file, Database.Mode.READ_ALONE)) {
            return Revisions.intactId(alone);
        } catch (InvalidInput noneThatCanBeRead) {
            return Optional.empty();
        }
    }

    /** In a file without ids of its transactions: whether it is sound with the log and its trail goes on there. */
    private static boolean isContinuedByLog(Path file) {
        Path both = TemporaryCopy.withLog(file);
        try (Database database = Database.open(both, Database.Mode.WRITE)) {
            SoundFile.check(both, database);
            return trail(database).containsAll(lastEntry(file));
        } catch (InvalidInput unsound) {
            return false;
        }
    }

    private static List<String> lastEntry(Path file) {
        try (Database alone = Database.open(file, Database.Mode.READ_ALONE)) {
            List<String> trail = trail(alone);
            return trail.subList(Math.max(0, trail.size() - 1), trail.size());
        }
    }

    private static List<String> trail(Database database) {
        return database.query(
                "SELECT concat_ws(' ', number, made_at, who, action, what) FROM trail ORDER BY number",
                row -> row.getString(1));
    }

    private Problem rename(Path beside) {
        String name = beside.getFileName().toString();
        Path aside = beside;
        for (int number = 1; Files.exists(aside); number++) {
            aside = beside.resolveSibling(name + ".set-aside-" + number);
        }
        try {
            Files.move(beside, aside);
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
        } catch (IOException notMovable) {
            throw SqliteErrors.of(
                    file, "has the log of another file beside it, " + name, "move that elsewhere, then open it again");
        }
        return new Problem(
                Place.of(file.toString()),
                "beside it lay a log of changes to another file or to another state of this one, which were not made here;"
                        + " it is now called " + aside.getFileName(),
                "keep that until you are sure that nothing is missing");
    }
}
