package org.worthwhile.exchange;

import org.worthwhile.proposal.Figure;
import org.worthwhile.proposal.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** Writes what lines share. */
final class ParameterWriter {

    private ParameterWriter() {}

    /** Puts what lines share into a proposal. */
    static void add(ObjectNode node, Parameters parameters) {
        parameters.all().forEach(parameter -> {
            Figure figure = parameter.figure();
            ObjectNode item = node.withArray("parameters")
                    .addObject()
                    .put("id", parameter.id())
                    .put("title", parameter.title());
            item.set(
                    "value",
                    figure.shared().isPresent()
                            ? FigureWriter.shared(figure.shared().get())
                            : JsonText.number(figure.value()));
            parameter.unit().ifPresent(unit -> item.put("unit", JsonText.nameOf(unit)));
            figure.uncertainty()
                    .ifPresent(distribution -> item.set("uncertainty", DistributionWriter.tree(distribution)));
            if (!parameter.source().isEmpty()) {
                item.put("source", parameter.source());
            }
        });
        parameters.draws().ifPresent(draws -> {
            ObjectNode item = node.putObject("draws").put("order", JsonText.nameOf(draws.order()));
            ObjectNode values = item.putObject("values");
            draws.values().forEach((parameter, column) -> column.forEach(values.putArray(parameter)::add));
        });
    }
}
