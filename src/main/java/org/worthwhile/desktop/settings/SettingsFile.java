package org.worthwhile.desktop.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.worthwhile.exchange.AtomicFile;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.problem.InvalidInput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps settings in a file of the analyst's home folder. Without it, or where it cannot be read, the usual ones hold. */
public final class SettingsFile {

    private final Path file;
    private final Path usualFolder;

    /**
     * @param file where settings are kept
     * @param usualFolder where new files go unless another folder is set
     */
    public SettingsFile(Path file, Path usualFolder) {
        this.file = file;
        this.usualFolder = usualFolder;
    }

    public Settings read() {
        Settings usual = new Settings(Settings.Theme.SYSTEM, 100, usualFolder, List.of());
        if (!Files.isRegularFile(file)) {
            return usual;
        }
        try {
            JsonNode tree = JsonText.read(file);
            return new Settings(
                    Settings.Theme.valueOf(tree.path("theme").asString("SYSTEM")),
                    tree.path("textPercent").asInt(100),
                    Path.of(tree.path("folder").asString(usualFolder.toString())),
                    tree.path("recent")
                            .valueStream()
                            .map(name -> Path.of(name.asString()))
                            .toList());
        } catch (InvalidInput | IllegalArgumentException | tools.jackson.core.JacksonException unreadable) {
            return usual;
        }
    }

    /**
     * Keeps settings.
     *
     * @throws InvalidInput if they cannot be written
     */
    public void write(Settings settings) {
        ObjectNode tree = JsonText.object()
                .put("theme", settings.theme().name())
                .put("textPercent", settings.textPercent())
                .put("folder", settings.folder().toString());
        ArrayNode recent = tree.putArray("recent");
        settings.recent().forEach(path -> recent.add(path.toString()));
        AtomicFile.write(file, JsonText.of(tree));
    }
}
