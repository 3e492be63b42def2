package org.worthwhile.attribution.causes;

import java.util.List;
import org.worthwhile.attribution.Contribution;
import org.worthwhile.attribution.Details;
import org.worthwhile.attribution.ResultFields;

/**
 * What each cause contributes.
 *
 * @param before the outcome's mean before, or in the first group
 * @param after likewise after, or in the second
 * @param contributions that add up to the difference of the two, the unexplained rest among them
 * @param exact whether contributions are worked out over every order of causes
 * @param draws of the bootstrap
 */
public record CausesDetails(double before, double after, List<Contribution> contributions, boolean exact, int draws)
        implements Details {
    public CausesDetails {
        contributions = List.copyOf(contributions);
    }

    @Override
    public void describe(ResultFields to) {
        to.number("before", before)
                .number("after", after)
                .list(
                        "contributions",
                        contributions,
                        (each, of) -> of.text("cause", each.cause())
                                .number("contribution", each.contribution())
                                .number("share", each.share())
                                .number("standardError", each.standardError())
                                .number("low", each.low())
                                .number("high", each.high()))
                .flag("exact", exact)
                .number("draws", draws);
    }
}
