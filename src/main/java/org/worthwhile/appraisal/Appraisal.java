package org.worthwhile.appraisal;

import java.util.List;
import java.util.Optional;
import org.worthwhile.proposal.FinancialYear;

/**
 * The appraisal of a proposal.
 *
 * @param basis what it rests on
 * @param standardFactors discount factors by year
 * @param healthFactors discount factors by year, for impacts on health
 * @param inflators nominal money of each year for one unit of real money; absent where there is no price index
 * @param options in the proposal's order
 * @param increments from the cheapest option up
 */
public record Appraisal(
        AppraisalCase basis,
        List<FinancialYear> years,
        Flows standardFactors,
        Flows healthFactors,
        Optional<Flows> inflators,
        List<OptionResult> options,
        List<Increment> increments) {
    public Appraisal {
        years = List.copyOf(years);
        options = List.copyOf(options);
        increments = List.copyOf(increments);
    }

    /** The discount factors that apply to a cost line or an impact. */
    public Flows factors(boolean health) {
        return health ? healthFactors : standardFactors;
    }

    /** The options from the highest net present social value down; those with the same keep the proposal's order. */
    public List<OptionResult> ranking() {
        return options.stream()
                .sorted((first, second) -> Double.compare(second.npsv(), first.npsv()))
                .toList();
    }

    public OptionResult option(String id) {
        return options.stream()
                .filter(result -> result.option().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No option " + id));
    }
}
