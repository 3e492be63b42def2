package org.worthwhile.appraisal;

import java.util.List;
import java.util.Optional;

/**
 * What an option comes to where what counts most in the long run is taken otherwise.
 *
 * @param atOtherRates the headline at each of the framework's other discount rates
 * @param withoutResidual the headline without what assets are worth at the end; absent where no asset is worth anything then
 */
public record Sensitivities(List<AtRate> atOtherRates, Optional<Indicators> withoutResidual) {

    /** The headline at other discount rates. */
    public record AtRate(String label, Indicators indicators) {}

    public Sensitivities {
        atOtherRates = List.copyOf(atOtherRates);
    }
}
