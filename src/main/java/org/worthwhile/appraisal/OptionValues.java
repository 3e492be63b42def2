package org.worthwhile.appraisal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What an option comes to at each of the rates, and with each of the lines, that results are shown for.
 *
 * @param headline at the framework's rates, with uplifts for optimism
 * @param longHorizon at its lower rates, for periods so long that it asks for them
 * @param atOtherRates at each of its other rates
 */
record OptionValues(
        PresentValues headline,
        PresentValues withoutUplift,
        PresentValues withoutResidual,
        Optional<PresentValues> longHorizon,
        List<PresentValues> atOtherRates) {

    static OptionValues of(OptionFlows flows, Rates rates, Set<String> publicBodies) {
        PresentValues headline = flows.presentValues(publicBodies);
        return new OptionValues(
                headline,
                flows.withoutUplift(rates.headline(), publicBodies),
                flows.hasResidualValues() ? flows.withoutResidualValues(publicBodies) : headline,
                rates.longHorizon().map(lower -> flows.presentValues(lower, publicBodies)),
                rates.others().stream()
                        .map(other -> flows.presentValues(other.discounting(), publicBodies))
                        .toList());
    }

    /** What is over another option, of the same appraisal. */
    OptionValues minus(OptionValues other) {
        return new OptionValues(
                headline.minus(other.headline),
                withoutUplift.minus(other.withoutUplift),
                withoutResidual.minus(other.withoutResidual),
                longHorizon.map(values -> values.minus(other.longHorizon.orElse(PresentValues.NONE))),
                IntStream.range(0, atOtherRates.size())
                        .mapToObj(rate -> atOtherRates.get(rate).minus(other.atOtherRates.get(rate)))
                        .toList());
    }
}
