package org.worthwhile.desktop;

import org.worthwhile.exchange.JsonText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A proposal as large as an analyst's largest. */
final class LargeProposal {

    private LargeProposal() {}

    /** A proposal of so many options, half of each one's lines costs and half impacts. */
    static ObjectNode tree(int options, int lines, int years) {
        ObjectNode tree = JsonText.object()
                .put("format", "worthwhile-proposal/1")
                .put("id", "large")
                .put("title", "Large proposal");
        tree.putObject("appraisal")
                .put("framework", "uk-green-book-2026")
                .put("baseYear", "2026/27")
                .put("years", years);
        tree.putArray("organisations")
                .addObject()
                .put("id", "county")
                .put("title", "County")
                .put("sector", "public");
        ArrayNode all = tree.putArray("options");
        for (int option = 0; option < options; option++) {
            ObjectNode node = all.addObject()
                    .put("id", "option-" + option)
                    .put("title", "Option " + option)
                    .put("role", option == 0 ? "business-as-usual" : option == 1 ? "preferred" : "alternative");
            ArrayNode costs = node.putArray("costs");
            ArrayNode impacts = node.putArray("impacts");
            for (int line = 0; line < lines / 2; line++) {
                ObjectNode cost = costs.addObject()
                        .put("id", "cost-" + line)
                        .put("title", "Cost " + line)
                        .put("bearer", "county")
                        .put("kind", "revenue");
                cost.putObject("amount").put("annual", 1000 + line).put("realGrowth", 0.01);
                ObjectNode impact = impacts.addObject()
                        .put("id", "impact-" + line)
                        .put("title", "Impact " + line)
                        .put("category", "social");
                impact.putObject("quantity").put("population", 500).put("eligible", 0.5).put("effect", 0.1);
                impact.putObject("profile").put("dropOff", 0.05);
                impact.putObject("value").put("amount", 120 + line);
                impact.putObject("additionality").put("deadweight", 0.2);
            }
        }
        return tree;
    }
}
