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
 * @param increments the options compared step by step, from the cheapest up
 * @param costEffectiveness the same by outcome, in units of it
 */
public record Appraisal(
        AppraisalCase basis,
        List<FinancialYear> years,
        Flows standardFactors,
        Flows healthFactors,
        Optional<Flows> inflators,
        List<OptionResult> options,
        List<Increment> increments,
        List<CostEffectiveness> costEffectiveness) {
    public Appraisal {
        years = List.copyOf(years);
        options = List.copyOf(options);
        increments = List.copyOf(increments);
        costEffectiveness = List.copyOf(costEffectiveness);
    }

    /** The discount factors that apply to a cost line or an impact. */
    public Flows factors(boolean health) {
        return health ? healthFactors : standardFactors;
    }

    /**
     * The options from the highest net present social value down; of those with the same the cheaper is first, and then the
     * one whose id is.
     */
    public List<OptionResult> ranking() {
        return Ranking.of(options);
    }

    /**
     * The results of an option by its id.
     *
     * @throws IllegalArgumentException where the proposal has none of this id
     */
    public OptionResult option(String id) {
        return options.stream()
                .filter(result -> result.option().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No option " + id));
    }
}
