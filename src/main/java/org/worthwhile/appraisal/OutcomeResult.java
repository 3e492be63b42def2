package org.worthwhile.appraisal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.Valuation;

/**
 * How much of an outcome an option changes, and what public money each unit takes.
 *
 * @param outcome its id, or the impact's where no outcome is named
 * @param units over the appraisal period, against business as usual
 * @param discountedUnits the same as a present value
 * @param costPerUnit the present value of public cost for each unit
 * @param costPerDiscountedUnit the same for each discounted unit, as cost for each QALY or WELLBY is stated
 */
public record OutcomeResult(
        String outcome,
        String unit,
        double units,
        double discountedUnits,
        Indicator costPerUnit,
        Indicator costPerDiscountedUnit) {

    private record Key(String outcome, String unit) {}

    static List<OutcomeResult> of(
            OptionFlows own, OptionFlows businessAsUsual, Discounting discounting, double publicCost) {
        Map<Key, double[]> totals = new LinkedHashMap<>();
        add(totals, own, discounting, 1);
        add(totals, businessAsUsual, discounting, -1);
        List<OutcomeResult> results = new ArrayList<>();
        totals.forEach((key, units) -> results.add(new OutcomeResult(
                key.outcome, key.unit, units[0], units[1], cost(publicCost, units[0]), cost(publicCost, units[1]))));
        return results;
    }

    private static void add(Map<Key, double[]> totals, OptionFlows flows, Discounting discounting, int sign) {
        for (ImpactResult result : flows.impacts()) {
            Impact impact = result.line();
            if (impact.valuation() instanceof Valuation.Chain) {
                Key key = new Key(impact.outcome().isEmpty() ? impact.id() : impact.outcome(), impact.unit());
                double[] units = totals.computeIfAbsent(key, _ -> new double[2]);
                units[0] += sign * result.quantity().total();
                units[1] += sign * result.quantity().presentValue(discounting.factors(impact.health()));
            }
        }
    }

    private static Indicator cost(double publicCost, double units) {
        if (publicCost <= 0) {
            return Indicator.notMeaningful("the option has no public cost");
        }
        return Indicator.ratio(publicCost, units, "the option does not increase this outcome");
    }
}
