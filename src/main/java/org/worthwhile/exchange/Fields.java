package org.worthwhile.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.worthwhile.framework.Source;
import org.worthwhile.framework.Standing;
import org.worthwhile.proposal.Distribution;
import org.worthwhile.proposal.DistributionKind;
import org.worthwhile.proposal.Figure;
import org.worthwhile.proposal.FinancialYear;
import tools.jackson.databind.JsonNode;

/** The values of a JSON object that is known to fit its schema. */
final class Fields {

    private Fields() {}

    /** A text; empty when left out. */
    static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    /** A number or a text as a text, a whole number without its decimals. */
    static String plain(JsonNode node) {
        return node.isNumber() && node.asDouble() == Math.rint(node.asDouble()) && Math.abs(node.asDouble()) < 1e15
                ? Long.toString((long) node.asDouble())
                : node.asString();
    }

    static Optional<String> optionalText(JsonNode node, String name) {
        return node.has(name) ? Optional.of(text(node, name)) : Optional.empty();
    }

    static boolean flag(JsonNode node, String name) {
        return node.path(name).asBoolean(false);
    }

    static OptionalDouble number(JsonNode node, String name) {
        return node.has(name) ? OptionalDouble.of(node.get(name).asDouble()) : OptionalDouble.empty();
    }

    static OptionalInt whole(JsonNode node, String name) {
        return node.has(name) ? OptionalInt.of(node.get(name).asInt()) : OptionalInt.empty();
    }

    static Optional<FinancialYear> year(JsonNode node, String name) {
        return node.has(name) ? Optional.of(FinancialYear.of(text(node, name))) : Optional.empty();
    }

    static <T> List<T> list(JsonNode node, String name, Function<JsonNode, T> element) {
        return node.path(name).valueStream().map(element).toList();
    }

    /** The constant whose name in a file is {@code do-minimum} where it is {@code DO_MINIMUM} in the code. */
    static <E extends Enum<E>> E choice(JsonNode node, String name, Class<E> type, E otherwise) {
        return node.has(name) ? choice(node, name, type) : otherwise;
    }

    /** Likewise, of a choice that is there. */
    static <E extends Enum<E>> E choice(JsonNode node, String name, Class<E> type) {
        return Enum.valueOf(type, text(node, name).replace('-', '_').toUpperCase(Locale.ROOT));
    }

    static Figure figure(JsonNode node, String name, double otherwise) {
        return node.has(name) ? figure(node.get(name)) : Figure.of(otherwise);
    }

    /** A number, a number with its uncertainty, or a parameter times a factor with the value that comes to. */
    static Figure figure(JsonNode node) {
        if (node.has("parameter")) {
            return new Figure(
                    node.path("value").asDouble(1),
                    Optional.empty(),
                    Optional.of(new Figure.Shared(
                            text(node, "parameter"), node.path("times").asDouble(1))));
        }
        return node.isObject()
                ? new Figure(node.get("value").asDouble(), uncertainty(node))
                : Figure.of(node.asDouble());
    }

    /** The {@code uncertainty} beside a value. */
    static Optional<Distribution> uncertainty(JsonNode node) {
        return Optional.ofNullable(node.get("uncertainty")).map(Fields::distribution);
    }

    private static Distribution distribution(JsonNode node) {
        return DistributionKind.named(text(node, "distribution"))
                .orElseThrow(() -> new IllegalArgumentException("No such distribution: " + node))
                .make(
                        flag(node, "relative"),
                        parameter -> parameter.isList()
                                ? list(node, parameter.name(), JsonNode::asDouble)
                                : List.of(node.get(parameter.name()).asDouble()));
    }

    static Source source(JsonNode node) {
        return new Source(
                text(node, "document"),
                text(node, "publisher"),
                text(node, "edition"),
                text(node, "date"),
                text(node, "where"),
                text(node, "licence"),
                standing(node, flag(node, "verified") ? Standing.VERIFIED : Standing.RECALLED),
                text(node, "supersededBy"),
                text(node, "note"));
    }

    /** How far figures can be relied on, where it is said. */
    static Standing standing(JsonNode node, Standing otherwise) {
        return choice(node, "standing", Standing.class, otherwise);
    }
}
