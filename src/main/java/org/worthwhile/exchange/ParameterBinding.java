package org.worthwhile.exchange;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.worthwhile.proposal.Figure;
import org.worthwhile.proposal.InputKind;
import org.worthwhile.proposal.JointDraws;
import org.worthwhile.proposal.Parameter;
import org.worthwhile.proposal.Parameters;
import tools.jackson.databind.JsonNode;

/** Turns what lines share into records. */
final class ParameterBinding {

    private ParameterBinding() {}

    /** Those of a proposal that fits the format. */
    static Parameters parameters(JsonNode tree) {
        return new Parameters(
                Fields.list(tree, "parameters", ParameterBinding::parameter),
                Optional.ofNullable(tree.get("draws")).map(ParameterBinding::draws));
    }

    private static Parameter parameter(JsonNode node) {
        JsonNode value = node.get("value");
        return new Parameter(
                Fields.text(node, "id"),
                Fields.text(node, "title"),
                value.isObject() ? Fields.figure(value) : new Figure(value.asDouble(), Fields.uncertainty(node)),
                node.has("unit")
                        ? Optional.of(Fields.choice(node, "unit", InputKind.Unit.class, InputKind.Unit.SHARE))
                        : Optional.empty(),
                Fields.text(node, "source"));
    }

    private static JointDraws draws(JsonNode node) {
        SortedMap<String, List<Double>> values = new TreeMap<>();
        node.path("values")
                .propertyStream()
                .forEach(column -> values.put(
                        column.getKey(),
                        column.getValue().valueStream().map(JsonNode::asDouble).toList()));
        return new JointDraws(values, Fields.choice(node, "order", JointDraws.Order.class, JointDraws.Order.ROWS));
    }
}
