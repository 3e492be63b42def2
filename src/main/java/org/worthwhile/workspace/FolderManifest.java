package org.worthwhile.workspace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.worthwhile.exchange.JsonText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an exported folder says of itself. It is written last, so that a folder with one is whole.
 *
 * @param files that the export wrote, this one left out, from the folder on; absent in folders of the first format
 * @param names of documents whose file's name is another, by their files
 */
record FolderManifest(Optional<List<String>> files, Map<String, String> names) {

    static final String FILE = "workspace.json";
    static final String EDITS = "edits.json";
    static final String TRAIL = "trail.json";
    static final String VERSIONS = "versions.json";
    static final String DATASETS = "datasets.json";
    static final String RESULTS = "results.json";
    static final List<String> ROWS = List.of(EDITS, TRAIL, VERSIONS, DATASETS, RESULTS);

    /** The folder of datasets, whose bytes are in files of their own. */
    static final String DATA = "datasets";

    private static final String FIRST = "worthwhile-workspace/1";
    private static final String FORMAT = "worthwhile-workspace/2";

    FolderManifest {
        files = files.map(List::copyOf);
        names = new TreeMap<>(names);
    }

    /** @param files and {@code names} of what was written */
    static FolderManifest of(List<String> files, Map<String, String> names) {
        return new FolderManifest(Optional.of(files), names);
    }

    /** Reads one; nothing if the tree is none. */
    static Optional<FolderManifest> of(JsonNode tree) {
        return switch (tree.path("format").asString("")) {
            case FIRST -> Optional.of(new FolderManifest(Optional.empty(), Map.of()));
            case FORMAT -> {
                Map<String, String> names = new TreeMap<>();
                tree.path("names")
                        .propertyStream()
                        .forEach(entry ->
                                names.put(entry.getKey(), entry.getValue().asString("")));
                Stream<String> files = tree.path("files").valueStream().map(file -> file.asString(""));
                yield Optional.of(new FolderManifest(Optional.of(files.toList()), names));
            }
            default -> Optional.empty();
        };
    }

    JsonNode tree() {
        ObjectNode tree = JsonText.object().put("format", FORMAT);
        files.ifPresent(all -> all.stream().sorted().forEach(tree.putArray("files")::add));
        if (!names.isEmpty()) {
            names.forEach(tree.putObject("names")::put);
        }
        return tree;
    }
}
