package org.worthwhile.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.worthwhile.framework.Source;
import org.worthwhile.framework.Standing;
import org.worthwhile.framework.UnitValue;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Nearest;
import org.worthwhile.problem.NumberText;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.Category;
import org.worthwhile.proposal.FinancialYear;
import tools.jackson.databind.JsonNode;

/** Turns a pack that fits its schema into unit values. */
final class UnitValueReader {

    /** Shares are published rounded. */
    private static final double ROUNDING = 0.02;

    private UnitValueReader() {}

    /**
     * Reads unit values from a text that fits the schema.
     *
     * @throws InvalidInput with every value whose source the pack does not hold
     */
    static List<UnitValue> read(SourceText text) {
        JsonNode pack = text.tree();
        JsonNode sources = pack.get("sources");
        List<UnitValue> values = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < pack.get("values").size(); i++) {
            JsonNode node = pack.get("values").get(i);
            double total = agencies(node).values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            if (node.has("agencies") && Math.abs(total - 1) > ROUNDING) {
                problems.add(new Problem(
                        text.place("/values/" + i + "/agencies"),
                        "the shares of agencies add up to " + NumberText.of(total),
                        "give shares that add up to 1, or leave them out"));
            }
            String source = Fields.text(node, "source");
            if (sources.has(source)) {
                values.add(value(Fields.text(pack, "id"), node, Fields.source(sources.get(source))));
            } else {
                problems.add(new Problem(
                        text.place("/values/" + i + "/source"),
                        "no source '" + source + "' is in this pack",
                        Nearest.remedy(
                                source,
                                sources.propertyStream().map(Map.Entry::getKey).toList())));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return values;
    }

    private static UnitValue value(String pack, JsonNode node, Source source) {
        SortedMap<FinancialYear, Double> byYear = new TreeMap<>();
        node.path("byYear")
                .propertyStream()
                .forEach(entry -> byYear.put(
                        FinancialYear.of(entry.getKey()), entry.getValue().asDouble()));
        return new UnitValue(
                pack + "/" + Fields.text(node, "id"),
                Fields.text(node, "title"),
                Fields.text(node, "unit"),
                node.has("value")
                        ? node.get("value").asDouble()
                        : byYear.firstEntry().getValue(),
                Fields.number(node, "low"),
                Fields.number(node, "high"),
                byYear,
                Fields.year(node, "priceYear").orElseThrow(),
                node.path("realGrowth").asDouble(0),
                Fields.choice(node, "category", Category.class, Category.SOCIAL),
                Fields.text(node, "gainer"),
                agencies(node),
                Fields.flag(node, "healthRate"),
                standing(node, source),
                Fields.text(node, "note"),
                source);
    }

    private static SortedMap<String, Double> agencies(JsonNode node) {
        SortedMap<String, Double> agencies = new TreeMap<>();
        node.path("agencies")
                .propertyStream()
                .forEach(entry -> agencies.put(entry.getKey(), entry.getValue().asDouble()));
        return agencies;
    }

    private static Standing standing(JsonNode node, Source source) {
        boolean recalled = !node.path("verified").asBoolean(true);
        return Fields.standing(node, recalled && source.verified() ? Standing.RECALLED : source.standing());
    }
}
