package org.worthwhile.appraisal;

import java.util.Set;
import org.worthwhile.framework.Denominator;
import org.worthwhile.proposal.Category;
import org.worthwhile.proposal.CostLine;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.Saving;

/**
 * What an option comes to in present values.
 *
 * @param publicCost counted costs less receipts of public organisations
 * @param otherCost the same of all others
 * @param benefit of all impacts
 * @param fiscal of fiscal impacts alone
 * @param publicSavings what of them public organisations save
 */
public record PresentValues(double publicCost, double otherCost, double benefit, double fiscal, double publicSavings) {

    static final PresentValues NONE = new PresentValues(0, 0, 0, 0, 0);

    /** Of a counted cost, by who bears it. */
    public static PresentValues ofCost(CostLine cost, double value, Set<String> publicBodies) {
        return publicBodies.contains(cost.bearer())
                ? new PresentValues(value, 0, 0, 0, 0)
                : new PresentValues(0, value, 0, 0, 0);
    }

    /** Of an impact; what public bodies save of a fiscal one by their shares. */
    public static PresentValues ofImpact(Impact impact, double value, Set<String> publicBodies) {
        if (impact.category() != Category.FISCAL) {
            return new PresentValues(0, 0, value, 0, 0);
        }
        double saved = 0;
        for (Saving saving : impact.savings()) {
            saved += publicBodies.contains(saving.organisation())
                    ? value * saving.share().value()
                    : 0;
        }
        return new PresentValues(0, 0, value, value, saved);
    }

    PresentValues plus(PresentValues other) {
        return new PresentValues(
                publicCost + other.publicCost,
                otherCost + other.otherCost,
                benefit + other.benefit,
                fiscal + other.fiscal,
                publicSavings + other.publicSavings);
    }

    PresentValues minus(PresentValues other) {
        return new PresentValues(
                publicCost - other.publicCost,
                otherCost - other.otherCost,
                benefit - other.benefit,
                fiscal - other.fiscal,
                publicSavings - other.publicSavings);
    }

    /** As a denominator divides them. */
    public Indicators indicators(Denominator denominator) {
        boolean everybody = denominator.holder() == Denominator.Holder.SOCIAL_COST;
        double netted = denominator.savingsNetted() ? publicSavings : 0;
        return Indicators.of(
                benefit - (everybody ? 0 : otherCost) - netted, publicCost + (everybody ? otherCost : 0) - netted);
    }

    /** The same where each pound of net public cost, savings taken off, costs society {@code factor} pounds. */
    Indicators indicators(Denominator denominator, double factor) {
        Indicators without = indicators(denominator);
        return Indicators.of(without.pvb(), without.pvc() + (factor - 1) * (publicCost - publicSavings));
    }

    /**
     * The marginal value of public funds: what beneficiaries would pay for each pound that government is left to pay
     * (Hendren and Sprung-Keyser 2020, Quarterly Journal of Economics 135).
     */
    public Indicator mvpf() {
        if (netCost() > 0) {
            return Indicator.of(willingnessToPay() / netCost());
        }
        return Indicator.notMeaningful(
                isMvpfInfinite()
                        ? "infinite: people gain and government is left to pay nothing"
                        : "government is left to pay nothing, and people do not gain");
    }

    /** Whether people gain and government is left to pay nothing. */
    public boolean isMvpfInfinite() {
        return netCost() <= 0 && willingnessToPay() > 0;
    }

    private double willingnessToPay() {
        return benefit - fiscal - otherCost;
    }

    private double netCost() {
        return publicCost - publicSavings;
    }
}
