package org.worthwhile.appraisal;

import java.util.List;
import java.util.Set;
import org.worthwhile.proposal.CostKind;
import org.worthwhile.proposal.Option;
import org.worthwhile.proposal.Proposal;

/** The flows of an option by itself, before business as usual is taken off. */
record OptionFlows(List<CostResult> costs, List<ImpactResult> impacts) {

    static final OptionFlows NONE = new OptionFlows(List.of(), List.of());

    static OptionFlows of(Option option, CostFlows costFlows, ImpactFlows impactFlows) {
        return new OptionFlows(
                option.costs().stream().map(costFlows::of).toList(),
                option.impacts().stream().map(impactFlows::of).toList());
    }

    boolean hasResidualValues() {
        return costs.stream().anyMatch(OptionFlows::isResidual);
    }

    OptionFlows withoutResidualValues() {
        return new OptionFlows(costs.stream().filter(cost -> !isResidual(cost)).toList(), impacts);
    }

    private static boolean isResidual(CostResult cost) {
        return cost.line().kind() == CostKind.RESIDUAL_VALUE;
    }

    /** @param uplifted whether costs carry their uplift for optimism */
    PresentValues presentValues(Proposal proposal, Discounting discounting, boolean uplifted) {
        Set<String> publicBodies = proposal.publicBodies();
        PresentValues values = PresentValues.NONE;
        for (CostResult cost : costs) {
            if (cost.counted()) {
                double value = (uplifted ? cost.flows() : cost.before()).presentValue(discounting.standard());
                values = values.plus(PresentValues.ofCost(cost.line(), value, publicBodies));
            }
        }
        for (ImpactResult impact : impacts) {
            double value = impact.flows()
                    .presentValue(discounting.factors(impact.line().health()));
            values = values.plus(PresentValues.ofImpact(impact.line(), value, publicBodies));
        }
        return values;
    }

    /** Benefits less counted costs by year, real and undiscounted. */
    Flows net(int years) {
        Flows net = Flows.zero(years);
        for (ImpactResult impact : impacts) {
            net = net.plus(impact.flows());
        }
        for (CostResult cost : costs) {
            net = cost.counted() ? net.minus(cost.flows()) : net;
        }
        return net;
    }
}
