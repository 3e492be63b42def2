package org.worthwhile.desktop.attribution;

import java.util.List;
import java.util.Set;
import org.worthwhile.attribution.Design;
import org.worthwhile.attribution.Role;
import org.worthwhile.desktop.Words;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A study as a document, begun and changed. */
final class StudyDraft {

    private StudyDraft() {}

    /** Its title, or its name where it has none. */
    static String title(Document study) {
        String title = study.tree().path("title").asString("");
        return title.isBlank() ? study.name() : title;
    }

    /** Its title, with its name where another of the studies has the same title. */
    static String distinctTitle(Document study, List<Document> all) {
        String title = title(study);
        long alike = all.stream().filter(other -> title(other).equals(title)).count();
        return alike > 1 ? Words.of("attribution.alike", title, study.name()) : title;
    }

    /** The columns that have a role. */
    static List<String> columns(Document study, RoleField role) {
        JsonNode node = study.tree().path("columns").path(role.field());
        return node.isArray()
                ? node.valueStream().map(name -> name.asString("")).toList()
                : node.isString() ? List.of(node.asString()) : List.of();
    }

    /** The change by which the study is put by a design: without the options of another, and the columns that it does not use. */
    static Change by(Document study, Design design, Set<Role> unused) {
        ObjectNode tree = (ObjectNode) study.tree().deepCopy();
        String name = JsonText.nameOf(design);
        if (!tree.path("design").asString("").equals(name)) {
            tree.put("design", name);
            tree.remove("options");
        }
        if (tree.get("columns") instanceof ObjectNode columns) {
            unused.forEach(role -> columns.remove(role.id()));
        }
        return study.set("", tree);
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
