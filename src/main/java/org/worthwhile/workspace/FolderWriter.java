package org.worthwhile.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.worthwhile.exchange.FileNames;
import org.worthwhile.exchange.Identifiers;
import org.worthwhile.exchange.JsonText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what a file says into an empty folder, its manifest last, each file on the disk when it is written. */
final class FolderWriter {

    private static final int MARK = 8;

    private final Database database;
    private final Path folder;
    private final List<String> files = new ArrayList<>();
    private final Map<String, String> names = new TreeMap<>();

    FolderWriter(Database database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    void write(List<Document> documents) {
        Map<DocumentKind, Set<String>> taken = new EnumMap<>(DocumentKind.class);
        documents.forEach(document -> write(document, taken.computeIfAbsent(document.kind(), _ -> new TreeSet<>())));
        ObjectNode edits = JsonText.object().set("rows", edits());
        edits.set("beginning", rows("beginning", "edit", "edit"));
        add(FolderManifest.EDITS, text(edits));
        writeRows(FolderManifest.TRAIL, rows("trail", "number, made_at, who, action, what, edit", "number"));
        writeRows(FolderManifest.VERSIONS, versions());
        writeDatasets();
        writeRows(
                FolderManifest.RESULTS,
                rows("result", "number, made_at, kind, name, inputs_sha256, software, text", "number"));
        put(FolderManifest.FILE, text(FolderManifest.of(files, names).tree()));
    }

    /** @param taken names of files in the folder of its kind */
    private void write(Document document, Set<String> taken) {
        String name = document.name();
        if (!WorkspaceFolder.isName(name)) {
            throw SqliteErrors.of(
                    folder, "cannot hold a document called '" + name + "'", "remove it, or import it under another id");
        }
        String stem = Identifiers.free(FileNames.portable(name), taken);
        taken.add(stem);
        String file = document.kind().folder() + "/" + stem + document.kind().suffix();
        if (!stem.equals(name)) {
            names.put(file, name);
        }
        add(file, text(document.tree()));
    }

    private ArrayNode edits() {
        ArrayNode edits = rows("edit", "number, made_at, who, what, state", "number");
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

    private ArrayNode versions() {
        ArrayNode versions = rows("version", "name, made_at, who", "made_at, name");
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

    /** Two datasets of the same name are in files of different names. */
    private void writeDatasets() {
        ArrayNode datasets = rows("dataset", "name, sha256, bytes", "name, sha256");
        Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (JsonNode dataset : datasets) {
            String sha256 = dataset.get("sha256").asString();
            String name = FileNames.portable(dataset.get("name").asString());
            String file = taken.contains(name) ? marked(name, sha256) : name;
            database.query(
                    "SELECT content FROM dataset WHERE sha256 = ? AND content IS NOT NULL",
                    row -> {
                        taken.add(file);
                        ((ObjectNode) dataset).put("file", file);
                        add(FolderManifest.DATA + "/" + file, row.getBytes(1));
                        return file;
                    },
                    sha256);
        }
        ObjectNode tree = JsonText.object().set("rows", datasets);
        tree.set("names", rows("dataset_name", "name, sha256", "name"));
        add(FolderManifest.DATASETS, text(tree));
    }

    private static String marked(String name, String sha256) {
        String mark = "-" + sha256.substring(0, Math.min(MARK, sha256.length()));
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name + mark : name.substring(0, dot) + mark + name.substring(dot);
    }

    /** The rows of a table as objects, empty columns left out. */
    private ArrayNode rows(String table, String columns, String order) {
        ArrayNode all = JsonText.object().putArray("rows");
        String[] each = columns.split(", ", -1);
        database.query("SELECT " + columns + " FROM " + table + " ORDER BY " + order, row -> {
            ObjectNode item = all.addObject();
            for (int i = 0; i < each.length; i++) {
                switch (row.getObject(i + 1)) {
                    case null -> {}
                    case Number number -> item.put(each[i], number.longValue());
                    case Object text -> item.put(each[i], text.toString());
                }
            }
            return item;
        });
        return all;
    }

    private void writeRows(String name, ArrayNode rows) {
        add(name, text(JsonText.object().set("rows", rows)));
    }

    private static byte[] text(JsonNode tree) {
        return JsonText.of(tree).getBytes(StandardCharsets.UTF_8);
    }

    private void add(String file, byte[] bytes) {
        put(file, bytes);
        files.add(file);
    }

    private void put(String file, byte[] bytes) {
        Path path = folder.resolve(file);
        try {
            Files.createDirectories(path.getParent());
            try (FileChannel channel =
                    FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
    }
}
