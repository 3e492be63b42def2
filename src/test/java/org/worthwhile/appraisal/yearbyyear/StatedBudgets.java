package org.worthwhile.appraisal.yearbyyear;

import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import tools.jackson.databind.JsonNode;

/** What budgets pay and save by year, and when public ones have their money back. */
final class StatedBudgets {

    /** The flows of one kind on an organisation's budget, of savings in health or of the others. */
    interface BudgetFlows {
        double[] of(String kind, String organisation, boolean ofHealth);
    }

    private final StatedFigures stated;
    private final Map<String, double[]> results;

    StatedBudgets(StatedFigures stated, Map<String, double[]> results) {
        this.stated = stated;
        this.results = results;
    }

    void compute(double[] standard, double[] health, Set<String> publicBodies, BudgetFlows flows) {
        double publicCost = 0;
        double publicSaved = 0;
        double[] paid = new double[stated.years];
        double[] need = new double[stated.years];
        for (JsonNode text : stated.proposal.get("organisations")) {
            String organisation = text.get("id").asString();
            double[] costs = flows.of("costs", organisation, true);
            double[] capital = flows.of("capital", organisation, true);
            double[] residual = flows.of("residual-value", organisation, true);
            double[] savedInHealth = flows.of("savings", organisation, true);
            double[] savedElsewhere = flows.of("savings", organisation, false);
            double[] cashableInHealth = flows.of("cashable", organisation, true);
            double[] cashableElsewhere = flows.of("cashable", organisation, false);
            double[] saved = new double[stated.years];
            double[] cashable = new double[stated.years];
            double[] real = new double[stated.years];
            double[] ownNeed = new double[stated.years];
            double[] nominal = new double[stated.years];
            double present = 0;
            for (int t = 0; t < stated.years; t++) {
                saved[t] = savedInHealth[t] + savedElsewhere[t];
                cashable[t] = cashableInHealth[t] + cashableElsewhere[t];
                real[t] = costs[t] - saved[t];
                ownNeed[t] = costs[t] - residual[t] - cashable[t];
                nominal[t] = stated.hasPrices() ? real[t] * stated.inflation(stated.priceYear, stated.baseYear + t) : 0;
                double savedNow = savedInHealth[t] * health[t] + savedElsewhere[t] * standard[t];
                present += costs[t] * standard[t] - savedNow;
                if (publicBodies.contains(organisation)) {
                    publicCost += costs[t] * standard[t];
                    publicSaved += savedNow;
                    paid[t] += costs[t] - residual[t];
                    need[t] += ownNeed[t];
                }
            }
            String at = "budget/" + organisation + "/";
            results.put(at + "costs", costs);
            results.put(at + "capital", capital);
            results.put(at + "residual", residual);
            results.put(at + "savings", saved);
            results.put(at + "cashable", cashable);
            results.put(at + "real", real);
            results.put(at + "fundingNeed", ownNeed);
            if (stated.hasPrices()) {
                results.put(at + "nominal", nominal);
            }
            put(at + "present", present);
        }
        put("denominator of froi", publicCost);
        if (publicCost > 0) {
            put("froi", publicSaved / publicCost);
        }
        payback(
                "payback",
                paid,
                need,
                DoubleStream.generate(() -> 1).limit(stated.years).toArray());
        payback("discountedPayback", paid, need, standard);
        peak(need);
    }

    /** The first year by which something was paid and the funding need of all years until then is not above 0. */
    private void payback(String name, double[] paid, double[] need, double[] factors) {
        double[] cumulative = new double[stated.years];
        double allPaid = 0;
        double allNeed = 0;
        double largest = 0;
        for (int t = 0; t < stated.years; t++) {
            allPaid += paid[t] * factors[t];
            cumulative[t] = allPaid;
            largest = Math.max(largest, Math.abs(allPaid));
        }
        put("denominator of " + name, largest);
        boolean begun = false;
        for (int t = 0; t < stated.years; t++) {
            begun |= cumulative[t] > 1e-12 * largest;
            allNeed += need[t] * factors[t];
            if (begun && allNeed <= 1e-12 * largest) {
                put(name, (double) stated.baseYear + t);
                return;
            }
        }
    }

    private void peak(double[] need) {
        double outstanding = 0;
        double peak = 0;
        int year = -1;
        for (int t = 0; t < stated.years; t++) {
            outstanding += need[t];
            if (outstanding > peak) {
                peak = outstanding;
                year = t;
            }
        }
        put("peak", peak);
        put("denominator of peakYear", peak);
        if (year >= 0) {
            put("peakYear", (double) stated.baseYear + year);
        }
    }

    private void put(String name, double value) {
        results.put(name, new double[] {value});
    }
}
