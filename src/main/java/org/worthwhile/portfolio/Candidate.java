package org.worthwhile.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.BudgetImpact;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Role;
import org.worthwhile.proposal.Sector;

/**
 * An option that may be chosen.
 *
 * @param npsv its net present social value against business as usual
 * @param weightedNpsv the same with distributional weights
 * @param cost the present value of its net cost to public budgets
 * @param costByYear public costs less receipts by year, real, before savings
 */
public record Candidate(
        String proposal,
        String title,
        String option,
        String optionTitle,
        double npsv,
        double weightedNpsv,
        double cost,
        SortedMap<FinancialYear, Double> costByYear) {

    /** The options of appraisals that can be chosen: all but business as usual. */
    public static List<Candidate> of(List<Appraisal> appraisals) {
        List<Candidate> candidates = new ArrayList<>();
        for (Appraisal appraisal : appraisals) {
            for (OptionResult result : appraisal.options()) {
                if (result.option().role() != Role.BUSINESS_AS_USUAL) {
                    candidates.add(new Candidate(
                            appraisal.basis().proposal().id(),
                            appraisal.basis().proposal().title(),
                            result.option().id(),
                            result.option().title(),
                            result.npsv(),
                            result.incidence().weightedNpsv(),
                            result.pvPublicCost(),
                            costByYear(appraisal, result)));
                }
            }
        }
        return candidates;
    }

    private static SortedMap<FinancialYear, Double> costByYear(Appraisal appraisal, OptionResult result) {
        SortedMap<FinancialYear, Double> byYear = new TreeMap<>();
        for (BudgetImpact budget : result.budget()) {
            if (budget.organisation().sector() == Sector.PUBLIC) {
                for (int t = 0; t < appraisal.years().size(); t++) {
                    byYear.merge(appraisal.years().get(t), budget.costs().at(t), Double::sum);
                }
            }
        }
        return byYear;
    }
}
