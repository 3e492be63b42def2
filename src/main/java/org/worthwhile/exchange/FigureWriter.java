package org.worthwhile.exchange;

import org.worthwhile.proposal.Figure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes figures: as numbers, with how unsure they are, or as a parameter times a factor. */
final class FigureWriter {

    private FigureWriter() {}

    static JsonNode figure(Figure figure) {
        return figure.shared().isPresent()
                ? shared(figure.shared().get())
                : number(figure, JsonText.number(figure.value()));
    }

    static JsonNode wholeYears(Figure figure) {
        return figure.shared().isPresent()
                ? shared(figure.shared().get())
                : number(figure, IntNode.valueOf((int) figure.value()));
    }

    static ObjectNode shared(Figure.Shared shared) {
        ObjectNode node = JsonText.object().put("parameter", shared.parameter());
        if (shared.times() != 1) {
            node.put("times", shared.times());
        }
        return node;
    }

    private static JsonNode number(Figure figure, JsonNode value) {
        if (figure.uncertainty().isEmpty()) {
            return value;
        }
        ObjectNode node = JsonText.object();
        node.set("value", value);
        node.set("uncertainty", DistributionWriter.tree(figure.uncertainty().get()));
        return node;
    }
}
