package org.worthwhile.appraisal.yearbyyear;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The results of a proposal by name, worked out year by year as docs/method/appraisal.md has them. What is not meaningful has
 * no entry.
 */
final class StatedResults {

    private record Line(JsonNode text, double sign, double[] flows, double[] before, double[] units) {

        String name(String field) {
            return text.path(field).asString("");
        }

        boolean is(String flag) {
            return text.path(flag).asBoolean(false);
        }
    }

    private final StatedFigures stated;
    private final Map<String, double[]> results = new HashMap<>();
    private final Set<String> publicBodies = new HashSet<>();
    private final double[] standard;
    private final double[] health;
    private final List<Line> costs = new ArrayList<>();
    private final List<Line> impacts = new ArrayList<>();

    /** Money that passes through the option and business as usual, whatever its sign: what rounding errors are relative to. */
    private double turnover;

    private StatedResults(StatedFigures stated) {
        this.stated = stated;
        JsonNode rates = stated.framework.get("discounting");
        this.standard = stated.discountFactors(rates.get("standard"));
        this.health = stated.discountFactors(rates.has("health") ? rates.get("health") : rates.get("standard"));
        for (JsonNode organisation : stated.proposal.get("organisations")) {
            if (organisation.get("sector").asString().equals("public")) {
                publicBodies.add(organisation.get("id").asString());
            }
        }
    }

    static Map<String, double[]> of(JsonNode proposal, String option) {
        StatedResults results = new StatedResults(new StatedFigures(proposal));
        for (JsonNode text : proposal.get("options")) {
            if (text.get("role").asString().equals("business-as-usual")) {
                results.add(text, -1);
            }
            if (text.get("id").asString().equals(option)) {
                results.add(text, 1);
            }
        }
        results.compute();
        return results.results;
    }

    private void add(JsonNode option, double sign) {
        StatedLines lines = new StatedLines(stated);
        for (JsonNode cost : option.path("costs")) {
            costs.add(new Line(cost, sign, lines.cost(cost, true), lines.cost(cost, false), new double[0]));
        }
        for (JsonNode impact : option.path("impacts")) {
            double[] flows = lines.impact(impact);
            impacts.add(new Line(impact, sign, flows, flows, lines.units(impact)));
        }
        for (Line line : costs) {
            turnover += presentValue(line.flows, standard, true);
        }
        for (Line line : impacts) {
            turnover += presentValue(line.flows, factors(line), true);
        }
    }

    private void compute() {
        put("turnover", turnover);
        Map<String, Double> headline = indicators("", standard, health, true, true);
        double npsv = headline.get("npsv");
        indicators("withoutOptimism/", standard, health, false, true);
        if (costs.stream().anyMatch(cost -> cost.name("kind").equals("residual-value"))) {
            indicators("withoutResidual/", standard, health, true, false);
        }
        JsonNode discounting = stated.framework.get("discounting");
        JsonNode horizon = discounting.path("longHorizon");
        if (horizon.has("beyondYears")
                && stated.years > horizon.get("beyondYears").asInt()) {
            indicators("longHorizon/", stated.discountFactors(horizon.get("rates")), health, true, true);
        }
        for (JsonNode rates : discounting.path("sensitivities")) {
            double[] others = stated.discountFactors(rates.get("standard"));
            double[] ofHealth = rates.has("health") ? stated.discountFactors(rates.get("health")) : others;
            indicators("at " + rates.get("label").asString() + "/", others, ofHealth, true, true);
        }
        double annuity = 0;
        for (double factor : standard) {
            annuity += factor;
        }
        put("equivalentAnnualValue", npsv / annuity);
        double publicCost = headline.get("publicCost");
        ratio("npsvPerPublicPound", npsv, publicCost);
        ratio("mvpf", headline.get("willingness"), headline.get("netCost"));
        distribution(npsv);
        outcomes(publicCost);
        new StatedBudgets(stated, results).compute(standard, health, publicBodies, this::budgetFlows);
        double[] net = new double[stated.years];
        for (int t = 0; t < stated.years; t++) {
            for (Line cost : costs) {
                net[t] -= cost.is("sunk") || cost.is("transfer") ? 0 : cost.sign * cost.flows[t];
            }
            for (Line impact : impacts) {
                net[t] += impact.sign * impact.flows[t];
            }
        }
        results.put("net", net);
    }

    /** The flows of one kind on an organisation's budget. */
    private double[] budgetFlows(String kind, String organisation, boolean ofHealth) {
        double[] sum = new double[stated.years];
        for (int t = 0; t < stated.years; t++) {
            for (Line cost : costs) {
                boolean counts = cost.name("bearer").equals(organisation)
                        && !cost.is("sunk")
                        && (kind.equals("costs") || kind.equals(cost.name("kind")));
                sum[t] += counts ? cost.sign * cost.flows[t] : 0;
            }
            for (Line impact : impacts) {
                for (JsonNode saving : impact.text.path("savings")) {
                    if (saving.get("organisation").asString().equals(organisation) && impact.is("health") == ofHealth) {
                        double saved = impact.sign * impact.flows[t] * stated.figure(saving, "share", 1);
                        boolean inTime = stated.baseYear + t >= stated.year(saving, "cashableFrom", 0);
                        sum[t] += kind.equals("savings") ? saved : 0;
                        sum[t] += kind.equals("cashable") && inTime ? saved * stated.figure(saving, "cashable", 0) : 0;
                    }
                }
            }
        }
        return sum;
    }

    private double[] factors(Line impact) {
        return impact.is("health") ? health : standard;
    }

    private Map<String, Double> indicators(
            String name, double[] standardFactors, double[] healthFactors, boolean uplifted, boolean residual) {
        double publicCost = 0;
        double otherCost = 0;
        double benefit = 0;
        double fiscal = 0;
        double saved = 0;
        for (Line cost : costs) {
            boolean counts = !cost.is("sunk") && !cost.is("transfer");
            if (counts && (residual || !cost.name("kind").equals("residual-value"))) {
                double value = cost.sign * presentValue(uplifted ? cost.flows : cost.before, standardFactors, false);
                boolean isPublic = publicBodies.contains(cost.name("bearer"));
                publicCost += isPublic ? value : 0;
                otherCost += isPublic ? 0 : value;
            }
        }
        for (Line impact : impacts) {
            double value = impact.sign
                    * presentValue(impact.flows, impact.is("health") ? healthFactors : standardFactors, false);
            benefit += value;
            fiscal += impact.name("category").equals("fiscal") ? value : 0;
            for (JsonNode saving : impact.text.path("savings")) {
                boolean isPublic =
                        publicBodies.contains(saving.get("organisation").asString());
                saved += isPublic ? value * stated.figure(saving, "share", 1) : 0;
            }
        }
        JsonNode presentation = stated.framework.path("presentation");
        boolean social = presentation.path("denominator").asString("").equals("social-cost");
        double netted = presentation.path("publicSavings").asString("").equals("off-costs") ? saved : 0;
        double pvb = benefit - (social ? 0 : otherCost) - netted;
        double pvc = publicCost + (social ? otherCost : 0) - netted;
        put(name + "pvb", pvb);
        put(name + "pvc", pvc);
        put(name + "npsv", pvb - pvc);
        ratio(name + "bcr", pvb, pvc);
        if (name.isEmpty()) {
            put("pvPublicCost", publicCost);
            JsonNode funds = stated.framework.path("marginalCostOfPublicFunds");
            if (funds.has("factor")) {
                double burden = (publicCost - saved) * (funds.get("factor").asDouble() - 1);
                put("withCostOfPublicFunds/pvb", pvb);
                put("withCostOfPublicFunds/pvc", pvc + burden);
                put("withCostOfPublicFunds/npsv", pvb - pvc - burden);
                ratio("withCostOfPublicFunds/bcr", pvb, pvc + burden);
            }
        }
        return Map.of(
                "npsv", pvb - pvc,
                "publicCost", publicCost,
                "willingness", benefit - fiscal - otherCost,
                "netCost", publicCost - saved);
    }

    private void distribution(double npsv) {
        double weighted = npsv;
        double elasticity = stated.framework
                .path("distributionalWeights")
                .path("elasticity")
                .asDouble(0);
        for (JsonNode group : stated.proposal.path("groups")) {
            String id = group.get("id").asString();
            double gain = 0;
            for (Line impact : impacts) {
                for (JsonNode beneficiary : impact.text.path("beneficiaries")) {
                    gain += beneficiary.get("group").asString().equals(id)
                            ? impact.sign
                                    * presentValue(impact.flows, factors(impact), false)
                                    * stated.figure(beneficiary, "share", 0)
                            : 0;
                }
            }
            double weight = Math.pow(1 / incomeIndex(group), elasticity);
            put("group/" + id, gain);
            put("weight/" + id, weight);
            weighted += gain * weight - gain;
        }
        put("weightedNpsv", weighted);
    }

    private static double incomeIndex(JsonNode group) {
        if (!group.has("income")) {
            return group.path("incomeIndex").asDouble(1);
        }
        double scale = group.has("adults")
                ? 0.34
                        + 0.33 * group.get("adults").asInt()
                        + 0.2 * group.path("children").asInt(0)
                : 1;
        return group.get("income").asDouble()
                / scale
                / group.get("medianIncome").asDouble();
    }

    private void outcomes(double publicCost) {
        Map<String, double[]> totals = new TreeMap<>();
        for (Line impact : impacts) {
            if (impact.text.has("quantity")) {
                String outcome = impact.name("outcome").isEmpty() ? impact.name("id") : impact.name("outcome");
                double[] total = totals.computeIfAbsent(outcome + "/" + impact.name("unit"), _ -> new double[2]);
                for (int t = 0; t < stated.years; t++) {
                    total[0] += impact.sign * impact.units[t];
                    total[1] += impact.sign * impact.units[t] * factors(impact)[t];
                }
            }
        }
        totals.forEach((outcome, total) -> {
            put("units/" + outcome, total[0]);
            put("discountedUnits/" + outcome, total[1]);
            ratio("costPerUnit/" + outcome, publicCost, publicCost > 0 ? total[0] : 0);
            ratio("costPerDiscountedUnit/" + outcome, publicCost, publicCost > 0 ? total[1] : 0);
        });
    }

    static double presentValue(double[] flows, double[] factors, boolean absolute) {
        double sum = 0;
        for (int t = 0; t < flows.length; t++) {
            sum += (absolute ? Math.abs(flows[t]) : flows[t]) * factors[t];
        }
        return sum;
    }

    private void ratio(String name, double numerator, double denominator) {
        put("denominator of " + name, denominator);
        if (denominator > 0) {
            put(name, numerator / denominator);
        }
    }

    private void put(String name, double value) {
        results.put(name, new double[] {value});
    }
}
