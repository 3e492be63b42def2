package org.worthwhile.appraisal.yearbyyear;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The real flows of single lines by year, as docs/method/appraisal.md has them. */
final class StatedLines {

    private final StatedFigures stated;

    StatedLines(StatedFigures stated) {
        this.stated = stated;
    }

    /** Money out by year, below 0 where it comes in. */
    double[] cost(JsonNode cost, boolean uplifted) {
        String kind = cost.get("kind").asString();
        boolean comesIn = List.of("receipt", "residual-value", "avoided-cost").contains(kind);
        double uplift = uplifted ? uplift(cost, comesIn) : 0;
        double[] flows = new double[stated.years];
        for (int t = 0; t < stated.years; t++) {
            int year = stated.baseYear + t;
            double money = money(cost.get("amount"), year) * prices(cost.path("basis"), year) * (1 + uplift);
            flows[t] = comesIn ? -money : money;
        }
        return flows;
    }

    private double money(JsonNode amount, int year) {
        if (amount.has("schedule")) {
            return stated.figure(amount.get("schedule"), StatedFigures.label(year), 0);
        }
        int from = stated.year(amount, "from", stated.baseYear);
        int to = stated.year(amount, "to", stated.baseYear + stated.years - 1);
        double growth = stated.figure(amount, "realGrowth", 0);
        return year < from || year > to ? 0 : stated.figure(amount, "annual", 0) * Math.pow(1 + growth, year - from);
    }

    private double prices(JsonNode basis, int year) {
        boolean real = basis.path("real").asBoolean(true);
        return stated.inflation(real ? stated.year(basis, "priceYear", stated.priceYear) : year, stated.priceYear);
    }

    private double uplift(JsonNode cost, boolean comesIn) {
        if (corrects(cost)) {
            return comesIn ? -correction(cost) : correction(cost);
        }
        JsonNode bias = cost.path("optimismBias");
        if (bias.has("uplift")) {
            return stated.figure(bias, "uplift", 0);
        }
        for (JsonNode type : stated.framework.path("optimismBias").path("types")) {
            if (type.get("id").asString().equals(bias.path("type").asString(""))) {
                return type.get("upper").asDouble() * (1 - stated.figure(bias, "mitigation", 0));
            }
        }
        return 0;
    }

    private boolean corrects(JsonNode line) {
        return stated.proposal.get("appraisal").path("confidenceCorrections").asBoolean(false)
                && line.has("confidence");
    }

    private double correction(JsonNode line) {
        return stated.framework
                .path("confidenceCorrections")
                .path("byGrade")
                .path(line.get("confidence").asInt() - 1)
                .asDouble(0);
    }

    /** Units of the outcome by year, net of what would have happened anyway; all 0 for a schedule of money. */
    double[] units(JsonNode impact) {
        double[] units = new double[stated.years];
        if (!impact.has("quantity")) {
            return units;
        }
        JsonNode quantity = impact.get("quantity");
        double reached = stated.figure(quantity, "eligible", 1)
                * stated.figure(quantity, "engagement", 1)
                * stated.figure(quantity, "completion", 1)
                * effect(quantity)
                * net(impact.path("additionality"));
        JsonNode profile = impact.path("profile");
        if (!quantity.has("intake")) {
            double people =
                    quantity.has("users") ? users(quantity.get("users")) : stated.figure(quantity, "population", 1);
            addCohort(units, stated.year(profile, "start", stated.baseYear), people * reached, profile);
            return units;
        }
        JsonNode intake = quantity.get("intake");
        for (int cohort = stated.baseYear; cohort < stated.baseYear + stated.years; cohort++) {
            double people = intake.has("annual")
                    ? money(intake, cohort)
                    : stated.figure(intake, StatedFigures.label(cohort), 0);
            if (people != 0) {
                addCohort(units, cohort, people * reached, profile);
            }
        }
        return units;
    }

    /** Adds the full effect of those taken in in a year, times the share of it that there is in each year after. */
    private void addCohort(double[] units, int takenIn, double fullEffect, JsonNode profile) {
        int first = takenIn + (int) stated.figure(profile, "lag", 0);
        double lasts = profile.has("duration") ? stated.figure(profile, "duration", 0) : Double.POSITIVE_INFINITY;
        double dropOff = stated.figure(profile, "dropOff", 0);
        JsonNode ramp = profile.path("rampUp");
        double left = 1;
        for (int year = first; year < stated.baseYear + stated.years && year - first < lasts; year++) {
            int ofEffect = year - first;
            boolean afterTheRamp = ofEffect > 0 && ofEffect >= ramp.size();
            left = ofEffect < ramp.size() ? stated.figure(ramp.get(ofEffect)) : left;
            left = afterTheRamp ? left * (1 - dropOff) : left;
            if (year >= stated.baseYear) {
                units[year - stated.baseYear] += left * fullEffect;
            }
        }
    }

    /** Those who go on, whom the change of cost concerns in full, and those who come or go, whom it concerns by half. */
    private double users(JsonNode users) {
        double before = stated.figure(users, "before", 0);
        double after = stated.figure(users, "after", 0);
        return Math.min(before, after) + 0.5 * Math.abs(after - before);
    }

    private double effect(JsonNode quantity) {
        if (quantity.has("costPerTrip")) {
            JsonNode cost = quantity.get("costPerTrip");
            return stated.figure(cost, "before", 0) - stated.figure(cost, "after", 0);
        }
        JsonNode effect = quantity.get("effect");
        return effect.has("evidence")
                ? StatedFigures.EVIDENCE * effect.path("scale").asDouble(1)
                : stated.figure(effect);
    }

    private double net(JsonNode additionality) {
        double net = stated.figure(additionality, "attribution", 1) * stated.figure(additionality, "multiplier", 1);
        for (String loss : List.of("deadweight", "displacement", "leakage", "substitution")) {
            net *= 1 - stated.figure(additionality, loss, 0);
        }
        return net;
    }

    double[] impact(JsonNode impact) {
        double[] units = units(impact);
        double correction = corrects(impact) ? correction(impact) : 0;
        double[] flows = new double[stated.years];
        for (int t = 0; t < stated.years; t++) {
            int year = stated.baseYear + t;
            double money = impact.has("schedule")
                    ? stated.figure(impact.get("schedule"), StatedFigures.label(year), 0)
                            * prices(impact.path("basis"), year)
                            * net(impact.path("additionality"))
                    : units[t] * unitValue(impact.get("value"), t);
            flows[t] = money * (money > 0 ? 1 - correction : 1 + correction);
        }
        return flows;
    }

    /** What a unit is worth in year t, at the prices of the price year. */
    double unitValue(JsonNode value, int t) {
        if (value.has("unitValue")) {
            JsonNode known = StatedFigures.unitValue(value.get("unitValue").asString());
            return listed(known, stated.baseYear + t)
                    * value.path("factor").asDouble(1)
                    * stated.inflation(StatedFigures.year(known.get("priceYear").asString()), stated.priceYear)
                    * Math.pow(1 + known.path("realGrowth").asDouble(0), t);
        }
        return stated.figure(value, "amount", 0)
                * stated.inflation(stated.year(value, "priceYear", stated.priceYear), stated.priceYear)
                * Math.pow(1 + stated.figure(value, "realGrowth", 0), t);
    }

    /** The listed value of a year: the straight line between two listed years, the nearest one outside them. */
    private static double listed(JsonNode value, int year) {
        if (!value.has("byYear")) {
            return value.get("value").asDouble();
        }
        int before = Integer.MIN_VALUE;
        int after = Integer.MAX_VALUE;
        for (String name : value.get("byYear").propertyNames()) {
            int listed = StatedFigures.year(name);
            before = listed <= year ? Math.max(before, listed) : before;
            after = listed >= year ? Math.min(after, listed) : after;
        }
        before = before == Integer.MIN_VALUE ? after : before;
        after = after == Integer.MAX_VALUE ? before : after;
        double first = value.get("byYear").get(StatedFigures.label(before)).asDouble();
        double last = value.get("byYear").get(StatedFigures.label(after)).asDouble();
        return before == after ? first : first + (last - first) * (year - before) / (after - before);
    }
}
