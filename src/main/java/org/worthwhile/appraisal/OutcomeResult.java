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
 * @param isGain whether more of it is better: no unit of it has a value below 0
 */
public record OutcomeResult(
        String outcome,
        String unit,
        double units,
        double discountedUnits,
        Indicator costPerUnit,
        Indicator costPerDiscountedUnit,
        boolean isGain) {

    private record Key(String outcome, String unit) {}

    static List<OutcomeResult> of(
            OptionFlows own, OptionFlows businessAsUsual, Discounting discounting, double publicCost) {
        Map<Key, Totals> totals = new LinkedHashMap<>();
        add(totals, own, discounting, 1);
        add(totals, businessAsUsual, discounting, -1);
        List<OutcomeResult> results = new ArrayList<>();
        totals.forEach((key, total) -> results.add(new OutcomeResult(
                key.outcome,
                key.unit,
                total.units,
                total.discounted,
                cost(publicCost, total.units),
                cost(publicCost, total.discounted),
                total.isGain)));
        return results;
    }

    private record Totals(double units, double discounted, boolean isGain) {

        Totals plus(Totals other) {
            return new Totals(units + other.units, discounted + other.discounted, isGain && other.isGain);
        }
    }

    private static void add(Map<Key, Totals> totals, OptionFlows flows, Discounting discounting, int sign) {
        for (ImpactResult result : flows.impacts()) {
            Impact impact = result.line();
            if (impact.valuation() instanceof Valuation.Chain) {
                Key key = new Key(outcomeOf(impact), impact.unit());
                totals.merge(
                        key,
                        new Totals(
                                sign * result.quantity().total(),
                                sign * result.quantity().presentValue(discounting.factors(impact.health())),
                                isNeverNegative(result.unitValues())),
                        Totals::plus);
            }
        }
    }

    private static boolean isNeverNegative(Flows values) {
        for (int t = 0; t < values.years(); t++) {
            if (!(values.at(t) >= 0)) {
                return false;
            }
        }
        return true;
    }

    /** An impact's outcome, or the impact's id where it names none. */
    public static String outcomeOf(Impact impact) {
        return impact.outcome().isEmpty() ? impact.id() : impact.outcome();
    }

    private static Indicator cost(double publicCost, double units) {
        if (publicCost <= 0) {
            return Indicator.notMeaningful("the option has no public cost");
        }
        return Indicator.ratio(publicCost, units, "the option does not increase this outcome");
    }
}
