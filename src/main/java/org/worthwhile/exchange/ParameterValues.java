package org.worthwhile.exchange;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts beside each reference to a parameter the value that it comes to. */
final class ParameterValues {

    /** What stands for a parameter that is not defined or rests on itself, which is told elsewhere. */
    private static final double UNKNOWN = 1;

    private final Map<String, JsonNode> defined = new TreeMap<>();

    private ParameterValues(JsonNode proposal) {
        proposal.path("parameters")
                .forEach(parameter -> defined.putIfAbsent(Fields.text(parameter, "id"), parameter.path("value")));
    }

    /** The tree of a proposal that fits the format, with values. */
    static JsonNode beside(JsonNode proposal) {
        JsonNode filled = proposal.deepCopy();
        ParameterValues values = new ParameterValues(proposal);
        values.fill(filled.path("parameters"));
        values.fill(filled.path("options"));
        return filled;
    }

    private void fill(JsonNode node) {
        if (node instanceof ObjectNode figure && isReference(figure)) {
            figure.put("value", value(figure, new HashSet<>()));
        } else {
            node.forEach(this::fill);
        }
    }

    private double value(JsonNode figure, Set<String> passed) {
        if (!isReference(figure)) {
            return Fields.figure(figure).value();
        }
        String id = Fields.text(figure, "parameter");
        JsonNode of = defined.get(id);
        return of == null || !passed.add(id)
                ? UNKNOWN
                : value(of, passed) * figure.path("times").asDouble(1);
    }

    static boolean isReference(JsonNode node) {
        return node.path("parameter").isString();
    }
}
