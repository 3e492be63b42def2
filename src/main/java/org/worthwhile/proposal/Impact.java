package org.worthwhile.proposal;

import java.util.List;
import java.util.OptionalInt;

/**
 * A benefit or, when its value comes out negative, a disbenefit.
 *
 * @param outcome the id of the outcome measured; empty when none was named
 * @param unit what one of it is called
 * @param health whether it is discounted at the health rate
 * @param savings who saves, for fiscal impacts
 * @param confidence the grade of the estimate, 1 (best) to 6
 * @param counterfactual what would happen without the proposal
 */
public record Impact(
        String id,
        String title,
        String outcome,
        String unit,
        Valuation valuation,
        Additionality additionality,
        Category category,
        boolean health,
        List<Saving> savings,
        List<Beneficiary> beneficiaries,
        OptionalInt confidence,
        String counterfactual,
        String source) {
    public Impact {
        savings = List.copyOf(savings);
        beneficiaries = List.copyOf(beneficiaries);
    }

    /** The same quantity where a unit is worth one unit of money throughout; of a schedule of money nothing changes. */
    public Impact worthOneEach(FinancialYear priceYear) {
        Valuation counted = valuation instanceof Valuation.Chain chain
                ? new Valuation.Chain(
                        chain.quantity(), chain.profile(), new UnitWorth.Typed(Figure.of(1), priceYear, Figure.of(0)))
                : valuation;
        return new Impact(
                id,
                title,
                outcome,
                unit,
                counted,
                additionality,
                category,
                health,
                savings,
                beneficiaries,
                OptionalInt.empty(),
                counterfactual,
                source);
    }

    /** The same impact with others who save. */
    public Impact withSavings(List<Saving> others) {
        return new Impact(
                id,
                title,
                outcome,
                unit,
                valuation,
                additionality,
                category,
                health,
                others,
                beneficiaries,
                confidence,
                counterfactual,
                source);
    }

    /** The same impact without a grade of confidence. */
    public Impact withoutConfidence() {
        return new Impact(
                id,
                title,
                outcome,
                unit,
                valuation,
                additionality,
                category,
                health,
                savings,
                beneficiaries,
                OptionalInt.empty(),
                counterfactual,
                source);
    }
}
