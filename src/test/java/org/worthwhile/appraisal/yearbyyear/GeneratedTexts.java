package org.worthwhile.appraisal.yearbyyear;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Texts of proposals made from a seed, over every field of the format, each of which may also be left out. */
final class GeneratedTexts extends GeneratedFields {

    private final ObjectNode proposal = StatedFigures.JSON.createObjectNode();
    private JsonNode framework = StatedFigures.frameworks().getFirst();
    private int baseYear;
    private int priceYear;
    private int years;

    private GeneratedTexts(long seed) {
        super(new Random(seed));
    }

    static ObjectNode of(long seed) {
        return new GeneratedTexts(seed).proposal();
    }

    private ObjectNode proposal() {
        framework = chance(0.6)
                ? pick(StatedFigures.frameworks().stream()
                        .filter(pack -> pack.has("priceIndex"))
                        .toList())
                : pick(StatedFigures.frameworks());
        baseYear = 2020 + random.nextInt(15);
        years = chance(0.06) ? 51 + random.nextInt(chance(0.2) ? 250 : 40) : 1 + random.nextInt(30);
        proposal.put("format", "worthwhile-proposal/1").put("id", "generated").put("title", "Generated");
        ObjectNode appraisal = proposal.putObject("appraisal");
        appraisal.put("framework", framework.get("id").asString()).put("baseYear", label(baseYear));
        appraisal.put("years", years);
        priceYear = chance(0.5) ? baseYear : baseYear - 8 + random.nextInt(16);
        if (priceYear != baseYear) {
            appraisal.put("priceYear", label(priceYear));
        }
        if (chance(0.6)) {
            appraisal.put("timing", pick(List.of("end-year", "mid-year")));
        }
        if (framework.has("confidenceCorrections") && chance(0.6)) {
            appraisal.put("confidenceCorrections", chance(0.7));
        }
        if (chance(0.5)) {
            appraisal.put("currency", pick(List.of("GBP", "EUR")));
        }
        organisations();
        ArrayNode groups = proposal.putArray("groups");
        groups.addObject().put("id", "poor").put("title", "Poorest").put("incomeIndex", 0.2 + random.nextDouble());
        groups.addObject().put("id", "rich").put("title", "Richest").put("incomeIndex", 1 + random.nextDouble());
        groups.addObject().put("id", "rest").put("title", "Others");
        groups.addObject()
                .put("id", "fifth")
                .put("title", "Fifth")
                .put("income", 14_700)
                .put("medianIncome", 32_400);
        ObjectNode family = groups.addObject().put("id", "family").put("title", "Family");
        family.put("income", 30_000).put("medianIncome", 32_400).put("adults", 1 + random.nextInt(3));
        if (chance(0.5)) {
            family.put("children", random.nextInt(4));
        }
        parameters();
        ArrayNode options = proposal.putArray("options");
        int count = 1 + random.nextInt(3);
        int businessAsUsual = random.nextInt(count + 1);
        for (int i = 0; i < count; i++) {
            option(options.addObject(), i, i == businessAsUsual);
        }
        return proposal;
    }

    private void organisations() {
        ArrayNode organisations = proposal.putArray("organisations");
        List<String> sectors = List.of("public", "public", "private", "third-sector", "third", "household");
        for (int i = 0; i < sectors.size(); i++) {
            organisations
                    .addObject()
                    .put("id", "body-" + i)
                    .put("title", "Body " + i)
                    .put("sector", sectors.get(i));
        }
    }

    private void parameters() {
        ArrayNode parameters = proposal.putArray("parameters");
        ObjectNode uptake = parameters
                .addObject()
                .put("id", "uptake")
                .put("title", "Uptake")
                .put("value", 0.4);
        if (chance(0.5)) {
            uptake.put("unit", "share").set("uncertainty", around(0.4, 0.5));
        }
        parameters
                .addObject()
                .put("id", "half")
                .put("title", "Half")
                .putObject("value")
                .put("parameter", "uptake")
                .put("times", 0.5);
        parameters
                .addObject()
                .put("id", "one")
                .put("title", "One")
                .put("value", 1)
                .put("source", "Invented");
        parameters.addObject().put("id", "joint").put("title", "Joint").put("value", 0.3);
        if (chance(0.5)) {
            ObjectNode draws = proposal.putObject("draws");
            draws.putObject("values").putArray("joint").add(0.2).add(0.3).add(0.4);
            draws.put("order", pick(List.of("rows", "random")));
        }
    }

    private void option(ObjectNode option, int number, boolean businessAsUsual) {
        option.put("id", "option-" + number).put("title", "Option");
        option.put(
                "role",
                businessAsUsual ? "business-as-usual" : pick(List.of("do-minimum", "preferred", "alternative")));
        for (int i = random.nextInt(5); i > 0; i--) {
            cost(option.withArray("costs").addObject().put("id", "cost-" + i).put("title", "Cost"));
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            impact(option.withArray("impacts")
                    .addObject()
                    .put("id", "impact-" + i)
                    .put("title", "Impact"));
        }
        if (chance(0.3)) {
            option.withArray("unmonetised").addObject().put("title", "Comfort").put("score", random.nextInt(7) - 3);
        }
    }

    private void cost(ObjectNode cost) {
        cost.put("bearer", "body-" + random.nextInt(6));
        cost.put(
                "kind", pick(List.of("capital", "revenue", "transition", "receipt", "residual-value", "avoided-cost")));
        ObjectNode amount = cost.putObject("amount");
        boolean nominal = basis(cost);
        if (chance(0.4)) {
            schedule(amount, nominal);
        } else {
            amount.set("annual", figure(money()));
            annual(amount, nominal ? 0 : 3);
        }
        if (framework.has("optimismBias") && chance(0.4)) {
            ObjectNode bias = cost.putObject("optimismBias");
            bias.put("type", pick(List.of("standard-buildings", "equipment-development", "outsourcing")));
            if (chance(0.7)) {
                bias.set("mitigation", share());
            }
        } else if (chance(0.3)) {
            cost.putObject("optimismBias").set("uplift", figure(random.nextDouble() - 0.2));
        }
        grade(cost);
        flag(cost, "sunk", 0.1);
        flag(cost, "transfer", 0.1);
        if (chance(0.1)) {
            cost.put("assetLife", 1 + random.nextInt(60)).put("source", "Invented");
        }
    }

    /** Sets from, to and growth of an annual amount; it may begin some years before the base year. */
    private void annual(ObjectNode amount, int before) {
        int from = baseYear;
        if (chance(0.6)) {
            from = baseYear - random.nextInt(before + 1) + random.nextInt(years);
            amount.put("from", label(from));
        }
        if (chance(0.5) || from > baseYear + years - 1) {
            amount.put("to", label(from + random.nextInt(12)));
        }
        if (chance(0.4)) {
            amount.set("realGrowth", figure(random.nextDouble() * 0.12 - 0.04));
        }
    }

    /** Sets the prices that money is in, and tells whether they are those of each year. */
    private boolean basis(ObjectNode line) {
        boolean nominal = framework.has("priceIndex") && chance(0.3);
        if (nominal || chance(0.3)) {
            ObjectNode basis = line.putObject("basis");
            if (nominal || chance(0.5)) {
                basis.put("real", !nominal);
            }
            if (chance(0.6)) {
                basis.put("priceYear", label(pricesOfMoney()));
            }
        }
        return nominal;
    }

    private int pricesOfMoney() {
        return framework.has("priceIndex") ? 1992 + random.nextInt(55) : priceYear;
    }

    private void schedule(ObjectNode parent, boolean nominal) {
        ObjectNode schedule = parent.putObject("schedule");
        for (int i = random.nextInt(6); i >= 0; i--) {
            int before = nominal ? 0 : 2;
            schedule.set(label(baseYear - before + random.nextInt(years + before + 2)), figure(money() - 1e5));
        }
    }

    private void impact(ObjectNode impact) {
        text(impact, "outcome", List.of("falls", "absence"));
        text(impact, "unit", List.of("case", "day"));
        String category = pick(List.of("fiscal", "economic", "social", "environmental"));
        impact.put("category", category);
        flag(impact, "health", 0.3);
        if (chance(0.25)) {
            schedule(impact, basis(impact));
        } else {
            ObjectNode quantity = impact.putObject("quantity");
            boolean intake = intake(quantity);
            for (String part : List.of("eligible", "engagement", "completion")) {
                maybe(quantity, part, share());
            }
            if (chance(0.2)) {
                beforeAndAfter(quantity.putObject("costPerTrip"), 50);
            } else {
                quantity.set("effect", effect());
            }
            profile(impact, intake);
            value(impact.putObject("value"));
        }
        if (chance(0.7)) {
            ObjectNode additionality = impact.putObject("additionality");
            for (String part : List.of("deadweight", "displacement", "leakage", "substitution", "attribution")) {
                maybe(additionality, part, share());
            }
            maybe(additionality, "multiplier", figure(0.5 + random.nextDouble()));
        }
        if (category.equals("fiscal")) {
            savings(impact);
        }
        for (String group : chance(0.5) ? List.of("poor", "rich", "rest", "fifth", "family") : List.<String>of()) {
            impact.withArray("beneficiaries").addObject().put("group", group).set("share", share());
        }
        grade(impact);
    }

    private void savings(ObjectNode impact) {
        for (int body : new TreeSet<>(Arrays.asList(random.nextInt(6), random.nextInt(6)))) {
            ObjectNode saving = impact.withArray("savings").addObject().put("organisation", "body-" + body);
            maybe(saving, "share", share());
            maybe(saving, "cashable", share());
            if (chance(0.5)) {
                saving.put("cashableFrom", label(baseYear + random.nextInt(8)));
            }
        }
    }

    private boolean intake(ObjectNode quantity) {
        switch (random.nextInt(5)) {
            case 4 -> {
                beforeAndAfter(quantity.putObject("users"), 20_000);
                return false;
            }
            case 0 -> {
                ObjectNode people = quantity.putObject("intake");
                for (int i = random.nextInt(5); i >= 0; i--) {
                    people.set(label(baseYear + random.nextInt(9)), figure(random.nextInt(5_000)));
                }
                return true;
            }
            case 1 -> {
                ObjectNode people = quantity.putObject("intake");
                people.set("annual", figure(random.nextInt(5_000)));
                annual(people, 0);
                return true;
            }
            default -> {
                maybe(quantity, "population", figure(random.nextInt(20_000)));
                return false;
            }
        }
    }

    private void beforeAndAfter(ObjectNode node, int most) {
        node.set("before", figure(random.nextInt(most)));
        node.set("after", figure(random.nextInt(most)));
    }

    private JsonNode effect() {
        double value = random.nextGaussian() * 0.1;
        ObjectNode effect = StatedFigures.JSON.createObjectNode();
        return switch (random.nextInt(4)) {
            case 0 -> effect.put("evidence", "trial");
            case 1 -> effect.put("evidence", "trial").put("scale", -2.5);
            case 2 -> effect.put("value", value).put("standardError", 0.02);
            default -> figure(value);
        };
    }

    private void profile(ObjectNode impact, boolean intake) {
        if (chance(0.25)) {
            return;
        }
        ObjectNode profile = impact.putObject("profile");
        if (!intake && chance(0.6)) {
            profile.put("start", label(baseYear + random.nextInt(7) - 3));
        }
        maybe(profile, "lag", wholeYears(random.nextInt(4)));
        if (chance(0.5)) {
            ArrayNode rampUp = profile.putArray("rampUp");
            for (int i = random.nextInt(4); i > 0; i--) {
                rampUp.add(share());
            }
        }
        maybe(profile, "dropOff", chance(0.1) ? number(1) : share());
        maybe(profile, "duration", wholeYears(random.nextInt(15)));
    }

    private void value(ObjectNode value) {
        if (framework.has("priceIndex") && chance(0.5)) {
            value.put("unitValue", pick(StatedFigures.unitValueIds()));
            if (chance(0.3)) {
                value.put("factor", pick(List.of(0.5, -1.0, 1.7)));
            }
            return;
        }
        value.set("amount", figure(money() / 100 - 500));
        if (chance(0.5)) {
            value.put("priceYear", label(pricesOfMoney()));
        }
        maybe(value, "realGrowth", figure(random.nextDouble() * 0.06 - 0.02));
    }
}
