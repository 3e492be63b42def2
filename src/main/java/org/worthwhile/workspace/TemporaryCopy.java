package org.worthwhile.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The place of a copy that is removed, with all that SQLite puts beside it, when the program ends. */
final class TemporaryCopy {

    private TemporaryCopy() {}

    /**
     * A place in a folder of its own.
     *
     * @throws org.worthwhile.problem.InvalidInput if there is no space for it
     */
    static Path place(Path original) {
        try {
            Path folder = Files.createTempDirectory("worthwhile-");
            Path copy = folder.resolve("copy" + WorkspaceFile.SUFFIX);
            // What is registered last is removed first.
            folder.toFile().deleteOnExit();
            List.of("", "-wal", "-shm", "-journal")
                    .forEach(suffix -> copy.resolveSibling(copy.getFileName() + suffix)
                            .toFile()
                            .deleteOnExit());
            return copy;
        } catch (IOException noSpace) {
            throw SqliteErrors.of(original, "cannot be copied to be read", "make space on the disk of temporary files");
        }
    }
}
