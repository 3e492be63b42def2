package org.worthwhile.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.CostResult;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Role;

/**
 * Money that a public organisation spends in a year, real; below 0 where it receives or where business as usual spends.
 *
 * @param capital whether it is capital, and otherwise revenue
 */
public record Spending(String organisation, boolean capital, FinancialYear year, double amount) {

    /**
     * What an option spends more than business as usual, transfers included, sunk lines and residual values left out and before
     * savings.
     */
    static List<Spending> of(Appraisal appraisal, OptionResult result) {
        List<Spending> spending = new ArrayList<>(own(appraisal, result));
        appraisal.options().stream()
                .filter(other -> other.option().role() == Role.BUSINESS_AS_USUAL)
                .flatMap(usual -> own(appraisal, usual).stream())
                .map(usual -> new Spending(usual.organisation, usual.capital, usual.year, -usual.amount))
                .forEach(spending::add);
        return spending;
    }

    private static List<Spending> own(Appraisal appraisal, OptionResult result) {
        Set<String> publicBodies = appraisal.basis().proposal().publicBodies();
        List<Spending> spending = new ArrayList<>();
        for (CostResult cost : result.costs()) {
            if (publicBodies.contains(cost.line().bearer()) && cost.line().isSpent()) {
                for (int t = 0; t < appraisal.years().size(); t++) {
                    if (cost.flows().at(t) != 0) {
                        spending.add(new Spending(
                                cost.line().bearer(),
                                cost.line().kind().isOfCapital(),
                                appraisal.years().get(t),
                                cost.flows().at(t)));
                    }
                }
            }
        }
        return spending;
    }
}
