package org.worthwhile.appraisal;

import org.worthwhile.proposal.AppraisalSettings;
import org.worthwhile.proposal.Beneficiary;
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

    private final AppraisalCase basis;
    private final Discounting discounting;
    private final CostFlows costFlows;
    private final ImpactFlows impactFlows;

    /** Values the lines of a case by its framework's rates and price index. */
    public LineValues(AppraisalCase basis) {
        this.basis = basis;
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

    /** The real flows of a cost, its uplift included. */
    public Flows flowsOf(CostLine cost) {
        return costFlows.of(cost).flows();
    }

    /** The real flows of an impact and the units behind them. */
    public ImpactResult resultOf(Impact impact) {
        return impactFlows.of(impact);
    }

    /** The discount factors of health lines or of all others. */
    public Flows factors(boolean health) {
        return discounting.factors(health);
    }

    /** The present value of an impact, its gains and its losses apart. */
    public Parts of(Impact impact) {
        Flows flows = impactFlows.of(impact).flows();
        Flows factors = discounting.factors(impact.health());
        return new Parts(
                Flows.of(flows.years(), t -> Math.max(0, flows.at(t))).presentValue(factors),
                Flows.of(flows.years(), t -> Math.min(0, flows.at(t))).presentValue(factors));
    }

    /**
     * How a pound of a line counts.
     *
     * @param benefit what it adds to benefits
     * @param cost what it adds to costs
     */
    public record Counted(double benefit, double cost) {

        private static Counted of(PresentValues ofOne, AppraisalCase basis) {
            Indicators counted = ofOne.indicators(basis.framework().denominator());
            return new Counted(counted.pvb(), counted.pvc());
        }
    }

    /** How a pound of a cost that counts does so, as the framework divides costs from benefits. */
    public Counted counted(CostLine cost) {
        return Counted.of(PresentValues.ofCost(cost, 1, basis.proposal().publicBodies()), basis);
    }

    /** What a pound that comes to a beneficiary adds to the weighted net present social value beyond counting once. */
    public double extraWeight(Beneficiary beneficiary) {
        return basis.proposal().groups().stream()
                .filter(group -> group.id().equals(beneficiary.group()))
                .mapToDouble(group -> Incidence.weight(group, basis.framework()) - 1)
                .sum();
    }

    /** How a pound of an impact counts. */
    public Counted counted(Impact impact) {
        return Counted.of(PresentValues.ofImpact(impact, 1, basis.proposal().publicBodies()), basis);
    }
}
