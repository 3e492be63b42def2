package org.worthwhile.report;

import java.util.List;
import java.util.Optional;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.BudgetImpact;
import org.worthwhile.appraisal.Flows;
import org.worthwhile.exchange.JsonText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What organisations need in cash, at the prices of each year, as JSON. */
final class CashJson {

    private CashJson() {}

    static void put(ObjectNode node, List<BudgetImpact> budget, Appraisal appraisal) {
        ArrayNode cash = node.putArray("cash");
        for (BudgetImpact impact : budget) {
            ObjectNode organisation = cash.addObject()
                    .put("organisation", impact.organisation().id())
                    .put("sector", JsonText.nameOf(impact.organisation().sector()));
            put(organisation, "years", impact.fundingNeed(), appraisal.inflators());
            put(organisation, "capital", impact.capital(), appraisal.inflators());
            put(organisation, "revenue", impact.revenue(), appraisal.inflators());
            put(organisation, "cashable", impact.cashable(), appraisal.inflators());
            if (appraisal.inflators().isEmpty()) {
                organisation.put(
                        "yearsReason", "the framework has no price index, so that only real amounts are known");
            }
            organisation.put("presentValue", impact.fundingNeed().presentValue(appraisal.standardFactors()));
        }
    }

    private static void put(ObjectNode node, String name, Flows real, Optional<Flows> inflators) {
        node.set(name, inflators.map(real::times).map(AppraisalJson::array).orElse(null));
    }
}
