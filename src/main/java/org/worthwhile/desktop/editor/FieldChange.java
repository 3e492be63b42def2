package org.worthwhile.desktop.editor;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What becomes of a document when a text is put into one of its fields. Only the value of the field changes: what stands beside
 * it, such as its years, its price year, its distribution or its standard error, stays.
 */
final class FieldChange {

    /** Fields that stay, empty, when they are emptied, because their format asks for them. */
    private static final Set<String> REQUIRED = Set.of("/title", "/id");

    /** 1 and 1.0 are the same. */
    private static final Comparator<JsonNode> BY_VALUE = (one, other) -> one.isNumber() && other.isNumber()
            ? Double.compare(one.asDouble(), other.asDouble())
            : one.equals(other) ? 0 : 1;

    private FieldChange() {}

    /**
     * The change; nothing when it would change nothing.
     *
     * @param row the pointer of the row in the document
     */
    static Optional<Change> of(Document document, String row, Field field, String text, KnownNames names) {
        String pointer = row + field.pointer();
        Optional<JsonNode> value = Entry.value(
                text, field.input(), document.tree().at("/appraisal/currency").asString(""));
        if (value.isEmpty()) {
            return emptied(document, row, field);
        }
        Optional<Change> begun = BeforeAndAfter.begun(document, row, field.pointer(), value.get());
        if (begun.isPresent()) {
            return begun;
        }
        JsonNode present = document.tree().at(pointer);
        return changed(
                switch (field.input()) {
                    case ESTIMATE ->
                        text.strip().equals(Entry.text(present, Field.Input.ESTIMATE))
                                ? document.set(pointer, present)
                                : document.set(pointer, value.get());
                    case NUMBER, COUNT, MONEY, SHARE -> document.set(figurePointer(pointer, present), value.get());
                    case AMOUNT ->
                        document.set(figurePointer(pointer + "/annual", present.path("annual")), value.get());
                    case EFFECT -> effect(document, pointer, present, value.get(), names);
                    case WORTH -> worth(document, pointer, present, value.get(), names);
                    case SHARES, NUMBERS, AMOUNTS -> document.set(pointer, withUncertainties(value.get(), present));
                    case TEXT, LONG_TEXT, WORDS, YEAR, CHOICE, FLAG, NOT, FIXED -> document.set(pointer, value.get());
                });
    }

    /** The change, unless it leaves everything as it is. */
    static Optional<Change> changed(Change change) {
        boolean isSame = change.before().isPresent() == change.after().isPresent()
                && change.before().stream()
                        .allMatch(
                                before -> before.equals(BY_VALUE, change.after().orElseThrow()));
        return isSame ? Optional.empty() : Optional.of(change);
    }

    private static Optional<Change> emptied(Document document, String row, Field field) {
        String pointer = row + field.pointer();
        boolean isOfList = field.pointer().matches(".*/\\d+");
        if (REQUIRED.contains(field.pointer()) || isOfList) {
            return changed(document.set(pointer, JsonText.string("")));
        }
        JsonNode present = document.tree().at(pointer);
        if (Entry.text(present, field.input()).isEmpty()) {
            return Optional.empty();
        }
        String number = pointer
                + switch (field.input()) {
                    case AMOUNT -> "/annual";
                    case WORTH -> "/amount";
                    default -> "";
                };
        boolean standsBesideOthers = !number.equals(pointer)
                && present.size() > 1
                && !document.tree().at(number).isMissingNode();
        String removed = standsBesideOthers ? number : row + field.removes();
        return Optional.of(document.remove(removed));
    }

    /** The number of a figure stands deeper when it has an uncertainty beside it. */
    private static String figurePointer(String pointer, JsonNode present) {
        return present.has("value") ? pointer + "/value" : pointer;
    }

    /** A list of which each number keeps what stands beside it. */
    private static JsonNode withUncertainties(JsonNode numbers, JsonNode present) {
        ArrayNode list = JsonText.object().putArray("list");
        for (int i = 0; i < numbers.size(); i++) {
            if (present.path(i).has("value")) {
                list.add(((ObjectNode) present.get(i).deepCopy()).set("value", numbers.get(i)));
            } else {
                list.add(numbers.get(i));
            }
        }
        return list;
    }

    private static Change effect(
            Document document, String pointer, JsonNode present, JsonNode value, KnownNames names) {
        Entry.Named named = Entry.named(value.asString(""));
        boolean isKnown = names.evidence().contains(named.name())
                || present.path("evidence").asString("").equals(named.name());
        if (value.isString() && isKnown) {
            ObjectNode reference = JsonText.object().put("evidence", named.name());
            named.factor().ifPresent(scale -> reference.set("scale", scale));
            return document.set(pointer, reference);
        }
        return value.isObject()
                ? document.set(pointer, value)
                : document.set(present.has("evidence") ? pointer : figurePointer(pointer, present), value);
    }

    /** What is neither a number nor the name of a unit value stays where it was meant to be. */
    private static Change worth(Document document, String pointer, JsonNode present, JsonNode value, KnownNames names) {
        Entry.Named named = Entry.named(value.asString(""));
        boolean isName = value.isString() && (names.unitValues().contains(named.name()) || !present.has("amount"));
        if (isName) {
            ObjectNode reference = JsonText.object().put("unitValue", named.name());
            named.factor().ifPresent(factor -> reference.set("factor", factor));
            return document.set(pointer, reference);
        }
        return present.has("amount")
                ? document.set(figurePointer(pointer + "/amount", present.get("amount")), value)
                : document.set(pointer, JsonText.object().set("amount", value));
    }
}
