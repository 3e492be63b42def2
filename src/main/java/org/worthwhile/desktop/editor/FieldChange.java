package org.worthwhile.desktop.editor;

import java.util.Optional;
import java.util.Set;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of a document when a text is put into one of its fields. */
final class FieldChange {

    /** Fields that stay, empty, when they are emptied, because their format asks for them. */
    private static final Set<String> REQUIRED = Set.of("/title", "/id");

    private FieldChange() {}

    /**
     * The change; nothing when it would change nothing.
     *
     * @param row the pointer of the row in the document
     * @param evidence ids of evidence records
     */
    static Optional<Change> of(Document document, String row, Field field, String text, Set<String> evidence) {
        String pointer = row + field.pointer();
        Optional<JsonNode> value = Entry.value(
                text, field.input(), document.tree().at("/appraisal/currency").asString(""));
        if (value.isEmpty()) {
            if (REQUIRED.contains(field.pointer())) {
                return changed(document.set(pointer, JsonText.string("")));
            }
            return document.at(pointer).isPresent()
                    ? Optional.of(document.remove(row + field.removes()))
                    : Optional.empty();
        }
        JsonNode present = document.tree().at(pointer);
        return changed(
                switch (field.input()) {
                    case NUMBER, SHARE -> document.set(figurePointer(pointer, present), value.get());
                    case AMOUNT ->
                        document.set(figurePointer(pointer + "/annual", present.path("annual")), value.get());
                    case EFFECT -> effect(document, pointer, present, value.get(), evidence);
                    case WORTH -> worth(document, pointer, present, value.get());
                    case TEXT, LONG_TEXT, WORDS, SHARES, NUMBERS, YEAR, CHOICE, FLAG, NOT, FIXED ->
                        document.set(pointer, value.get());
                });
    }

    private static Optional<Change> changed(Change change) {
        return change.before().equals(change.after()) ? Optional.empty() : Optional.of(change);
    }

    /** The number of a figure stands deeper when it has an uncertainty beside it. */
    private static String figurePointer(String pointer, JsonNode present) {
        return present.has("value") ? pointer + "/value" : pointer;
    }

    private static Change effect(
            Document document, String pointer, JsonNode present, JsonNode value, Set<String> evidence) {
        if (value.isString()) {
            Entry.Named named = Entry.named(value.asString());
            ObjectNode reference = JsonText.object().put("evidence", named.name());
            reference.set("scale", named.factor().orElse(JsonText.number(1)));
            return document.set(pointer, evidence.contains(named.name()) ? reference : value);
        }
        return document.set(present.has("evidence") ? pointer : figurePointer(pointer, present), value);
    }

    private static Change worth(Document document, String pointer, JsonNode present, JsonNode value) {
        if (value.isString()) {
            Entry.Named named = Entry.named(value.asString());
            ObjectNode reference = JsonText.object().put("unitValue", named.name());
            named.factor().ifPresent(factor -> reference.set("factor", factor));
            return document.set(pointer, reference);
        }
        return present.has("amount")
                ? document.set(figurePointer(pointer + "/amount", present.get("amount")), value)
                : document.set(pointer, JsonText.object().set("amount", value));
    }
}
