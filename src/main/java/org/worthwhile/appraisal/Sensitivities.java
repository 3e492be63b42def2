package org.worthwhile.appraisal;

import java.util.List;
import java.util.Optional;

/**
 * What an option comes to where what counts most in the long run is taken otherwise.
 *
 * @param atOtherRates the headline at each of the framework's other discount rates
 * @param withoutResidual the headline without what assets are worth at the end; absent where no asset is worth anything then
 * @param withCostOfPublicFunds the headline with the framework's marginal cost of public funds on the net cost to public bodies, as
 *     part of the costs; absent where the framework sets none
 */
public record Sensitivities(
        List<AtRate> atOtherRates, Optional<Indicators> withoutResidual, Optional<Indicators> withCostOfPublicFunds) {

    /** The headline at other discount rates. */
    public record AtRate(String label, Indicators indicators) {}

    public Sensitivities {
        atOtherRates = List.copyOf(atOtherRates);
    }
}
