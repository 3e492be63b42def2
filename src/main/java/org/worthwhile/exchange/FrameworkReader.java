package org.worthwhile.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.worthwhile.framework.Denominator;
import org.worthwhile.framework.DiscountSchedule;
import org.worthwhile.framework.Framework;
import org.worthwhile.framework.LongHorizon;
import org.worthwhile.framework.OptimismBiasType;
import org.worthwhile.framework.RateSensitivity;
import org.worthwhile.framework.Source;
import org.worthwhile.framework.ValueForMoney;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Nearest;
import org.worthwhile.problem.Problem;
import tools.jackson.databind.JsonNode;

/** Turns a pack that fits its schema into a framework. */
final class FrameworkReader {

    private FrameworkReader() {}

    /**
     * Reads a framework from a text that fits the schema.
     *
     * @param priceIndices the ids of those at hand
     * @throws InvalidInput if it names a price index that is not at hand or its bands are out of order
     */
    static Framework read(SourceText text, Collection<String> priceIndices) {
        JsonNode node = text.tree();
        JsonNode discounting = node.get("discounting");
        Optional<String> priceIndex =
                Optional.ofNullable(node.get("priceIndex")).map(JsonNode::asString);
        if (priceIndex.isPresent() && !priceIndices.contains(priceIndex.get())) {
            throw new InvalidInput(new Problem(
                    text.place("/priceIndex"),
                    "there is no price index '" + priceIndex.get() + "'",
                    Nearest.remedy(priceIndex.get(), priceIndices)));
        }
        DiscountSchedule standard = schedule(text, "standard");
        Map<String, Source> sources = new TreeMap<>();
        addSource(sources, Framework.DISCOUNT_RATES, discounting);
        addSource(sources, Framework.OPTIMISM_BIAS, node.path("optimismBias"));
        addSource(sources, Framework.CONFIDENCE_CORRECTIONS, node.path("confidenceCorrections"));
        addSource(sources, Framework.DISTRIBUTIONAL_WEIGHTS, node.path("distributionalWeights"));
        addSource(sources, Framework.MARGINAL_COST_OF_PUBLIC_FUNDS, node.path("marginalCostOfPublicFunds"));
        addSource(sources, Framework.VALUE_FOR_MONEY, node.path("valueForMoney"));
        addSource(sources, Framework.PRESENTATION, node.path("presentation"));
        return new Framework(
                Fields.text(node, "id"),
                Fields.text(node, "title"),
                Fields.text(node, "publisher"),
                Fields.text(node, "edition"),
                Fields.text(node, "summary"),
                Fields.standing(node, Fields.source(discounting.get("source")).standing()),
                Fields.text(node, "supersededBy"),
                priceIndex,
                standard,
                discounting.has("health") ? schedule(text, "health") : standard,
                discounting.has("longHorizon")
                        ? Optional.of(new LongHorizon(
                                discounting
                                        .get("longHorizon")
                                        .get("beyondYears")
                                        .asInt(),
                                schedule(text, "longHorizon/rates")))
                        : Optional.empty(),
                sensitivities(text),
                Fields.list(
                        node.path("optimismBias"),
                        "types",
                        type -> new OptimismBiasType(
                                Fields.text(type, "id"),
                                Fields.text(type, "title"),
                                type.get("upper").asDouble(),
                                type.get("lower").asDouble())),
                Fields.list(node.path("confidenceCorrections"), "byGrade", JsonNode::asDouble),
                Optional.ofNullable(node.get("distributionalWeights"))
                        .map(weights -> weights.get("elasticity").asDouble()),
                Optional.ofNullable(node.get("marginalCostOfPublicFunds"))
                        .map(funds -> funds.get("factor").asDouble()),
                denominator(node.path("presentation")),
                Optional.ofNullable(node.get("valueForMoney")).map(FrameworkReader::valueForMoney),
                sources);
    }

    private static void addSource(Map<String, Source> sources, String of, JsonNode section) {
        if (section.has("source")) {
            sources.put(of, Fields.source(section.get("source")));
        }
    }

    private static Denominator denominator(JsonNode presentation) {
        return new Denominator(
                Fields.choice(presentation, "denominator", Denominator.Holder.class, Denominator.Holder.PUBLIC_COST),
                Fields.text(presentation, "publicSavings").equals("off-costs"));
    }

    private static DiscountSchedule schedule(SourceText text, String name) {
        String pointer = "/discounting/" + name;
        try {
            return new DiscountSchedule(text.tree()
                    .at(pointer)
                    .valueStream()
                    .map(band -> new DiscountSchedule.Band(
                            band.get("from").asInt(), band.get("rate").asDouble()))
                    .toList());
        } catch (IllegalArgumentException outOfOrder) {
            throw new InvalidInput(new Problem(
                    text.place(pointer), "its bands do not begin in year 0 and rise", "put them in order from year 0"));
        }
    }

    private static List<RateSensitivity> sensitivities(SourceText text) {
        JsonNode discounting = text.tree().get("discounting");
        List<RateSensitivity> sensitivities = new ArrayList<>();
        for (int i = 0; i < discounting.path("sensitivities").size(); i++) {
            JsonNode node = discounting.get("sensitivities").get(i);
            String at = "sensitivities/" + i + "/";
            DiscountSchedule standard = schedule(text, at + "standard");
            sensitivities.add(new RateSensitivity(
                    Fields.text(node, "label"),
                    standard,
                    node.has("health") ? schedule(text, at + "health") : standard));
        }
        return sensitivities;
    }

    private static ValueForMoney valueForMoney(JsonNode node) {
        return new ValueForMoney(
                Fields.list(
                        node,
                        "bands",
                        band -> new ValueForMoney.Band(
                                band.path("from").asDouble(Double.NEGATIVE_INFINITY), Fields.text(band, "title"))),
                Fields.text(node, "note"),
                Fields.source(node.get("source")));
    }
}
