package org.worthwhile.workspace;

import java.util.Optional;
import org.worthwhile.exchange.JsonText;
import tools.jackson.databind.JsonNode;

/**
 * One change to a document. In a list, a change from nothing puts an entry in and a change to nothing takes one out.
 *
 * @param name of the document
 * @param pointer the JSON pointer of what changes; empty for the whole document
 * @param before what stood there
 * @param after what stands there
 */
public record Change(
        DocumentKind kind, String name, String pointer, Optional<JsonNode> before, Optional<JsonNode> after) {

    /** The change by which a document comes into the file. */
    public static Change added(DocumentKind kind, String name, JsonNode tree) {
        return new Change(kind, name, "", Optional.empty(), Optional.of(tree));
    }

    /** The change by which a document leaves the file. */
    public static Change removed(Document document) {
        return new Change(document.kind(), document.name(), "", Optional.of(document.tree()), Optional.empty());
    }

    /** The change as it reads back from the file, so that the documents in memory are those that the edits make. */
    Change asSaved() {
        return new Change(kind, name, pointer, before.map(Change::asSaved), after.map(Change::asSaved));
    }

    private static JsonNode asSaved(JsonNode tree) {
        return JsonText.parse(JsonText.compact(tree));
    }

    Change inverse() {
        return new Change(kind, name, pointer, after, before);
    }

    boolean isAtSamePlaceAs(Change other) {
        return kind == other.kind && name.equals(other.name) && pointer.equals(other.pointer);
    }
}
