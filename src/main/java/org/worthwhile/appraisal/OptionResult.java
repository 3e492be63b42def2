package org.worthwhile.appraisal;

import java.util.List;
import java.util.Optional;
import org.worthwhile.framework.Denominator;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Option;

/**
 * The results of an option against business as usual. The lines are the option's own, before business as usual is taken
 * off.
 *
 * @param headline as the framework divides costs from benefits
 * @param views the same with every other dividing line that gives another ratio
 * @param withoutOptimism the headline without uplifts for optimism
 * @param longHorizon the headline at the framework's lower rates, for periods so long that it asks for it
 * @param sensitivities the headline at other discount rates and without residual values
 * @param pvPublicCost the present value of the net cost to public organisations
 * @param npsvPerPublicPound npsv for each pound of it
 * @param mvpf the marginal value of public funds
 * @param equivalentAnnualValue the constant amount in every year of the period, the first included, with the same present
 *     value as npsv: an annuity due
 * @param budget by organisation, in the proposal's order
 * @param valueForMoney the framework's word for the ratio; absent when there is no ratio or no such words
 */
public record OptionResult(
        Option option,
        List<CostResult> costs,
        List<ImpactResult> impacts,
        Indicators headline,
        List<RatioView> views,
        Indicators withoutOptimism,
        Optional<Indicators> longHorizon,
        Sensitivities sensitivities,
        double pvPublicCost,
        Indicator npsvPerPublicPound,
        Indicator mvpf,
        double equivalentAnnualValue,
        InternalRates internalRates,
        List<BudgetImpact> budget,
        Funding funding,
        Incidence incidence,
        List<OutcomeResult> outcomes,
        List<UnmonetisedResult> unmonetised,
        Optional<String> valueForMoney,
        OptionChecks questions) {
    public OptionResult {
        costs = List.copyOf(costs);
        impacts = List.copyOf(impacts);
        views = List.copyOf(views);
        budget = List.copyOf(budget);
        outcomes = List.copyOf(outcomes);
        unmonetised = List.copyOf(unmonetised);
    }

    /** The indicators with a dividing line between costs and benefits. */
    public record RatioView(Denominator denominator, Indicators indicators) {}

    /** What a careful reader would ask about the option. */
    public List<Check> checks() {
        return questions.all();
    }

    /** Present value of benefits, less what others than public bodies pay; against business as usual. */
    public double pvb() {
        return headline.pvb();
    }

    /** Present value of net public costs, against business as usual. */
    public double pvc() {
        return headline.pvc();
    }

    /** Net present social value: {@link #pvb} less {@link #pvc}. */
    public double npsv() {
        return headline.npsv();
    }

    /** Benefit-cost ratio: {@link #pvb} over {@link #pvc}; none where the cost is not above 0. */
    public Indicator bcr() {
        return headline.bcr();
    }

    /** The one discount rate for all flows at which the option is worth what it costs: its real internal rate of return. */
    public Indicator switchingRate() {
        return internalRates.single();
    }

    /** Present value of public savings for each pound of public cost; none where there is no cost. */
    public Indicator froi() {
        return funding.froi();
    }

    /** The first year by which receipts and cashable savings have covered public costs; empty when they never do. */
    public Optional<FinancialYear> payback() {
        return funding.payback();
    }

    /** The same as {@link #payback} of discounted flows. */
    public Optional<FinancialYear> discountedPayback() {
        return funding.discountedPayback();
    }

    OptionResult withUnmonetised(List<UnmonetisedResult> results) {
        return new OptionResult(
                option,
                costs,
                impacts,
                headline,
                views,
                withoutOptimism,
                longHorizon,
                sensitivities,
                pvPublicCost,
                npsvPerPublicPound,
                mvpf,
                equivalentAnnualValue,
                internalRates,
                budget,
                funding,
                incidence,
                outcomes,
                results,
                valueForMoney,
                questions);
    }
}
