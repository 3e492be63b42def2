package org.worthwhile.exchange;

import java.util.Optional;
import org.worthwhile.proposal.GroupIncome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a group that say what its households have to live on. */
final class GroupIncomeBinding {

    private GroupIncomeBinding() {}

    /** Reads the income of a group that fits the schema. */
    static Optional<GroupIncome> read(JsonNode group) {
        if (group.has("incomeIndex")) {
            return Optional.of(new GroupIncome.Index(group.get("incomeIndex").asDouble()));
        }
        if (!group.has("income")) {
            return Optional.empty();
        }
        double income = group.get("income").asDouble();
        double median = group.get("medianIncome").asDouble();
        return Optional.of(
                group.has("adults")
                        ? new GroupIncome.Household(
                                income,
                                median,
                                group.get("adults").asInt(),
                                group.path("children").asInt(0))
                        : new GroupIncome.Equivalised(income, median));
    }

    static void put(ObjectNode group, GroupIncome income) {
        switch (income) {
            case GroupIncome.Index(double index) -> group.put("incomeIndex", index);
            case GroupIncome.Equivalised(double own, double median) ->
                group.put("income", own).put("medianIncome", median);
            case GroupIncome.Household(double own, double median, int adults, int children) ->
                group.put("income", own)
                        .put("medianIncome", median)
                        .put("adults", adults)
                        .put("children", children);
        }
    }
}
