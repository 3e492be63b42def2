package org.worthwhile.desktop.editor;

import java.util.Optional;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Figures of an impact that stand before and after, and take the place of another figure when the first of the two is typed. */
final class BeforeAndAfter {

    private static final String QUANTITY = "/quantity/";

    private BeforeAndAfter() {}

    /** The change that begins the two, both with the value that was typed; nothing where they are there or are not meant. */
    static Optional<Change> begun(Document document, String row, String pointer, JsonNode value) {
        String replaced = switch (pointer) {
            case "/quantity/users/before", "/quantity/users/after" -> "population";
            case "/quantity/costPerTrip/before", "/quantity/costPerTrip/after" -> "effect";
            default -> "";
        };
        if (replaced.isEmpty() || !(document.tree().at(row + "/quantity") instanceof ObjectNode present)) {
            return Optional.empty();
        }
        String pair = pointer.substring(QUANTITY.length(), pointer.lastIndexOf('/'));
        if (present.has(pair)) {
            return Optional.empty();
        }
        ObjectNode quantity = present.deepCopy();
        quantity.remove(replaced);
        quantity.putObject(pair).set("before", value).set("after", value);
        return Optional.of(document.set(row + "/quantity", quantity));
    }
}
