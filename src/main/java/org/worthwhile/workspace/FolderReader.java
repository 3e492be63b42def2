package org.worthwhile.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.worthwhile.exchange.Fingerprint;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Reads an exported folder into the tables of an empty file, trusting nothing in it. */
final class FolderReader {

    /** Far above any export, far below what would exhaust memory. */
    private static final long LARGEST = 512L << 20;

    private final Database database;
    private final Path folder;
    private final List<Problem> problems;
    private final Map<String, Optional<JsonNode>> trees = new HashMap<>();
    private Map<String, String> names = Map.of();
    private boolean isOfFirstFormat;

    FolderReader(Database database, Path folder, List<Problem> problems) {
        this.database = database;
        this.folder = folder;
        this.problems = problems;
    }

    void readAll() {
        FolderManifest manifest = tree(FolderManifest.FILE)
                .flatMap(FolderManifest::of)
                .orElseThrow(() -> SqliteErrors.of(
                        folder,
                        "is not the export of a workspace",
                        "choose the folder that holds " + FolderManifest.FILE));
        names = manifest.names();
        isOfFirstFormat = manifest.files().isEmpty();
        manifest.files().ifPresent(files -> files.forEach(this::requireFile));
        for (DocumentKind kind : DocumentKind.values()) {
            files(kind).forEach(name -> readDocument(kind, name));
        }
        rows(FolderManifest.EDITS, "rows", this::readEdit);
        rows(FolderManifest.EDITS, "beginning", row -> insert("beginning", row, "edit"));
        rows(FolderManifest.TRAIL, "rows", this::readTrail);
        rows(FolderManifest.VERSIONS, "rows", this::readVersion);
        rows(FolderManifest.DATASETS, "rows", this::readDataset);
        rows(FolderManifest.DATASETS, "names", row -> insert("dataset_name", row, "name", "sha256"));
        rows(
                FolderManifest.RESULTS,
                "rows",
                row -> insert("result", row, "number", "made_at", "kind", "name", "inputs_sha256", "software", "text"));
    }

    private void requireFile(String file) {
        if (!FolderManifest.ROWS.contains(file)
                && inside(file).filter(Files::exists).isEmpty()) {
            report(file, "is missing from the export", "export the workspace again");
        }
    }

    private List<String> files(DocumentKind kind) {
        Path of = folder.resolve(kind.folder());
        if (!Files.isDirectory(of)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(kind.suffix()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw SqliteErrors.of(of, "cannot be read", "choose a folder that you may read");
        }
    }

    private void readDocument(DocumentKind kind, String fileName) {
        String file = kind.folder() + "/" + fileName;
        String name = names.getOrDefault(
                file, fileName.substring(0, fileName.length() - kind.suffix().length()));
        if (!WorkspaceFolder.isName(name)) {
            report(file, "has a name that no document can have", "use letters, digits, dots, hyphens and underscores");
            return;
        }
        tree(file).ifPresent(tree -> {
            if (tree.isObject()) {
                database.update(
                        "INSERT INTO document (kind, name, text) VALUES (?, ?, ?)",
                        kind.code(),
                        name,
                        JsonText.compact(tree));
            } else {
                report(
                        file,
                        "is no " + kind.code() + ": it begins with no '{'",
                        "mend it or export the workspace again");
            }
        });
    }

    private void readTrail(JsonNode row) {
        requireTime(row);
        TrailEntry.Action.valueOf(row.path("action").asString(""));
        insert("trail", row, "number", "made_at", "who", "action", "what", "edit");
    }

    private static void requireTime(JsonNode row) {
        Instant.parse(row.path("made_at").asString(""));
    }

    private void readEdit(JsonNode row) {
        requireTime(row);
        insert("edit", row, "number", "made_at", "who", "what", "state");
        int place = 0;
        for (JsonNode change : row.path("changes")) {
            String pointer =
                    JsonPointer.compile(change.path("pointer").asString("")).toString();
            if (pointer.isEmpty()) {
                requireObject(change.get("before"));
                requireObject(change.get("after"));
            }
            database.update(
                    "INSERT INTO change (edit, place, kind, name, pointer, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    row.path("number").asLong(),
                    place++,
                    DocumentKind.of(change.path("kind").asString("")).code(),
                    change.path("name").asString(""),
                    pointer,
                    compact(change.get("before")),
                    compact(change.get("after")));
        }
    }

    private static void requireObject(@Nullable JsonNode document) {
        if (document != null && !document.isObject()) {
            throw new IllegalArgumentException("A document is an object");
        }
    }

    private void readVersion(JsonNode row) {
        requireTime(row);
        insert("version", row, "name", "made_at", "who");
        for (JsonNode document : row.path("documents")) {
            requireObject(document.path("tree"));
            database.update(
                    "INSERT INTO version_document (version, kind, name, text) VALUES (?, ?, ?, ?)",
                    row.path("name").asString(""),
                    DocumentKind.of(document.path("kind").asString("")).code(),
                    document.path("name").asString(""),
                    compact(document.get("tree")));
        }
    }

    /** Exports of the first format knew datasets by their names, and so did their studies. */
    private void readDataset(JsonNode row) {
        String name = row.path("name").asString("");
        String sha256 = row.path("sha256").asString("");
        String fileName = row.path("file").asString(isOfFirstFormat ? name : "");
        if (!WorkspaceFolder.isName(name) || !fileName.isEmpty() && !WorkspaceFolder.isName(fileName)) {
            report(
                    FolderManifest.DATASETS,
                    "names a dataset '" + name + "'",
                    "use letters, digits, dots, hyphens and underscores");
            return;
        }
        database.update(
                "INSERT OR IGNORE INTO dataset (name, sha256, bytes) VALUES (?, ?, ?)",
                name,
                sha256,
                row.path("bytes").asLong(0));
        if (isOfFirstFormat) {
            insert("dataset_name", row, "name", "sha256");
        }
        String file = FolderManifest.DATA + "/" + fileName;
        if (!fileName.isEmpty() && inside(file).filter(Files::exists).isPresent()) {
            bytes(file).ifPresent(bytes -> {
                if (!Fingerprint.of(bytes).equals(sha256)) {
                    report(file, "is not the dataset whose fingerprint datasets.json gives", "export it again");
                }
                database.update("UPDATE dataset SET content = ? WHERE sha256 = ?", bytes, sha256);
            });
        }
    }

    private void rows(String file, String list, Consumer<JsonNode> read) {
        tree(file).ifPresent(tree -> {
            try {
                tree.path(list).forEach(read);
            } catch (InvalidInput | IllegalArgumentException | DateTimeException notARow) {
                report(file, "holds a row that does not belong there", "mend it or export the workspace again");
            }
        });
    }

    private void insert(String table, JsonNode row, String... columns) {
        @Nullable Object[] values = new Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            JsonNode value = row.get(columns[i]);
            values[i] = value == null ? null : value.isNumber() ? (Object) value.asLong() : value.asString();
        }
        String places = String.join(", ", Collections.nCopies(columns.length, "?"));
        database.update(
                "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES (" + places + ")", values);
    }

    private Optional<JsonNode> tree(String file) {
        return trees.computeIfAbsent(file, this::parsed);
    }

    private Optional<JsonNode> parsed(String file) {
        return bytes(file).flatMap(bytes -> {
            try {
                return Optional.of(JsonText.parse(new String(bytes, StandardCharsets.UTF_8)));
            } catch (JacksonException noJson) {
                report(file, "cannot be read as JSON", "mend it or export the workspace again");
                return Optional.empty();
            }
        });
    }

    /** The bytes of an ordinary file in the folder; a pipe would make the program wait, a link lead elsewhere. */
    private Optional<byte[]> bytes(String file) {
        Optional<Path> path = inside(file);
        try {
            if (path.isEmpty()) {
                report(file, "leads out of the folder", "put the file itself there");
            } else if (Files.exists(path.get()) && !Files.isRegularFile(path.get())) {
                report(file, "is no ordinary file", "put an ordinary file there");
            } else if (Files.size(path.get()) > LARGEST) {
                report(file, "is longer than the " + (LARGEST >> 20) + " MiB allowed", "export the workspace again");
            } else {
                return Optional.of(Files.readAllBytes(path.get()));
            }
        } catch (NoSuchFileException missing) {
            report(file, "is missing from the export", "export the workspace again");
        } catch (IOException unreadable) {
            report(file, "cannot be read", "check that you may read it");
        }
        return Optional.empty();
    }

    /** The place of a file if it is in the folder, through whatever links. */
    private Optional<Path> inside(String file) {
        try {
            Path path = folder.resolve(file).normalize();
            Path real = Files.exists(path) ? path.toRealPath() : path;
            Path root = Files.exists(path) ? folder.toRealPath() : folder.normalize();
            return Optional.of(real).filter(found -> found.startsWith(root));
        } catch (IOException | InvalidPathException nowhere) {
            return Optional.empty();
        }
    }

    private static @Nullable String compact(@Nullable JsonNode tree) {
        return tree == null ? null : JsonText.compact(tree);
    }

    private void report(String file, String what, String remedy) {
        problems.add(new Problem(Place.of(folder.resolve(file).toString()), what, remedy));
    }
}
