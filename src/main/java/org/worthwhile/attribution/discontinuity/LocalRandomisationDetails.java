package org.worthwhile.attribution.discontinuity;

import java.util.OptionalDouble;
import org.worthwhile.attribution.Details;
import org.worthwhile.attribution.ResultFields;

/**
 * What a comparison of the rows nearest to the cutoff rests on.
 *
 * @param window the furthest distance from the cutoff of rows that count
 * @param below rows below the cutoff in it
 * @param above rows at or above the cutoff in it
 * @param balance the least p-value of a covariate in it; empty without covariates
 * @param draws ways of dealing out the sides that were tried
 * @param exact whether those are all there are
 */
public record LocalRandomisationDetails(
        double cutoff, double window, int below, int above, OptionalDouble balance, int draws, boolean exact)
        implements Details {

    @Override
    public void describe(ResultFields to) {
        to.number("cutoff", cutoff)
                .number("window", window)
                .number("below", below)
                .number("above", above)
                .number("balance", balance)
                .number("draws", draws)
                .flag("exact", exact);
    }
}
