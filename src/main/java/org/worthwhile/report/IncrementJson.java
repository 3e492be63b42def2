package org.worthwhile.report;

import java.util.Optional;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.CostEffectiveness;
import org.worthwhile.appraisal.Increment;
import org.worthwhile.appraisal.Increment.Status;
import org.worthwhile.appraisal.Increment.Step;
import org.worthwhile.appraisal.Indicator;
import org.worthwhile.exchange.JsonText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The options compared step by step, as JSON. */
final class IncrementJson {

    private static final Indicator CHEAPEST = Indicator.notMeaningful("no option is cheaper");

    private IncrementJson() {}

    /** Puts the comparison in money, and for each outcome the comparison in its units. */
    static void put(ObjectNode node, Appraisal appraisal) {
        ArrayNode increments = node.putArray("incremental");
        appraisal.increments().forEach(increment -> increments.add(inMoney(increment)));
        ArrayNode outcomes = node.putArray("costEffectiveness");
        for (CostEffectiveness compared : appraisal.costEffectiveness()) {
            ArrayNode rows = outcomes.addObject()
                    .put("outcome", compared.outcome())
                    .put("unit", compared.unit())
                    .putArray("rows");
            compared.rows().forEach(increment -> rows.add(inUnits(increment)));
        }
    }

    private static ObjectNode inMoney(Increment increment) {
        ObjectNode node = base(increment);
        Indicator ratio = increment.step().map(Step::ratio).orElse(CHEAPEST);
        AppraisalJson.indicator(node, "ratio", ratio);
        AppraisalJson.indicator(node, "bcr", ratio);
        return node.put("rejected", increment.step().map(Step::rejected).orElse(false))
                .put(
                        "dominatedBy",
                        Optional.of(increment)
                                .filter(each -> each.status() == Status.DOMINATED)
                                .map(each -> each.by().getFirst())
                                .orElse(null));
    }

    private static ObjectNode inUnits(Increment increment) {
        ObjectNode node = base(increment);
        AppraisalJson.indicator(node, "icer", increment.step().map(Step::icer).orElse(CHEAPEST));
        return node;
    }

    private static ObjectNode base(Increment increment) {
        ObjectNode node =
                JsonText.object().put("option", increment.option()).put("status", JsonText.nameOf(increment.status()));
        increment.by().forEach(node.putArray("by")::add);
        return node.put("against", increment.step().map(Step::against).orElse(null))
                .put("cost", increment.step().map(Step::cost).orElse(0.0))
                .put("benefit", increment.step().map(Step::benefit).orElse(0.0));
    }
}
