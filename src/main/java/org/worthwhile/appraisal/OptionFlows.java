package org.worthwhile.appraisal;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.worthwhile.proposal.CostKind;
import org.worthwhile.proposal.Option;

/** The flows of an option by itself, before business as usual is taken off, and what they are worth. */
final class OptionFlows {

    private final List<CostResult> costs;
    private final List<ImpactResult> impacts;
    private final double[] costValues;
    private final double[] impactValues;

    /** @param discounting at which {@link #costValues} and {@link #impactValues} are */
    OptionFlows(List<CostResult> costs, List<ImpactResult> impacts, Discounting discounting) {
        this.costs = costs;
        this.impacts = impacts;
        this.costValues = costs.stream()
                .mapToDouble(cost -> cost.flows().presentValue(discounting.standard()))
                .toArray();
        this.impactValues = impactValues(discounting);
    }

    static OptionFlows none(Discounting discounting) {
        return new OptionFlows(List.of(), List.of(), discounting);
    }

    static OptionFlows of(Option option, CostFlows costFlows, ImpactFlows impactFlows, Discounting discounting) {
        return new OptionFlows(
                option.costs().stream().map(costFlows::of).toList(),
                option.impacts().stream().map(impactFlows::of).toList(),
                discounting);
    }

    List<CostResult> costs() {
        return costs;
    }

    List<ImpactResult> impacts() {
        return impacts;
    }

    /** The present value of a cost with its uplift, by its place among the costs. */
    double costValue(int cost) {
        return costValues[cost];
    }

    /** The present value of an impact, by its place among the impacts. */
    double impactValue(int impact) {
        return impactValues[impact];
    }

    boolean hasResidualValues() {
        return costs.stream().anyMatch(OptionFlows::isResidual);
    }

    private static boolean isResidual(CostResult cost) {
        return cost.line().kind() == CostKind.RESIDUAL_VALUE;
    }

    /** What the option comes to. */
    PresentValues presentValues(Set<String> publicBodies) {
        return sum(costValues, impactValues, true, publicBodies);
    }

    /** The same without what assets are worth at the end. */
    PresentValues withoutResidualValues(Set<String> publicBodies) {
        return sum(costValues, impactValues, false, publicBodies);
    }

    /** The same without the uplift of costs for optimism. */
    PresentValues withoutUplift(Discounting discounting, Set<String> publicBodies) {
        return sum(
                costs.stream()
                        .mapToDouble(cost -> cost.before().presentValue(discounting.standard()))
                        .toArray(),
                impactValues,
                true,
                publicBodies);
    }

    /** The same at other discount rates. */
    PresentValues presentValues(Discounting other, Set<String> publicBodies) {
        return new OptionFlows(costs, impacts, other).presentValues(publicBodies);
    }

    private PresentValues sum(
            double[] valuesOfCosts, double[] valuesOfImpacts, boolean withResidual, Set<String> publicBodies) {
        PresentValues values = PresentValues.NONE;
        for (int i = 0; i < valuesOfCosts.length; i++) {
            CostResult cost = costs.get(i);
            if (cost.counted() && (withResidual || !isResidual(cost))) {
                values = values.plus(PresentValues.ofCost(cost.line(), valuesOfCosts[i], publicBodies));
            }
        }
        for (int i = 0; i < valuesOfImpacts.length; i++) {
            values = values.plus(PresentValues.ofImpact(impacts.get(i).line(), valuesOfImpacts[i], publicBodies));
        }
        return values;
    }

    private double[] impactValues(Discounting discounting) {
        double[] values = new double[impacts.size()];
        Arrays.setAll(values, i -> {
            ImpactResult impact = impacts.get(i);
            return impact.flows().presentValue(discounting.factors(impact.line().health()));
        });
        return values;
    }

    /** Benefits less counted costs by year, real and undiscounted. */
    double[] net(int years) {
        double[] net = new double[years];
        for (ImpactResult impact : impacts) {
            impact.flows().addTo(net);
        }
        for (CostResult cost : costs) {
            if (cost.counted()) {
                cost.flows().takeFrom(net);
            }
        }
        return net;
    }
}
