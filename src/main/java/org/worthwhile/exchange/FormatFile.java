package org.worthwhile.exchange;

import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** Files of the published formats, as trees that fit their schemas. */
public final class FormatFile {

    private FormatFile() {}

    /**
     * Reads a file, JSON or YAML by its name.
     *
     * @param models the folder of model packs, which holds the schemas
     * @param schema the file name of one in {@code models/schema}
     * @throws org.worthwhile.problem.InvalidInput with every way in which it does not fit
     */
    public static Located<JsonNode> read(Path models, String schema, Path file) {
        SourceText text = SourceText.read(file);
        JsonNode tree = new SchemaCheck(models, schema).require(text);
        YearLabels.require(text);
        return new Located<>(tree, text::place);
    }
}
