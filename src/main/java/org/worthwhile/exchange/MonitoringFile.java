package org.worthwhile.exchange;

import java.util.Map;
import java.util.SortedMap;
import org.worthwhile.monitoring.Actual;
import org.worthwhile.monitoring.Approval;
import org.worthwhile.monitoring.Monitoring;
import org.worthwhile.monitoring.MonitoringCase;
import org.worthwhile.monitoring.Registered;
import org.worthwhile.monitoring.RegisteredObjective;
import org.worthwhile.proposal.FinancialYear;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the monitoring of an approved option, {@code *.monitoring.json}. */
public final class MonitoringFile {

    private MonitoringFile() {}

    /** The whole of it as text. */
    public static String text(MonitoringCase monitored) {
        return JsonText.of(tree(monitored));
    }

    /** The whole of it as the file format writes it. */
    public static ObjectNode tree(MonitoringCase monitored) {
        Monitoring monitoring = monitored.monitoring();
        Approval approval = monitoring.approval();
        ObjectNode node = JsonText.object()
                .put("format", "worthwhile-monitoring/1")
                .put("id", monitoring.id())
                .put("title", monitoring.title());
        node.putObject("approval")
                .put("option", approval.option())
                .put("by", approval.by())
                .put("on", approval.on().toString())
                .put("version", approval.version())
                .put("trials", approval.trials())
                .put("seed", approval.seed())
                .set("npsv", expected(approval.npsv()));
        node.put("until", monitoring.until().label()).put("falseAlarms", monitoring.falseAlarms());
        node.putObject("basis")
                .put("real", monitoring.basis().real())
                .put("priceYear", monitoring.basis().priceYear().label());
        ArrayNode register = node.putArray("register");
        monitoring.register().forEach(one -> register.add(registered(one)));
        ArrayNode objectives = node.putArray("objectives");
        monitoring.objectives().forEach(one -> objectives.add(objective(one)));
        ArrayNode actuals = node.putArray("actuals");
        monitoring.actuals().forEach(one -> actuals.add(actual(one)));
        node.set("proposal", ProposalWriter.tree(monitored.basis().proposal()));
        ArrayNode evidence = node.putArray("evidence");
        monitored.basis().evidence().values().forEach(record -> evidence.add(EvidenceFile.tree(record)));
        return node;
    }

    private static ObjectNode registered(Registered one) {
        ObjectNode node = JsonText.object()
                .put("measure", one.measure().toString())
                .put("title", one.title())
                .put("unit", one.unit())
                .put("owner", one.owner())
                .put("baseline", one.baseline())
                .put("source", one.source())
                .put("due", one.due().label())
                .put("error", one.error());
        node.set("expected", path(one.expected()));
        return node;
    }

    private static ObjectNode objective(RegisteredObjective one) {
        ObjectNode node = JsonText.object()
                .put("objective", one.objective().title())
                .put("owner", one.owner())
                .put("source", one.source());
        if (!one.expected().isEmpty()) {
            node.set("expected", path(one.expected()));
        }
        return node;
    }

    /** An expected path by year, as files and results have it. */
    public static ObjectNode path(SortedMap<FinancialYear, Approval.Expected> path) {
        ObjectNode node = JsonText.object();
        for (Map.Entry<FinancialYear, Approval.Expected> year : path.entrySet()) {
            node.set(year.getKey().label(), expected(year.getValue()));
        }
        return node;
    }

    /** What is expected, as files and results have it. */
    public static ObjectNode expected(Approval.Expected expected) {
        return JsonText.object()
                .put("central", expected.central())
                .put("mean", expected.mean())
                .put("low", expected.low())
                .put("high", expected.high());
    }

    private static ObjectNode actual(Actual actual) {
        ObjectNode node = JsonText.object()
                .put("measure", actual.measure().toString())
                .put("year", actual.year().label())
                .put("value", actual.value());
        actual.standardError().ifPresent(error -> node.put("standardError", error));
        return node;
    }
}
