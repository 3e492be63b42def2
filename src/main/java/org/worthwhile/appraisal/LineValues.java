package org.worthwhile.appraisal;

import org.worthwhile.proposal.AppraisalSettings;
import org.worthwhile.proposal.CostLine;
import org.worthwhile.proposal.Impact;

/** Present values of single lines of a case, as they are or changed. */
public final class LineValues {

    /**
     * A present value in two parts.
     *
     * @param gains of the years with a gain
     * @param losses of the years with a loss, below 0
     */
    public record Parts(double gains, double losses) {}

    private final Discounting discounting;
    private final CostFlows costFlows;
    private final ImpactFlows impactFlows;

    public LineValues(AppraisalCase basis) {
        AppraisalSettings settings = basis.proposal().appraisal();
        PriceLevels prices = new PriceLevels(basis.priceIndex(), settings.lastYear());
        this.discounting =
                Discounting.of(basis.framework().standard(), basis.framework().health(), settings);
        this.costFlows = new CostFlows(basis, prices);
        this.impactFlows = new ImpactFlows(basis, costFlows, prices);
    }

    /** The present value of a cost, its uplift included. */
    public double of(CostLine cost) {
        return costFlows.of(cost).flows().presentValue(discounting.standard());
    }

    /** The present value of an impact, its gains and its losses apart. */
    public Parts of(Impact impact) {
        Flows flows = impactFlows.of(impact).flows();
        Flows factors = discounting.factors(impact.health());
        double gains = 0;
        double losses = 0;
        for (int t = 0; t < flows.years(); t++) {
            double value = flows.at(t) * factors.at(t);
            if (value < 0) {
                losses += value;
            } else {
                gains += value;
            }
        }
        return new Parts(gains, losses);
    }
}
