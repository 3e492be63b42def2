package org.worthwhile.appraisal;

import org.worthwhile.proposal.Amount;
import org.worthwhile.proposal.AppraisalSettings;
import org.worthwhile.proposal.Basis;
import org.worthwhile.proposal.CostLine;
import org.worthwhile.proposal.Figure;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.OptimismBias;
import org.worthwhile.proposal.Valuation;

/** The real flows of cost lines and of scheduled money. */
final class CostFlows {

    private final AppraisalCase basis;
    private final AppraisalSettings settings;
    private final PriceLevels prices;

    CostFlows(AppraisalCase basis, PriceLevels prices) {
        this.basis = basis;
        this.prices = prices;
        this.settings = basis.proposal().appraisal();
    }

    /** The flows of a line with its uplift; positive where money is spent, negative where it comes in. */
    CostResult of(CostLine cost) {
        double sign = cost.kind().reducesCost() ? -1 : 1;
        double uplift = uplift(cost);
        Flows before = Flows.of(settings.years(), t -> {
                    FinancialYear year = settings.baseYear().plus(t);
                    return amount(cost.amount(), year) * priceFactor(cost.basis(), year);
                })
                .times(sign);
        return new CostResult(cost, uplift, before, before.times(1 + uplift));
    }

    /** The money of an impact's schedule, in real terms and before additionality. */
    Flows of(Valuation.Schedule schedule) {
        return Flows.of(settings.years(), t -> {
            FinancialYear year = settings.baseYear().plus(t);
            return scheduled(schedule.amounts(), year) * priceFactor(schedule.basis(), year);
        });
    }

    /**
     * The uplift for optimism: the correction of the confidence grade where the settings ask for it and the line has a
     * grade, and otherwise upper bound x (1 - mitigation) or the explicit uplift.
     */
    private double uplift(CostLine cost) {
        if (settings.confidenceCorrections() && cost.confidence().isPresent()) {
            double correction =
                    basis.framework().confidenceCorrection(cost.confidence().getAsInt());
            return cost.kind().reducesCost() ? -correction : correction;
        }
        return cost.optimismBias()
                .map(bias -> switch (bias) {
                    case OptimismBias.Explicit(Figure uplift) -> uplift.value();
                    case OptimismBias.Mitigated mitigated ->
                        basis.optimismBiasType(mitigated).upper()
                                * (1 - mitigated.mitigation().value());
                })
                .orElse(0.0);
    }

    private static double amount(Amount amount, FinancialYear year) {
        return switch (amount) {
            case Amount.Annual(Figure annual, FinancialYear from, FinancialYear to, Figure realGrowth) ->
                year.compareTo(from) < 0 || year.compareTo(to) > 0
                        ? 0
                        : annual.value() * Flows.growth(realGrowth.value(), year.since(from));
            case Amount.Schedule(var amounts) -> scheduled(amounts, year);
        };
    }

    private static double scheduled(java.util.SortedMap<FinancialYear, Figure> amounts, FinancialYear year) {
        return amounts.getOrDefault(year, Figure.ZERO).value();
    }

    private double priceFactor(Basis money, FinancialYear year) {
        return prices.factor(money.real() ? money.priceYear() : year, settings.priceYear());
    }
}
