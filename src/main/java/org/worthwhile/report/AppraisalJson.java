package org.worthwhile.report;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.BudgetImpact;
import org.worthwhile.appraisal.CostResult;
import org.worthwhile.appraisal.FigureStanding;
import org.worthwhile.appraisal.FigureStandings;
import org.worthwhile.appraisal.Flows;
import org.worthwhile.appraisal.ImpactResult;
import org.worthwhile.appraisal.Indicator;
import org.worthwhile.appraisal.Indicators;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.appraisal.OutcomeResult;
import org.worthwhile.appraisal.UnmonetisedResult;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.proposal.AppraisalSettings;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.uncertainty.UncertaintyAnalysis;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The results of an appraisal as JSON, with every intermediate figure that a checker needs. */
public final class AppraisalJson {

    private AppraisalJson() {}

    public static String text(Appraisal appraisal) {
        return text(appraisal, Optional.empty());
    }

    /**
     * The results with how sure they are.
     *
     * @param uncertainty of the same case, when it was simulated
     */
    public static String text(Appraisal appraisal, Optional<UncertaintyAnalysis> uncertainty) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        write(appraisal, uncertainty, text);
        return text.toString(StandardCharsets.UTF_8);
    }

    /** Writes the results in UTF-8, an option after the other, so that large ones never stand in memory as a whole. */
    static void write(Appraisal appraisal, Optional<UncertaintyAnalysis> uncertainty, OutputStream out) {
        try (JsonGenerator json = JsonText.generator(out)) {
            json.writeStartObject();
            fields(json, head(appraisal));
            json.writeName("options");
            json.writeStartArray();
            appraisal.options().forEach(result -> JsonText.write(json, option(result, appraisal)));
            json.writeEndArray();
            fields(json, foot(appraisal, uncertainty));
            json.writeEndObject();
            json.writeRaw("\n");
        }
    }

    private static void fields(JsonGenerator json, ObjectNode fields) {
        fields.properties().forEach(field -> {
            json.writeName(field.getKey());
            JsonText.write(json, field.getValue());
        });
    }

    private static ObjectNode head(Appraisal appraisal) {
        AppraisalSettings settings = appraisal.basis().proposal().appraisal();
        ObjectNode node = JsonText.object()
                .put("format", "worthwhile-appraisal/1")
                .put("proposal", appraisal.basis().proposal().id())
                .put("title", appraisal.basis().proposal().title())
                .put("framework", appraisal.basis().framework().id())
                .put("baseYear", settings.baseYear().label())
                .put("priceYear", settings.priceYear().label())
                .put("timing", JsonText.nameOf(settings.timing()))
                .put("currency", settings.currency());
        ArrayNode years = node.putArray("years");
        appraisal.years().forEach(year -> years.add(year.label()));
        ObjectNode factors = node.putObject("discountFactors");
        factors.set("standard", array(appraisal.standardFactors()));
        factors.set("health", array(appraisal.healthFactors()));
        return node;
    }

    private static ObjectNode foot(Appraisal appraisal, Optional<UncertaintyAnalysis> uncertainty) {
        ObjectNode node = JsonText.object();
        ArrayNode ranking = node.putArray("ranking");
        appraisal.ranking().forEach(result -> ranking.add(result.option().id()));
        IncrementJson.put(node, appraisal);
        ArrayNode standing = node.putArray("standing");
        FigureStandings.of(appraisal).forEach(figure -> standing.add(standing(figure)));
        uncertainty.ifPresent(result -> node.set("uncertainty", UncertaintyJson.tree(result)));
        return node.put("software", Software.NAME_AND_VERSION);
    }

    private static ObjectNode standing(FigureStanding figure) {
        ObjectNode node = JsonText.object()
                .put("figure", figure.figure())
                .put("standing", JsonText.nameOf(figure.standing()))
                .put("source", figure.source())
                .put("supersededBy", figure.supersededBy().isEmpty() ? null : figure.supersededBy());
        indicator(node, "moves", figure.moves());
        return node;
    }

    private static ObjectNode option(OptionResult result, Appraisal appraisal) {
        ObjectNode node = JsonText.object()
                .put("id", result.option().id())
                .put("title", result.option().title())
                .put("role", JsonText.nameOf(result.option().role()))
                .put("npsv", result.npsv())
                .put("pvb", result.pvb())
                .put("pvc", result.pvc());
        indicator(node, "bcr", result.bcr());
        node.put("pvPublicCost", result.pvPublicCost());
        indicator(node, "npsvPerPublicPound", result.npsvPerPublicPound());
        ArrayNode budget = node.putArray("netBudgetImpact");
        result.budget().forEach(impact -> budget.add(budget(impact)));
        indicator(node, "froi", result.froi());
        year(node, "paybackYear", result.payback());
        year(node, "discountedPaybackYear", result.discountedPayback());
        node.put("peakFunding", result.funding().peak());
        year(node, "peakFundingYear", result.funding().peakYear());
        node.put("vfmCategory", result.valueForMoney().orElse(null));
        node.put("vfmAdjustedView", AdjustedView.of(result, appraisal).orElse(null));
        indicator(node, "mvpf", result.mvpf());
        node.put("equivalentAnnualValue", result.equivalentAnnualValue());
        node.put("equivalentAnnualValueConvention", "annuity-due");
        indicator(node, "internalRateOfReturn", result.internalRates().single());
        result.internalRates().rates().forEach(node.putArray("internalRates")::add);
        node.set("withoutOptimismBias", indicators(result.withoutOptimism()));
        node.set(
                "longHorizonSensitivity",
                result.longHorizon().map(AppraisalJson::indicators).orElse(null));
        node.set(
                "withoutResidual",
                result.sensitivities()
                        .withoutResidual()
                        .map(AppraisalJson::indicators)
                        .orElse(null));
        node.set(
                "withCostOfPublicFunds",
                result.sensitivities()
                        .withCostOfPublicFunds()
                        .map(AppraisalJson::indicators)
                        .orElse(null));
        ObjectNode rate = node.putObject("discountRate");
        indicator(rate, "switching", result.switchingRate());
        ArrayNode rates = rate.putArray("sensitivities");
        result.sensitivities()
                .atOtherRates()
                .forEach(at -> rates.add(indicators(at.indicators()).put("label", at.label())));
        CashJson.put(node, result.budget(), appraisal);
        ArrayNode views = node.putArray("bcrViews");
        result.views()
                .forEach(view -> views.add(indicators(view.indicators())
                        .put("denominator", view.denominator().words())));
        node.put("weightedNpsv", result.incidence().weightedNpsv());
        ArrayNode groups = node.putArray("groups");
        result.incidence()
                .groups()
                .forEach(gain -> groups.addObject()
                        .put("group", gain.group().id())
                        .put("presentValue", gain.presentValue())
                        .put("weight", gain.weight())
                        .put("weighted", gain.weighted()));
        node.put("notAllocated", result.incidence().notAllocated());
        ArrayNode outcomes = node.putArray("outcomes");
        result.outcomes().forEach(outcome -> outcomes.add(outcome(outcome)));
        ArrayNode unmonetised = node.putArray("unmonetised");
        result.unmonetised().forEach(impact -> unmonetised.add(unmonetised(impact)));
        ArrayNode lines = node.putArray("lines");
        result.costs().forEach(cost -> lines.add(cost(cost, appraisal)));
        result.impacts().forEach(impact -> lines.add(impact(impact, appraisal)));
        ArrayNode checks = node.putArray("checks");
        result.checks()
                .forEach(check -> checks.addObject()
                        .put("id", check.id())
                        .put("message", check.message())
                        .put("remedy", check.remedy()));
        return node;
    }

    private static ObjectNode indicators(Indicators indicators) {
        ObjectNode node = JsonText.object()
                .put("npsv", indicators.npsv())
                .put("pvb", indicators.pvb())
                .put("pvc", indicators.pvc());
        indicator(node, "bcr", indicators.bcr());
        return node;
    }

    private static ObjectNode outcome(OutcomeResult outcome) {
        ObjectNode node = JsonText.object()
                .put("outcome", outcome.outcome())
                .put("unit", outcome.unit())
                .put("units", outcome.units())
                .put("discountedUnits", outcome.discountedUnits());
        indicator(node, "costPerUnit", outcome.costPerUnit());
        indicator(node, "costPerDiscountedUnit", outcome.costPerDiscountedUnit());
        return node;
    }

    private static ObjectNode unmonetised(UnmonetisedResult result) {
        ObjectNode node = JsonText.object()
                .put("title", result.impact().title())
                .put("who", result.impact().who())
                .put("score", result.impact().score());
        indicator(node, "valueToBreakEven", result.toBreakEven());
        indicator(node, "valueToChangeRanking", result.toChangeRanking());
        return node;
    }

    private static ObjectNode budget(BudgetImpact impact) {
        ObjectNode node = JsonText.object()
                .put("organisation", impact.organisation().id())
                .put("sector", JsonText.nameOf(impact.organisation().sector()));
        node.set("real", array(impact.real()));
        node.set("nominal", impact.nominal().map(AppraisalJson::array).orElse(null));
        node.set("costs", array(impact.costs()));
        node.set("savings", array(impact.savings()));
        node.set("cashable", array(impact.cashable()));
        return node.put("present", impact.present());
    }

    private static ObjectNode cost(CostResult cost, Appraisal appraisal) {
        ObjectNode node = JsonText.object()
                .put("id", cost.line().id())
                .put("title", cost.line().title())
                .put("kind", "cost")
                .put("costKind", JsonText.nameOf(cost.line().kind()))
                .put("bearer", cost.line().bearer())
                .put("sunk", cost.line().sunk())
                .put("transfer", cost.line().transfer())
                .put("uplift", cost.uplift());
        node.set("beforeUplift", array(cost.before()));
        node.set("flows", array(cost.flows()));
        return node.put("presentValue", cost.flows().presentValue(appraisal.standardFactors()));
    }

    private static ObjectNode impact(ImpactResult impact, Appraisal appraisal) {
        ObjectNode node = JsonText.object()
                .put("id", impact.line().id())
                .put("title", impact.line().title())
                .put("kind", JsonText.nameOf(impact.line().category()))
                .put("health", impact.line().health())
                .put("unit", impact.line().unit());
        node.set("quantity", array(impact.quantity()));
        node.set("unitValue", array(impact.unitValues()));
        node.set("flows", array(impact.flows()));
        return node.put(
                "presentValue",
                impact.flows().presentValue(appraisal.factors(impact.line().health())));
    }

    static void indicator(ObjectNode node, String name, Indicator indicator) {
        node.put(name, indicator.orNull());
        if (indicator.value().isEmpty()) {
            node.put(name + "Reason", indicator.reason());
        }
    }

    private static void year(ObjectNode node, String name, Optional<FinancialYear> year) {
        node.put(name, year.map(FinancialYear::label).orElse(null));
    }

    static ArrayNode array(Flows flows) {
        ArrayNode array = JsonText.object().putArray("flows");
        for (double amount : flows.toArray()) {
            array.add(amount);
        }
        return array;
    }
}
