package org.worthwhile.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Problem;

/**
 * A workspace as a folder: one JSON file a document, and one each for edits, the audit trail, versions, datasets and
 * results. Written from the same workspace it is the same in every byte, and a changed value is a changed line. A folder
 * is written, and a file read from one, wholly or not at all.
 */
public final class WorkspaceFolder {

    /** A name that is one file's and leads to no other folder. */
    private static final String NAME = "[^\\p{Cntrl}/\\\\:]{1,200}";

    private WorkspaceFolder() {}

    static boolean isName(String name) {
        return name.matches(NAME) && !name.matches("\\.+") && !name.isBlank();
    }

    /** @throws InvalidInput if the folder cannot be written, or holds what no export wrote; then it stays as it was */
    static void write(List<Document> documents, Database database, Path folder) {
        FolderSwap.replace(folder, fresh -> new FolderWriter(database, fresh).write(documents));
    }

    /**
     * Where in a folder that a user chose the export of a file goes: the folder itself if there is nothing in it yet or an
     * earlier export, or else a folder in it that is called like the file.
     */
    public static Path placeIn(Path chosen, Path file) {
        String name = String.valueOf(file.getFileName());
        String stem = name.endsWith(WorkspaceFile.SUFFIX)
                ? name.substring(0, name.length() - WorkspaceFile.SUFFIX.length())
                : name;
        return Stream.concat(
                        Stream.of(chosen, chosen.resolve(stem)),
                        Stream.iterate(2, number -> number + 1).map(number -> chosen.resolve(stem + " " + number)))
                .filter(WorkspaceFolder::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(Path folder) {
        String[] entries = folder.toFile().list();
        return !Files.exists(folder)
                || Files.isRegularFile(folder.resolve(FolderManifest.FILE))
                || entries != null && entries.length == 0;
    }

    /**
     * Reads an exported folder into a new file, which is there when it is whole.
     *
     * @throws InvalidInput if it is no such folder, with every file that cannot be read; no file is left then
     */
    public static Workspace read(Path folder, Path file, Clock clock) {
        if (Files.exists(file)) {
            throw SqliteErrors.of(file, "is there already", "open it, or choose another name");
        }
        if (!Files.exists(folder)) {
            FolderSwap.bringBackBeside(folder);
        }
        Path aside = aside(file);
        Path staged = aside.resolve("new" + WorkspaceFile.SUFFIX);
        try {
            try (Workspace workspace = WorkspaceFile.create(staged, clock)) {
                fill(workspace, folder);
            }
            Files.move(staged, file);
        } catch (IOException notMoved) {
            throw SqliteErrors.of(file, "cannot be created", "choose a folder that you may write to");
        } finally {
            discard(aside);
        }
        return WorkspaceFile.open(file, clock);
    }

    private static void fill(Workspace workspace, Path folder) {
        List<Problem> problems = new ArrayList<>();
        workspace.write(() -> {
            new FolderReader(workspace.database(), folder, problems).readAll();
            HashedTable.sealAll(workspace.database());
            if (!problems.isEmpty()) {
                throw new InvalidInput(problems);
            }
        });
    }

    /** A folder beside the file, from which it is moved into its place when it is whole. */
    private static Path aside(Path file) {
        try {
            return Files.createTempDirectory(file.toAbsolutePath().getParent(), ".worthwhile-import-");
        } catch (IOException notWritable) {
            throw SqliteErrors.of(file, "cannot be created", "choose a folder that you may write to");
        }
    }

    private static void discard(Path aside) {
        String[] left = aside.toFile().list();
        for (String name : left == null ? new String[0] : left) {
            aside.resolve(name).toFile().delete();
        }
        aside.toFile().delete();
    }
}
