package org.worthwhile.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.worthwhile.exchange.JsonText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Which files in a folder an export wrote. */
final class ExportedFiles {

    private ExportedFiles() {}

    /** The files, from the folder on: what its manifest lists, or what exports of the first format wrote. */
    static Set<Path> of(Path folder) throws IOException {
        Set<Path> files = new HashSet<>();
        JsonNode manifest = tree(folder.resolve(FolderManifest.FILE));
        files.add(Path.of(FolderManifest.FILE));
        FolderManifest.of(manifest)
                .flatMap(FolderManifest::files)
                .ifPresentOrElse(
                        listed -> listed.forEach(file -> add(files, file)), () -> addOfFirstFormat(files, folder));
        return files;
    }

    private static void addOfFirstFormat(Set<Path> files, Path folder) {
        FolderManifest.ROWS.forEach(name -> add(files, name));
        for (DocumentKind kind : DocumentKind.values()) {
            String[] names = folder.resolve(kind.folder()).toFile().list();
            Stream.ofNullable(names)
                    .flatMap(Arrays::stream)
                    .filter(name -> name.endsWith(kind.suffix()))
                    .forEach(name -> add(files, kind.folder() + "/" + name));
        }
        try {
            tree(folder.resolve(FolderManifest.DATASETS))
                    .path("rows")
                    .forEach(row -> add(
                            files, FolderManifest.DATA + "/" + row.path("name").asString("")));
        } catch (IOException none) {
            // Then its data are kept beside the new ones.
        }
    }

    private static void add(Set<Path> files, String file) {
        try {
            files.add(Path.of(file));
        } catch (InvalidPathException noFile) {
            // No export wrote that.
        }
    }

    private static JsonNode tree(Path file) throws IOException {
        try {
            return Files.isRegularFile(file) ? JsonText.parse(Files.readString(file)) : JsonText.object();
        } catch (JacksonException notOfAnExport) {
            return JsonText.object();
        }
    }
}
