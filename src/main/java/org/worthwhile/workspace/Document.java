package org.worthwhile.workspace;

import java.util.Optional;
import org.worthwhile.exchange.JsonText;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A document of the analyst's file. It may be unfinished or wrong: what the analyst typed is kept, and judged elsewhere.
 *
 * @param name by which it is known in the file; never changes
 * @param tree what it says, as the JSON of its format; not to be altered
 */
public record Document(DocumentKind kind, String name, JsonNode tree) {

    /** What stands at a JSON pointer. */
    public Optional<JsonNode> at(String pointer) {
        JsonNode node = tree.at(pointer);
        return node.isMissingNode() ? Optional.empty() : Optional.of(node);
    }

    /** The change by which {@code value} stands at the pointer, in objects and lists that are made for it where need be. */
    public Change set(String pointer, JsonNode value) {
        int last = pointer.lastIndexOf('/');
        if (last > 0 && at(pointer.substring(0, last)).isEmpty()) {
            return set(
                    pointer.substring(0, last),
                    holding(JsonPointer.compile(pointer).last(), value));
        }
        return new Change(kind, name, pointer, at(pointer), Optional.of(value));
    }

    private static JsonNode holding(JsonPointer inner, JsonNode value) {
        return inner.mayMatchElement()
                ? JsonText.object().putArray("list").add(value)
                : JsonText.object().set(inner.getMatchingProperty(), value);
    }

    /** The change by which nothing stands at the pointer. */
    public Change remove(String pointer) {
        return new Change(kind, name, pointer, at(pointer), Optional.empty());
    }

    /** The change that puts {@code value} into the list at the pointer, before what stands at {@code index} there. */
    public Change insert(String list, int index, JsonNode value) {
        return at(list).isEmpty()
                ? set(list + "/0", value)
                : new Change(kind, name, list + "/" + index, Optional.empty(), Optional.of(value));
    }

    /** The document with a change made. */
    public Document with(Change change) {
        return new Document(kind, name, TreeChange.apply(tree, change));
    }
}
