package org.worthwhile.appraisal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.worthwhile.framework.PriceIndex;
import org.worthwhile.proposal.Amount;
import org.worthwhile.proposal.AppraisalSettings;
import org.worthwhile.proposal.Basis;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.Option;
import org.worthwhile.proposal.UnitWorth;
import org.worthwhile.proposal.Valuation;

/** What a careful reader would ask about money of years that the price index does not reach, for which its last growth is carried on. */
final class PriceChecks {

    private final AppraisalCase basis;
    private final AppraisalSettings settings;
    private final PriceIndex index;
    private String lastGrowth = "";

    PriceChecks(AppraisalCase basis) {
        this.basis = basis;
        this.settings = basis.proposal().appraisal();
        this.index = basis.priceIndex();
    }

    void check(Option option, List<Check> checks) {
        if (!index.isKnown()) {
            return;
        }
        option.costs()
                .forEach(cost -> check(
                        checks,
                        "The cost '",
                        cost.title(),
                        latest(
                                cost.basis(),
                                switch (cost.amount()) {
                                    case Amount.Annual annual -> annual.to();
                                    case Amount.Schedule schedule ->
                                        schedule.amounts().lastKey();
                                })));
        option.impacts().forEach(impact -> check(checks, "The impact '", impact.title(), latest(impact)));
    }

    /** The latest year at whose prices an impact's money is. */
    private FinancialYear latest(Impact impact) {
        return switch (impact.valuation()) {
            case Valuation.Schedule schedule ->
                latest(schedule.basis(), schedule.amounts().lastKey());
            case Valuation.Chain chain ->
                switch (chain.worth()) {
                    case UnitWorth.Typed typed -> typed.priceYear();
                    case UnitWorth.FromLibrary library ->
                        basis.unitValue(library.unitValue()).priceYear();
                };
        };
    }

    /** @param last year of the money, of which the period's are counted */
    private FinancialYear latest(Basis money, FinancialYear last) {
        return money.real() ? money.priceYear() : last.compareTo(settings.lastYear()) < 0 ? last : settings.lastYear();
    }

    private void check(List<Check> checks, String kind, String title, FinancialYear year) {
        boolean isTurned = !year.equals(settings.priceYear());
        if (isTurned
                && (year.compareTo(index.lastYear()) > 0 || settings.priceYear().compareTo(index.lastYear()) > 0)) {
            checks.add(
                    new Check(
                            "prices-beyond-index",
                            kind + title + "' is turned from money of " + year + " into money of "
                                    + settings.priceYear()
                                    + ", but the price index ends in " + index.lastYear() + ", and its last growth of "
                                    + lastGrowth() + " a year is carried on",
                            "state the money at the prices of a year that the index has, or take that growth for an assumption"));
        }
    }

    private String lastGrowth() {
        if (lastGrowth.isEmpty()) {
            lastGrowth = BigDecimal.valueOf(100 * index.growthInto(index.lastYear()))
                            .setScale(1, RoundingMode.HALF_UP)
                            .toPlainString()
                    + "%";
        }
        return lastGrowth;
    }
}
