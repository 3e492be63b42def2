package org.worthwhile.desktop.editor;

import java.util.List;
import java.util.Optional;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.table.Sheet;
import org.worthwhile.workspace.Change;
import tools.jackson.databind.JsonNode;

/** What was filled in, in words, for the audit trail. */
final class EditText {

    /** What belongs to a number and goes when that is removed or replaced by a name. */
    private static final List<String> BESIDE_A_NUMBER = List.of("uncertainty", "standardError");

    private EditText() {}

    /** What was entered into a cell of a kind: of a tick, whether it is there. */
    static String told(Sheet.Kind kind, String text) {
        return kind == Sheet.Kind.FLAG ? Words.of(text.isBlank() ? "edit.unticked" : "edit.ticked") : text;
    }

    /** Of an entry into a cell: what was typed, and what went with the number that stood there. */
    static String of(String row, String column, String text, Change change) {
        String typed = text.isBlank() ? Words.of("edit.emptied") : text.strip();
        Optional<String> lost = BESIDE_A_NUMBER.stream()
                .filter(name -> has(change.before(), name) && !has(change.after(), name))
                .findFirst();
        String told = lost.map(name -> Words.of("edit.lost", typed, Words.of("edit.lost." + name)))
                .orElse(typed);
        return Words.of("edit.what", row, column, told);
    }

    /** Of an entry that says itself all that it does. */
    static String of(String row, String column, String text) {
        return Words.of("edit.what", row, column, text.isBlank() ? Words.of("edit.emptied") : text.strip());
    }

    private static boolean has(Optional<JsonNode> tree, String name) {
        return tree.map(node -> node.findValue(name)).isPresent();
    }
}
