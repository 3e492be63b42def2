package org.worthwhile.exchange.packs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.worthwhile.exchange.FormatFile;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.exchange.Located;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which column of somebody's table of unit values is what.
 *
 * @param tree as its file has it
 * @param columns headings, by the field that a column holds
 * @param fixed what every row has that has nothing else, by field
 * @param agencies headings of shares, by the kind of organisation
 * @param source of every value
 * @param header the headings of the table that it was first used for, where it is a remembered one
 */
record UnitValueMapping(
        ObjectNode tree,
        Map<Field, String> columns,
        Map<Field, String> fixed,
        SortedMap<String, String> agencies,
        ObjectNode source,
        List<String> header) {

    static final String SCHEMA = "unit-value-mapping.schema.json";

    /** What a column may hold. */
    enum Field {
        TITLE("title", true),
        VALUE("value", true),
        UNIT("unit", true),
        PRICE_YEAR("priceYear", true),
        CATEGORY("category", true),
        LOW("low", false),
        HIGH("high", false),
        GAINER("gainer", false),
        SOURCE("source", false),
        STANDING("standing", false),
        NOTE("note", false);

        private final String key;
        private final boolean needed;

        Field(String key, boolean needed) {
            this.key = key;
            this.needed = needed;
        }

        String key() {
            return key;
        }
    }

    UnitValueMapping {
        columns = Map.copyOf(columns);
        fixed = Map.copyOf(fixed);
        agencies = new TreeMap<>(agencies);
        header = List.copyOf(header);
    }

    /**
     * Reads a file.
     *
     * @throws InvalidInput with every problem in it
     */
    static UnitValueMapping read(Path models, Path file) {
        Located<JsonNode> text = FormatFile.read(models, SCHEMA, file);
        JsonNode tree = text.value();
        Map<Field, String> columns = fields(tree.get("columns"));
        Map<Field, String> fixed = fields(tree.path("fixed"));
        List<Problem> problems = Arrays.stream(Field.values())
                .filter(field -> field.needed && !columns.containsKey(field) && !fixed.containsKey(field))
                .map(field -> new Problem(
                        text.places().apply("/columns"),
                        "names no column for '" + field.key + "'",
                        field == Field.VALUE || field == Field.TITLE
                                ? "name the heading of its column"
                                : "name the heading of its column, or state one of all rows under 'fixed'"))
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        SortedMap<String, String> agencies = new TreeMap<>();
        tree.path("agencies")
                .properties()
                .forEach(entry -> agencies.put(entry.getKey(), entry.getValue().asString()));
        return new UnitValueMapping(
                (ObjectNode) tree,
                columns,
                fixed,
                agencies,
                (ObjectNode) tree.get("source"),
                tree.path("header").valueStream().map(JsonNode::asString).toList());
    }

    private static Map<Field, String> fields(JsonNode node) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            if (node.has(field.key)) {
                fields.put(field, node.get(field.key).asString());
            }
        }
        return fields;
    }

    /** Every heading that it names. */
    List<String> headings() {
        List<String> headings = new ArrayList<>(columns.values());
        headings.addAll(agencies.values());
        return headings;
    }

    /** The headings of columns of money. */
    List<String> amounts() {
        return Stream.of(Field.VALUE, Field.LOW, Field.HIGH)
                .flatMap(field -> Optional.ofNullable(columns.get(field)).stream())
                .toList();
    }

    /** The same, for tables with this header. */
    ObjectNode remembering(List<String> headings) {
        ObjectNode remembered = tree.deepCopy();
        headings.forEach(remembered.putArray("header")::add);
        return remembered;
    }

    /** As its remembered file has it. */
    String text(List<String> headings) {
        return JsonText.of(remembering(headings));
    }
}
