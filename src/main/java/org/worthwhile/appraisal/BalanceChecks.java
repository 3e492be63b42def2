package org.worthwhile.appraisal;

import java.util.List;
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

    BalanceChecks(AppraisalCase basis, List<Check> checks) {
        this.settings = basis.proposal().appraisal();
        this.parameters = basis.proposal().parameters();
        this.checks = checks;
    }

    void check(OptionFlows flows, double npsv) {
        checkCostsGoOn(flows);
        for (int i = 0; i < flows.costs().size(); i++) {
            CostResult cost = flows.costs().get(i);
            if (cost.counted() && matters(flows.costValue(i), npsv) && isUncertaintyMissing(cost.line())) {
                reportCertain("The cost '" + cost.line().title() + "'");
            }
        }
        for (int i = 0; i < flows.impacts().size(); i++) {
            ImpactResult impact = flows.impacts().get(i);
            if (matters(flows.impactValue(i), npsv) && isUncertaintyMissing(impact.line())) {
                reportCertain("The impact '" + impact.line().title() + "'");
            }
        }
    }

    private void checkCostsGoOn(OptionFlows flows) {
        int lastCost = -1;
        for (CostResult cost : flows.costs()) {
            boolean isSpent = cost.counted() && !cost.line().kind().reducesCost();
            lastCost = isSpent ? Math.max(lastCost, cost.flows().last()) : lastCost;
        }
        int lastBenefit = -1;
        for (ImpactResult impact : flows.impacts()) {
            lastBenefit = Math.max(lastBenefit, impact.flows().last());
        }
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

    /** A tenth more or less of a line moves NPSV by a tenth of the line's value: by more than a tenth of NPSV. */
    private static boolean matters(double value, double npsv) {
        return Math.abs(value) > Math.abs(npsv);
    }

    private boolean isUncertaintyMissing(CostLine cost) {
        if (cost.uncertainty().isPresent()) {
            return false;
        }
        boolean[] missing = {true};
        InputPaths.visit(cost, (_, _, figure) -> missing[0] &= !isUncertain(figure));
        return missing[0];
    }

    private boolean isUncertaintyMissing(Impact impact) {
        boolean effectIsUncertain =
                impact.valuation() instanceof Valuation.Chain chain && isUncertain(chain.quantity());
        if (effectIsUncertain) {
            return false;
        }
        boolean[] missing = {true};
        InputPaths.visit(impact, (_, _, figure) -> missing[0] &= !isUncertain(figure));
        return missing[0];
    }

    private boolean isUncertain(Quantity quantity) {
        return switch (quantity.effect()) {
            case Effect.Stated stated -> isUncertain(stated.figure());
            case Effect.Estimated _, Effect.FromEvidence _ -> true;
            case Effect.CostSaved saved -> isUncertain(saved.before()) || isUncertain(saved.after());
        };
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
