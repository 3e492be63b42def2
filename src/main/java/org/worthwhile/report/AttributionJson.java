package org.worthwhile.report;

import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Dataset;
import org.worthwhile.attribution.Study;
import org.worthwhile.exchange.JsonText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The result of a study as JSON, with everything that a checker needs. */
public final class AttributionJson {

    private AttributionJson() {}

    public static String text(Attribution attribution) {
        Study study = attribution.basis().study();
        ObjectNode node = JsonText.object()
                .put("format", "worthwhile-attribution/1")
                .put("study", study.id())
                .put("title", study.title())
                .put("question", study.question())
                .put("design", JsonText.nameOf(study.design()))
                .put("estimator", attribution.estimator())
                .put("estimand", attribution.estimand())
                .put("estimate", attribution.estimate())
                .put("standardError", attribution.standardError());
        node.set("interval", JsonText.tree(attribution.interval()));
        node.put("pValue", attribution.pValue())
                .put("observations", attribution.observations())
                .put("units", attribution.units());
        node.set("dropped", JsonText.tree(attribution.dropped()));
        node.set("notes", JsonText.tree(attribution.notes()));
        node.set("coefficients", JsonText.tree(attribution.coefficients()));
        node.set("details", JsonText.tree(attribution.details()));
        ArrayNode diagnostics = node.putArray("diagnostics");
        attribution.diagnostics().forEach(diagnostic -> {
            ObjectNode item = diagnostics
                    .addObject()
                    .put("id", diagnostic.id())
                    .put("title", diagnostic.title())
                    .put("outcome", JsonText.nameOf(diagnostic.outcome()));
            diagnostic.statistic().ifPresent(value -> item.put("statistic", value));
            diagnostic.pValue().ifPresent(value -> item.put("pValue", value));
            item.put("message", diagnostic.message());
        });
        node.set("series", JsonText.tree(attribution.series()));
        node.set("conventions", JsonText.tree(attribution.conventions()));
        node.set("assumptions", JsonText.tree(attribution.assumptions()));
        node.put("marylandLevel", attribution.marylandLevel());
        node.set("dataset", dataset(attribution.basis().dataset()));
        return JsonText.of(node.put("software", Software.NAME_AND_VERSION));
    }

    private static ObjectNode dataset(Dataset dataset) {
        ObjectNode node = JsonText.object()
                .put("sha256", dataset.sha256())
                .put("name", dataset.name())
                .put("rows", dataset.rows());
        dataset.columnNames().forEach(node.putArray("columns")::add);
        return node;
    }
}
