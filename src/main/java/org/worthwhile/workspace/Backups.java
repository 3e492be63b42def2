package org.worthwhile.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;

/** The last three states in which a file was opened, in copies beside it of which the first is the newest. */
final class Backups {

    private static final int KEPT = 3;
    private static final long LARGEST = 200L << 20;

    private final Path file;
    private final Database database;

    private Backups(Path file, Database database) {
        this.file = file;
        this.database = database;
    }

    /** Copies a sound file that was changed since its last backup; says so if that cannot be done. */
    static Optional<Problem> make(Path file, Database database) {
        Backups backups = new Backups(file, database);
        try {
            if (isBackup(file) || backups.isNew() || backups.isThere()) {
                return Optional.empty();
            }
            if (Files.size(file) > LARGEST) {
                return Optional.of(backups.problem("is so large that no backup of it is made when it is opened"));
            }
            backups.make();
            return Optional.empty();
        } catch (IOException | InvalidInput notPossible) {
            return Optional.of(backups.problem("no backup of it could be made beside it"));
        }
    }

    /** Writes a whole copy. It is another file from then on, so its log will not be taken for that of this one. */
    static void copy(Database database, Path copy) {
        database.update("VACUUM INTO ?", copy.toString());
        try (Database written = Database.open(copy, Database.Mode.WRITE)) {
            written.transaction(
                    () -> Revisions.advance(written, UUID.randomUUID().toString()));
        }
    }

    static Path of(Path file, int number) {
        return file.resolveSibling(stem(file) + ".backup-" + number + WorkspaceFile.SUFFIX);
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(WorkspaceFile.SUFFIX)
                ? name.substring(0, name.length() - WorkspaceFile.SUFFIX.length())
                : name;
    }

    private static boolean isBackup(Path file) {
        return stem(file).matches(".*\\.backup-\\d");
    }

    private boolean isNew() {
        return database.number("SELECT count(*) FROM edit") == 0;
    }

    private boolean isThere() {
        try (Database last = Database.open(of(file, 1), Database.Mode.READ_ALONE)) {
            return last.query("SELECT previous FROM revision", row -> row.getString(1))
                    .equals(List.of(Revisions.id(database)));
        } catch (InvalidInput noBackupYet) {
            return false;
        }
    }

    private void make() throws IOException {
        Path fresh = file.resolveSibling("." + of(file, 0).getFileName());
        Files.deleteIfExists(fresh);
        try {
            copy(database, fresh);
            for (int number = KEPT - 1; number >= 1; number--) {
                if (Files.exists(of(file, number))) {
                    replace(of(file, number), of(file, number + 1));
                }
            }
            replace(fresh, of(file, 1));
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void replace(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private Problem problem(String what) {
        return new Problem(Place.of(file.toString()), what, "copy it to another place yourself");
    }
}
