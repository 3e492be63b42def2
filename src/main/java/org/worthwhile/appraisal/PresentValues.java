package org.worthwhile.appraisal;

import org.worthwhile.framework.Denominator;

/**
 * What an option comes to in present values.
 *
 * @param publicCost counted costs less receipts of public organisations
 * @param otherCost the same of all others
 * @param benefit of all impacts
 * @param fiscal of fiscal impacts alone
 * @param publicSavings what of them public organisations save
 */
record PresentValues(double publicCost, double otherCost, double benefit, double fiscal, double publicSavings) {

    static final PresentValues NONE = new PresentValues(0, 0, 0, 0, 0);

    PresentValues minus(PresentValues other) {
        return new PresentValues(
                publicCost - other.publicCost,
                otherCost - other.otherCost,
                benefit - other.benefit,
                fiscal - other.fiscal,
                publicSavings - other.publicSavings);
    }

    Indicators indicators(Denominator denominator) {
        boolean everybody = denominator.holder() == Denominator.Holder.SOCIAL_COST;
        double netted = denominator.savingsNetted() ? publicSavings : 0;
        return Indicators.of(
                benefit - (everybody ? 0 : otherCost) - netted, publicCost + (everybody ? otherCost : 0) - netted);
    }

    /**
     * The marginal value of public funds: what beneficiaries would pay for each pound that government is left to pay
     * (Hendren and Sprung-Keyser 2020, Quarterly Journal of Economics 135).
     */
    Indicator mvpf() {
        double willingnessToPay = benefit - fiscal - otherCost;
        double netCost = publicCost - publicSavings;
        if (netCost > 0) {
            return Indicator.of(willingnessToPay / netCost);
        }
        return Indicator.notMeaningful(
                willingnessToPay > 0
                        ? "infinite: people gain and government is left to pay nothing"
                        : "government is left to pay nothing, and people do not gain");
    }
}
