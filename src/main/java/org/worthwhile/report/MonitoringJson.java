package org.worthwhile.report;

import org.worthwhile.exchange.JsonText;
import org.worthwhile.exchange.MonitoringFile;
import org.worthwhile.monitoring.LineWatch;
import org.worthwhile.monitoring.Monitoring;
import org.worthwhile.monitoring.Reappraisal;
import org.worthwhile.monitoring.Review;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The review of an approved option as JSON. */
final class MonitoringJson {

    private MonitoringJson() {}

    static String text(Review review) {
        Monitoring monitoring = review.basis().monitoring();
        ObjectNode node = JsonText.object()
                .put("format", "worthwhile-monitoring-result/1")
                .put("software", Software.NAME_AND_VERSION)
                .put("id", monitoring.id())
                .put("title", monitoring.title())
                .put("option", monitoring.approval().option())
                .put("trials", monitoring.approval().trials())
                .put("seed", monitoring.approval().seed())
                .put("falseAlarms", monitoring.falseAlarms());
        node.set("approved", MonitoringFile.expected(monitoring.approval().npsv()));
        ArrayNode measures = node.putArray("measures");
        review.paths().forEach(path -> measures.add(path(path, review)));
        ArrayNode warnings = node.putArray("warnings");
        for (LineWatch line : review.lines()) {
            for (LineWatch.Departure one : line.departures()) {
                ObjectNode warning = warnings.addObject()
                        .put("measure", one.measure().toString())
                        .put("year", one.year().label())
                        .put("toDate", one.toDate())
                        .put("actual", one.actual());
                limits(warning, one.limits());
                warning.put("sentence", MonitoringText.sentence(one));
            }
        }
        review.reappraisal().ifPresent(again -> node.set("reappraisal", reappraisal(again)));
        return JsonText.of(node);
    }

    private static ObjectNode path(Review.Path path, Review review) {
        ObjectNode node = JsonText.object()
                .put("measure", path.registered().measure().toString())
                .put("title", path.registered().title())
                .put("unit", path.registered().unit())
                .put("owner", path.registered().owner());
        node.set("expected", MonitoringFile.path(path.registered().expected()));
        ObjectNode actuals = node.putObject("actuals");
        path.actuals().forEach((year, value) -> actuals.put(year.label(), value));
        ObjectNode limits = node.putObject("limits");
        review.lines().stream()
                .flatMap(line -> line.limits().entrySet().stream())
                .filter(one -> one.getKey().equals(path.registered().measure()))
                .forEach(one ->
                        one.getValue().forEach((year, beyond) -> limits(limits.putObject(year.label()), beyond)));
        node.set("ahead", MonitoringFile.path(path.ahead()));
        return node;
    }

    private static void limits(ObjectNode node, LineWatch.Limits limits) {
        node.put("low", limits.low()).put("high", limits.high());
    }

    private static ObjectNode reappraisal(Reappraisal again) {
        ObjectNode node = JsonText.object()
                .put("from", again.from().label())
                .put("effectiveTrials", again.effective())
                .put("updated", again.updated())
                .put("central", again.central());
        node.set("npsv", spread(again.npsv()));
        node.set("goingOn", spread(again.goingOn()));
        node.set("beyondEffectsThatStay", spread(again.beyondEffectsThatStay()));
        ArrayNode contributions = node.putArray("contributions");
        again.contributions()
                .forEach(one -> contributions
                        .addObject()
                        .put("line", one.line())
                        .put("cause", JsonText.nameOf(one.cause()))
                        .put("amount", one.amount()));
        return node;
    }

    private static ObjectNode spread(Reappraisal.Spread spread) {
        return JsonText.object()
                .put("mean", spread.mean())
                .put("standardError", spread.standardError())
                .put("deviation", spread.deviation())
                .put("low", spread.low())
                .put("high", spread.high())
                .put("aboveZero", spread.aboveZero());
    }
}
