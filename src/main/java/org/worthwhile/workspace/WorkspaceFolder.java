package org.worthwhile.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.worthwhile.exchange.AtomicFile;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A workspace as a folder: one JSON file a document, and one each for edits, the audit trail, versions, datasets and
 * results. Written from the same workspace it is the same in every byte, and a changed value is a changed line.
 */
public final class WorkspaceFolder {

    private static final String FORMAT = "worthwhile-workspace/1";
    /** A name that is a file's on every system and leads to no other folder. */
    private static final String SAFE_NAME = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N} ._()-]{0,118}[\\p{L}\\p{N}_)-])?";

    private static final String MANIFEST = "workspace.json";
    private static final String EDITS = "edits.json";
    private static final String TRAIL = "trail.json";
    private static final String VERSIONS = "versions.json";
    private static final String DATASETS = "datasets.json";
    private static final String RESULTS = "results.json";

    private static final List<String> ROWS = List.of(EDITS, TRAIL, VERSIONS, DATASETS, RESULTS);

    private WorkspaceFolder() {}

    static void write(Database database, Path folder) {
        removeEarlierExport(folder);
        AtomicFile.write(folder.resolve(MANIFEST), JsonText.of(JsonText.object().put("format", FORMAT)));
        database.query("SELECT kind, name, text FROM document", row -> {
            DocumentKind kind = DocumentKind.of(row.getString(1));
            Path file = folder.resolve(kind.folder()).resolve(safe(folder, row.getString(2)) + kind.suffix());
            AtomicFile.write(file, JsonText.of(JsonText.parse(row.getString(3))));
            return file;
        });
        writeRows(folder, EDITS, edits(database));
        writeRows(folder, TRAIL, rows(database, "trail", "number, made_at, who, action, what, edit", "number"));
        writeRows(folder, VERSIONS, versions(database));
        writeRows(folder, DATASETS, rows(database, "dataset", "name, sha256, bytes", "name"));
        writeRows(
                folder,
                RESULTS,
                rows(database, "result", "number, made_at, kind, name, inputs_sha256, software, text", "number"));
        database.query("SELECT name, content FROM dataset WHERE content IS NOT NULL", row -> {
            byte[] content = row.getBytes(2);
            Path file = folder.resolve("datasets").resolve(safe(folder, row.getString(1)));
            AtomicFile.write(file, out -> out.write(content));
            return file;
        });
    }

    /**
     * Reads an exported folder into a new file.
     *
     * @throws InvalidInput if it is no such folder, with every file that cannot be read; no file is left then
     */
    public static Workspace read(Path folder, Path file, Clock clock) {
        List<Problem> problems = new ArrayList<>();
        if (!tree(folder.resolve(MANIFEST), problems)
                .map(manifest -> manifest.path("format").asString(""))
                .equals(Optional.of(FORMAT))) {
            throw SqliteErrors.of(
                    folder, "is not the export of a workspace", "choose the folder that holds " + MANIFEST);
        }
        Workspace workspace = WorkspaceFile.create(file, clock);
        try {
            workspace.write(() -> {
                new FolderReader(workspace.database(), folder, problems).readAll();
                HashedTable.sealAll(workspace.database());
                if (!problems.isEmpty()) {
                    throw new InvalidInput(problems);
                }
            });
        } catch (RuntimeException unreadable) {
            workspace.close();
            discard(file);
            throw unreadable;
        }
        workspace.reload();
        return workspace;
    }

    private static ArrayNode edits(Database database) {
        ArrayNode edits = rows(database, "edit", "number, made_at, who, what, state", "number");
        for (JsonNode edit : edits) {
            ArrayNode changes = ((ObjectNode) edit).putArray("changes");
            for (Change change :
                    EditRepository.changes(database, edit.get("number").asLong())) {
                ObjectNode item = changes.addObject()
                        .put("kind", change.kind().code())
                        .put("name", change.name())
                        .put("pointer", change.pointer());
                change.before().ifPresent(before -> item.set("before", before));
                change.after().ifPresent(after -> item.set("after", after));
            }
        }
        return edits;
    }

    private static ArrayNode versions(Database database) {
        ArrayNode versions = rows(database, "version", "name, made_at, who", "made_at, name");
        for (JsonNode version : versions) {
            ArrayNode documents = ((ObjectNode) version).putArray("documents");
            database.query(
                    "SELECT kind, name, text FROM version_document WHERE version = ? ORDER BY kind, name",
                    row -> documents
                            .addObject()
                            .put("kind", row.getString(1))
                            .put("name", row.getString(2))
                            .set("tree", JsonText.parse(row.getString(3))),
                    version.get("name").asString());
        }
        return versions;
    }

    /** The rows of a table as objects, empty columns left out. */
    private static ArrayNode rows(Database database, String table, String columns, String order) {
        ArrayNode all = JsonText.object().putArray("rows");
        String[] names = columns.split(", ", -1);
        database.query("SELECT " + columns + " FROM " + table + " ORDER BY " + order, row -> {
            ObjectNode item = all.addObject();
            for (int i = 0; i < names.length; i++) {
                switch (row.getObject(i + 1)) {
                    case null -> {}
                    case Number number -> item.put(names[i], number.longValue());
                    case Object text -> item.put(names[i], text.toString());
                }
            }
            return item;
        });
        return all;
    }

    private static void writeRows(Path folder, String name, ArrayNode rows) {
        AtomicFile.write(folder.resolve(name), JsonText.of(JsonText.object().set("rows", rows)));
    }

    static Optional<JsonNode> tree(Path file, List<Problem> problems) {
        try {
            return Optional.of(JsonText.parse(Files.readString(file)));
        } catch (IOException | JacksonException unreadable) {
            problems.add(new Problem(
                    Place.of(file.toString()), "cannot be read as JSON", "mend it or export the workspace again"));
            return Optional.empty();
        }
    }

    /** The name, which a file from elsewhere may have chosen to lead out of the folder. */
    private static String safe(Path folder, String name) {
        if (!isSafe(name)) {
            throw SqliteErrors.of(folder, "cannot hold a document called '" + name + "'", "give it another name");
        }
        return name;
    }

    static boolean isSafe(String name) {
        return name.matches(SAFE_NAME);
    }

    /** Removes what an earlier export into the folder wrote, so that what is gone since does not stay there. */
    private static void removeEarlierExport(Path folder) {
        if (!Files.exists(folder.resolve(MANIFEST))) {
            return;
        }
        for (DocumentKind kind : DocumentKind.values()) {
            files(folder.resolve(kind.folder()), kind.suffix()).forEach(WorkspaceFolder::discard);
        }
        ROWS.forEach(name -> discard(folder.resolve(name)));
    }

    static List<Path> files(Path folder, String suffix) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw SqliteErrors.of(folder, "cannot be read", "choose a folder that you may read");
        }
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException notDeletable) {
            throw SqliteErrors.of(file, "cannot be replaced", "close it in other programs");
        }
    }
}
