package org.worthwhile.appraisal;

import java.util.List;
import java.util.stream.IntStream;
import org.worthwhile.proposal.AppraisalSettings;
import org.worthwhile.proposal.CostLine;
import org.worthwhile.proposal.Effect;
import org.worthwhile.proposal.Figure;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.InputPaths;
import org.worthwhile.proposal.Parameters;
import org.worthwhile.proposal.Quantity;
import org.worthwhile.proposal.Valuation;

/** What a careful reader would ask about costs and benefits together. */
final class BalanceChecks {

    private final AppraisalSettings settings;
    private final Parameters parameters;
    private final List<Check> checks;
    private final Discounting discounting;

    BalanceChecks(AppraisalCase basis, List<Check> checks, Discounting discounting) {
        this.settings = basis.proposal().appraisal();
        this.parameters = basis.proposal().parameters();
        this.checks = checks;
        this.discounting = discounting;
    }

    void check(OptionFlows flows, double npsv) {
        checkCostsGoOn(flows);
        for (CostResult cost : flows.costs()) {
            double value = cost.flows().presentValue(discounting.standard());
            if (cost.counted() && matters(value, npsv) && isUncertaintyMissing(cost.line())) {
                reportCertain("The cost '" + cost.line().title() + "'");
            }
        }
        for (ImpactResult impact : flows.impacts()) {
            double value = impact.flows()
                    .presentValue(discounting.factors(impact.line().health()));
            if (matters(value, npsv) && isUncertaintyMissing(impact.line())) {
                reportCertain("The impact '" + impact.line().title() + "'");
            }
        }
    }

    private void checkCostsGoOn(OptionFlows flows) {
        int lastCost = last(flows.costs().stream()
                .filter(CostResult::counted)
                .filter(cost -> !cost.line().kind().reducesCost())
                .map(CostResult::flows)
                .toList());
        int lastBenefit = last(flows.impacts().stream().map(ImpactResult::flows).toList());
        if (!flows.costs().isEmpty() && lastBenefit > lastCost) {
            checks.add(new Check(
                    "costs-stop-before-benefits",
                    lastCost < 0
                            ? "There are benefits and nothing is spent"
                            : "Nothing is spent after " + settings.baseYear().plus(lastCost)
                                    + ", but benefits go on until "
                                    + settings.baseYear().plus(lastBenefit),
                    "say why they last without cost, shorten their duration or add the cost of keeping them up"));
        }
    }

    private static int last(List<Flows> flows) {
        return flows.stream()
                .mapToInt(amounts -> IntStream.range(0, amounts.years())
                        .filter(t -> amounts.at(t) != 0)
                        .max()
                        .orElse(-1))
                .max()
                .orElse(-1);
    }

    /** A tenth more or less of a line moves NPSV by a tenth of the line's value: by more than a tenth of NPSV. */
    private static boolean matters(double value, double npsv) {
        return Math.abs(value) > Math.abs(npsv);
    }

    private boolean isUncertaintyMissing(CostLine cost) {
        return cost.uncertainty().isEmpty()
                && InputPaths.of(cost).values().stream().noneMatch(this::isUncertain);
    }

    private boolean isUncertaintyMissing(Impact impact) {
        boolean effectIsUncertain =
                impact.valuation() instanceof Valuation.Chain chain && isUncertain(chain.quantity());
        return !effectIsUncertain && InputPaths.of(impact).values().stream().noneMatch(this::isUncertain);
    }

    private boolean isUncertain(Quantity quantity) {
        return !(quantity.effect() instanceof Effect.Stated stated) || isUncertain(stated.figure());
    }

    /** By itself or by the parameter that it rests on. */
    private boolean isUncertain(Figure figure) {
        return figure.uncertainty().isPresent()
                || figure.shared()
                        .flatMap(parameters::origin)
                        .flatMap(origin -> parameters.find(origin.parameter()))
                        .flatMap(parameters::uncertainty)
                        .isPresent();
    }

    private void reportCertain(String line) {
        checks.add(new Check(
                "uncertainty-missing",
                line + " is entered as certain, though a tenth more or less of it moves NPSV by more than a tenth",
                "say how unsure its inputs are"));
    }
}
