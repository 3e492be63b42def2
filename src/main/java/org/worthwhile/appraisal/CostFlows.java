package org.worthwhile.appraisal;

import java.util.SortedMap;
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
        double[] money = amounts(cost.amount());
        toPrices(money, cost.basis());
        for (int t = 0; t < money.length; t++) {
            money[t] *= sign;
        }
        Flows before = Flows.owning(money);
        return new CostResult(cost, uplift, before, uplift == 0 ? before : before.times(1 + uplift));
    }

    /** The money of an impact's schedule, in real terms and before additionality. */
    Flows of(Valuation.Schedule schedule) {
        double[] money = scheduled(schedule.amounts());
        toPrices(money, schedule.basis());
        return Flows.owning(money);
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

    private double[] amounts(Amount amount) {
        return switch (amount) {
            case Amount.Annual(Figure annual, FinancialYear from, FinancialYear to, Figure realGrowth) -> {
                double[] money = new double[settings.years()];
                int first = from.since(settings.baseYear());
                int last = Math.min(to.since(settings.baseYear()), money.length - 1);
                double[] growth = Flows.powers(realGrowth.value(), last - first + 1);
                for (int t = Math.max(0, first); t <= last; t++) {
                    money[t] = annual.value() * growth[t - first];
                }
                yield money;
            }
            case Amount.Schedule(var amounts) -> scheduled(amounts);
        };
    }

    private double[] scheduled(SortedMap<FinancialYear, Figure> amounts) {
        double[] money = new double[settings.years()];
        amounts.forEach((year, figure) -> {
            int t = year.since(settings.baseYear());
            if (t >= 0 && t < money.length) {
                money[t] = figure.value();
            }
        });
        return money;
    }

    private void toPrices(double[] money, Basis basis) {
        if (basis.real()) {
            double factor = prices.factor(basis.priceYear(), settings.priceYear());
            for (int t = 0; t < money.length; t++) {
                money[t] *= factor;
            }
        } else {
            for (int t = 0; t < money.length; t++) {
                money[t] *= prices.factor(settings.baseYear().plus(t), settings.priceYear());
            }
        }
    }
}
