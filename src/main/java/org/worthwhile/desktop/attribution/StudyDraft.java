package org.worthwhile.desktop.attribution;

import java.util.List;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** A study as a document, begun and changed. */
final class StudyDraft {

    private StudyDraft() {}

    /** The columns that have a role. */
    static List<String> columns(Document study, RoleField role) {
        JsonNode node = study.tree().path("columns").path(role.field());
        return node.isArray()
                ? node.valueStream().map(name -> name.asString("")).toList()
                : node.isString() ? List.of(node.asString()) : List.of();
    }

    /** The change by which columns have a role. */
    static Change withRole(Document study, RoleField role, List<String> columns) {
        String pointer = "/columns/" + role.field();
        if (columns.isEmpty()) {
            return study.remove(pointer);
        }
        if (!role.isForSeveral()) {
            return study.set(pointer, JsonText.string(columns.getFirst()));
        }
        ArrayNode list = JsonText.object().putArray("columns");
        columns.forEach(list::add);
        return study.set(pointer, list);
    }
}
