package org.worthwhile.attribution.timeseries;

import java.util.List;
import org.worthwhile.attribution.Details;
import org.worthwhile.attribution.ResultFields;
import org.worthwhile.attribution.period.Period;

/**
 * What a structural series tells beyond the headline, which is the average effect over all times after the interruption.
 *
 * @param cumulativeEffect over all times after it
 * @param relativeEffect the average effect as a share of what the outcome would have been
 * @param probability that the effect has the sign of the estimate
 * @param pointwise the effect at each time
 * @param effectiveDraws how many independent draws they are worth: all, as none depends on another
 */
public record StructuralDetails(
        Change averageEffect,
        Change cumulativeEffect,
        Change relativeEffect,
        double probability,
        List<Pointwise> pointwise,
        int draws,
        double effectiveDraws)
        implements Details {
    public StructuralDetails {
        pointwise = List.copyOf(pointwise);
    }

    @Override
    public void describe(ResultFields to) {
        to.object("averageEffect", averageEffect::describe)
                .object("cumulativeEffect", cumulativeEffect::describe)
                .object("relativeEffect", relativeEffect::describe)
                .number("probability", probability)
                .list(
                        "pointwise",
                        pointwise,
                        (point, of) -> of.period("time", point.time())
                                .number("estimate", point.estimate())
                                .number("low", point.low())
                                .number("high", point.high()))
                .number("draws", draws)
                .number("effectiveDraws", effectiveDraws);
    }

    /** The effect at a time after the interruption with the ends of its interval, in units of the outcome. */
    public record Pointwise(Period time, double estimate, double low, double high) {}
}
