package org.worthwhile.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.worthwhile.problem.InvalidInput;

/** A copy that is removed, with all that SQLite puts beside it, when the program ends. */
final class TemporaryCopy {

    private static final List<String> BESIDE = List.of("", "-wal", "-shm", "-journal");

    private TemporaryCopy() {}

    /**
     * A place for a copy, in a folder of its own.
     *
     * @throws InvalidInput if there is no space for it
     */
    static Path place(Path original) {
        try {
            Path folder = Files.createTempDirectory("worthwhile-");
            Path copy = folder.resolve("copy" + WorkspaceFile.SUFFIX);
            // What is registered last is removed first.
            folder.toFile().deleteOnExit();
            BESIDE.forEach(suffix ->
                    copy.resolveSibling(copy.getFileName() + suffix).toFile().deleteOnExit());
            return copy;
        } catch (IOException noSpace) {
            throw unwritable(original);
        }
    }

    /** A copy of a file and of the log beside it. */
    static Path withLog(Path file) {
        Path copy = of(file);
        try {
            if (!WriteAheadLog.isEmpty(file)) {
                copyInto(WriteAheadLog.of(file), WriteAheadLog.of(copy));
            }
            return copy;
        } catch (IOException noSpace) {
            throw unwritable(file);
        }
    }

    /** A copy of a file as it is without a log. */
    static Path of(Path file) {
        Path copy = place(file);
        try {
            copyInto(file, copy);
            return copy;
        } catch (IOException noSpace) {
            throw unwritable(file);
        }
    }

    /** Removes a copy before the program ends. */
    static void discard(Path copy) {
        try {
            for (String suffix : BESIDE) {
                Files.deleteIfExists(copy.resolveSibling(copy.getFileName() + suffix));
            }
            Files.deleteIfExists(copy.getParent());
        } catch (IOException stillInUse) {
            // It is removed when the program ends.
        }
    }

    private static void copyInto(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        to.toFile().setWritable(true);
    }

    private static InvalidInput unwritable(Path original) {
        return SqliteErrors.of(original, "cannot be copied to be read", "make space on the disk of temporary files");
    }
}
