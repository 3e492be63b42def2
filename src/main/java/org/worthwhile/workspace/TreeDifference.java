package org.worthwhile.workspace;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What differs between documents, value by value. Entries of lists that have an {@code id} are matched by it, others by
 * their place; a pointer names the place in the later document, or in the earlier one for what is gone.
 */
final class TreeDifference {

    private final List<Change> changes = new ArrayList<>();
    private final DocumentKind kind;
    private final String name;

    private TreeDifference(DocumentKind kind, String name) {
        this.kind = kind;
        this.name = name;
    }

    static List<Change> between(List<Document> earlier, List<Document> later) {
        Map<String, Document> before = byName(earlier);
        Map<String, Document> after = byName(later);
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        List<Change> changes = new ArrayList<>();
        for (String name : names) {
            Optional<Document> old = Optional.ofNullable(before.get(name));
            Optional<Document> now = Optional.ofNullable(after.get(name));
            Document any = old.or(() -> now).orElseThrow();
            TreeDifference difference = new TreeDifference(any.kind(), any.name());
            difference.compare("", old.map(Document::tree), now.map(Document::tree));
            changes.addAll(difference.changes);
        }
        return changes;
    }

    private static Map<String, Document> byName(List<Document> documents) {
        Map<String, Document> byName = new TreeMap<>();
        documents.forEach(document -> byName.put(document.kind() + "/" + document.name(), document));
        return byName;
    }

    private void compare(String pointer, Optional<JsonNode> before, Optional<JsonNode> after) {
        if (before.equals(after)) {
            return;
        }
        if (before.isPresent() && after.isPresent()) {
            JsonNode old = before.get();
            JsonNode now = after.get();
            if (old.isObject() && now.isObject()) {
                compareFields(pointer, old, now);
                return;
            }
            if (old.isArray() && now.isArray()) {
                compareEntries(pointer, old, now);
                return;
            }
        }
        changes.add(new Change(kind, name, pointer, before, after));
    }

    private void compareFields(String pointer, JsonNode old, JsonNode now) {
        Set<String> fields = new LinkedHashSet<>(now.propertyNames());
        fields.addAll(old.propertyNames());
        for (String field : fields) {
            String escaped = field.replace("~", "~0").replace("/", "~1");
            compare(pointer + "/" + escaped, Optional.ofNullable(old.get(field)), Optional.ofNullable(now.get(field)));
        }
    }

    private void compareEntries(String pointer, JsonNode old, JsonNode now) {
        Map<String, JsonNode> remaining = new TreeMap<>();
        Map<String, Integer> places = new TreeMap<>();
        for (int i = 0; i < old.size(); i++) {
            remaining.put(entryName(old.get(i), i), old.get(i));
            places.put(entryName(old.get(i), i), i);
        }
        for (int i = 0; i < now.size(); i++) {
            compare(
                    pointer + "/" + i,
                    Optional.ofNullable(remaining.remove(entryName(now.get(i), i))),
                    Optional.of(now.get(i)));
        }
        remaining.forEach(
                (entry, gone) -> compare(pointer + "/" + places.get(entry), Optional.of(gone), Optional.empty()));
    }

    private static String entryName(JsonNode entry, int place) {
        return entry.path("id").asString(Integer.toString(place));
    }
}
