package org.worthwhile.workspace;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a change to a tree, leaving the tree that was given as it is. */
final class TreeChange {

    private TreeChange() {}

    /**
     * The tree with the change made.
     *
     * @throws IllegalArgumentException if the tree is not what the change was made for
     */
    static JsonNode apply(JsonNode tree, Change change) {
        if (change.pointer().isEmpty()) {
            return change.after().orElseThrow(() -> new IllegalArgumentException("A tree cannot be nothing"));
        }
        JsonNode copy = tree.deepCopy();
        JsonPointer pointer = JsonPointer.compile(change.pointer());
        JsonNode parent = copy.at(pointer.head());
        String name = pointer.last().getMatchingProperty();
        switch (parent) {
            case ObjectNode object ->
                change.after().ifPresentOrElse(value -> object.set(name, value), () -> object.remove(name));
            case ArrayNode list -> applyToList(list, pointer.last().getMatchingIndex(), change);
            default -> throw new IllegalArgumentException("Nothing can stand at " + change.pointer());
        }
        return copy;
    }

    private static void applyToList(ArrayNode list, int index, Change change) {
        boolean stands = change.before().isPresent();
        if (index < 0 || index > list.size() - (stands ? 1 : 0)) {
            throw new IllegalArgumentException("Nothing stands at " + change.pointer());
        }
        change.after()
                .ifPresentOrElse(
                        value -> {
                            if (stands) {
                                list.set(index, value);
                            } else {
                                list.insert(index, value);
                            }
                        },
                        () -> list.remove(index));
    }
}
