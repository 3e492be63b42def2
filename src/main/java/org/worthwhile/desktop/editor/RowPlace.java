package org.worthwhile.desktop.editor;

import org.worthwhile.workspace.Document;
import tools.jackson.databind.JsonNode;

/**
 * Where a row of a table stands.
 *
 * @param pointer within the document; empty for the whole of it
 * @param line the title of the line that the row belongs to, where it is part of one
 */
record RowPlace(Document document, String pointer, String line) {

    JsonNode tree() {
        return document.tree().at(pointer);
    }

    /** The row's own title, that of the line it is part of, or the document's name. */
    String title() {
        String own = tree().path("title").asString("");
        String title = own.isBlank() ? line : own;
        return title.isBlank() ? document.name() : title;
    }
}
