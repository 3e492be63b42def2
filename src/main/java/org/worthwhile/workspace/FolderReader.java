package org.worthwhile.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.worthwhile.exchange.Fingerprint;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Reads an exported folder into the tables of an empty file, trusting nothing in it. */
final class FolderReader {

    private final Database database;
    private final Path folder;
    private final List<Problem> problems;

    FolderReader(Database database, Path folder, List<Problem> problems) {
        this.database = database;
        this.folder = folder;
        this.problems = problems;
    }

    void readAll() {
        for (DocumentKind kind : DocumentKind.values()) {
            WorkspaceFolder.files(folder.resolve(kind.folder()), kind.suffix())
                    .forEach(file -> readDocument(kind, file));
        }
        rows("edits.json", this::readEdit);
        rows("trail.json", this::readTrail);
        rows("versions.json", this::readVersion);
        rows("datasets.json", this::readDataset);
        rows(
                "results.json",
                row -> insert("result", row, "number", "made_at", "kind", "name", "inputs_sha256", "software", "text"));
    }

    private void readDocument(DocumentKind kind, Path file) {
        String name = file.getFileName().toString();
        String stem = name.substring(0, name.length() - kind.suffix().length());
        if (!WorkspaceFolder.isSafe(stem)) {
            report(file, "has a name that no document can have", "use letters, digits, dots, hyphens and underscores");
            return;
        }
        WorkspaceFolder.tree(file, problems)
                .ifPresent(tree -> database.update(
                        "INSERT INTO document (kind, name, text) VALUES (?, ?, ?)",
                        kind.code(),
                        stem,
                        JsonText.compact(tree)));
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
            database.update(
                    "INSERT INTO change (edit, place, kind, name, pointer, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    row.path("number").asLong(),
                    place++,
                    DocumentKind.of(change.path("kind").asString("")).code(),
                    change.path("name").asString(""),
                    JsonPointer.compile(change.path("pointer").asString("")).toString(),
                    compact(change.get("before")),
                    compact(change.get("after")));
        }
    }

    private void readVersion(JsonNode row) {
        requireTime(row);
        insert("version", row, "name", "made_at", "who");
        for (JsonNode document : row.path("documents")) {
            database.update(
                    "INSERT INTO version_document (version, kind, name, text) VALUES (?, ?, ?, ?)",
                    row.path("name").asString(""),
                    DocumentKind.of(document.path("kind").asString("")).code(),
                    document.path("name").asString(""),
                    compact(document.get("tree")));
        }
    }

    private void readDataset(JsonNode row) {
        String name = row.path("name").asString("");
        Path file = folder.resolve("datasets.json");
        if (!WorkspaceFolder.isSafe(name)) {
            report(file, "names a dataset '" + name + "'", "use letters, digits, dots, hyphens and underscores");
            return;
        }
        insert("dataset", row, "name", "sha256", "bytes");
        Path content = folder.resolve("datasets").resolve(name);
        if (Files.isRegularFile(content)) {
            try {
                byte[] bytes = Files.readAllBytes(content);
                if (!Fingerprint.of(bytes).equals(row.path("sha256").asString(""))) {
                    report(content, "is not the dataset whose fingerprint datasets.json gives", "export it again");
                }
                database.update("UPDATE dataset SET content = ? WHERE name = ?", bytes, name);
            } catch (IOException unreadable) {
                report(content, "cannot be read", "check that you may read it");
            }
        }
    }

    private void rows(String name, Consumer<JsonNode> read) {
        Path file = folder.resolve(name);
        WorkspaceFolder.tree(file, problems).ifPresent(tree -> {
            try {
                tree.path("rows").forEach(read);
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

    private static @Nullable String compact(@Nullable JsonNode tree) {
        return tree == null ? null : JsonText.compact(tree);
    }

    private void report(Path file, String what, String remedy) {
        problems.add(new Problem(Place.of(file.toString()), what, remedy));
    }
}
