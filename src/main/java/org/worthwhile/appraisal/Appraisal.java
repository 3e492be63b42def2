package org.worthwhile.appraisal;

import java.util.List;
import org.worthwhile.proposal.FinancialYear;

/**
 * The appraisal of a proposal.
 *
 * @param basis what it rests on
 * @param standardFactors discount factors by year
 * @param healthFactors discount factors by year, for impacts on health
 * @param inflators nominal money of each year for one unit of real money
 * @param options in the proposal's order
 */
public record Appraisal(
        AppraisalCase basis,
        List<FinancialYear> years,
        Flows standardFactors,
        Flows healthFactors,
        Flows inflators,
        List<OptionResult> options) {
    public Appraisal {
        years = List.copyOf(years);
        options = List.copyOf(options);
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
