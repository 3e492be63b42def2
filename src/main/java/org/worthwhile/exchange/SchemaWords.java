package org.worthwhile.exchange;

import java.util.List;
import org.worthwhile.problem.NumberText;
import tools.jackson.databind.JsonNode;

/** The plain words for values of a text and for what a schema's rules allow. */
final class SchemaWords {

    private SchemaWords() {}

    /** The entries of a rule that lists texts. */
    static List<String> texts(JsonNode rule) {
        return rule.valueStream().map(JsonNode::asString).toList();
    }

    /** A value as a sentence says it. */
    static String quoted(JsonNode node) {
        if (node.isFloatingPointNumber() && node.asDouble() == Math.rint(node.asDouble())) {
            return NumberText.of(node.asDouble());
        }
        return switch (node.getNodeType()) {
            case STRING -> "'" + shortened(node.asString()) + "'";
            case NULL -> "nothing";
            case OBJECT, ARRAY -> kindOf(node);
            default -> shortened(node.toString());
        };
    }

    /** A text that is not too long for a sentence. */
    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }

    /** What kind of thing a value is. */
    static String kindOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "the text " + quoted(value);
            case NUMBER ->
                Double.isFinite(JsonText.doubleOf(value)) ? "the number " + value : "a number too large to hold";
            case BOOLEAN -> value.toString();
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case NULL -> "empty";
            default -> "missing";
        };
    }

    /** What kinds of thing a rule allows. */
    static String kinds(JsonNode rule) {
        List<String> names = rule.isArray() ? texts(rule) : List.of(rule.asString());
        return String.join(
                " or ",
                names.stream()
                        .map(name -> switch (name) {
                            case "string" -> "a text in quotation marks";
                            case "integer" -> "a whole number";
                            case "boolean" -> "true or false";
                            case "array" -> "a list";
                            case "object" -> "an object";
                            default -> "a number";
                        })
                        .toList());
    }
}
